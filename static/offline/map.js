// Peta: where my participants are, drawn from the points alone; no tile server, so it works without signal.

import { distanceSaid, findHere, isPlace, lastHere, metresBetween } from "./distance.js";
import { h, icon, put } from "./dom.js";
import { LATE, SOON } from "./reasons.js";
import { drawing } from "./map-drawing.js";
import { peopleHere } from "./people.js";
import { personCard } from "./person-card.js";
import { _ } from "./words.js";

export async function mapView(root) {
  const here = await peopleHere();
  if (!here) return;
  const { bekal, people } = here;
  const placed = people.filter(({ participant }) => isPlace(participant));
  const areas = areasOf(people);
  let area = null;
  let picked = null;
  const picture = h("div", { class: "map-picture" });
  const list = h("div", {});
  const said = h("p", { class: "quiet", role: "status" });
  const chips = h("div", { class: "chip-row", role: "group", "aria-label": _("Kelurahan") });

  function draw() {
    const shown = placed.filter(({ participant }) => !area || participant.area === area);
    picture.replaceChildren(shown.length ? drawing({ people: shown, areas: bekal.areas ?? [], here: lastHere(), picked, pick }) : nowhere());
    chips.replaceChildren(...[[null, people.length], ...areas].map(([name, number]) => h("button", {
      type: "button", class: "chip", "aria-pressed": String(area === name), "data-name": name ?? "",
      onclick: () => { area = name; picked = null; draw(); [...chips.children].find((chip) => chip.dataset.name === (name ?? ""))?.focus(); },
    }, name ?? _("Semua"), h("span", { class: "chip-number" }, String(number)))));
    const rows = people.filter(({ participant }) => !area || participant.area === area);
    const first = picked ? rows.filter(({ participant }) => participant.id === picked) : rows;
    list.replaceChildren(h("h2", {}, picked ? _("Yang dipilih") : _("Daftar"), " ", h("span", { class: "quiet" }, String(first.length))),
      h("ul", { class: "card-list" }, first.map((one) => h("li", {}, personCard(one)))),
      picked ? h("button", { type: "button", class: "btn btn-quiet", onclick: () => { picked = null; draw(); } }, _("Tampilkan semua lagi")) : "");
  }
  function pick(id) { picked = picked === id ? null : id; draw(); }
  async function locate() {
    said.textContent = _("Mencari letak …");
    try {
      const found = await findHere();
      for (const one of people) one.metres = metresBetween(found, one.participant);
      said.textContent = _("Anda di lingkaran biru, ketelitian %(m)s.", { m: distanceSaid(found.accuracy) });
      draw();
    } catch (error) { said.textContent = error.message; }
  }
  put(root,
    h("h1", {}, _("Peta")),
    h("p", { class: "quiet" }, _("%(n)s dari %(all)s peserta punya letak. Letak tercatat saat kunjungan dengan GPS.", { n: placed.length, all: people.length })),
    chips, picture,
    placed.length ? h("ul", { class: "map-key" },
      key("late", _("terlambat"), placed.filter((one) => one.standing === LATE).length),
      key("soon", _("minggu ini"), placed.filter((one) => one.standing === SOON).length),
      key("later", _("lainnya"), placed.filter((one) => one.standing !== LATE && one.standing !== SOON).length)) : null,
    placed.length ? h("div", { class: "day-locate" }, h("button", { type: "button", class: "btn btn-outline", onclick: locate }, icon("geo-alt"), _("Letak saya")), said) : null,
    list);
  draw();
}

function areasOf(people) {
  const numbers = new Map();
  for (const { participant } of people) if (participant.area) numbers.set(participant.area, (numbers.get(participant.area) ?? 0) + 1);
  return [...numbers].sort(([one], [other]) => one.localeCompare(other, "id"));
}

function key(kind, words, number) {
  return h("li", {}, h("span", { class: `map-sample map-sample-${kind}`, "aria-hidden": "true" }), `${words} ${number}`);
}

function nowhere() {
  return h("div", { class: "empty" }, icon("geo-alt"), h("p", { class: "empty-title" }, _("Belum ada letak")),
    h("p", {}, _("Tekan tombol letak saat mencatat kunjungan di tempat usaha; sesudah itu peserta muncul di sini.")));
}
