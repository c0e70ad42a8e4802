// What is wrong with a form, said once above it, each a way to its field.

import { h, icon } from "./dom.js";
import { _ } from "./words.js";

export function faultSummary(faults, goTo) {
  if (!faults.length) return "";
  return h("div", { class: "error-summary", role: "alert" },
    h("p", { class: "error-summary-title" }, icon("exclamation-circle"), _("Belum dapat disimpan")),
    h("ul", {}, ...faults.map((fault) => (
      h("li", {}, h("button", { type: "button", class: "link-button", onclick: () => goTo(fault.field) }, fault.sentence))
    ))));
}

export function focusField(name) {
  const place = document.getElementById(`field-${name}`);
  if (!place) return;
  const control = place.matches("fieldset") ? place.querySelector("input, button, select, textarea") ?? place : place;
  control.focus({ preventScroll: true });
  place.closest(".f-field").scrollIntoView({ block: "center" });
}
