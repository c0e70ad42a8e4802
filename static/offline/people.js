// The participants on this phone as the views show them: with reasons, distance, and what waits to be sent.

import { byUrgency, reasonsFor, standing } from "./reasons.js";
import { metresBetween, lastHere } from "./distance.js";
import { dayOf } from "./dates.js";
import { provisions } from "./provisions.js";
import { readAll } from "./store.js";

// { bekal, people: [{ participant, reasons, standing, metres, waiting }], drafts, items } or null when nothing is here
export async function peopleHere(today = dayOf()) {
  const bekal = await provisions();
  if (!bekal) return null;
  const [items, drafts] = await Promise.all([readAll("outbox"), readAll("drafts")]);
  const done = new Set(items.filter((item) => item.kind === "tindak-lanjut" && item.payload).map((item) => item.payload.id));
  const people = bekal.participants.map((raw) => {
    const participant = { ...raw, open_items: (raw.open_items ?? []).filter((item) => !done.has(item.id)) };
    const reasons = reasonsFor(participant, today);
    return {
      participant, reasons, standing: standing(reasons),
      metres: metresBetween(lastHere(), participant),
      waiting: items.filter((item) => concerns(item, participant.id)).length,
    };
  });
  return { bekal, people: people.sort(byUrgency), drafts, items };
}

// By name, business, group or place; every word typed must be found somewhere.
export function matches(participant, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const said = plain([participant.name, participant.business, participant.group, participant.area].filter(Boolean).join(" "));
  return words.every((word) => said.includes(word));
}

function plain(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

function concerns(item, id) {
  if (!item.payload || item.state === "terkirim") return false;
  return item.payload.participation_id === id || (item.payload.attendees ?? []).some((one) => one.participation_id === id);
}
