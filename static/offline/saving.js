// The end of every form: what is wrong is shown, else the record goes into the outbox and the page says that it is kept.

import { queue } from "./outbox.js";
import { keptPage } from "./record-pages.js";

// `faults()`: what is wrong today; `written()`: what queue() takes. Once is enough: a second tap waits for the first.
export function saving(root, form, { complain, faults, written }) {
  let busy = false;
  return async function save() {
    if (busy || complain(faults())) return;
    busy = true;
    try {
      await form.stop();
      const record = await written();
      await queue(record);
      root.replaceChildren(keptPage(record.key, record.about));
      root.querySelector("h1").focus();
    } catch (error) {
      form.problem(error);
      form.saved.scrollIntoView();
    } finally {
      busy = false;
    }
  };
}
