// Days and clock times as a reader in Banjarmasin expects them, whatever zone the phone believes to be in.

import { _, languageNow } from "./words.js";

const ZONE = "Asia/Makassar";
const locale = () => (languageNow() === "en" ? "en-GB" : "id-ID");

// The day in Banjarmasin as "2026-11-25".
export function dayOf(instant = new Date()) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(instant);
}

// Whole days from one day to another; negative when the second lies before the first.
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

// "25 Nov 2026"; a dash for nothing
export function shortDay(day) {
  if (!day) return "–";
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${day}T00:00Z`));
}

// "Rabu, 25 November"
export function fullDay(day) {
  return new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(`${day}T00:00Z`));
}

// "14.05"
export function clock(instant) {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE })
    .format(new Date(instant)).replace(":", ".");
}

// "14.05" today, "25 Nov 14.05" before; a dash for nothing
export function moment(instant) {
  if (!instant) return "–";
  const day = dayOf(new Date(instant));
  if (day === dayOf()) return clock(instant);
  const short = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00Z`));
  return `${short} ${clock(instant)}`;
}

// "hari ini", "besok", "kemarin", "3 hari lagi", "12 hari lalu"
export function near(day, today = dayOf()) {
  const days = daysBetween(today, day);
  if (days === 0) return _("hari ini");
  if (days === 1) return _("besok");
  if (days === -1) return _("kemarin");
  return days > 0 ? _("%(n)s hari lagi", { n: days }) : _("%(n)s hari lalu", { n: -days });
}
