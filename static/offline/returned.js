// Visits that the reviewer sent back: what was asked, and the way to correct them.

import { h, icon } from "./dom.js";
import { shortDay } from "./dates.js";
import { _ } from "./words.js";

export function returnedNotices({ returned = [] }) {
  return returned.map((visit) => h("div", { class: "notice notice-warning returned" }, icon("exclamation-triangle"),
    h("div", { class: "returned-what" },
      h("p", { class: "notice-title" }, _("Dikembalikan: kunjungan %(day)s", { day: shortDay(visit.held_on) })),
      h("p", {}, (visit.names ?? []).join(", "), visit.review_note ? h("span", { class: "returned-note" }, `“${visit.review_note}”`) : null)),
    visit.key ? h("a", { class: "btn btn-outline", href: `#/kunjungan/${visit.key}`, "aria-label": _("Perbaiki kunjungan %(day)s", { day: shortDay(visit.held_on) }) }, _("Perbaiki")) : null));
}
