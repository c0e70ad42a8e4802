// What is wrong with a form, said once above it, each a way to its field.

import { h, icon } from "./dom.js";

export function faultSummary(title, faults, goTo) {
  if (!faults.length) return "";
  return h("div", { class: "error-summary", role: "alert" },
    h("p", { class: "error-summary-title" }, icon("exclamation-circle"), title),
    h("ul", {}, ...faults.map((fault) => (
      h("li", {}, h("button", { type: "button", class: "link-button", onclick: () => goTo(fault.field) }, fault.sentence))
    ))));
}

export function focusField(name) {
  const place = document.getElementById(`field-${name}`);
  if (!place) return;
  const control = place.matches("fieldset") ? place.querySelector("input, button, select, textarea") ?? place : place;
  control.focus({ preventScroll: true });
  place.closest(".f-field").scrollIntoView({ block: "center" });
}
