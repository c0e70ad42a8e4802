import { h } from "./dom.js";
import { _ } from "./words.js";

export function checkupView(root, { key, query }) {
  root.append(h("h1", {}, _("Pemeriksaan")));
}
