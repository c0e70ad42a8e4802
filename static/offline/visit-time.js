// Begin and end by one tap, each to be corrected by hand.

import { h, icon } from "./dom.js";
import { field, input } from "./fields.js";
import { endOfMinute, wita } from "./wita.js";
import { _ } from "./words.js";

const WORDS = {
  starts_at: { label: () => _("Jam mulai"), tap: () => _("Mulai sekarang"), now: () => wita().time },
  ends_at: { label: () => _("Jam selesai"), tap: () => _("Selesai sekarang"), now: () => endOfMinute() },
};

export function timeField(form, name) {
  const { label, tap, now } = WORDS[name];
  const box = input(form, form.visit, name, { type: "time" });
  const button = h("button", {
    type: "button", class: "btn btn-outline",
    onclick: () => {
      box.value = now();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
  }, icon("clock-history"), tap());
  const whole = field(form, name, label(), box);
  whole.classList.add("f-time");
  whole.append(button);
  return whole;
}
