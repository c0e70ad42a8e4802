// What is shown before and after a form: why it came back, that it is kept, that it waits already.

import { clock } from "./dates.js";
import { h, icon } from "./dom.js";
import { edit, items } from "./outbox.js";
import { _ } from "./words.js";

// A reviewer's note, or the office's reason where it is not said of a field anyway, above the form.
export function notesAbove({ note, reason, faults }) {
  return [
    note ? notice("warning", "exclamation-triangle", _("Dikembalikan untuk diperbaiki"), note) : null,
    reason && !faults.size ? notice("danger", "exclamation-circle", _("Belum diterima kantor"), reason) : null,
  ].filter(Boolean);
}

// Kept at once, and a moment later perhaps sent: the page says so when it happens.
export function keptPage(key, about) {
  const sign = h("div", { class: "f-kept-sign" }, icon("check-circle"));
  const title = h("h1", { tabindex: "-1" }, _("Tersimpan di HP"));
  const next = h("p", { role: "status" }, _("Dikirim sendiri begitu ada sinyal. Halaman ini boleh ditutup."));
  const page = h("div", { class: "f-kept" }, sign, title, h("p", {}, h("strong", {}, about)), next,
    h("div", { class: "button-row" },
      h("a", { class: "btn btn-primary", href: "#/" }, _("Hari saya")),
      h("a", { class: "btn btn-outline", href: "#/kotak-keluar" }, _("Kotak keluar"))));
  window.addEventListener("wub:outbox", follow);
  return page;

  async function follow() {
    if (!page.isConnected) return window.removeEventListener("wub:outbox", follow);
    const item = (await items()).find((one) => one.key === key);
    if (item?.state === "terkirim") {
      next.textContent = _("Diterima kantor pukul %(clock)s.", { clock: clock(item.received_at) });
    } else if (item?.reason) {
      next.textContent = _("Perlu dilihat: %(reason)s", { reason: item.reason });
    }
    return null;
  }
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
