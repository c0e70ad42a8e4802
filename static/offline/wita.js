// The clock on the city's wall, whatever zone the phone is set to: days as "2026-11-25", times as "09:10".

const AHEAD_MS = 8 * 60 * 60 * 1000; // of UTC, the whole year
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LAST_MINUTE = "23:59";

export function wita(moment = new Date()) {
  const [day, time] = new Date(moment.getTime() + AHEAD_MS).toISOString().split("T");
  return { day, time: time.slice(0, 5) };
}

// The minute that has begun is over when something ends: what began in it has lasted a minute.
export function endOfMinute(moment = new Date()) {
  const { day, time } = wita(new Date(moment.getTime() + MINUTE_MS));
  return day === wita(moment).day ? time : LAST_MINUTE;
}

// The moment at which the city's wall shows this day and time.
export function momentOf(day, time) {
  return new Date(Date.parse(`${day}T${time}:00Z`) - AHEAD_MS);
}

export function plusDays(day, number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + number * DAY_MS).toISOString().slice(0, 10);
}

// "09:10" → 550, since midnight
export function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
