// What the phone keeps: IndexedDB, every value encrypted with a key that scripts can use but not read.
//
//   await open()                        the account that is at home on this phone, or null
//   await unlock(bekal)                 after the server has answered: from now on this account's values open
//   await read("drafts", id)            the object as written, or null
//   await readAll("outbox")
//   await write("photos", id, { blob, jenis })
//   await writeAll([["outbox", id, item], ["photos", id, photo]], [["drafts", id]])     all of it, or nothing
//   await remove("drafts", id)
//   await forget()                      the provisions and the key; what was not sent stays, and stays locked
//
// Values of another account are not seen: they carry its number and open with its key only.

import { bytesOf, importKey, seal, unseal } from "./sealing.js";

const NAME = "wub-lapangan";
const VERSION = 1;
const SEALED = ["bekal", "drafts", "outbox", "photos"];
const DAY = 86_400_000;
export const VALID_DAYS = 7;

let database = null;
let account = null; // { id, key }
const others = "BroadcastChannel" in self ? new BroadcastChannel("wub-penyimpanan") : null;

// kind: "full" (no room), "blocked" (private window, storage refused), "locked" (nobody is at home), "old" (no such browser)
export class StorageProblem extends Error {
  constructor(kind, cause) {
    super(`storage: ${kind}`, { cause });
    this.kind = kind;
  }
}

// Another tab has signed somebody in or out: what this tab shows is no longer right.
export function whenAccountChanges(act) {
  others?.addEventListener("message", () => { account = null; act(); });
}

export async function open() {
  if (!self.indexedDB || !self.crypto?.subtle) throw new StorageProblem("old");
  database ??= await connect();
  const home = await setting("account");
  if (!home) { account = null; return null; }
  if (Date.now() - home.synced_at > (home.valid_days ?? VALID_DAYS) * DAY) { await forget(); return null; }
  const kept = await answerOf(database.transaction("keys").objectStore("keys").get(home.id));
  account = kept ? { id: home.id, key: kept } : null;
  return account ? home.id : null;
}

// `times` is leavings() when the provisions were asked for: who has signed out since is not let in by an answer that
// came late. Counted, because the clock of a phone may be set back.
export async function unlock(bekal, times = null) {
  database ??= await connect();
  const key = await importKey(bekal.store_key);
  const before = await setting("account");
  const home = { id: bekal.account.id, synced_at: Date.now(), valid_days: bekal.valid_days ?? VALID_DAYS };
  let late = false;
  await within(["bekal", "keys", "settings"], (store) => {
    const left = store("settings").get("leavings");
    left.onsuccess = () => {
      late = times !== null && (left.result ?? 0) !== times;
      if (late) return;
      if (before && before.id !== home.id) { store("bekal").clear(); store("keys").clear(); }
      store("keys").put(key, home.id);
      store("settings").put(home, "account");
    };
  });
  if (late) throw new StorageProblem("locked");
  account = { id: home.id, key };
  if (before?.id !== home.id) others?.postMessage("changed");
}

export async function read(store, id) {
  const { id: owner } = atHome();
  return opened(store, await answerOf(database.transaction(store).objectStore(store).get([owner, id])));
}

export async function readAll(store) {
  const { id: owner } = atHome();
  const range = IDBKeyRange.bound([owner], [owner, []]);
  const found = await answerOf(database.transaction(store).objectStore(store).getAll(range));
  return Promise.all(found.map((row) => opened(store, row)));
}

export function write(store, id, value) {
  return writeAll([[store, id, value]]);
}

export async function writeAll(entries, removals = []) {
  const { id: owner } = atHome();
  const rows = await Promise.all(entries.map(async ([store, id, value]) => [store, await closed(store, id, value)]));
  const stores = new Set([...entries, ...removals].map(([store]) => store));
  await within([...stores], (store) => {
    for (const [name, row] of rows) store(name).put(row);
    for (const [name, id] of removals) store(name).delete([owner, id]);
  });
}

export function remove(store, id) {
  return writeAll([], [[store, id]]);
}

export async function forget() {
  database ??= await connect();
  const before = await setting("account");
  const times = (await leavings()) + 1;
  await within(["bekal", "keys", "settings"], (store) => {
    store("bekal").clear();
    store("keys").clear();
    store("settings").delete("account");
    store("settings").put(times, "leavings");
  });
  account = null;
  if (!before) return;
  self.dispatchEvent(new Event("wub:account"));
  others?.postMessage("changed");
}

// How often somebody has left this phone.
export async function leavings() {
  return (await setting("leavings")) ?? 0;
}

// Small things that are nobody's: the language, the words, when a reminder was closed.
export async function setting(name) {
  database ??= await connect();
  return (await answerOf(database.transaction("settings").objectStore("settings").get(name))) ?? null;
}

export async function set(name, value) {
  database ??= await connect();
  await within(["settings"], (store) => store("settings").put(value, name));
}

// How many records wait here for an account that is not at home now; their content stays closed.
export async function waitingOfOthers() {
  database ??= await connect();
  const rows = await answerOf(database.transaction("outbox").objectStore("outbox").getAll());
  return rows.filter((row) => row.account !== account?.id && row.state !== "terkirim").length;
}

// How many wait for the account that is at home; asked where one signs out, without opening any of them.
export async function waitingHere() {
  const home = await setting("account");
  const rows = await answerOf(database.transaction("outbox").objectStore("outbox").getAll());
  return rows.filter((row) => row.account === home?.id && row.state === "antre").length;
}

// The browser is asked not to clear this when it runs short of room.
export async function askToStay() {
  try {
    return (await navigator.storage?.persisted?.()) || Boolean(await navigator.storage?.persist?.());
  } catch {
    return false;
  }
}

function atHome() {
  if (!account || !database) throw new StorageProblem("locked");
  return account;
}

// The account and the state stand in the clear: they tell whose it is and whether it waits, and nothing of what it says.
async function closed(store, id, value) {
  const { id: owner, key } = atHome();
  const { blob, ...rest } = value;
  const name = `${store}/${owner}/${id}`;
  const row = { account: owner, id, state: value.state ?? null };
  row.sealed = await seal(key, name, new TextEncoder().encode(JSON.stringify({ ...rest, blobType: blob?.type ?? null })));
  if (blob) row.blob = await seal(key, `${name}/blob`, await bytesOf(blob));
  return row;
}

async function opened(store, row) {
  if (!row) return null;
  const { key } = atHome();
  const name = `${store}/${row.account}/${row.id}`;
  const { blobType, ...value } = { id: row.id, ...JSON.parse(new TextDecoder().decode(await unseal(key, name, row.sealed))) };
  if (row.blob) value.blob = new Blob([await unseal(key, `${name}/blob`, row.blob)], { type: blobType });
  return value;
}

function connect() {
  return new Promise((resolve, reject) => {
    let request;
    try {
      request = indexedDB.open(NAME, VERSION);
    } catch (error) {
      reject(new StorageProblem("blocked", error));
      return;
    }
    request.onupgradeneeded = () => {
      for (const name of SEALED) request.result.createObjectStore(name, { keyPath: ["account", "id"] });
      for (const name of ["keys", "settings"]) request.result.createObjectStore(name);
    };
    request.onerror = () => reject(new StorageProblem("blocked", request.error));
    request.onsuccess = () => {
      const connected = request.result;
      connected.onversionchange = () => connected.close();
      connected.onclose = () => { database = null; };
      resolve(connected);
    };
  });
}

// One transaction that is on the disk when it is done: a phone may lose its battery in the next second.
function within(names, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(problemOf(transaction.error));
    try {
      work((name) => transaction.objectStore(name));
    } catch (error) {
      reject(problemOf(error));
      transaction.abort();
    }
  });
}

function problemOf(error) {
  return new StorageProblem(error?.name === "QuotaExceededError" ? "full" : "blocked", error);
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new StorageProblem("blocked", request.error));
  });
}
