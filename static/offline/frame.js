// Around every view: the bar with the state of sending, the notices, the ways to go, and the menu.

import { h, icon, svg } from "./dom.js";
import { NO_SIGNAL, SIGN_IN, OTHER_ACCOUNT, NOT_ALLOWED, BUSY } from "./answers.js";
import { items } from "./outbox.js";
import { moment } from "./dates.js";
import { needsLook } from "./outbox-items.js";
import { setting } from "./store.js";
import { signOut } from "./sign-out.js";
import { _ } from "./words.js";

const WAYS = [
  ["", "house-door", () => _("Hari saya")],
  ["pilih", "journal-plus", () => _("Catat")],
  ["peta", "map", () => _("Peta")],
  ["kotak-keluar", "send", () => _("Kotak keluar")],
];
// While something is being filled in, the bar makes room for its buttons.
const FORMS = ["kunjungan", "pemeriksaan"];

// { page, notices, tell(bekal) }
export function frame(root) {
  const page = h("main", { id: "isi", class: "page field-page", tabindex: "-1" });
  const notices = h("div", { class: "field-notices" });
  const badge = h("a", { class: "sync-badge", href: "#/kotak-keluar" });
  const account = h("div", {});
  const ways = h("nav", { class: "phone-bar", "aria-label": _("Menu bawah") });
  const back = h("a", { class: "top-button top-back", href: "#/", "aria-label": _("Kembali ke Hari saya") }, icon("arrow-left"));
  root.replaceChildren(
    h("a", { class: "skip-link", href: "#isi", onclick: (event) => { event.preventDefault(); page.focus(); } }, _("Langsung ke isi halaman")),
    h("header", { class: "top-bar" }, back,
      h("a", { class: "brand", href: "#/" }, mark(), h("span", { class: "brand-words" }, h("strong", {}, _("Lapangan")))),
      h("div", { class: "top-end" }, badge, account)),
    h("div", { class: "field-body" }, notices, page), ways);
  const follow = () => {
    const name = location.hash.replace(/^#\/?/, "").split(/[/?]/)[0];
    const isForm = FORMS.includes(name);
    // Never a name: browsers keep titles on the disk.
    document.title = `${WAYS.find(([target]) => target === name)?.[2]() ?? _("Lapangan")} · WUB`;
    document.body.classList.toggle("is-form", isForm);
    document.body.classList.toggle("is-inner", isForm || name === "peserta");
    ways.replaceChildren(...WAYS.map(([target, sign, words]) => h("a", { class: "menu-link", href: `#/${target}`, "aria-current": target === name ? "page" : null }, icon(sign), h("span", {}, words()))));
  };
  follow();
  window.addEventListener("hashchange", () => { follow(); tellState(badge); account.querySelector("details")?.removeAttribute("open"); });
  for (const name of ["wub:outbox", "online", "offline"]) window.addEventListener(name, () => tellState(badge));
  return {
    page, notices,
    tell(bekal) {
      const whose = String(bekal?.account.id ?? "");
      if (account.dataset.whose !== whose) account.replaceChildren(bekal ? menu(bekal) : ""); // and an open menu stays open
      account.dataset.whose = whose;
      tellState(badge);
    },
  };
}

// Luring · 3 menunggu · Terkirim 14.05 · Masuk lagi: always a word, with a sign before it.
async function tellState(badge) {
  const [all, contact] = await Promise.all([items().catch(() => []), setting("contact").catch(() => null)]);
  const waiting = all.filter((item) => item.state === "antre").length;
  const troubled = all.filter(needsLook).length;
  const { sign, words, kind } = said(waiting, troubled, contact);
  badge.className = `sync-badge sync-${kind}`;
  badge.replaceChildren(icon(sign), h("span", {}, words));
  badge.setAttribute("aria-label", _("Kotak keluar: %(state)s", { state: words }));
}

function said(waiting, troubled, contact) {
  if (troubled) return { kind: "bad", sign: "exclamation-triangle", words: _("%(n)s perlu dilihat", { n: troubled }) };
  if (contact?.wait === SIGN_IN) return { kind: "warn", sign: "person", words: _("Masuk lagi") };
  if (waiting) return { kind: "warn", sign: "cloud-slash", words: _("%(n)s menunggu", { n: waiting }) };
  if (!navigator.onLine || contact?.wait === NO_SIGNAL) return { kind: "plain", sign: "cloud-slash", words: _("Luring") };
  if (contact?.wait) return { kind: "plain", sign: "clock-history", words: _("Menunggu kantor") };
  return { kind: "good", sign: "cloud-check", words: contact ? _("Terkirim %(when)s", { when: moment(contact.at) }) : _("Tersambung") };
}

// For views that have room for a whole sentence; null when nothing keeps the queue.
export function waitSaid(wait) {
  return {
    [NO_SIGNAL]: _("Belum ada sinyal. Catatan tersimpan di HP dan terkirim sendiri begitu ada sinyal."),
    [SIGN_IN]: _("Sesi Anda di kantor sudah berakhir. Masuk lagi untuk mengirim; catatan di HP tetap aman."),
    [OTHER_ACCOUNT]: _("HP ini sedang masuk dengan akun lain. Keluar, lalu masuk dengan akun Anda untuk mengirim."),
    [NOT_ALLOWED]: _("Akun ini tidak lagi berhak mengirim. Hubungi penyelia Anda."),
    [BUSY]: _("Kantor sedang sibuk. Pengiriman dicoba lagi sendiri beberapa menit lagi."),
  }[wait] ?? null;
}

function menu({ account }) {
  return h("details", { class: "popover-menu" },
    h("summary", { class: "top-button", "aria-label": _("Menu %(name)s", { name: account.name }) }, h("span", { class: "account-letters", "aria-hidden": "true" }, account.initials ?? "?")),
    h("div", { class: "popover-panel" },
      h("p", { class: "popover-who" }, h("strong", {}, account.name), h("span", {}, _("Konsultan pendamping"))),
      h("a", { class: "popover-item", href: "/kunjungan" }, icon("list"), _("Halaman biasa")),
      h("button", { type: "button", class: "popover-item", onclick: signOut }, icon("box-arrow-right"), _("Keluar"))));
}

function mark() {
  return svg("svg", { class: "brand-mark", width: 32, height: 32, viewBox: "0 0 32 32", "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "brand-wave", d: "M2 9l4-4 4 4 4-4 4 4 4-4 4 4 4-4" }),
    svg("path", { class: "brand-wave", d: "M2 27l4-4 4 4 4-4 4 4 4-4 4 4 4-4" }),
    svg("path", { class: "brand-rise", d: "M6 20h5v-4h5v-3h5v-2h5v9z" }));
}
