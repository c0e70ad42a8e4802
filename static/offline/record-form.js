// What every form of the phone has: a draft that is kept with each change, and what its pages ask of it.

import { h, icon } from "./dom.js";
import { UnreadablePhoto } from "./photos.js";
import { openPictures } from "./pictures.js";
import { write } from "./store.js";
import { troubleSaid } from "./trouble.js";
import { wita } from "./wita.js";
import { _ } from "./words.js";

const PAUSE_MS = 300; // of typing, after which it is kept

// `draft()` gives what is kept of the record under `key`; `faults`: what is wrong with which field.
export function recordForm({ key, bekal, faults, draft }) {
  const saved = h("p", { class: "f-saved" });
  const listeners = new Set();
  let timer = null;
  let writing = Promise.resolve();
  document.addEventListener("visibilitychange", hidden);

  const form = {
    bekal, faults, saved, changed, keep, stop, close, leavePage, problem, problemWords, corrected,
    codes: bekal.codes,
    label: (list, code) => bekal.codes[list].find(([one]) => one === code)?.[1] ?? code,
    person: personOf(bekal),
    pictures: openPictures(),
    today: wita().day,
    stopLooking: () => {},
    whenChanged: (told) => listeners.add(told),
  };
  return form;

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
    if (!saved.classList.contains("is-doubtful")) saved.replaceChildren(_("Menyimpan…"));
    for (const told of listeners) told();
  }

  // What is being corrected is not called wrong any more.
  function corrected(name) {
    if (!faults.delete(name)) return;
    const place = document.getElementById(`field-${name}`)?.closest(".has-fault");
    place?.classList.remove("has-fault");
    place?.querySelector(`#fault-${name}`)?.remove();
    place?.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  }

  // One after the other, so that an older state never lands on a newer one.
  function keep() {
    clearTimeout(timer);
    timer = null;
    writing = writing.then(() => write("drafts", key, draft())).then(say, problem);
    return writing;
  }

  // The phone may end the browser as soon as it is not seen.
  function hidden() {
    if (document.visibilityState === "hidden" && timer !== null) keep();
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    return writing;
  }

  function leavePage() {
    listeners.clear();
  }

  function close() {
    form.stopLooking();
    document.removeEventListener("visibilitychange", hidden);
    form.pictures.close();
    return timer === null ? writing : keep();
  }

  function say() {
    if (timer !== null) return; // something newer waits to be kept
    saved.classList.remove("is-doubtful");
    saved.removeAttribute("role");
    saved.replaceChildren(icon("check-lg"), _("Tersimpan di HP"));
  }

  function problem(error) {
    saved.classList.add("is-doubtful");
    saved.setAttribute("role", "alert");
    saved.replaceChildren(icon("exclamation-triangle"), problemWords(error));
  }
}

function problemWords(error) {
  return error instanceof UnreadablePhoto ? error.message : troubleSaid(error);
}

function personOf(bekal) {
  const known = new Map(bekal.participants.map((person) => [person.id, person]));
  return (id) => known.get(id) ?? { id, name: _("Peserta yang tidak lagi ditugaskan") };
}
