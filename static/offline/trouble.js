// When the phone cannot keep anything: said clearly, and what is on the screen stays there.

import { h, icon } from "./dom.js";
import { _ } from "./words.js";

// Instead of the whole page: nothing could be kept, so nothing is begun.
export function troubleShown(root, error) {
  root.replaceChildren(h("main", { id: "isi", class: "page field-page" }, h("div", { class: "empty" }, icon("exclamation-triangle"),
    h("h1", { class: "empty-title" }, _("HP ini belum dapat menyimpan catatan")),
    h("p", {}, troubleSaid(error)),
    h("a", { class: "btn btn-primary", href: "/kunjungan" }, _("Halaman biasa (perlu sinyal)")),
    h("button", { type: "button", class: "btn btn-outline", onclick: () => location.reload() }, _("Coba lagi")))));
}

// Above a view: forms dispatch `wub:trouble` with the error, and keep what was typed.
export function watchTrouble(notices) {
  window.addEventListener("wub:trouble", (event) => {
    notices.querySelector(".trouble")?.remove();
    notices.append(h("div", { class: "notice notice-danger trouble", role: "alert" }, icon("exclamation-triangle"), h("div", {},
      h("p", { class: "notice-title" }, _("Belum tersimpan di HP")),
      h("p", {}, troubleSaid(event.detail)),
      h("button", { type: "button", class: "btn btn-outline notice-act", onclick: (click) => click.target.closest(".trouble").remove() }, _("Mengerti")))));
    window.scrollTo(0, 0);
  });
}

export function troubleSaid(error) {
  return {
    full: _("Ruang di HP penuh. Hapus foto atau aplikasi yang tidak dipakai, lalu simpan lagi; isian Anda masih ada di layar."),
    blocked: _("Peramban tidak mengizinkan penyimpanan. Tutup jendela penyamaran, izinkan data situs, lalu buka lagi."),
    old: _("Peramban ini terlalu lama, atau alamat kantor tidak memakai https. Pakai Chrome yang baru dengan alamat https."),
    locked: _("Anda sudah keluar di tab lain. Masuk lagi; catatan yang tersimpan tetap aman."),
  }[error?.kind] ?? _("Terjadi gangguan di HP. Jangan tutup halaman ini; coba simpan sekali lagi.");
}
