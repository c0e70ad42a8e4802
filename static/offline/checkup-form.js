// A checkup written on the phone: the state first, and numbers only of those who may have some.

import { checkupFaults } from "./checkup-checks.js";
import { checkupJson, checkupOf, emptyCheckup, isMeasured } from "./checkup-draft.js";
import { drawClosing, drawEnterprise, drawSales } from "./checkup-numbers.js";
import { drawState, roundWords } from "./checkup-state.js";
import { dayOf } from "./dates.js";
import { items } from "./outbox.js";
import { recordForm } from "./record-form.js";
import { lostPage, notesAbove, waitingPage } from "./record-pages.js";
import { saving } from "./saving.js";
import { steppedForm } from "./steps.js";
import { read } from "./store.js";
import { _ } from "./words.js";

const OF_THE_STATE = /^(round_month|as_of_date|status|closed_on|attempts|refused|source|verification)/;
const STATE = () => ({ title: _("Keadaan"), draw: drawState, fields: OF_THE_STATE });
const SALES = () => ({ title: _("Penjualan"), draw: drawSales, fields: /^(sales_|costs_|owner_|recording_|outlier_)/ });
const ENTERPRISE = () => ({ title: _("Usaha"), draw: drawEnterprise, fields: /^(workers_|temporary_|digital_|finance_|obstacle)/ });
const CLOSING = () => ({ title: _("Catatan"), draw: drawClosing, fields: /./ });

export async function checkupView(root, { key, query }) {
  const bekal = await read("bekal", "kini");
  const opened = await openCheckup(key, query, bekal);
  if (!opened || opened.waiting) {
    root.append(opened ? waitingPage(opened.waiting) : lostPage());
    return null;
  }
  const { checkup, reason, faults } = opened;
  if (faults.has("outlier_note")) checkup.outlier_asked = true;
  let steps = null;
  const form = recordForm({ key, bekal, faults, draft: record });
  const person = form.person(checkup.participation_id);
  Object.assign(form, { checkup, redrawSteps: () => steps.redrawSteps() });
  steps = steppedForm(root, form, {
    title: _("Pemeriksaan"), about: () => person.name, notes: notesAbove(opened), step: opened.step,
    save: saving(root, form, { complain: (found) => steps.complain(found), faults: () => checkupFaults(checkup, form), written }),
    pages: () => (isMeasured(checkup) ? [STATE(), SALES(), ENTERPRISE(), CLOSING()] : [STATE(), CLOSING()]),
  });
  return form.close;

  function record() {
    return { kind: "pemeriksaan", key, checkup, step: steps.step(), reason, about: about(), photos: pictures(), saved_at: new Date().toISOString() };
  }

  function pictures() {
    return checkup.photos.map((photo) => ({ key: photo, jenis: "foto" }));
  }

  function about() {
    return [person.name, roundWords(checkup.round_month)].join(", ");
  }

  function written() {
    return { kind: "pemeriksaan", key, payload: checkupJson(checkup, { capturedAt: new Date().toISOString() }), photos: pictures(), about: about() };
  }
}

async function openCheckup(key, query, bekal) {
  const draft = await read("drafts", key);
  if (draft) {
    return {
      checkup: draft.checkup ?? checkupOf(draft.payload), step: draft.step ?? 0, reason: draft.reason ?? "",
      faults: new Map(Object.entries(draft.fields ?? {})),
    };
  }
  const waiting = (await items()).find((item) => item.key === key);
  if (waiting) return { waiting };
  const person = bekal.participants.find((one) => one.id === Number(query.get("peserta")));
  if (!person) return null;
  const month = query.has("putaran") ? Number(query.get("putaran")) : person.rounds_due?.[0]?.round ?? "";
  const checkup = { ...emptyCheckup(person.id, month, { day: dayOf() }), business_id: person.business_id ?? null };
  return { checkup, step: 0, reason: "", faults: new Map() };
}
