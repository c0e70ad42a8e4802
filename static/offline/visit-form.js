// A visit written on the phone: four short steps, or one page when nobody was met. Kept with every change, queued at the end.

import { shortDay } from "./dates.js";
import { h, icon } from "./dom.js";
import { edit, queue, sync } from "./outbox.js";
import { faultSummary, focusField, recordForm } from "./record-form.js";
import { signaturePicture } from "./signature.js";
import { read } from "./store.js";
import { drawAttempt } from "./visit-attempt.js";
import { faultsOf } from "./visit-checks.js";
import { isAttempt, present, visitJson } from "./visit-draft.js";
import { freeTokens, openVisit } from "./visit-opening.js";
import { drawProof } from "./visit-proof.js";
import { drawSeen } from "./visit-seen.js";
import { drawTalk } from "./visit-talk.js";
import { drawWho } from "./visit-who.js";
import { wita } from "./wita.js";
import { _ } from "./words.js";

const STEPS = [
  { title: () => _("Siapa"), draw: drawWho, fields: /^(outcome|attendees|mode|starts_at|held_on|latitude|accuracy_note|place)$/ },
  { title: () => _("Isi"), draw: drawTalk, fields: /^(topics|problem|advice|promise|owner|whom|due)/ },
  { title: () => _("Keadaan"), draw: drawSeen, fields: /^(status|sales)-/ },
  { title: () => _("Bukti"), draw: drawProof, fields: /./ },
];

export async function visitView(root, { key, query }) {
  const bekal = await read("bekal", "kini");
  const opened = await openVisit(key, query, bekal);
  if (opened.waiting) {
    root.append(waitingPage(opened.waiting));
    return null;
  }
  const { visit, note, reason, faults } = opened;
  let step = opened.step;
  const form = recordForm({ key, bekal, faults, draft: () => record() });
  const tokens = await freeTokens(bekal, key);
  Object.assign(form, { visit, today: wita().day, redraw: () => show(step), stopLooking: () => {}, token });
  const title = h("h1", { tabindex: "-1" });
  const steps = h("ol", { class: "f-stepper" });
  const faultsBox = h("div", {});
  const page = h("div", { class: "f-page" });
  const bar = h("div", { class: "f-bar" });
  root.append(h("div", { class: "f-head" }, title, form.saved), ...noteBox(note, reason), faultsBox, steps, page, bar);
  show(step);
  return () => {
    form.stopLooking();
    return form.close();
  };

  function show(next) {
    step = isAttempt(visit) ? 0 : next;
    form.forgetListeners();
    form.stopLooking();
    title.textContent = _("Catat kunjungan");
    steps.replaceChildren(...(isAttempt(visit) ? [] : STEPS.map(stepButton)));
    page.replaceChildren(...(isAttempt(visit) ? drawAttempt(form) : STEPS[step].draw(form)));
    bar.replaceChildren(...buttons());
  }

  function stepButton({ title: words }, index) {
    const current = index === step;
    return h("li", {}, h("button", { type: "button", "aria-current": current ? "step" : null, onclick: () => move(index) },
      h("span", { class: "f-stepper-sign" }, String(index + 1)), words()));
  }

  function buttons() {
    const last = isAttempt(visit) || step === STEPS.length - 1;
    return [
      step > 0 ? h("button", { type: "button", class: "btn btn-outline", onclick: () => move(step - 1) }, _("Kembali")) : "",
      last
        ? h("button", { type: "button", class: "btn btn-primary", onclick: save }, icon("send"), _("Simpan dan kirim"))
        : h("button", { type: "button", class: "btn btn-primary", onclick: () => move(step + 1) }, _("Lanjut"), icon("chevron-right")),
    ];
  }

  function move(next) {
    show(next);
    form.changed();
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  function token() {
    const own = visit.confirmation_token;
    const found = tokens.find((one) => one.token === own) ?? tokens[0] ?? null;
    if (found && found.token !== own) {
      visit.confirmation_token = found.token;
      form.changed();
    }
    return found;
  }

  function record() {
    const photos = visit.photos.map((photo) => ({ key: photo, jenis: "foto" }));
    return { kind: "kunjungan", key, visit, step, note, reason, about: about(), photos, saved_at: new Date().toISOString() };
  }

  function about() {
    const [first, ...others] = present(visit).map((one) => form.person(one.participation_id).name);
    const names = others.length ? _("%(name)s dan %(n)s lainnya", { name: first, n: others.length }) : first ?? "";
    return [names, shortDay(visit.held_on)].filter(Boolean).join(", ");
  }

  async function save() {
    const found = faultsOf(visit);
    faults.clear();
    for (const fault of found) faults.set(fault.field, fault.sentence);
    faultsBox.replaceChildren(faultSummary(found, goTo));
    if (found.length) return goTo(found[0].field);
    try {
      await form.stop();
      await send();
    } catch (error) {
      form.saved.classList.add("is-doubtful");
      form.saved.replaceChildren(form.problemWords(error));
      return form.saved.scrollIntoView();
    }
    sync().catch(() => {}); // it waits in the outbox
    return root.replaceChildren(keptPage(about()));
  }

  async function send() {
    const signed = visit.confirmation === "tanda_tangan" && !isAttempt(visit);
    const photos = visit.photos.map((photo) => ({ key: photo, jenis: "foto" }));
    if (signed && !visit.signature) {
      visit.signature = crypto.randomUUID();
      photos.push({ key: visit.signature, jenis: "tanda_tangan", blob: await signaturePicture(visit.strokes, visit.signed_name) });
    } else if (signed) {
      photos.push({ key: visit.signature, jenis: "tanda_tangan" });
    }
    const payload = visitJson(visit, { capturedAt: new Date().toISOString() });
    await queue({ kind: "kunjungan", key, payload, photos, about: about() });
  }

  function goTo(field) {
    if (!isAttempt(visit)) show(STEPS.findIndex(({ fields }) => fields.test(field)));
    else show(0);
    focusField(field);
  }
}

function noteBox(note, reason) {
  return [
    note ? h("div", { class: "notice notice-warning" }, icon("exclamation-triangle"),
      h("div", {}, h("p", { class: "notice-title" }, _("Dikembalikan untuk diperbaiki")), h("p", {}, note))) : null,
    reason ? h("div", { class: "notice notice-danger" }, icon("exclamation-circle"),
      h("div", {}, h("p", { class: "notice-title" }, _("Belum diterima kantor")), h("p", {}, reason))) : null,
  ].filter(Boolean);
}

function keptPage(about) {
  return h("div", { class: "f-kept" },
    icon("check-circle"),
    h("h1", { tabindex: "-1" }, _("Tersimpan di HP")),
    h("p", { role: "status" }, about),
    h("p", {}, _("Dikirim sendiri begitu ada sinyal. Halaman ini boleh ditutup.")),
    h("div", { class: "button-row" },
      h("a", { class: "btn btn-primary", href: "#/" }, _("Hari saya")),
      h("a", { class: "btn btn-outline", href: "#/kotak-keluar" }, _("Kotak keluar"))));
}

function waitingPage(item) {
  async function take() {
    await edit(item.key);
    window.dispatchEvent(new Event("hashchange"));
  }
  return h("div", {},
    h("h1", {}, item.about),
    h("p", {}, _("Kunjungan ini sudah di kotak keluar.")),
    h("div", { class: "button-row" },
      h("button", { type: "button", class: "btn btn-primary", onclick: take }, icon("pencil"), _("Ubah")),
      h("a", { class: "btn btn-outline", href: "#/kotak-keluar" }, _("Kotak keluar"))));
}
