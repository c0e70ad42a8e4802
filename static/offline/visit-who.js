// First step of a visit: was anybody met, who, how, since when and where.

import { oneOf } from "./chips.js";
import { h, icon } from "./dom.js";
import { choice, group, section } from "./fields.js";
import { placeField } from "./visit-place.js";
import { emptyAttendee, present } from "./visit-draft.js";
import { dayField, timeField } from "./visit-time.js";
import { _ } from "./words.js";

const MOST_FOUND = 8;
const MOST_ROWS = 6; // more of them are folded

export function drawWho(form) {
  const { visit } = form;
  return [
    outcomeChoice(form),
    section("", peopleBox(form)),
    section(_("Kapan dan di mana"),
      choice(form, visit, "mode", _("Cara"), form.codes.VisitMode),
      timeField(form, "starts_at"),
      dayField(form),
      placeField(form)),
  ];
}

export function outcomeChoice(form) {
  return group(form, "outcome", _("Apakah peserta ditemui?"), "", oneOf({
    large: true,
    options: form.codes.VisitOutcome,
    chosen: form.visit.outcome,
    pick: (code) => {
      form.visit.outcome = code;
      form.changed();
      form.redraw();
      document.querySelector("#field-outcome input:checked").focus(); // the whole page was drawn anew
    },
  }));
}

export function peopleBox(form) {
  const list = h("div", { class: "people-rows" });
  const found = h("div", { class: "people-found" });
  const search = h("input", {
    class: "form-control", type: "search", autocomplete: "off", placeholder: _("Nama, usaha, atau kelompok"),
    "aria-label": _("Cari peserta lain"), oninput: () => drawFound(),
  });
  const wholeGroup = h("div", {});
  const count = h("summary", {});

  function drawList() {
    const { attendees } = form.visit;
    const rows = attendees.map((one) => personRow(form, one, countThem));
    list.replaceChildren(...(rows.length > MOST_ROWS ? [h("details", { class: "more", open: false }, count, ...rows)] : rows));
    countThem();
    wholeGroup.replaceChildren(...groupButtons(form, (ids) => { add(ids); }));
  }

  function countThem() {
    count.textContent = _("%(n)s peserta dicentang", { n: present(form.visit).length });
  }

  function drawFound() {
    found.replaceChildren(...matching(form, search.value).slice(0, MOST_FOUND).map((person) => (
      h("button", { type: "button", class: "person-add", onclick: () => addFound(person) },
        icon("plus-lg"), h("span", {}, h("strong", {}, person.name), h("small", {}, wordsAbout(person))))
    )));
  }

  function addFound(person) {
    search.value = "";
    add([person.id]);
    search.focus();
  }

  function add(ids) {
    for (const id of ids) {
      const known = form.visit.attendees.find((one) => one.participation_id === id);
      if (known) known.present = true;
      else form.visit.attendees.push(emptyAttendee(id));
    }
    form.changed();
    drawList();
    drawFound();
  }

  drawList();
  const more = h("details", { class: "more", open: present(form.visit).length === 0 },
    h("summary", {}, _("Tambah peserta lain")), search, found);
  more.addEventListener("toggle", () => { if (more.open) drawFound(); });
  if (more.open) drawFound();
  return group(form, "attendees", _("Siapa yang dikunjungi?"), "", list, wholeGroup, more);
}

function personRow(form, one, told) {
  const person = form.person(one.participation_id);
  const box = h("input", {
    type: "checkbox", class: "form-check-input", checked: one.present,
    onchange: (event) => { one.present = event.target.checked; form.changed(); told(); },
  });
  return h("label", { class: "person-row" }, box,
    h("span", {}, h("strong", {}, person.name), h("small", {}, wordsAbout(person))));
}

// One button for each group of those who are ticked, as long as somebody of it is missing.
function groupButtons(form, add) {
  const here = present(form.visit).map((one) => one.participation_id);
  const groups = new Set(here.map((id) => form.person(id).group_id).filter(Boolean));
  return [...groups].flatMap((number) => {
    const members = form.bekal.participants.filter((person) => person.group_id === number);
    if (members.every((person) => here.includes(person.id))) return [];
    const words = _("Seluruh kelompok %(name)s (%(n)s orang)", { name: members[0].group, n: members.length });
    return [h("button", { type: "button", class: "btn btn-outline", onclick: () => add(members.map((person) => person.id)) },
      icon("people"), words)];
  });
}

function matching(form, text) {
  const chosen = new Set(form.visit.attendees.map((one) => one.participation_id));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return form.bekal.participants.filter((person) => {
    const about = `${person.name} ${person.business ?? ""} ${person.group ?? ""}`.toLowerCase();
    return !chosen.has(person.id) && words.every((word) => about.includes(word));
  });
}

function wordsAbout(person) {
  return [person.business, person.group, person.area].filter(Boolean).join(" · ");
}
