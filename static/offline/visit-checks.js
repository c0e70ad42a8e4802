// What keeps a visit from being sent (faults), and what a reviewer may ask about (doubts, which stop nobody).
// The sentences are the server's, wub/visits/refusals.py, so that phone and server say the same.
import { _ } from "./words.js";
import { readMoney } from "./money.js";
import { POOR_METRES } from "./location.js";
import { digitsOf, isAttempt, isSigned, present } from "./visit-draft.js";
import { daysBetween } from "./dates.js";
import { minutesOf, momentOf } from "./wita.js";

const SHORT_MINUTES = 10;
const LATE_DAYS = 7;
const FAR_METRES = 300;
const LONGEST_DAY_MINUTES = 1440;

// [{field, sentence}] in the order of the form; empty when it can be sent.
export function faultsOf(visit, now = new Date()) {
  const attempt = isAttempt(visit);
  return [
    ...peopleFaults(visit),
    ...timeFaults(visit, now),
    ...placeFaults(visit),
    ...(attempt ? [] : [...salesFaults(visit), ...confirmationFaults(visit)]),
    ...nextFaults(visit),
    ...minuteFaults(visit),
  ];
}

// Sentences a reviewer will see too; each may be true and right. `metres`: from the business, if known.
export function doubtsOf(visit, { today, metres = null }) {
  const doubts = [];
  if (!isAttempt(visit) && visit.starts_at && visit.ends_at) {
    const minutes = minutesOf(visit.ends_at) - minutesOf(visit.starts_at);
    if (minutes > 0 && minutes < SHORT_MINUTES) doubts.push(_("Kunjungan ini kurang dari 10 menit."));
  }
  if (metres !== null && visit.mode === "lapangan" && metres > FAR_METRES + (visit.accuracy_m ?? 0)) {
    doubts.push(_("Lokasi ini sekitar %(metres)s meter dari tempat usaha.", { metres: Math.round(metres) }));
  }
  if (daysBetween(visit.held_on, today) > LATE_DAYS) {
    doubts.push(_("Kunjungan ini dicatat lebih dari tujuh hari sesudahnya."));
  }
  if (!isAttempt(visit) && visit.confirmation === "tidak_ada") {
    doubts.push(_("Kunjungan ini tanpa konfirmasi peserta."));
  }
  if (!isAttempt(visit) && visit.confirmation === "kode_wa" && !visit.confirmation_code.trim()) {
    doubts.push(_("Kunjungan ini baru diakui setelah peserta menjawab di HP-nya."));
  }
  return doubts;
}

function peopleFaults(visit) {
  if (present(visit).length) return [];
  return [{ field: "attendees", sentence: _("Pilih paling sedikit satu peserta yang dikunjungi.") }];
}

function timeFaults(visit, now) {
  const needed = {
    mode: _("Pilih cara kunjungan."), starts_at: _("Isi jam mulai."),
    held_on: _("Isi tanggal kunjungan."), ends_at: _("Isi jam selesai."),
  };
  const faults = Object.entries(needed).filter(([field]) => !visit[field]).map(([field, sentence]) => ({ field, sentence }));
  if (faults.length) return faults;
  if (minutesOf(visit.ends_at) <= minutesOf(visit.starts_at)) {
    return [{ field: "ends_at", sentence: _("Jam selesai harus sesudah jam mulai. Perbaiki salah satunya.") }];
  }
  if (momentOf(visit.held_on, visit.starts_at) > now) {
    const sentence = _("Kunjungan belum terjadi: tanggal dan jamnya masih di depan. Catat setelah kunjungan selesai.");
    return [{ field: "held_on", sentence }];
  }
  return [];
}

function placeFaults(visit) {
  if (visit.latitude === null || visit.accuracy_m === null || visit.accuracy_m <= POOR_METRES) return [];
  if (visit.accuracy_note.trim()) return [];
  const sentence = _("Ketelitian lokasi lebih dari 100 meter. Tulis sebabnya, misalnya gang sempit atau di dalam pasar.");
  return [{ field: "accuracy_note", sentence }];
}

function salesFaults(visit) {
  return present(visit)
    .map((one) => ({ field: `sales-${one.participation_id}`, sentence: readMoney(one.sales).fault }))
    .filter((fault) => fault.sentence);
}

function confirmationFaults(visit) {
  if (visit.replaces !== null && ["tanda_tangan", "kode_wa"].includes(visit.confirmation)) return []; // the office has it
  const wrong = (field, sentence) => [{ field, sentence }];
  if (!visit.confirmation) {
    return wrong("confirmation", _("Pilih bentuk konfirmasi, atau “Tidak ada” beserta sebabnya."));
  }
  if (visit.confirmation === "tanda_tangan" && !isSigned(visit)) {
    return wrong("signature", _("Minta peserta menandatangani, atau pilih bentuk konfirmasi lain."));
  }
  if (visit.confirmation === "kode_wa" && !/^([0-9]{6})?$/.test(digitsOf(visit.confirmation_code))) {
    return wrong("confirmation_code", _("Kodenya enam angka. Minta peserta membacakannya sekali lagi, atau kosongkan."));
  }
  if (visit.confirmation === "kode_wa" && !visit.confirmation_token) {
    return wrong("confirmation", _("Persediaan kode di HP ini habis. Pilih bentuk konfirmasi lain."));
  }
  if (visit.confirmation === "tidak_ada" && !visit.no_confirmation_reason.trim()) {
    return wrong("no_confirmation_reason", _("Tulis mengapa peserta tidak mengonfirmasi kunjungan ini."));
  }
  return [];
}

function nextFaults(visit) {
  if (!visit.next_visit_on || visit.next_visit_on > visit.held_on) return [];
  return [{ field: "next_visit_on", sentence: _("Kunjungan berikutnya harus sesudah kunjungan ini.") }];
}

function minuteFaults(visit) {
  return ["travel_minutes", "preparation_minutes"]
    .filter((field) => visit[field].trim())
    .filter((field) => !/^[0-9]+$/.test(visit[field].trim()) || Number(visit[field]) > LONGEST_DAY_MINUTES)
    .map((field) => ({ field, sentence: _("Tulis menitnya sebagai bilangan bulat, misalnya 15.") }));
}
