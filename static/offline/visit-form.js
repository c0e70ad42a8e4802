// A visit written on the phone: four short steps, or one page when nobody was met. Kept with every change, queued at the end.

import { shortDay } from "./dates.js";
import { recordForm } from "./record-form.js";
import { notesAbove, waitingPage } from "./record-pages.js";
import { saving } from "./saving.js";
import { signaturePicture } from "./signature.js";
import { steppedForm } from "./steps.js";
import { read } from "./store.js";
import { drawAttempt } from "./visit-attempt.js";
import { faultsOf } from "./visit-checks.js";
import { isAttempt, present, visitJson } from "./visit-draft.js";
import { freeTokens, openVisit } from "./visit-opening.js";
import { drawProof } from "./visit-proof.js";
import { drawSeen } from "./visit-seen.js";
import { drawTalk } from "./visit-talk.js";
import { drawWho } from "./visit-who.js";
import { _ } from "./words.js";

const MEETING = () => [
  { title: _("Siapa"), draw: drawWho, fields: /^(outcome|attendees|mode|starts_at|held_on|latitude|longitude|accuracy|place)/ },
  { title: _("Isi"), draw: drawTalk, fields: /^(topics|problem|advice|action_items|promise-|owner-|whom-|due-)/ },
  { title: _("Keadaan"), draw: drawSeen, fields: /^(status|sales)-/ },
  { title: _("Bukti"), draw: drawProof, fields: /./ },
];
const ATTEMPT = () => [{ title: _("Tidak ditemui"), draw: drawAttempt, fields: /./ }];

export async function visitView(root, { key, query }) {
  const bekal = await read("bekal", "kini");
  const opened = await openVisit(key, query, bekal);
  if (opened.waiting) {
    root.append(waitingPage(opened.waiting));
    return null;
  }
  const { visit, note, reason, faults } = opened;
  const tokens = await freeTokens(bekal, key);
  let steps = null;
  const form = recordForm({ key, bekal, faults, draft: record });
  Object.assign(form, { visit, token });
  steps = steppedForm(root, form, {
    title: _("Catat kunjungan"), about: names, notes: notesAbove(opened), step: opened.step,
    save: saving(root, form, { complain: (found) => steps.complain(found), faults: () => faultsOf(visit), written }),
    pages: () => (isAttempt(visit) ? ATTEMPT() : MEETING()),
  });
  return form.close;

  function record() {
    const photos = pictures();
    return { kind: "kunjungan", key, visit, step: steps.step(), note, reason, about: about(), photos, saved_at: new Date().toISOString() };
  }

  // The signature lies on the phone as a picture only of a visit that was queued before.
  function pictures() {
    const photos = visit.photos.map((photo) => ({ key: photo, jenis: "foto" }));
    return visit.signature ? [...photos, { key: visit.signature, jenis: "tanda_tangan" }] : photos;
  }

  function names() {
    const [first, ...others] = present(visit).map((one) => form.person(one.participation_id).name);
    return others.length ? _("%(name)s dan %(n)s lainnya", { name: first, n: others.length }) : first ?? "";
  }

  function about() {
    return [names(), shortDay(visit.held_on)].filter(Boolean).join(", ");
  }

  // The token of this visit, or the next one that no other visit on this phone uses.
  function token() {
    const found = tokens.find((one) => one.token === visit.confirmation_token) ?? tokens[0] ?? null;
    if (found && found.token !== visit.confirmation_token) {
      visit.confirmation_token = found.token;
      form.changed();
    }
    return found;
  }

  async function written() {
    const photos = visit.photos.map((photo) => ({ key: photo, jenis: "foto" }));
    if (visit.confirmation === "tanda_tangan" && !isAttempt(visit)) photos.push(await signature());
    return { kind: "kunjungan", key, payload: visitJson(visit, { capturedAt: new Date().toISOString() }), photos, about: about() };
  }

  async function signature() {
    if (visit.signature) return { key: visit.signature, jenis: "tanda_tangan" };
    visit.signature = crypto.randomUUID();
    return { key: visit.signature, jenis: "tanda_tangan", blob: await signaturePicture(visit.strokes, visit.signed_name) };
  }
}
