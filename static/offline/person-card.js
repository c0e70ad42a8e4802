// One participant in a list: who, why now, how far, and the three things one does from there.

import { callAddress, whatsappAddress } from "./phones.js";
import { distanceSaid } from "./distance.js";
import { h, icon } from "./dom.js";
import { _ } from "./words.js";

export function personCard({ participant, reasons, metres, waiting }) {
  const { id, name, business, area } = participant;
  return h("article", { class: "person-card" },
    h("a", { class: "card-body-link", href: `#/peserta/${id}` },
      h("span", { class: "card-name" }, name),
      h("span", { class: "card-where" }, [business, area].filter(Boolean).join(" · "), metres === null ? null : h("span", { class: "card-far" }, distanceSaid(metres))),
      reasons.length ? h("span", { class: "card-reasons" }, reasons.map(reasonBadge)) : null,
      waiting ? h("span", { class: "card-waits" }, icon("cloud-slash"), _("%(n)s catatan menunggu dikirim", { n: waiting })) : null),
    h("div", { class: "card-actions" }, ...reach(participant),
      h("a", { class: "btn btn-outline card-log", href: `#/kunjungan/baru?peserta=${id}`, "aria-label": _("Catat kunjungan: %(name)s", { name }) }, icon("journal-plus"), _("Catat"))));
}

// An overdue reason says so in words and wears a sign; the colour only repeats it.
export function reasonBadge(reason) {
  return h("span", { class: `badge-word ${reason.late ? "badge-warn" : ""}` }, icon(reason.late ? "exclamation-circle" : reason.sign), reason.words);
}

export function reach({ name, phone }) {
  const call = callAddress(phone), whatsapp = whatsappAddress(phone);
  return [
    call && h("a", { class: "btn btn-outline btn-sign", href: call, "aria-label": _("Telepon %(name)s", { name }) }, icon("telephone")),
    whatsapp && h("a", { class: "btn btn-outline btn-sign", href: whatsapp, target: "_blank", rel: "noopener noreferrer", "aria-label": _("WhatsApp %(name)s", { name }) }, icon("whatsapp")),
    !call && h("span", { class: "quiet" }, _("nomor telepon belum ada")),
  ].filter(Boolean);
}
