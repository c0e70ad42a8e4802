// Whom a visit is about: one tap for a person, one tap for a whole group.

import { h, icon, put } from "./dom.js";
import { matches, peopleHere } from "./people.js";
import { distanceSaid } from "./distance.js";
import { _ } from "./words.js";

export async function chooseView(root) {
  const here = await peopleHere();
  if (!here) return;
  const people = [...here.people].sort((one, other) => (one.metres ?? Infinity) - (other.metres ?? Infinity));
  const chosen = new Set();
  const groups = groupsOf(people);
  const list = h("ul", { class: "choose-list" });
  const start = h("a", { class: "btn btn-primary choose-start", role: "button" });
  const typed = h("input", { type: "search", class: "form-control", autocomplete: "off", "aria-label": _("Cari nama, usaha, atau kelompok"), placeholder: _("Cari nama, usaha, atau kelompok"), oninput: draw });

  function draw() {
    list.replaceChildren(...people.filter((one) => chosen.has(one.participant.id) || matches(one.participant, typed.value)).map(row));
    tell();
  }
  function row(one) {
    const { id, name, business, group, area } = one.participant;
    const box = h("input", { type: "checkbox", class: "form-check-input", checked: chosen.has(id), onchange: () => { box.checked ? chosen.add(id) : chosen.delete(id); tell(); drawGroups(); } });
    return h("li", {}, h("label", { class: "choose-row" }, box,
      h("span", { class: "choose-who" }, h("span", { class: "card-name" }, name),
        h("span", { class: "card-where" }, [business, group, area].filter(Boolean).join(" · "))),
      one.metres === null ? null : h("span", { class: "card-far" }, distanceSaid(one.metres))));
  }
  function tell() {
    const number = chosen.size;
    start.replaceChildren(icon("journal-plus"), number ? (number === 1 ? _("Catat kunjungan, 1 orang") : _("Catat kunjungan, %(n)s orang", { n: number })) : _("Pilih peserta dulu"));
    if (number) { start.href = `#/kunjungan/baru?peserta=${[...chosen].join(",")}`; start.removeAttribute("aria-disabled"); }
    else { start.removeAttribute("href"); start.setAttribute("aria-disabled", "true"); }
  }
  const groupRow = h("div", { class: "chip-row", role: "group", "aria-label": _("Seluruh kelompok") });
  function drawGroups() {
    groupRow.replaceChildren(...groups.map(({ name, ids }) => {
      const whole = ids.every((id) => chosen.has(id));
      return h("button", { type: "button", class: "chip", "aria-pressed": String(whole), onclick: () => {
        for (const id of ids) whole ? chosen.delete(id) : chosen.add(id);
        drawGroups(); draw();
        [...groupRow.children].find((chip) => chip.dataset.name === name)?.focus();
      }, "data-name": name }, icon("people"), name, h("span", { class: "chip-number" }, String(ids.length)));
    }));
  }
  put(root,
    h("h1", {}, _("Catat kunjungan")),
    h("p", { class: "quiet" }, _("Siapa yang ditemui? Kunjungan kelompok adalah satu kunjungan dengan beberapa peserta.")),
    h("div", { class: "day-search" }, icon("search"), typed),
    groups.length ? groupRow : null, list,
    h("div", { class: "choose-bar" }, start));
  drawGroups();
  draw();
}

// Groups of which more than one member is mine, the largest first.
function groupsOf(people) {
  const groups = new Map();
  for (const { participant } of people) {
    if (!participant.group_id) continue;
    const group = groups.get(participant.group_id) ?? { name: participant.group, ids: [] };
    group.ids.push(participant.id);
    groups.set(participant.group_id, group);
  }
  return [...groups.values()].filter((group) => group.ids.length > 1).sort((one, other) => other.ids.length - one.ids.length);
}
