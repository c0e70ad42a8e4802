// What every form of the phone has: a draft that is kept as it changes, faults beside their fields, one frame.

import { h, icon } from "./dom.js";
import { openPictures } from "./pictures.js";
import { StorageProblem, write } from "./store.js";
import { UnreadablePhoto } from "./photos.js";
import { _ } from "./words.js";

const PAUSE_MS = 300; // of typing, after which it is kept

// `draft()` gives what is kept of the record under `key`.
export function recordForm({ key, bekal, faults, draft }) {
  const saved = h("p", { class: "f-saved", role: "status" });
  const listeners = new Set();
  let timer = null;
  let writing = Promise.resolve();

  const form = {
    key, bekal, faults, saved,
    today: null,
    codes: bekal.codes,
    pictures: openPictures(),
    person: personOf(bekal),
    label: (list, code) => bekal.codes[list].find(([one]) => one === code)?.[1] ?? code,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(form.keep, PAUSE_MS);
      for (const told of listeners) told();
    },
    whenChanged: (told) => listeners.add(told),
    forgetListeners: () => listeners.clear(),
    corrected(name) {
      faults.delete(name);
      document.getElementById(`fault-${name}`)?.remove();
      document.getElementById(`field-${name}`)?.closest(".has-fault")?.classList.remove("has-fault");
    },
    // One after the other, so that an older state never lands on a newer one.
    keep() {
      clearTimeout(timer);
      timer = null;
      writing = writing.then(() => write("drafts", key, draft())).then(() => say(icon("check-lg"), _("Tersimpan di HP")), (error) => {
        saved.classList.add("is-doubtful");
        say(icon("exclamation-triangle"), problemWords(error));
      });
      return writing;
    },
    close() {
      document.removeEventListener("visibilitychange", hidden);
      const last = timer === null ? writing : form.keep();
      form.pictures.close();
      return last;
    },
    stop() {
      clearTimeout(timer);
      timer = null;
      return writing;
    },
    problemWords,
  };

  // The phone may put the browser out as soon as it is not seen.
  function hidden() {
    if (document.visibilityState === "hidden" && timer !== null) form.keep();
  }
  document.addEventListener("visibilitychange", hidden);

  function say(...words) {
    saved.replaceChildren(...words);
  }

  return form;
}

export function problemWords(error) {
  if (error instanceof UnreadablePhoto) return error.message;
  if (error instanceof StorageProblem && error.kind === "full") {
    return _("Penyimpanan HP penuh, jadi perubahan terakhir belum tersimpan. Hapus berkas lain di HP, lalu coba lagi.");
  }
  return _("HP ini tidak mengizinkan penyimpanan, jadi isian belum tersimpan. Jangan tutup halaman ini; keluar dari mode penyamaran, atau catat lewat halaman biasa selama ada sinyal.");
}

function personOf(bekal) {
  const known = new Map(bekal.participants.map((person) => [person.id, person]));
  return (id) => known.get(id) ?? { id, name: _("Peserta yang tidak lagi ditugaskan"), business: "", group: "" };
}

// All that is wrong, each a way to its field.
export function faultSummary(faults, goTo) {
  if (!faults.length) return "";
  return h("div", { class: "error-summary", role: "alert" },
    h("p", { class: "error-summary-title" }, icon("exclamation-circle"), _("Belum dapat disimpan")),
    h("ul", {}, ...faults.map((fault) => (
      h("li", {}, h("button", { type: "button", class: "link-button", onclick: () => goTo(fault.field) }, fault.sentence))
    ))));
}

export function focusField(name) {
  const place = document.getElementById(`field-${name}`);
  if (!place) return;
  const control = place.matches("fieldset") ? place.querySelector("input, button, select, textarea") ?? place : place;
  place.closest("details")?.setAttribute("open", "");
  control.focus({ preventScroll: true });
  place.closest(".f-field").scrollIntoView({ block: "center" });
}
