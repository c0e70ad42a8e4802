// Which view an address after # means. A view draws into `root` and may return what is to be done when it is left.

import { checkupView } from "./checkup-form.js";
import { h } from "./dom.js";
import { visitView } from "./visit-form.js";

const EMPTY = (title) => (root) => { root.append(h("h1", {}, title)); };

const VIEWS = {
  "": EMPTY("Hari saya"),
  "peserta": EMPTY("Peserta"),
  "kunjungan": visitView,
  "pemeriksaan": checkupView,
  "kotak-keluar": EMPTY("Kotak keluar"),
  "peta": EMPTY("Peta"),
};

let leave = null;

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
  leave?.();
  leave = null;
  root.replaceChildren();
  leave = (await (VIEWS[name] ?? VIEWS[""])(root, { key, query })) ?? null;
}
