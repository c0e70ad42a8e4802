// When the phone tries to send: on opening, with signal, on coming back to the screen, after saving, and then ever more rarely.

import { read } from "./router.js";
import { sync } from "./sync.js";

const FIRST = 15_000; // milliseconds
const LAST = 15 * 60_000;
const QUIET = 10 * 60_000; // after which coming back to the screen also asks for fresh provisions

// `show` draws the view anew; only lists are, never what somebody is writing in.
export function keepSending(show) {
  let pause = FIRST;
  let timer = null;
  let refreshed = Date.now();

  async function attempt(anew = false) {
    clearTimeout(timer);
    const { left, sent, wait } = await sync({ anew }).catch(() => ({ left: 1, wait: "gangguan" }));
    if (!wait) refreshed = Date.now();
    if (sent || !left) pause = FIRST; // what cannot go is tried ever more rarely
    if (sent || anew) redraw();
    if (left) {
      timer = setTimeout(attempt, pause);
      pause = Math.min(pause * 2, LAST);
    }
  }
  function redraw() {
    if (["", "peserta", "peta"].includes(read(location.hash).name) && !document.activeElement?.matches("input")) show();
  }

  window.addEventListener("wub:queued", () => { pause = FIRST; askBackground(); attempt(); });
  window.addEventListener("wub:send", () => { pause = FIRST; attempt(true); });
  window.addEventListener("online", () => { pause = FIRST; attempt(); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") attempt(Date.now() - refreshed > QUIET);
  });
  // From the ordinary pages: what was changed there, the language too, is wanted here.
  attempt(document.referrer !== "" && !new URL(document.referrer).pathname.startsWith("/lapangan/"));
}

// Where the browser can, the worker sends even after the page was closed.
async function askBackground() {
  try {
    const registration = await navigator.serviceWorker?.ready;
    await registration?.sync?.register("wub-kirim");
  } catch {
    // not allowed here: the page sends when it is opened
  }
}
