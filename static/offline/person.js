// One participant: what was agreed, what is due, and how to reach them. Read from the phone alone.

import { shortDay, near, dayOf } from "./dates.js";
import { h, icon, put } from "./dom.js";
import { peopleHere } from "./people.js";
import { queue } from "./outbox.js";
import { reach, reasonBadge } from "./person-card.js";
import { distanceSaid } from "./distance.js";
import { _ } from "./words.js";

export async function personView(root, { key }) {
  const here = await peopleHere();
  const one = here?.people.find(({ participant }) => String(participant.id) === key);
  if (!one) { put(root, absent()); return; }
  const { participant, reasons, metres, waiting } = one;
  const word = (list, code) => (here.bekal.codes?.[list] ?? []).find(([value]) => value === code)?.[1] ?? code;
  put(root,
    h("header", { class: "person-head" },
      h("h1", {}, participant.name),
      h("p", { class: "quiet" }, [participant.business, participant.group].filter(Boolean).join(" · ")),
      reasons.length ? h("p", { class: "card-reasons" }, reasons.map(reasonBadge)) : null),
    h("div", { class: "person-actions" },
      h("a", { class: "btn btn-primary", href: `#/kunjungan/baru?peserta=${participant.id}` }, icon("journal-plus"), _("Catat kunjungan")), ...reach(participant)),
    waiting ? h("p", { class: "card-waits" }, icon("cloud-slash"), h("a", { href: "#/kotak-keluar" }, _("%(n)s catatan menunggu dikirim", { n: waiting }))) : null,
    checkups(participant),
    promises(participant),
    h("section", { class: "panel" }, h("h2", {}, _("Yang diketahui")), h("dl", { class: "phone-facts" },
      fact(_("Kunjungan terakhir"), participant.last_visit_on ? `${shortDay(participant.last_visit_on)} (${near(participant.last_visit_on)})` : _("belum pernah")),
      fact(_("Kunjungan tahun ini"), Number.isInteger(participant.visits_this_year) ? String(participant.visits_this_year) : _("tidak diketahui")),
      fact(_("Kunjungan berikutnya"), participant.next_visit_on ? `${shortDay(participant.next_visit_on)} (${near(participant.next_visit_on)})` : _("belum dijanjikan")),
      fact(_("Pemeriksaan terakhir"), participant.last_checkup_on ? shortDay(participant.last_checkup_on) : _("belum pernah")),
      fact(_("Keadaan usaha"), participant.status ? word("Status", participant.status) : _("belum didata")),
      participant.rent_ends_on ? fact(_("Sewa tempat sampai"), shortDay(participant.rent_ends_on)) : null,
      fact(_("Alamat"), [participant.address, participant.area].filter(Boolean).join(", ") || _("belum ada"), metres === null ? null : _("%(far)s dari sini", { far: distanceSaid(metres) })),
      fact(_("Telepon"), participant.phone || _("belum ada")),
      fact(_("SKPD, angkatan"), [participant.agency, participant.cohort].filter(Boolean).join(", ") || _("tidak diketahui")),
      participant.nik ? fact("NIK", participant.nik) : null)));
}

function checkups({ id, rounds_due: rounds = [] }) {
  if (!rounds.length) return null;
  return h("section", { class: "panel" }, h("h2", {}, _("Pemeriksaan")), h("ul", { class: "task-list" }, rounds.map((round) => h("li", {},
    h("span", {}, h("strong", {}, _("Bulan %(round)s", { round: round.round })), h("span", { class: "quiet" }, `${shortDay(round.due_on)} · ${near(round.due_on)}`)),
    h("a", { class: "btn btn-outline", href: `#/pemeriksaan/baru?peserta=${id}&putaran=${round.round}` }, icon("clipboard-data"), _("Periksa"))))));
}

function promises(participant) {
  const { open_items: items = [], name } = participant;
  if (!items.length) return null;
  const today = dayOf();
  return h("section", { class: "panel" }, h("h2", {}, _("Tindak lanjut")), h("ul", { class: "task-list" }, items.map((item) => {
    const row = h("li", {},
      h("span", {}, h("strong", {}, item.text), h("span", { class: "quiet" }, [owner(item.owner), item.due_on ? near(item.due_on, today) : null].filter(Boolean).join(" · "))),
      h("button", { type: "button", class: "btn btn-outline", "aria-label": _("Selesai: %(what)s", { what: item.text }), onclick: () => done(item, name, row) }, icon("check-lg"), _("Selesai")));
    return row;
  })));
}

async function done(item, name, row) {
  const button = row.querySelector("button");
  button.disabled = true;
  try {
    await queue({ kind: "tindak-lanjut", key: crypto.randomUUID(), payload: { id: item.id, done_on: dayOf(), captured_at: new Date().toISOString() }, about: `${item.text} · ${name}` });
    button.replaceWith(h("span", { class: "badge-word badge-good", role: "status" }, icon("check-circle"), _("Selesai, dicatat di HP")));
  } catch (error) {
    button.disabled = false;
    self.dispatchEvent(new CustomEvent("wub:trouble", { detail: error }));
  }
}

function owner(code) {
  return { peserta: _("dikerjakan peserta"), konsultan: _("dikerjakan konsultan"), dinas: _("dikerjakan SKPD") }[code] ?? null;
}

function fact(name, value, more = null) {
  return [h("dt", {}, name), h("dd", {}, value, more ? h("span", { class: "quiet" }, more) : null)];
}

function absent() {
  return [h("div", { class: "empty" }, icon("person"), h("h1", { class: "empty-title" }, _("Peserta ini tidak ada di HP")),
    h("p", {}, _("Penugasannya mungkin sudah berakhir. Kembali ke Hari saya untuk melihat peserta Anda.")),
    h("a", { class: "btn btn-outline", href: "#/" }, _("Hari saya")))];
}
