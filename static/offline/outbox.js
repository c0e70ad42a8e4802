// What was written on this phone and goes to the office by itself: queued, sent, refused, and why.
//
//   await queue({ kind: "kunjungan" | "pemeriksaan" | "tindak-lanjut", key, payload, photos: [{ key, blob, jenis }], about })
//   await items()        newest first: { kind, key, payload, photos, about, state, reason, fields, queued_at, received_at, … }
//   await edit(key)      back to a draft; null when it has reached the office meanwhile
//   await sync()         { sent, left, refused }
//
// After each change `wub:outbox` is dispatched on window, in every tab.

import { read, readAll, writeAll } from "./store.js";
import { alone, tellTabs } from "./outbox-items.js";

export { sync } from "./sync.js";

export const ANTRE = "antre";
export const TERKIRIM = "terkirim";
export const DITOLAK = "ditolak";
export const BENTROK = "bentrok";
export const KARANTINA = "karantina";

// The photos, the record and the end of its draft are one transaction: all is kept, or the form still has it.
export async function queue({ kind, key, payload, photos = [], about = "" }) {
  await alone(key, async () => {
    const before = await read("outbox", key);
    if (before?.stored && !payload.replaces) throw new Error("this record has reached the office and can only be replaced by a correction");
    const item = {
      kind, key, payload, about, state: ANTRE, queued_at: new Date().toISOString(), tries: 0,
      photos: photos.map((photo) => ({ key: photo.key, jenis: photo.jenis, sent: false })),
    };
    const blobs = photos.filter((photo) => photo.blob).map((photo) => ["photos", photo.key, { blob: photo.blob, jenis: photo.jenis }]);
    const dropped = (before?.photos ?? []).filter((old) => !photos.some((photo) => photo.key === old.key));
    await writeAll([["outbox", key, item], ...blobs], [["drafts", key], ...dropped.map((photo) => ["photos", photo.key])]);
  });
  tellTabs();
  self.dispatchEvent(new Event("wub:queued"));
}

export async function items() {
  const all = await readAll("outbox");
  return all.sort((one, other) => (one.queued_at < other.queued_at ? 1 : -1));
}

// The draft holds what queue() was given: { kind, key, payload, photos: [{ key, jenis }], about, reason, fields }.
export async function edit(key) {
  const draft = await alone(key, async () => {
    const item = await read("outbox", key);
    if (!item || item.stored || item.state === KARANTINA || item.state === BENTROK) return null;
    const { kind, payload, photos, about, reason = null, fields = null } = item;
    const kept = { kind, key, payload, about, reason, fields, photos: photos.map(({ key: photo, jenis }) => ({ key: photo, jenis })) };
    await writeAll([["drafts", key, kept]], [["outbox", key]]);
    return kept;
  });
  tellTabs();
  return draft;
}

// For good, and only after the person was asked.
export async function discard(key) {
  await alone(key, async () => {
    const item = await read("outbox", key);
    await writeAll([], [["outbox", key], ...(item?.photos ?? []).map((photo) => ["photos", photo.key])]);
  });
  tellTabs();
}

export async function discardDraft(key) {
  const draft = await read("drafts", key);
  await writeAll([], [["drafts", key], ...(draft?.photos ?? []).map((photo) => ["photos", photo.key])]);
  tellTabs();
}
