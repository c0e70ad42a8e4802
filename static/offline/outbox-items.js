// The records of the outbox as they lie in the store, and who may touch one.

import { readAll } from "./store.js";

const DAYS_SHOWN = 7;

const tabs = "BroadcastChannel" in self ? new BroadcastChannel("wub-kotak-keluar") : null;
tabs?.addEventListener("message", () => self.dispatchEvent(new Event("wub:outbox")));

export function tellTabs() {
  self.dispatchEvent(new Event("wub:outbox"));
  tabs?.postMessage("changed");
}

// One at a time over all tabs and the worker: a record is not changed while it is on its way.
export function alone(key, work) {
  return navigator.locks ? navigator.locks.request(`wub:${key}`, work) : work();
}

// Somebody must look: refused, in conflict, or arrived without one of its photos.
export function needsLook(item) {
  return ["ditolak", "bentrok"].includes(item.state) || lacksPhoto(item);
}

export function lacksPhoto(item) {
  return item.state === "terkirim" && item.photos.some((photo) => photo.refused);
}

// What was sent before the provisions were asked for is in them: it keeps its line for a week, without content.
export async function settled(asked) {
  const sent = (await readAll("outbox")).filter((item) => item.state === "terkirim" && item.received_at);
  const over = new Date(Date.now() - DAYS_SHOWN * 86_400_000).toISOString();
  return {
    kept: sent.filter((item) => item.settled_at < asked && item.payload && !lacksPhoto(item))
      .map((item) => ["outbox", item.key, { ...item, payload: null }]),
    dropped: sent.filter((item) => item.settled_at < over && !lacksPhoto(item)).map((item) => ["outbox", item.key]),
  };
}
