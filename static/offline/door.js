// Nobody is at home on this phone yet, or no longer: why, and what to do.

import { BUSY, NO_SIGNAL, NOT_ALLOWED } from "./answers.js";
import { h, icon } from "./dom.js";
import { setting, waitingOfOthers } from "./store.js";
import { sync } from "./sync.js";
import { _ } from "./words.js";

export async function doorView(root, show) {
  const [contact, waiting] = await Promise.all([setting("contact"), waitingOfOthers()]);
  const [title, sentence] = said(contact?.wait);
  const again = async (event) => { event.target.disabled = true; await sync({ anew: true }); await show(); };
  root.replaceChildren(h("div", { class: "empty door" }, icon(contact?.wait === NO_SIGNAL ? "cloud-slash" : "person"),
    h("h1", { class: "empty-title" }, title),
    h("p", {}, sentence),
    waiting ? h("p", {}, icon("shield-exclamation"), " ", _("%(n)s catatan di HP ini belum terkirim dan terkunci. Catatan terbuka lagi bila pemiliknya masuk.", { n: waiting })) : null,
    contact?.wait === NOT_ALLOWED ? h("a", { class: "btn btn-primary", href: "/" }, _("Ke halaman biasa"))
      : contact?.wait === NO_SIGNAL || contact?.wait === BUSY ? h("button", { type: "button", class: "btn btn-primary", onclick: again }, icon("arrow-repeat"), _("Coba lagi"))
        // Not with an address to come back to: whoever must choose a new password is led to it from there.
        : h("a", { class: "btn btn-primary", href: "/" }, _("Masuk"))));
}

function said(wait) {
  if (wait === NO_SIGNAL) return [_("Perlu sinyal sekali"), _("Bekal untuk lapangan diambil dari kantor saat ada sinyal. Sesudah itu semuanya bekerja tanpa sinyal.")];
  if (wait === NOT_ALLOWED) return [_("Halaman ini untuk konsultan"), _("Akun Anda tidak mencatat kunjungan. Data Anda ada di halaman biasa.")];
  if (wait === BUSY) return [_("Kantor sedang sibuk"), _("Bekal belum dapat diambil. Tunggu sebentar, lalu coba lagi.")];
  return [_("Masuk untuk mengambil bekal"), _("Bekal disimpan terkunci di HP ini, paling lama tujuh hari sejak terakhir tersambung, dan dihapus saat Anda keluar.")];
}
