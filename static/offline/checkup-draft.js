// A checkup while it is being written, and what is sent of it. No screen here.

import { readWhole } from "./known-field.js";
import { readMoney } from "./money.js";
import { NOT_ASKED } from "./visit-draft.js";

const MONEY = ["sales_last_month", "sales_typical_month", "sales_last_season", "costs_last_month", "owner_income"];
const COUNTS = ["workers_permanent", "workers_temporary", "workers_family"];
// Where an enterprise may have sold something last month. Of the others nobody asks for numbers.
const MEASURABLE = new Set(["aktif", "musiman_aktif", "ganti_usaha", "tutup_sementara"]);
const ENDED = new Set(["tutup", "tutup_sementara", "pindah_kota", "meninggal", "bekerja", "ganti_usaha"]);
// The highest level of proof that somebody who mentors may claim: wub/checkups/proof.py.
const HIGHEST = { kunjungan: 2, telepon: 1, datang: 1, dokumen: 1, tetangga: 0, daftar_luar: 0 };
const PLAIN = [
  "business_id", "round_month", "as_of_date", "status", "attempts", "refused", "source", "verification", "closed_on_unknown",
  "recording_basis", "has_nib", "digital_channels", "finance_sources", "obstacle", "outlier_confirmed", "reconstructed",
  "recheck_of_id",
];
const OF_THE_MEASURED = ["recording_basis", "digital_channels", "finance_sources", "obstacle", "temporary_hours_week"];
const WORDS = ["closed_on", "outlier_note", "note"];

export function emptyCheckup(participationId, roundMonth, { day }) {
  return {
    participation_id: participationId,
    business_id: null,
    round_month: roundMonth,
    as_of_date: day,
    status: "",
    closed_on: "",
    closed_on_unknown: false,
    attempts: 1,
    refused: false,
    source: "kunjungan",
    verification: HIGHEST.kunjungan,
    measured: Object.fromEntries([...MONEY, ...COUNTS].map((name) => [name, { said: "", answer: NOT_ASKED }])),
    temporary_hours_week: "",
    recording_basis: NOT_ASKED,
    has_nib: NOT_ASKED,
    digital_channels: [],
    finance_sources: [],
    obstacle: NOT_ASKED,
    outlier_asked: false,
    outlier_confirmed: false,
    outlier_note: "",
    reconstructed: false,
    recheck_of_id: null,
    note: "",
    photos: [],
  };
}

export function highestClaim(source) {
  return HIGHEST[source] ?? 0;
}

export function isMeasured(checkup) {
  return MEASURABLE.has(checkup.status) && !checkup.refused;
}

export function hasEnded(checkup) {
  return ENDED.has(checkup.status);
}

export function isNotFound(checkup) {
  return checkup.status === "tidak_ditemukan";
}

export function readingOf(name, said) {
  return MONEY.includes(name) ? readMoney(said) : readWhole(said);
}

// What the server is told. What belongs to another state, or was left by a change of mind, is not sent.
export function checkupJson(checkup, { capturedAt }) {
  const measured = isMeasured(checkup);
  const blank = emptyCheckup(checkup.participation_id, checkup.round_month, { day: checkup.as_of_date });
  const kept = { ...checkup };
  if (!measured) Object.assign(kept, pick(blank, OF_THE_MEASURED));
  if (!hasEnded(checkup)) Object.assign(kept, pick(blank, ["closed_on", "closed_on_unknown"]));
  if (kept.closed_on_unknown) kept.closed_on = "";
  if (!isNotFound(checkup)) kept.attempts = 1;
  return {
    participation_id: checkup.participation_id,
    ...pick(kept, PLAIN),
    ...Object.fromEntries(WORDS.map((name) => [name, kept[name].trim() || null])),
    temporary_hours_week: kept.temporary_hours_week.trim() ? Number(kept.temporary_hours_week) : null,
    measured: measured ? readings(checkup.measured) : {},
    captured_at: capturedAt,
    photos: checkup.photos,
  };
}

// Back to a draft, of a checkup that waits or was refused.
export function checkupOf(json) {
  const blank = emptyCheckup(json.participation_id, json.round_month, { day: json.as_of_date });
  const typed = Object.fromEntries(Object.entries(blank).map(([name, empty]) => [name, json[name] ?? empty]));
  const measured = Object.fromEntries(Object.keys(blank.measured).map((name) => {
    const { value = null, answer = NOT_ASKED } = json.measured?.[name] ?? {};
    return [name, value === null ? { said: "", answer } : { said: String(value), answer: NOT_ASKED }];
  }));
  return { ...typed, measured, temporary_hours_week: String(json.temporary_hours_week ?? "") };
}

function readings(measured) {
  return Object.fromEntries(Object.entries(measured).map(([name, { said, answer }]) => {
    const { value = null } = readingOf(name, said);
    return [name, { value, answer: value === null ? answer : "diketahui" }];
  }));
}

function pick(record, names) {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}
