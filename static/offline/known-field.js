// A number that may also be unknown: typed as people write it and shown back as it will be kept, or why there is none.

import { oneOrNone } from "./chips.js";
import { h } from "./dom.js";
import { field, input } from "./fields.js";
import { readMoney, rupiah } from "./money.js";
import { NOT_ASKED } from "./visit-draft.js";
import { _ } from "./words.js";

// `value` and `answer`: the names of both in `target`; `told()` hears of each change.
export function moneyField(form, target, { id, value, answer, label, hint = "", told }) {
  const box = input(form, target, value, { placeholder: _("misalnya 1,5 jt"), maxlength: "40" });
  const say = ({ value: amount, fault }) => fault ?? (amount === null ? "" : _("Tercatat %(amount)s", { amount: rupiah(amount) }));
  return known(form, target, box, { id, value, answer, label, hint, told, read: readMoney, say });
}

export function numberField(form, target, { id, value, answer, label, hint = "", told }) {
  const box = input(form, target, value, { inputmode: "numeric", maxlength: "6" });
  return known(form, target, box, { id, value, answer, label, hint, told, read: readWhole, say: ({ fault }) => fault ?? "" });
}

export function readWhole(text) {
  const said = text.trim().replace(/^([0-9]{1,3})[.,]([0-9]{3})$/, "$1$2");
  if (!said) return { value: null };
  return /^[0-9]+$/.test(said) ? { value: Number(said) } : { fault: _("Tulis bilangan bulat, misalnya 12.") };
}

function known(form, target, box, { id, value, answer, label, hint, told = () => {}, read, say }) {
  const said = h("p", { class: "f-said", role: "status" });
  const answers = h("div", { class: "f-answers" });
  box.addEventListener("input", () => {
    if (box.value.trim()) target[answer] = NOT_ASKED;
    show();
    told();
  });
  show();
  const whole = field(form, id, label, box, hint);
  whole.append(said, answers);
  return whole;

  function show() {
    const found = read(box.value);
    const empty = !found.fault && found.value === null && target[answer] === NOT_ASKED;
    said.textContent = empty ? _("Belum ditanya") : say(found);
    said.classList.toggle("is-doubtful", Boolean(found.fault));
    answers.replaceChildren(oneOrNone({
      legend: _("%(field)s, bila tanpa angka", { field: label }),
      options: [["tidak_tahu", _("Tidak tahu")], ["menolak", _("Tidak mau menjawab")]],
      chosen: box.value.trim() ? "" : target[answer],
      pick: (code) => {
        target[answer] = code ?? NOT_ASKED;
        target[value] = "";
        box.value = "";
        said.textContent = code ? "" : _("Belum ditanya");
        said.classList.remove("is-doubtful");
        form.corrected(id);
        form.changed();
        told();
      },
    }));
  }
}
