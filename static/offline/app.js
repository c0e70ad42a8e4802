// The door of the phone's part: opens the store, draws the frame, shows the view that the address names, keeps sending.

import { anybodyElse } from "./who-is-home.js";
import { askToStay, open, setting, whenAccountChanges } from "./store.js";
import { frame } from "./frame.js";
import { keepSending } from "./schedule.js";
import { provisions } from "./provisions.js";
import { keepCurrent } from "./updates.js";
import { route } from "./router.js";
import { sync } from "./sync.js";
import { troubleShown, watchTrouble } from "./trouble.js";
import { doorView } from "./door.js";
import { useWords } from "./words.js";

const root = document.getElementById("lapangan");

async function start() {
  const trouble = await prepared();
  if (trouble) { troubleShown(root, trouble); return; }
  const parts = frame(root);
  watchTrouble(parts.notices);
  keepCurrent(parts.notices);
  const show = async () => {
    const bekal = await provisions();
    parts.tell(bekal);
    await (bekal ? route(parts.page, location.hash) : doorView(parts.page, show));
  };
  window.addEventListener("hashchange", show);
  window.addEventListener("wub:words", () => location.reload()); // another language was chosen, or its words grew
  window.addEventListener("wub:account", show); // nobody is at home any more
  window.addEventListener("wub:outbox", async () => { if (!(await provisions())) await show(); }); // and why
  whenAccountChanges(() => location.reload());
  if (!(await provisions())) await sync();
  await show();
  parts.page.focus({ preventScroll: true });
  keepSending(show);
  askToStay();
}

// Nothing of the account before is drawn when somebody else has signed in on this phone.
async function prepared() {
  try {
    const account = await open();
    await anybodyElse(account);
    useWords(await setting("words"));
    return null;
  } catch (error) {
    return error;
  }
}

start();
