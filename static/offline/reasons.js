// Why somebody stands in the list of the day, in a few words, and who comes first. Pure.

import { daysBetween, near } from "./dates.js";
import { _ } from "./words.js";

export const LATE = "terlambat";
export const SOON = "minggu-ini";
export const LATER = "lain";
const WEEK = 7;
const RENT_DAYS = 30;
const LONG_AGO = 60; // days without a visit
const A_YEAR = 365;

// [{ kind, late, soon, day, words, sign }], the most pressing first
export function reasonsFor(participant, today) {
  return [
    ...visits(participant, today),
    ...rounds(participant, today),
    ...promises(participant, today),
    ...rent(participant, today),
  ].map((reason) => ({ ...reason, soon: daysBetween(today, reason.day) <= WEEK })).sort((one, other) => Number(other.late) - Number(one.late) || (one.day < other.day ? -1 : 1));
}

// LATE when anything is overdue, SOON when something falls into the next seven days or has no day, else LATER
export function standing(reasons) {
  if (reasons.some((reason) => reason.late)) return LATE;
  return reasons.some((reason) => reason.soon) ? SOON : LATER;
}

// Overdue first and longest first, then by day, then by name.
export function byUrgency(one, other) {
  const order = [LATE, SOON, LATER];
  return order.indexOf(one.standing) - order.indexOf(other.standing)
    || compare(one.reasons[0]?.day ?? "9999", other.reasons[0]?.day ?? "9999")
    || one.participant.name.localeCompare(other.participant.name, "id");
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

function visits({ next_visit_on: next, last_visit_on: last }, today) {
  if (next) {
    if (daysBetween(today, next) > WEEK) return [];
    const words = next < today ? _("Kunjungan %(late)s", { late: lateBy(next, today) }) : _("Kunjungan %(when)s", { when: near(next, today) });
    return [{ kind: "visit", late: next < today, day: next, sign: "calendar-event", words }];
  }
  if (!last) return [{ kind: "visit", late: false, day: today, sign: "calendar-event", words: _("Belum pernah dikunjungi") }];
  const days = daysBetween(last, today);
  if (days < LONG_AGO) return [];
  const words = days > A_YEAR ? _("Lebih dari setahun tanpa kunjungan") : _("%(n)s hari tanpa kunjungan", { n: days });
  return [{ kind: "visit", late: true, day: last, sign: "calendar-event", words }];
}

function rounds({ rounds_due: due = [] }, today) {
  return due.filter((round) => daysBetween(today, round.due_on) <= WEEK).map((round) => ({
    kind: "checkup", late: round.due_on < today, day: round.due_on, sign: "clipboard-data", round: round.round,
    words: round.due_on < today
      ? _("Pemeriksaan bulan %(round)s %(late)s", { round: round.round, late: lateBy(round.due_on, today) })
      : _("Pemeriksaan bulan %(round)s %(when)s", { round: round.round, when: near(round.due_on, today) }),
  }));
}

function promises({ open_items: open = [] }, today) {
  if (!open.length) return [];
  const first = open.map((item) => item.due_on).filter(Boolean).sort()[0] ?? null;
  const what = open.length === 1 ? _("1 tindak lanjut") : _("%(n)s tindak lanjut", { n: open.length });
  const when = first === null ? _("tanpa tanggal") : first < today ? lateBy(first, today) : near(first, today);
  return [{ kind: "promise", late: Boolean(first && first < today), day: first ?? today, sign: "list-check", words: `${what} ${when}` }];
}

function rent({ rent_ends_on: ends }, today) {
  if (!ends || Math.abs(daysBetween(today, ends)) > RENT_DAYS) return [];
  const when = near(ends, today);
  const words = ends < today ? _("Sewa tempat berakhir %(when)s", { when }) : _("Sewa tempat habis %(when)s", { when });
  return [{ kind: "rent", late: false, day: ends, sign: "shop-window", words }];
}

function lateBy(day, today) {
  return _("terlambat %(n)s hari", { n: daysBetween(day, today) });
}
