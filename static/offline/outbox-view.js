// Kotak keluar: what waits, what has arrived, what was refused and why, and for each what to do next.

import { discard, discardDraft, edit, items } from "./outbox.js";
import { h, icon } from "./dom.js";
import { lacksPhoto, needsLook } from "./outbox-items.js";
import { moment } from "./dates.js";
import { readAll, setting, waitingOfOthers } from "./store.js";
import { saveAsFile } from "./export.js";
import { sure } from "./asking.js";
import { waitSaid } from "./frame.js";
import { _ } from "./words.js";

const KINDS = { "kunjungan": () => _("Catatan kunjungan"), "pemeriksaan": () => _("Catatan pemeriksaan"), "tindak-lanjut": () => _("Tindak lanjut") };
const GROUPS = [
  ["attention", () => _("Perlu dilihat"), needsLook],
  ["waiting", () => _("Menunggu dikirim"), (item) => item.state === "antre"],
  ["held", () => _("Menunggu penyelia"), (item) => item.state === "karantina"],
  ["sent", () => _("Terkirim"), (item) => item.state === "terkirim" && !lacksPhoto(item)],
];

export async function outboxView(root) {
  const draw = async () => {
    const drawn = await parts(draw).catch((error) => (error.kind === "locked" ? [] : Promise.reject(error))); // signed out meanwhile
    root.replaceChildren(...drawn);
  };
  window.addEventListener("wub:outbox", draw);
  await draw();
  return () => window.removeEventListener("wub:outbox", draw);
}

async function parts(draw) {
  const [all, drafts, contact, others] = await Promise.all([items(), readAll("drafts"), setting("contact"), waitingOfOthers()]);
  const unsent = all.filter((item) => item.state !== "terkirim");
  const wait = waitSaid(contact?.wait);
  return [
    h("header", { class: "outbox-head" }, h("h1", {}, _("Kotak keluar")),
      h("button", { type: "button", class: "btn btn-primary", onclick: send }, icon("send"), h("span", {}, _("Kirim sekarang")))),
    wait && (unsent.length || contact.wait !== "luring") ? h("div", { class: "notice notice-warning" }, icon("info-circle"), h("div", {}, h("p", {}, wait),
      contact.wait === "masuk" ? h("a", { class: "btn btn-outline notice-act", href: "/" }, _("Masuk lagi untuk mengirim")) : null)) : null,
    drafts.length ? section(_("Draf di HP"), drafts.map((draft) => draftRow(draft, draw))) : null,
    ...GROUPS.map(([, title, is]) => [title(), all.filter(is)]).filter(([, found]) => found.length).map(([title, found]) => section(title, found.map(itemRow))),
    all.length || drafts.length ? null : empty(),
    others ? h("p", { class: "quiet" }, icon("shield-exclamation"), " ", _("%(n)s catatan akun lain menunggu di HP ini, terkunci sampai pemiliknya masuk.", { n: others })) : null,
    unsent.length || drafts.length ? h("p", { class: "outbox-file" }, h("button", { type: "button", class: "btn btn-quiet", onclick: saveAsFile }, icon("download"), _("Simpan yang belum terkirim sebagai berkas"))) : null,
  ].flat().filter(Boolean);
}

function send(event) {
  const words = event.currentTarget.querySelector("span");
  words.textContent = _("Mengirim …");
  window.dispatchEvent(new Event("wub:send"));
}

function section(title, rows) {
  return h("section", { class: "outbox-section" }, h("h2", {}, title, " ", h("span", { class: "quiet" }, String(rows.length))), h("ul", { class: "card-list" }, rows));
}

function draftRow(draft, draw) {
  const remove = async () => { if (await sure(_("Hapus draf ini dari HP? Isinya tidak dapat dikembalikan."), _("Hapus draf"))) { await discardDraft(draft.key); draw(); } };
  return h("li", { class: "outbox-item" }, head(draft, "pencil", _("Draf")),
    draft.reason ? h("p", { class: "outbox-why" }, draft.reason) : null,
    h("div", { class: "outbox-actions" },
      h("a", { class: "btn btn-outline", href: `#/${draft.kind}/${draft.key}` }, icon("pencil"), _("Lanjutkan")),
      h("button", { type: "button", class: "btn btn-quiet", onclick: remove }, icon("trash"), _("Hapus"))));
}

function itemRow(item) {
  const { sign, words, badge, next } = told(item);
  return h("li", { class: `outbox-item outbox-${item.state}` }, head(item, sign, words, badge),
    item.reason && item.state !== "terkirim" ? h("p", { class: "outbox-why" }, item.reason) : null,
    photosSaid(item),
    next ? h("p", { class: "quiet" }, next) : null,
    actions(item));
}

function head(item, sign, words, badge = "") {
  return h("div", { class: "outbox-line" },
    h("span", { class: "outbox-what" }, h("strong", {}, item.about || KINDS[item.kind]?.() || _("Catatan")), h("span", { class: "quiet" }, KINDS[item.kind]?.() ?? "")),
    h("span", { class: `badge-word ${badge}` }, icon(sign), words));
}

function told(item) {
  return {
    antre: { sign: "clock-history", words: item.stored ? _("Foto menyusul") : _("Menunggu"), badge: "badge-warn", next: _("Disimpan %(when)s. Terkirim sendiri begitu ada sinyal.", { when: moment(item.queued_at) }) },
    terkirim: { sign: "check-circle", words: _("Terkirim %(when)s", { when: moment(item.received_at) }), badge: "badge-good", next: null },
    ditolak: { sign: "exclamation-circle", words: _("Ditolak"), badge: "badge-bad", next: _("Perbaiki lalu simpan lagi; catatan ini tetap di HP sampai diterima.") },
    bentrok: { sign: "exclamation-triangle", words: _("Bentrok"), badge: "badge-bad", next: _("Kedua versi tersimpan di kantor dan penyelia memilih. Anda tidak perlu mengirim lagi.") },
    karantina: { sign: "shield-exclamation", words: _("Ditahan"), badge: "badge-warn", next: _("Catatan sudah aman di kantor. Penyelia memutuskan; Anda tidak perlu mengirim lagi.") },
  }[item.state];
}

function photosSaid(item) {
  const waiting = item.photos.filter((photo) => !photo.sent && !photo.refused).length;
  const refused = item.photos.filter((photo) => photo.refused);
  return [
    waiting && item.stored ? h("p", { class: "quiet" }, icon("camera"), " ", _("%(n)s foto belum terkirim", { n: waiting })) : null,
    ...refused.map((photo) => h("p", { class: "outbox-why" }, icon("camera"), " ", photo.refused === "hilang" ? _("Satu foto tidak lagi ada di HP.") : _("Satu foto ditolak: %(why)s", { why: photo.refused }))),
    refused.length && item.stored ? h("p", { class: "quiet" }, _("Kunjungannya sendiri sudah tersimpan. Foto dapat ditambahkan di halaman biasa.")) : null,
  ];
}

function actions(item) {
  const fix = async () => { const draft = await edit(item.key); if (draft) location.hash = `#/${item.kind}/${item.key}`; };
  const drop = async (question, words) => { if (await sure(question, words)) await discard(item.key); };
  const buttons = [];
  if (item.payload && !item.stored && item.kind !== "tindak-lanjut" && ["antre", "ditolak"].includes(item.state)) {
    buttons.push(h("button", { type: "button", class: "btn btn-outline", onclick: fix }, icon("pencil"), item.state === "ditolak" ? _("Perbaiki") : _("Ubah")));
  }
  if (item.state === "ditolak") buttons.push(h("button", { type: "button", class: "btn btn-quiet", onclick: () => drop(_("Hapus catatan yang ditolak ini dari HP? Kantor tidak menyimpannya."), _("Hapus catatan")) }, icon("trash"), _("Hapus")));
  if (["bentrok", "karantina"].includes(item.state) || lacksPhoto(item)) {
    buttons.push(h("button", { type: "button", class: "btn btn-outline", onclick: () => discard(item.key) }, icon("check-lg"), _("Mengerti")));
  }
  return buttons.length ? h("div", { class: "outbox-actions" }, buttons) : null;
}

function empty() {
  return h("div", { class: "empty" }, icon("check-circle"), h("p", { class: "empty-title" }, _("Tidak ada yang menunggu")),
    h("p", {}, _("Catatan yang Anda simpan muncul di sini sampai diterima kantor.")),
    h("a", { class: "btn btn-outline", href: "#/pilih" }, icon("journal-plus"), _("Catat kunjungan")));
}
