// What is shown before and after a form: why it came back, that it is kept, that it waits already.

import { h, icon } from "./dom.js";
import { edit } from "./outbox.js";
import { _ } from "./words.js";

// A reviewer's note, or the office's reason, above the form.
export function notesAbove({ note, reason }) {
  return [
    note ? notice("warning", "exclamation-triangle", _("Dikembalikan untuk diperbaiki"), note) : null,
    reason ? notice("danger", "exclamation-circle", _("Belum diterima kantor"), reason) : null,
  ].filter(Boolean);
}

export function keptPage(about) {
  return h("div", { class: "f-kept" },
    icon("check-circle"),
    h("h1", { tabindex: "-1" }, _("Tersimpan di HP")),
    h("p", { role: "status" }, about),
    h("p", {}, _("Dikirim sendiri begitu ada sinyal. Halaman ini boleh ditutup.")),
    h("div", { class: "button-row" },
      h("a", { class: "btn btn-primary", href: "#/" }, _("Hari saya")),
      h("a", { class: "btn btn-outline", href: "#/kotak-keluar" }, _("Kotak keluar"))));
}

// A record that is queued is not changed under the hands of whoever sends it: it is taken back first.
export function waitingPage(item) {
  async function take() {
    await edit(item.key);
    window.dispatchEvent(new Event("hashchange"));
  }
  return h("div", { class: "f-kept" },
    icon("send"),
    h("h1", {}, item.about),
    h("p", {}, item.stored ? _("Catatan ini sudah diterima kantor.") : _("Catatan ini menunggu di kotak keluar.")),
    h("div", { class: "button-row" },
      item.stored ? null : h("button", { type: "button", class: "btn btn-primary", onclick: take }, icon("pencil"), _("Ubah")),
      h("a", { class: "btn btn-outline", href: "#/kotak-keluar" }, _("Kotak keluar"))));
}

export function lostPage() {
  return h("div", { class: "f-kept" },
    h("h1", {}, _("Tidak ada di HP ini")),
    h("p", {}, _("Peserta ini tidak ada di bekal HP. Sambungkan ke internet dan muat ulang bekal, atau mulai dari Hari saya.")),
    h("a", { class: "btn btn-primary", href: "#/" }, _("Hari saya")));
}

function notice(kind, drawing, title, words) {
  return h("div", { class: `notice notice-${kind}` }, icon(drawing),
    h("div", {}, h("p", { class: "notice-title" }, title), h("p", {}, words)));
}
