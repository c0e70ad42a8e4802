// Third step of a visit: the state of each enterprise that was seen, and last month's sales if they were told.

import { oneOf } from "./chips.js";
import { h, icon } from "./dom.js";
import { group, section } from "./fields.js";
import { moneyField } from "./known-field.js";
import { readMoney, rupiah } from "./money.js";
import { meaningOf } from "./statuses.js";
import { present } from "./visit-draft.js";
import { _ } from "./words.js";

export function drawSeen(form) {
  const here = present(form.visit);
  if (!here.length) {
    return [section(_("Keadaan usaha"), h("p", {}, _("Belum ada peserta yang dicentang. Kembali ke langkah pertama.")))];
  }
  if (here.length === 1) return [section(_("Keadaan usaha"), ...questions(form, here[0], () => {}))];
  return [section(_("Keadaan usaha"),
    h("p", { class: "f-hint" }, _("Yang tidak diisi tercatat sebagai belum diketahui.")),
    ...here.map((one) => foldedPerson(form, one)))];
}

// Of many, one line each with what is known so far; a touch opens it.
function foldedPerson(form, one) {
  const known = h("small", {}, knownWords(form, one));
  const wrong = form.faults.has(`sales-${one.participation_id}`);
  const details = h("details", { class: "person-seen", open: wrong },
    h("summary", {}, h("span", {}, h("strong", {}, form.person(one.participation_id).name), known), icon("chevron-right")));
  const fill = () => {
    if (details.open && details.children.length === 1) {
      details.append(...questions(form, one, () => { known.textContent = knownWords(form, one); }));
    }
  };
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

function knownWords(form, one) {
  const { value } = readMoney(one.sales);
  const status = form.label("Status", one.status_seen);
  return value === null || value === undefined ? status : `${status} · ${rupiah(value)}`;
}

function questions(form, one, told) {
  const meaning = h("p", { class: "f-said", role: "status" }, meaningOf(one.status_seen));
  const id = one.participation_id;
  return [
    group(form, `status-${id}`, _("Keadaan usaha yang terlihat"), "", oneOf({
      options: form.codes.Status,
      chosen: one.status_seen,
      pick: (code) => {
        one.status_seen = code;
        meaning.textContent = meaningOf(code);
        form.changed();
        told();
      },
    }), meaning),
    moneyField(form, one, {
      id: `sales-${id}`, value: "sales", answer: "sales_answer", label: _("Penjualan bulan lalu"),
      hint: _("Satu bulan penuh terakhir. Kira-kira pun boleh."), told,
    }),
  ];
}
