// Second step of a visit: what it was about, and who does what until when.

import { oneOf } from "./chips.js";
import { near, shortDay } from "./dates.js";
import { h, icon } from "./dom.js";
import { choice, choices, field, group, input, paragraph, section } from "./fields.js";
import { emptyPromise, present } from "./visit-draft.js";
import { plusDays } from "./wita.js";
import { _ } from "./words.js";

const MOST_PROMISES = 10;

export function drawTalk(form) {
  const { visit } = form;
  return [
    section(_("Pembahasan"),
      choices(form, visit, "topics", _("Yang dibahas"), form.codes.Topic),
      field(form, "problem", _("Permasalahan"), paragraph(form, visit, "problem")),
      field(form, "advice", _("Saran atau solusi"), paragraph(form, visit, "advice"))),
    section(_("Tindak lanjut"), ...openPromises(form), promises(form)),
  ];
}

// What was promised before, to be asked about now; it is ticked off on the participant's page.
function openPromises(form) {
  const items = present(form.visit).flatMap((one) => form.person(one.participation_id).open_items ?? []);
  if (!items.length) return [];
  return [h("div", { class: "f-reminder" },
    h("h3", {}, _("Janji yang masih terbuka")),
    h("ul", {}, ...items.map((item) => (
      h("li", {}, item.text, item.due_on ? h("small", {}, ` ${near(item.due_on, form.today)}`) : null)
    ))))];
}

function promises(form) {
  const { visit } = form;
  const list = h("div", {});
  const add = h("button", { type: "button", class: "btn btn-outline", onclick: begin }, icon("plus-lg"), _("Tambah tindak lanjut"));
  draw();
  return h("div", {}, list, add);

  function draw() {
    list.replaceChildren(...visit.action_items.map((item, index) => promiseBox(form, item, index, drop)));
    add.hidden = visit.action_items.length >= MOST_PROMISES;
  }

  function begin() {
    visit.action_items.push(emptyPromise(present(visit)[0]?.participation_id ?? null));
    form.changed();
    draw();
    list.lastElementChild.querySelector("input")?.focus();
  }

  function drop(item) {
    visit.action_items = visit.action_items.filter((one) => one !== item);
    form.changed();
    draw();
    add.focus();
  }
}

function promiseBox(form, item, index, drop) {
  const here = present(form.visit).map((one) => form.person(one.participation_id));
  const text = input(form, item, "text", { maxlength: "500" });
  return h("div", { class: "promise-box" },
    field(form, `promise-${index}`, _("Apa yang akan dikerjakan"), text),
    here.length > 1 ? forWhom(form, item, index, here) : null,
    choice(form, item, "owner", _("Dikerjakan oleh"), form.codes.ActionOwner, `owner-${index}`),
    dueChoice(form, item, index),
    h("button", { type: "button", class: "btn btn-quiet", onclick: () => drop(item) }, icon("trash"), _("Hapus tindak lanjut ini")));
}

function forWhom(form, item, index, people) {
  const options = people.map((person) => (
    h("option", { value: String(person.id), selected: person.id === item.participation_id }, person.name)
  ));
  const select = h("select", { class: "form-select" }, ...options);
  select.addEventListener("change", () => {
    item.participation_id = Number(select.value);
    form.changed();
  });
  return field(form, `whom-${index}`, _("Untuk peserta"), select);
}

function dueChoice(form, item, index) {
  return quickDay(form, item, "due_on", {
    id: `due-${index}`, legend: _("Batas waktu"),
    days: [
      [plusDays(form.today, 1), _("Besok")],
      [plusDays(form.today, 7), _("Minggu depan")],
      [plusDays(form.today, 30), _("Sebulan lagi")],
    ],
  });
}

// A day by one tap, or any day; `days`: [[day, words], …].
export function quickDay(form, target, name, { id = name, legend, days }) {
  const other = "lain";
  const chosen = target[name];
  const isQuick = days.some(([day]) => day === chosen);
  const box = input(form, target, name, { type: "date", "aria-label": legend });
  const said = h("p", { class: "f-said" });
  const frame = h("div", { hidden: !chosen || isQuick }, box);
  box.addEventListener("input", say);
  say();
  return group(form, id, legend, "",
    oneOf({
      options: [["", _("Belum ditentukan")], ...days, [other, _("Tanggal lain")]],
      chosen: chosen && !isQuick ? other : chosen,
      pick: (day) => {
        frame.hidden = day !== other;
        if (day === other) return box.focus();
        box.value = day;
        target[name] = day;
        say();
        return form.changed();
      },
    }), frame, said);

  function say() {
    said.textContent = target[name] ? shortDay(target[name]) : "";
  }
}
