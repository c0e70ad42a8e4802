// Which view an address after # means. A view draws into `root` and may return what is to be done when it is left.

import { checkupView } from "./checkup-form.js";
import { chooseView } from "./choose.js";
import { dayView } from "./day.js";
import { mapView } from "./map.js";
import { outboxView } from "./outbox-view.js";
import { personView } from "./person.js";
import { visitView } from "./visit-form.js";

const VIEWS = {
  "": dayView,
  "pilih": chooseView,
  "peserta": personView,
  "kunjungan": visitView,
  "pemeriksaan": checkupView,
  "kotak-keluar": outboxView,
  "peta": mapView,
};

let leave = null;
let turn = 0;
const scrolled = new Map(); // where one was in a list, for coming back

// "#/kunjungan/UUID?peserta=12,13" → { name: "kunjungan", key: "UUID", query: URLSearchParams }
export function read(hash) {
  const [path, question = ""] = hash.replace(/^#\/?/, "").split("?");
  const [name, key = ""] = path.split("/");
  return { name, key: decodeURIComponent(key), query: new URLSearchParams(question) };
}

export async function route(root, hash) {
  const { name, key, query } = read(hash);
  if (key === "baru") { // every record carries a key made on the phone
    location.replace(`#/${name}/${crypto.randomUUID()}${query.size ? `?${query}` : ""}`);
    return;
  }
  const mine = ++turn;
  if (root.dataset.shown !== undefined) scrolled.set(root.dataset.shown, window.scrollY);
  leave?.();
  leave = null;
  const drawn = document.createElement("div");
  drawn.className = `view view-${name || "hari"}`;
  const left = (await (VIEWS[name] ?? VIEWS[""])(drawn, { key, query })) ?? null;
  if (mine !== turn) { left?.(); return; } // a quicker thumb has gone on meanwhile
  leave = left;
  const same = root.dataset.shown === hash;
  root.replaceChildren(drawn);
  root.dataset.shown = hash;
  if (same) return;
  window.scrollTo(0, VIEWS[name] === personView ? 0 : scrolled.get(hash) ?? 0);
  root.focus({ preventScroll: true });
}
