// Begin and end by one tap, each to be corrected by hand, on a day that is nearly always today.

import { fullDay } from "./dates.js";
import { h, icon } from "./dom.js";
import { field, input, typeInto } from "./fields.js";
import { endOfMinute, wita } from "./wita.js";
import { _ } from "./words.js";

const WORDS = {
  starts_at: { label: () => _("Jam mulai"), tap: () => _("Mulai"), now: () => wita().time },
  ends_at: { label: () => _("Jam selesai"), tap: () => _("Selesai"), now: () => endOfMinute() },
};

export function timeField(form, name) {
  const { label, tap, now } = WORDS[name];
  const box = input(form, form.visit, name, { type: "time" });
  const button = h("button", {
    type: "button", class: "btn btn-outline", onclick: () => typeInto(box, now()),
  }, icon("clock-history"), tap());
  const whole = field(form, name, label(), box);
  whole.classList.add("f-time");
  whole.append(button);
  return whole;
}

export function dayField(form) {
  const { visit, today } = form;
  const words = () => (visit.held_on === today ? _("Hari ini, %(day)s", { day: fullDay(today) }) : visit.held_on && fullDay(visit.held_on));
  const said = h("summary", {}, words());
  const box = input(form, visit, "held_on", { type: "date", max: today });
  box.addEventListener("input", () => { said.textContent = words() || _("Pilih tanggal"); });
  const open = visit.held_on !== today || form.faults.has("held_on");
  return h("details", { class: "more", open }, said, field(form, "held_on", _("Tanggal"), box));
}
