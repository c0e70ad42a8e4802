// A visit while it is being written, and what is sent of it. No screen here.
//
// A draft holds what was typed, also what is still wrong or was made idle by another answer, so that nothing is
// lost by changing one's mind; `visitJson` leaves out what does not belong.
import { readMoney } from "./money.js";

const NOBODY_THERE = "Tidak ditemui"; // the register's own word, in either language of the screen
export const NOT_ASKED = "belum_ditanya";
const NOT_SEEN = "belum_didata";

// A new visit to these participants, by the city's clock.
export function emptyVisit(people, { day }) {
  return {
    held_on: day,
    starts_at: "",
    ends_at: "",
    mode: "lapangan",
    outcome: "bertemu",
    place: "",
    latitude: null,
    longitude: null,
    accuracy_m: null,
    accuracy_note: "",
    topics: [],
    problem: "",
    advice: "",
    heard: "",
    attendees: people.map((id) => emptyAttendee(id)),
    action_items: [],
    confirmation: "",
    no_confirmation_reason: "",
    confirmation_token: null,
    confirmation_code: "",
    signed_name: "",
    strokes: [],
    signature: null,
    photos: [],
    travel_minutes: "",
    preparation_minutes: "",
    next_visit_on: "",
    replaces: null,
  };
}

export function emptyAttendee(id) {
  return { participation_id: id, present: true, status_seen: NOT_SEEN, sales: "", sales_answer: NOT_ASKED };
}

export function emptyPromise(participationId) {
  return { key: crypto.randomUUID(), participation_id: participationId, text: "", owner: "peserta", due_on: "" };
}

export function isAttempt(visit) {
  return visit.outcome === "tidak_ditemui";
}

export function present(visit) {
  return visit.attendees.filter((one) => one.present);
}

export function isSigned(visit) {
  return visit.strokes.length > 0 || visit.signed_name.trim() !== "" || visit.signature !== null;
}

// Read out and written down as "123 456".
export function digitsOf(code) {
  return code.replace(/\s/g, "");
}

// What the server is told. `capturedAt` is the phone's own clock at saving.
export function visitJson(visit, { capturedAt }) {
  const attempt = isAttempt(visit);
  const here = present(visit);
  const said = {
    held_on: visit.held_on,
    starts_at: visit.starts_at,
    ends_at: visit.ends_at,
    mode: visit.mode,
    outcome: visit.outcome,
    place: textOrNull(visit.place),
    latitude: visit.latitude,
    longitude: visit.longitude,
    accuracy_m: visit.accuracy_m,
    accuracy_note: visit.latitude === null ? null : textOrNull(visit.accuracy_note),
    topics: attempt ? [] : visit.topics,
    problem: textOrNull(attempt ? visit.heard : visit.problem),
    advice: attempt ? null : textOrNull(visit.advice),
    attendees: here.map((one) => attendeeJson(attempt ? emptyAttendee(one.participation_id) : one)),
    action_items: attempt ? [] : promisesJson(visit, here),
    ...confirmationJson(visit, attempt),
    travel_minutes: numberOrNull(visit.travel_minutes),
    preparation_minutes: numberOrNull(visit.preparation_minutes),
    next_visit_on: visit.next_visit_on || null,
    captured_at: capturedAt,
    photos: visit.photos,
  };
  return visit.replaces === null ? said : { ...said, replaces: visit.replaces };
}

// Back to a draft, of a visit that waits, was refused, or was returned by its reviewer.
export function visitOf(json) {
  const attempt = json.outcome === "tidak_ditemui";
  const typed = Object.fromEntries(
    Object.entries(emptyVisit([], { day: "" })).map(([name, blank]) => [name, json[name] ?? blank]),
  );
  return {
    ...typed,
    travel_minutes: String(json.travel_minutes ?? ""),
    preparation_minutes: String(json.preparation_minutes ?? ""),
    problem: attempt ? "" : json.problem ?? "",
    heard: attempt ? json.problem ?? "" : "",
    confirmation: attempt ? "" : json.confirmation ?? "",
    no_confirmation_reason: attempt ? "" : json.no_confirmation_reason ?? "",
    attendees: json.attendees.map((one) => ({
      ...emptyAttendee(one.participation_id),
      status_seen: one.status_seen,
      ...salesOf(one),
    })),
    action_items: json.action_items.map((item) => ({ ...item, text: item.text ?? "", due_on: item.due_on ?? "" })),
  };
}

// Of a returned visit the office says no sales: they are asked again, or stay as they were told then.
function salesOf({ sales = null, sales_answer: answer = NOT_ASKED }) {
  return sales === null ? { sales: "", sales_answer: answer } : { sales: String(sales), sales_answer: NOT_ASKED };
}

function attendeeJson(one) {
  const { value = null } = readMoney(one.sales);
  return {
    participation_id: one.participation_id,
    status_seen: one.status_seen,
    sales: value,
    sales_answer: value === null ? one.sales_answer : "diketahui",
  };
}

// A promise for somebody who is no longer ticked becomes the first one's.
function promisesJson(visit, here) {
  const ids = here.map((one) => one.participation_id);
  return visit.action_items
    .filter((item) => item.text.trim())
    .map((item) => ({
      ...item,
      participation_id: ids.includes(item.participation_id) ? item.participation_id : ids[0],
      text: item.text.trim(),
      due_on: item.due_on || null,
    }));
}

function confirmationJson(visit, attempt) {
  const chosen = attempt ? "tidak_ada" : visit.confirmation;
  const byCode = chosen === "kode_wa";
  const without = attempt ? NOBODY_THERE : textOrNull(visit.no_confirmation_reason);
  return {
    confirmation: chosen,
    no_confirmation_reason: chosen === "tidak_ada" ? without : null,
    confirmation_token: byCode ? visit.confirmation_token : null,
    confirmation_code: byCode ? textOrNull(digitsOf(visit.confirmation_code)) : null,
    signature: chosen === "tanda_tangan" ? visit.signature : null,
  };
}

function textOrNull(text) {
  return text.trim() || null;
}

function numberOrNull(text) {
  return text.trim() === "" ? null : Number(text);
}
