// A form in steps: where one is, the page of that step, and the way on within reach of a thumb.

import { h, icon } from "./dom.js";
import { faultSummary, focusField } from "./faults.js";
import { _ } from "./words.js";

// pages(): [{ title, draw(form), fields }] as the answers stand now; `fields` matches the names of a page's fields.
// `about()`: the line under the title; `save()` is called at the end. Returns { show, step, complain, redrawSteps }.
export function steppedForm(root, form, { title, about, notes, pages, save, step }) {
  const heading = h("h1", { tabindex: "-1" }, title);
  const named = h("p", { class: "f-for" });
  const steps = h("ol", { class: "f-stepper" });
  const faults = h("div", {});
  const page = h("form", { class: "f-page", novalidate: true, onsubmit: (event) => event.preventDefault() });
  const bar = h("div", { class: "f-bar" });
  let now = step;
  root.append(h("div", { class: "f-head" }, heading, named, form.saved), ...notes, faults, steps, page, bar);
  form.redraw = () => show(now);
  if (form.faults.size) refused();
  else show(now);
  return { show, complain, redrawSteps, step: () => now };

  function show(next) {
    const all = pages();
    now = Math.max(0, Math.min(next, all.length - 1));
    form.leavePage();
    page.replaceChildren(...all[now].draw(form));
    redrawSteps();
  }

  // After an answer on which the number of steps depends.
  function redrawSteps() {
    const all = pages();
    named.textContent = about();
    steps.hidden = all.length === 1;
    steps.replaceChildren(...all.map(stepButton));
    bar.replaceChildren(...buttons(all.length));
  }

  function stepButton({ title: words, fields }, index) {
    const wrong = [...form.faults.keys()].some((field) => pageOf(field) === index);
    return h("li", {}, h("button", {
      type: "button", class: wrong ? "is-wrong" : null, "aria-current": index === now ? "step" : null, onclick: () => move(index),
    }, h("span", { class: "f-stepper-sign", "aria-hidden": "true" }, wrong ? "!" : String(index + 1)), words));
  }

  function buttons(count) {
    return [
      now > 0 ? h("button", { type: "button", class: "btn btn-outline", onclick: () => move(now - 1) }, _("Kembali")) : "",
      now === count - 1
        ? h("button", { type: "button", class: "btn btn-primary", onclick: save }, icon("send"), _("Simpan dan kirim"))
        : h("button", { type: "button", class: "btn btn-primary", onclick: () => move(now + 1) }, _("Lanjut"), icon("chevron-right")),
    ];
  }

  function move(next) {
    show(next);
    form.changed();
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  function pageOf(field) {
    return pages().findIndex(({ fields }) => fields.test(field));
  }

  function goTo(field) {
    show(pageOf(field));
    focusField(field);
  }

  // It came back from the office: the page of the first field that was found wrong.
  function refused() {
    const found = [...form.faults].map(([field, sentence]) => ({ field, sentence }));
    faults.replaceChildren(faultSummary(_("Belum diterima kantor"), found, goTo));
    show(pageOf(found[0].field));
  }

  // What is wrong, above the form and at each field; the first of them is where the cursor goes.
  function complain(found) {
    form.faults.clear();
    for (const { field, sentence } of found) form.faults.set(field, sentence);
    faults.replaceChildren(faultSummary(_("Belum dapat disimpan"), found, goTo));
    if (found.length) goTo(found[0].field);
    return found.length > 0;
  }
}
