// What the phone takes along from the office: the account, its participants, the lists of codes.

import { forget, leavings, read, set, setting, unlock, writeAll } from "./store.js";
import { getJson, postForm } from "./contact.js";
import { NOT_ALLOWED, recordAnswer } from "./answers.js";
import { settled } from "./outbox-items.js";
import { nobodyAtHome, somebodySignedIn } from "./who-is-home.js";

const ADDRESS = "/lapangan/bekal";
const SIGN_OUT = "/keluar";
const SOURCE = "id";

// As fetched last, or null.
export function provisions() {
  return read("bekal", "kini").catch(() => null);
}

// Fetch them anew: { got: true }, or { wait: what keeps us }.
export async function refresh() {
  const asked = new Date().toISOString();
  const times = await leavings();
  const answer = await getJson(ADDRESS);
  if (answer.status !== 200 || !answer.body.account) {
    const { wait = "sibuk" } = answer.status === 200 ? { wait: "masuk" } : recordAnswer(answer);
    // The account may no longer work in the field: what it had of people goes, what it has written stays.
    if (wait === NOT_ALLOWED) await forget();
    return { wait };
  }
  const { store_key: key, ...bekal } = answer.body;
  await unlock({ ...bekal, store_key: key }, times);
  const entries = await settled(asked);
  await writeAll([["bekal", "kini", { ...bekal, fetched_at: new Date().toISOString() }], ...entries.kept], entries.dropped);
  await fetchWords(bekal.language);
  return { got: true };
}

// Without signal the office cannot be told now: the session there is ended at the next contact.
export async function leave() {
  const bekal = await provisions();
  if (bekal?.csrf) await set("leaving", { csrf: bekal.csrf });
  nobodyAtHome();
  await forget();
  return finishLeaving();
}

// True when no session is left open; false when the office could not be told.
export async function finishLeaving() {
  const leaving = await setting("leaving");
  if (!leaving) return true;
  if (!self.document) return false; // the worker does not see who has signed in meanwhile
  if (!somebodySignedIn()) {
    const { status } = await postForm(SIGN_OUT, { csrf_token: leaving.csrf });
    if (status === 0 || status >= 500) return false;
  }
  await set("leaving", null);
  return true;
}

// The language is the account's; the words change with the version of the files too. The source needs none.
async function fetchWords(language) {
  const mark = new URL(import.meta.url).pathname.split("/").at(-2);
  const known = await setting("words");
  if ((known?.language ?? SOURCE) === language && (language === SOURCE || known.mark === mark)) return;
  const said = language === SOURCE ? { status: 200, body: { language, words: {} } } : await getJson(`/lapangan/kata.json?bahasa=${encodeURIComponent(language)}`);
  if (said.status !== 200 || !said.body.words) return;
  await set("words", said.body);
  self.dispatchEvent(new Event("wub:words"));
}
