// Fields of the phone's forms: a label, a hint, what is wrong, and a control that writes into the draft as it changes.

import { anyOf, oneOf } from "./chips.js";
import { h } from "./dom.js";

// One control under its label. `form.faults` says what is wrong with which field.
export function field(form, name, label, control, hint = "") {
  const id = `field-${name}`;
  control.id = id;
  const notes = notesOf(form, name, hint);
  describe(control, notes);
  const box = h("div", { class: "f-field" }, h("label", { class: "f-label", for: id }, label), ...notes, control);
  return withFault(form, name, box, control);
}

// Several controls under one legend: chips, or a pad to sign on.
export function group(form, name, legend, hint, ...content) {
  const notes = notesOf(form, name, hint);
  const box = h("fieldset", { class: "f-field f-group" }, h("legend", { class: "f-label" }, legend), ...notes, ...content);
  box.id = `field-${name}`;
  describe(box, notes);
  return withFault(form, name, box, box);
}

// One of several answers, kept in `target[name]`; `id` where the name stands on the page more than once.
export function choice(form, target, name, legend, options, id = name) {
  const pick = (code) => {
    target[name] = code;
    form.changed();
  };
  return group(form, id, legend, "", oneOf({ options, chosen: target[name], pick }));
}

// Any of several answers.
export function choices(form, target, name, legend, options) {
  const pick = (codes) => {
    target[name] = codes;
    form.changed();
  };
  return group(form, name, legend, "", anyOf({ options, chosen: target[name], pick }));
}

export function section(title, ...content) {
  return h("section", { class: "f-section" }, title ? h("h2", {}, title) : null, ...content);
}

// An <input> that keeps `target[name]`.
export function input(form, target, name, attributes = {}) {
  return kept(form, target, name, h("input", { class: "form-control", autocomplete: "off", ...attributes }));
}

export function paragraph(form, target, name, attributes = {}) {
  const box = h("textarea", { class: "form-control", rows: "3", maxlength: "2000", ...attributes });
  return kept(form, target, name, box);
}

// A yes that is ticked; `told()` hears of it.
export function check(form, target, name, label, told = () => {}) {
  const box = h("input", {
    type: "checkbox", class: "form-check-input", checked: target[name],
    onchange: () => {
      target[name] = box.checked;
      form.changed();
      told();
    },
  });
  return withFault(form, name, h("label", { class: "f-check", id: `field-${name}` }, box, h("span", {}, label)), box);
}

// As if somebody had typed it.
export function typeInto(control, text) {
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function kept(form, target, name, control) {
  control.value = target[name];
  control.addEventListener("input", () => {
    target[name] = control.value;
    form.changed();
  });
  return control;
}

function notesOf(form, name, hint) {
  const fault = form.faults.get(name);
  return [
    hint ? h("p", { class: "f-hint", id: `hint-${name}` }, hint) : null,
    fault ? h("p", { class: "f-fault", id: `fault-${name}` }, fault) : null,
  ].filter(Boolean);
}

function describe(element, notes) {
  if (notes.length) element.setAttribute("aria-describedby", notes.map((note) => note.id).join(" "));
}

function withFault(form, name, box, control) {
  if (!form.faults.has(name)) return box;
  box.classList.add("has-fault");
  if (control !== box) control.setAttribute("aria-invalid", "true");
  box.addEventListener("input", () => form.corrected(name), { once: true });
  return box;
}
