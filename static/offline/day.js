// Hari saya: who is waiting, why, and how to reach them. The first view of the day, and the quickest way to a record.

import { distanceSaid, findHere, lastHere, metresBetween } from "./distance.js";
import { dayOf, fullDay } from "./dates.js";
import { h, icon, put } from "./dom.js";
import { LATE, LATER, SOON } from "./reasons.js";
import { matches, peopleHere } from "./people.js";
import { personCard } from "./person-card.js";
import { returnedNotices } from "./returned.js";
import { _ } from "./words.js";

const choice = { show: null, typed: "", nearest: false }; // as left, when one comes back from a person

const SHOWN = [
  [null, () => _("Semua"), () => true],
  [LATE, () => _("Terlambat"), (one) => one.standing === LATE],
  [SOON, () => _("Minggu ini"), (one) => one.standing === SOON],
  ["promise", () => _("Tindak lanjut"), (one) => one.reasons.some((reason) => reason.kind === "promise")],
  ["rent", () => _("Sewa habis"), (one) => one.reasons.some((reason) => reason.kind === "rent")],
];

const TITLES = { [LATE]: () => _("Terlambat"), [SOON]: () => _("Minggu ini"), [LATER]: () => _("Belum perlu dikunjungi") };

export async function dayView(root) {
  const here = await peopleHere();
  if (!here) return;
  const { bekal, people } = here;
  const list = h("div", { class: "day-list" });
  const said = h("p", { class: "visually-hidden", role: "status" });
  const draw = () => {
    const shown = people.filter((one) => matches(one.participant, choice.typed)).filter(SHOWN.find(([name]) => name === choice.show)[2]);
    said.textContent = _("%(n)s peserta ditampilkan", { n: shown.length });
    list.replaceChildren(...(choice.nearest ? nearest(shown) : sections(shown)));
    if (!shown.length) list.append(nothing(people.length));
  };
  const [nearButton, nearSaid] = locate(people, draw);
  put(root,
    h("header", { class: "day-head" },
      h("h1", {}, _("Hari saya")),
      h("p", {}, _("%(day)s · %(n)s peserta", { day: fullDay(dayOf()), n: people.length }))),
    returnedNotices(bekal), draftNotice(here.drafts),
    h("div", { class: "day-find" }, search(draw), nearButton), chips(people, draw), nearSaid, said, list,
  );
  draw();
}

// After an empty battery or a closed page: what was being written is one tap away.
function draftNotice(drafts) {
  if (!drafts.length) return null;
  const [first] = drafts;
  const words = drafts.length === 1 ? _("Draf belum selesai") : _("%(n)s draf belum selesai", { n: drafts.length });
  return h("div", { class: "notice returned" }, icon("pencil"),
    h("div", { class: "returned-what" }, h("p", { class: "notice-title" }, words), h("p", {}, first.about ?? "")),
    h("a", { class: "btn btn-outline", href: drafts.length === 1 ? `#/${first.kind}/${first.key}` : "#/kotak-keluar" }, _("Lanjutkan")));
}

function search(draw) {
  return h("div", { class: "day-search" }, icon("search"),
    h("input", {
      type: "search", class: "form-control", "aria-label": _("Cari nama, usaha, atau kelompok"), autocomplete: "off",
      placeholder: _("Cari nama, usaha, atau kelompok"), value: choice.typed,
      oninput: (event) => { choice.typed = event.target.value; draw(); },
    }));
}

function chips(people, draw) {
  const row = h("div", { class: "chip-row", role: "group", "aria-label": _("Tampilkan") });
  const fill = () => row.replaceChildren(...SHOWN.map(([name, words, is]) => [name, words(), people.filter(is).length])
    .filter(([name, , number]) => number || name === null)
    .map(([name, words, number]) => h("button", {
      type: "button", class: "chip", "aria-pressed": String(choice.show === name),
      onclick: (event) => { choice.show = name; fill(); draw(); row.querySelector("[aria-pressed=true]")?.focus(); event.preventDefault(); },
    }, words, h("span", { class: "chip-number" }, String(number)))));
  if (choice.show && !people.some(SHOWN.find(([name]) => name === choice.show)[2])) choice.show = null;
  fill();
  return row;
}

// The position is asked for here and nowhere else; from then on the distances stand beside the names.
function locate(people, draw) {
  const said = h("p", { class: "quiet day-said", role: "status" });
  const button = h("button", { type: "button", class: "btn btn-outline btn-sign", title: _("Dari yang terdekat"), "aria-label": _("Dari yang terdekat"), "aria-pressed": String(choice.nearest), onclick: press }, icon("geo-alt"));
  async function press() {
    if (choice.nearest) choice.nearest = false;
    else {
      said.textContent = _("Mencari letak …");
      try { await findHere(); } catch (error) { said.textContent = error.message; return; }
      for (const one of people) one.metres = metresBetween(lastHere(), one.participant);
      said.textContent = "";
      choice.nearest = true;
    }
    button.setAttribute("aria-pressed", String(choice.nearest));
    draw();
  }
  return [button, said];
}

function sections(shown) {
  return [LATE, SOON, LATER].map((name) => [name, shown.filter((one) => one.standing === name)])
    .filter(([, people]) => people.length)
    .map(([name, people]) => h("section", { class: "day-section" },
      h("h2", {}, TITLES[name](), " ", h("span", { class: "quiet" }, String(people.length))),
      h("ul", { class: "card-list" }, people.map((one) => h("li", {}, personCard(one))))));
}

function nearest(shown) {
  const far = (one) => one.metres ?? Infinity;
  const sorted = [...shown].sort((one, other) => far(one) - far(other));
  return [h("section", { class: "day-section" },
    h("h2", {}, _("Dari yang terdekat"), " ", h("span", { class: "quiet" }, lastHere() ? _("ketelitian %(m)s", { m: distanceSaid(lastHere().accuracy) }) : "")),
    h("ul", { class: "card-list" }, sorted.map((one) => h("li", {}, personCard(one)))))];
}

function nothing(all) {
  if (!all) {
    return h("div", { class: "empty" }, icon("people"), h("p", { class: "empty-title" }, _("Belum ada peserta")),
      h("p", {}, _("Peserta muncul di sini setelah petugas menugaskan Anda. Tanyakan kepada SKPD, lalu tekan Kirim sekarang di Kotak keluar.")));
  }
  return h("div", { class: "empty" }, icon("search"), h("p", { class: "empty-title" }, _("Tidak ada yang cocok")),
    h("p", {}, _("Ubah kata yang dicari, atau pilih Semua.")));
}
