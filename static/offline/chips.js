// Answers that are tapped: real radio buttons and check boxes that look like chips, so a keyboard works them too.
import { h } from "./dom.js";

let made = 0;

// One of several. `options`: [[code, label], …]; `pick(code)` is told of a change; `legend` where no fieldset has one.
export function oneOf({ options, chosen, pick, large = false, legend = null }) {
  made += 1;
  const name = `one-${made}`;
  const chips = options.map(([code, label]) => chip({
    type: "radio", name, label, checked: code === chosen, onchange: () => pick(code),
  }));
  return h("div", { class: large ? "f-chips f-chips-large" : "f-chips", role: legend && "group", "aria-label": legend }, ...chips);
}

// Any of several; `pick(codes)` is told of all that are chosen now, in the order of the options.
export function anyOf({ options, chosen, pick }) {
  const picked = new Set(chosen);
  return h("div", { class: "f-chips" }, ...options.map(([code, label]) => chip({
    type: "checkbox", label, checked: picked.has(code),
    onchange: (event) => {
      if (event.target.checked) picked.add(code);
      else picked.delete(code);
      pick(options.map(([one]) => one).filter((one) => picked.has(one)));
    },
  })));
}

// One of several, or none: a second tap takes it back, and `pick(null)` says so.
export function oneOrNone({ options, chosen, pick, legend }) {
  const boxes = options.map(([code, label]) => chip({
    type: "checkbox", label, checked: code === chosen,
    onchange: (event) => {
      const box = event.target;
      for (const other of box.closest(".f-chips").querySelectorAll("input")) other.checked = other === box && box.checked;
      pick(box.checked ? code : null);
    },
  }));
  return h("div", { class: "f-chips", role: "group", "aria-label": legend }, ...boxes);
}

// Words that a tap puts into a field.
export function suggestions(words, pick) {
  return h("div", { class: "f-chips" }, ...words.map((word) => (
    h("button", { type: "button", class: "f-word", onclick: () => pick(word) }, word)
  )));
}

function chip({ type, name = null, label, checked, onchange }) {
  const input = h("input", { type, onchange });
  if (name) input.name = name;
  input.checked = checked;
  return h("label", { class: "f-chip" }, input, h("span", {}, label));
}
