// The door of the phone's part: opens the store, draws the frame, and shows the view that the address names.

import { h } from "./dom.js";
import { open } from "./store.js";
import { route } from "./router.js";

const root = document.getElementById("lapangan");

async function start() {
  await open().catch(() => null);
  const page = h("main", { id: "isi", class: "page", tabindex: "-1" });
  root.replaceChildren(page);
  const show = () => route(page, location.hash);
  window.addEventListener("hashchange", show);
  show();
}

start();
