// Last step of a visit: when it ended, photos, the participant's word, the next visit, and the time around it.

import { metresBetween } from "./distance.js";
import { confirmationPart } from "./confirmation.js";
import { h } from "./dom.js";
import { field, input, section } from "./fields.js";
import { doubtsOf } from "./visit-checks.js";
import { present } from "./visit-draft.js";
import { photosPart } from "./visit-photos.js";
import { quickDay } from "./visit-talk.js";
import { timeField } from "./visit-time.js";
import { plusDays } from "./wita.js";
import { _ } from "./words.js";

export function drawProof(form) {
  const { visit } = form;
  return [
    section(_("Selesai"), timeField(form, "ends_at")),
    section(_("Bukti"), photosPart(form, visit)),
    confirmationPart(form),
    section(_("Kunjungan berikutnya"), nextVisit(form)),
    aroundPart(form),
    doubtsBox(form),
  ];
}

export function nextVisit(form) {
  const day = form.visit.held_on || form.today;
  return quickDay(form, form.visit, "next_visit_on", {
    legend: _("Kapan?"),
    days: [
      [plusDays(day, 7), _("Seminggu lagi")],
      [plusDays(day, 14), _("Dua minggu lagi")],
      [plusDays(day, 30), _("Sebulan lagi")],
    ],
  });
}

export function aroundPart(form) {
  const minutes = { inputmode: "numeric", maxlength: "4" };
  return section(_("Waktu di luar tatap muka"),
    h("div", { class: "side-by-side" },
      field(form, "travel_minutes", _("Perjalanan (menit)"), input(form, form.visit, "travel_minutes", minutes)),
      field(form, "preparation_minutes", _("Persiapan (menit)"), input(form, form.visit, "preparation_minutes", minutes))));
}

// What a reviewer will be told too. It stops nobody.
export function doubtsBox(form) {
  const box = h("div", { role: "status" });
  const draw = () => {
    const doubts = doubtsOf(form.visit, { today: form.today, metres: metresFromBusiness(form) });
    box.replaceChildren(...(doubts.length ? [h("div", { class: "f-doubts" },
      h("h3", {}, _("Boleh disimpan; pemeriksa akan melihat ini juga")),
      h("ul", {}, ...doubts.map((doubt) => h("li", {}, doubt))))] : []));
  };
  form.whenChanged(draw);
  draw();
  return box;
}

// From the nearest of the enterprises visited whose place is known.
function metresFromBusiness(form) {
  const metres = present(form.visit)
    .map((one) => metresBetween(form.visit, form.person(one.participation_id)))
    .filter((far) => far !== null);
  return metres.length ? Math.min(...metres) : null;
}
