// Sends what waits: each record, then its photos, then the next. One sync at a time over all tabs and the worker.

import { digestOf } from "./sealing.js";
import { finishLeaving, provisions, refresh } from "./provisions.js";
import { open, read, readAll, set, writeAll } from "./store.js";
import { NO_SIGNAL, photoAnswer, recordAnswer } from "./answers.js";
import { alone, tellTabs } from "./outbox-items.js";
import { putBytes, putJson } from "./contact.js";

const FRESH = 10 * 60_000; // milliseconds for which provisions are not asked for again

// { sent, left, refused, wait }: `wait` says what keeps the rest here, if anything does.
export function sync({ anew = false } = {}) {
  return alone("kirim", () => run(anew));
}

async function run(anew) {
  const done = { sent: 0, refused: 0, wait: null };
  if (!(await finishLeaving())) return finish({ ...done, wait: NO_SIGNAL });
  const known = (await open()) && (await provisions());
  if (known) done.wait = await sendAll(done);
  const stale = !known || Date.now() - Date.parse(known.fetched_at) > FRESH;
  if (!done.wait && (anew || stale || done.sent)) done.wait = (await refresh()).wait ?? null;
  if (!known && !done.wait) done.wait = await sendAll(done); // what waited for this account to come back
  return finish(done);
}

async function finish(done) {
  await set("contact", { wait: done.wait, at: new Date().toISOString() });
  tellTabs();
  return count(done);
}

async function count(done) {
  const left = await waiting().catch(() => []);
  return { sent: 0, refused: 0, wait: null, ...done, left: left.length };
}

async function waiting() {
  const all = await readAll("outbox");
  return all.filter((item) => item.state === "antre").sort((one, other) => (one.queued_at < other.queued_at ? -1 : 1));
}

// Until nothing new waits; what could not go is tried once only.
async function sendAll(done) {
  const tried = new Set();
  for (;;) {
    const next = (await waiting()).find((item) => !tried.has(item.key));
    if (!next) return null;
    tried.add(next.key);
    const { wait, state } = await alone(next.key, () => send(next.key));
    tellTabs();
    if (wait) return wait;
    if (state === "terkirim") done.sent += 1;
    else if (state) done.refused += 1;
  }
}

// One record and its photos: { state } when it is settled, { wait } when the queue must stop, {} to go on.
async function send(key) {
  const item = await read("outbox", key);
  if (item?.state !== "antre") return {}; // taken back meanwhile
  const stopped = item.stored ? null : await sendRecord(item);
  if (stopped) return stopped;
  for (const photo of item.photos.filter((one) => !one.sent && !one.refused)) {
    const stop = await sendPhoto(item, photo);
    await keep(item);
    if (stop) return stop;
  }
  item.state = item.outcome;
  item.settled_at = new Date().toISOString();
  await settle(item);
  return { state: item.state };
}

async function sendRecord(item) {
  const answer = await twice((how) => putJson(`/lapangan/catatan/${item.kind}/${item.key}`, item.payload, how), recordAnswer);
  item.tries += 1;
  if (answer.said.wait) return { wait: answer.said.wait };
  if (!answer.said.end) { await keep(item); return {}; }
  item.reason = answer.said.reason ?? null;
  item.code = answer.body.code ?? null;
  item.fields = answer.said.fields ?? null;
  if (answer.said.end === "ditolak") {
    item.state = "ditolak";
    await keep(item);
    return { state: item.state };
  }
  Object.assign(item, { stored: true, outcome: answer.said.end, received_at: answer.body.received_at ?? new Date().toISOString(), server_id: answer.body.id ?? null });
  await keep(item);
  return null;
}

async function sendPhoto(item, photo) {
  const { blob } = (await read("photos", photo.key)) ?? {};
  if (!blob) { photo.refused = "hilang"; return null; }
  const about = item.kind === "pemeriksaan" ? "pemeriksaan" : "kunjungan";
  const address = `/lapangan/foto/${photo.key}?${about}=${item.key}&jenis=${photo.jenis}&digest=${await digestOf(blob)}`;
  const { said } = await twice((how) => putBytes(address, blob, how), photoAnswer);
  if (said.sent) photo.sent = true;
  else if (said.refused) photo.refused = said.refused;
  else if (said.first) { item.stored = false; return {}; } // the record goes again, at the next sync
  else return said.wait ? { wait: said.wait } : {};
  return null;
}

// A form's protection lives as long as the session: after a new sign-in the old one is refused, and fetched anew.
async function twice(put, judge) {
  const how = async () => {
    const bekal = await provisions();
    return { csrf: bekal?.csrf ?? "", account: bekal?.account?.id ?? "" };
  };
  const before = await how();
  let answer = await put(before);
  let said = judge(answer);
  if (said.again) {
    const { wait } = await refresh();
    const now = await how();
    if (wait) said = { wait };
    else if (now.account !== before.account) said = { wait: "akun_lain" };
    else { answer = await put(now); said = judge(answer); }
    if (said.again) said = { later: true };
  }
  return { ...answer, said };
}

function keep(item) {
  return writeAll([["outbox", item.key, item]]);
}

// Photos that have arrived leave the phone; those that were refused stay until somebody has read why.
function settle(item) {
  return writeAll([["outbox", item.key, item]], item.photos.filter((photo) => photo.sent).map((photo) => ["photos", photo.key]));
}
