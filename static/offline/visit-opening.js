// Where a visit that is opened comes from: a draft of this phone, one that its reviewer sent back, or nothing yet.

import { dayOf } from "./dates.js";
import { items } from "./outbox.js";
import { read, readAll } from "./store.js";
import { emptyVisit, visitOf } from "./visit-draft.js";

// { visit, step, note, faults } or { waiting: item } of what is queued and has to be taken back first
export async function openVisit(key, query, bekal) {
  const draft = await read("drafts", key);
  if (draft) {
    return {
      visit: draft.visit ?? visitOf(draft.payload), step: draft.step ?? 0, note: draft.note ?? "",
      reason: draft.reason ?? "", faults: new Map(Object.entries(draft.fields ?? {})),
    };
  }
  const waiting = (await items()).find((item) => item.key === key);
  if (waiting && waiting.state !== "terkirim") return { waiting };
  const returned = (bekal.returned ?? []).find((one) => one.key === key);
  if (returned?.content) return corrected(returned);
  if (waiting) return { waiting };
  const people = peopleAsked(query, bekal);
  return { visit: emptyVisit(people, { day: dayOf() }), step: 0, note: "", reason: "", faults: new Map() };
}

// A token serves once: those of other drafts and of what waits are taken.
export async function freeTokens(bekal, key) {
  const others = [...(await readAll("drafts")), ...(await readAll("outbox"))].filter((record) => record.key !== key);
  const taken = new Set(others.map((record) => (record.visit ?? record.payload)?.confirmation_token).filter(Boolean));
  return (bekal.tokens ?? []).filter((token) => !taken.has(token.token));
}

function corrected({ content, version, review_note: note }) {
  return { visit: { ...visitOf(content), replaces: version }, step: 0, note, reason: "", faults: new Map() };
}

function peopleAsked(query, bekal) {
  const known = new Set(bekal.participants.map((person) => person.id));
  return (query.get("peserta") ?? "").split(",").map(Number).filter((id) => known.has(id));
}
