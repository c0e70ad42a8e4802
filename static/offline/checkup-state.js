// First step of a checkup: which round, the state of the enterprise, and who says so.

import { oneOf } from "./chips.js";
import { highestClaim, hasEnded, isNotFound } from "./checkup-draft.js";
import { h } from "./dom.js";
import { check, choice, field, group, input, section } from "./fields.js";
import { meaningOf } from "./statuses.js";
import { _ } from "./words.js";

const ROUNDS = [0, 3, 6, 12, 18, 24, 36];
const LEVELS = () => [
  _("0 – kata orang lain"),
  _("1 – lewat telepon"),
  _("2 – dilihat konsultan di tempat"),
];

export function roundWords(month) {
  return month === 0 ? _("Data dasar (bulan ke-0)") : _("Bulan ke-%(month)s", { month });
}

export function drawState(form) {
  return [
    section("", roundChoice(form), field(form, "as_of_date", _("Keadaan per tanggal"),
      input(form, form.checkup, "as_of_date", { type: "date", max: form.today }), _("Hari keadaan ini berlaku, bukan hari dicatat."))),
    section("", statusChoice(form)),
    section(_("Bukti"), sourceChoice(form)),
  ];
}

// The rounds that are due come first; another may be chosen where the list of the phone is older than the office's.
function roundChoice(form) {
  const { checkup } = form;
  const due = (form.person(checkup.participation_id).rounds_due ?? []).map((one) => one.round);
  const offered = ROUNDS.filter((month) => due.includes(month) || month === checkup.round_month);
  const months = offered.length ? offered : ROUNDS;
  return choice(form, checkup, "round_month", _("Putaran"), months.map((month) => [month, roundWords(month)]));
}

function statusChoice(form) {
  const { checkup } = form;
  const meaning = h("p", { class: "f-said", role: "status" }, meaningOf(checkup.status));
  const more = h("div", {});
  const drawMore = () => more.replaceChildren(...ending(form), ...attempts(form));
  drawMore();
  return h("div", {},
    group(form, "status", _("Keadaan usaha"), "", oneOf({
      options: form.codes.Status,
      chosen: checkup.status,
      pick: (code) => {
        checkup.status = code;
        meaning.textContent = meaningOf(code);
        form.changed();
        form.redrawSteps();
        drawMore();
      },
    }), meaning),
    more,
    check(form, checkup, "refused", _("Menolak diperiksa"), form.redrawSteps));
}

function ending(form) {
  const { checkup } = form;
  if (!hasEnded(checkup)) return [];
  return [
    field(form, "closed_on", _("Tutup atau berhenti sejak"), input(form, checkup, "closed_on", { type: "date", max: form.today })),
    checkup.status === "tutup"
      ? check(form, checkup, "closed_on_unknown", _("Tanggal tutupnya tidak diketahui"), () => form.corrected("closed_on"))
      : null,
  ].filter(Boolean);
}

function attempts(form) {
  if (!isNotFound(form.checkup)) return [];
  const numbers = [1, 2, 3, 4, 5].map((number) => [number, String(number)]);
  return [choice(form, form.checkup, "attempts", _("Berapa kali dicoba"), numbers)];
}

function sourceChoice(form) {
  const { checkup } = form;
  const levels = h("div", {});
  const drawLevels = () => levels.replaceChildren(levelChoice(form));
  drawLevels();
  return h("div", {},
    group(form, "source", _("Dari mana kabarnya"), "", oneOf({
      options: form.codes.CheckupSource,
      chosen: checkup.source,
      pick: (code) => {
        checkup.source = code;
        checkup.verification = highestClaim(code);
        form.changed();
        drawLevels();
      },
    })), levels);
}

function levelChoice(form) {
  const { checkup } = form;
  const levels = LEVELS().slice(0, highestClaim(checkup.source) + 1);
  return choice(form, checkup, "verification", _("Tingkat bukti"), levels.map((words, level) => [level, words]));
}
