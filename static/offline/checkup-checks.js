// What keeps a checkup from being sent, in the sentences of wub/checkups/refusals.py.

import { hasEnded, isMeasured, isNotFound, readingOf } from "./checkup-draft.js";
import { _ } from "./words.js";

const LEAST_ATTEMPTS = 2;
const LONGEST_WEEK_HOURS = 100;

// [{ field, sentence }] in the order of the form
export function checkupFaults(checkup, { today }) {
  return [
    ...neededFaults(checkup),
    ...(checkup.as_of_date > today ? [{ field: "as_of_date", sentence: _("Tanggal keadaan tidak boleh di depan hari ini.") }] : []),
    ...stateFaults(checkup),
    ...(isMeasured(checkup) ? numberFaults(checkup) : []),
    ...outlierFaults(checkup),
  ];
}

function neededFaults(checkup) {
  const needed = {
    round_month: _("Pilih putaran pemeriksaan."), status: _("Pilih keadaan usaha."),
    as_of_date: _("Isi tanggal keadaan."), source: _("Pilih dari mana kabarnya."),
  };
  return Object.entries(needed)
    .filter(([field]) => checkup[field] === "" || checkup[field] === null)
    .map(([field, sentence]) => ({ field, sentence }));
}

function stateFaults(checkup) {
  if (isNotFound(checkup) && Number(checkup.attempts) < LEAST_ATTEMPTS) {
    const sentence = _("“Tidak ditemukan” perlu paling sedikit dua kali percobaan. Coba sekali lagi, atau pilih “Belum didata”.");
    return [{ field: "attempts", sentence }];
  }
  if (checkup.status === "tutup" && !checkup.closed_on && !checkup.closed_on_unknown) {
    return [{ field: "closed_on", sentence: _("Isi tanggal tutup, atau centang bahwa tanggalnya tidak diketahui.") }];
  }
  if (hasEnded(checkup) && !checkup.closed_on_unknown && checkup.closed_on > checkup.as_of_date) {
    return [{ field: "closed_on", sentence: _("Tanggal tutup tidak boleh sesudah tanggal keadaan.") }];
  }
  return [];
}

function numberFaults(checkup) {
  const unread = Object.entries(checkup.measured)
    .map(([field, { said }]) => ({ field, sentence: readingOf(field, said).fault }))
    .filter((fault) => fault.sentence);
  const hours = checkup.temporary_hours_week.trim();
  if (!hours || (/^[0-9]+$/.test(hours) && Number(hours) <= LONGEST_WEEK_HOURS)) return unread;
  return [...unread, { field: "temporary_hours_week", sentence: _("Tulis jam seminggu sebagai bilangan bulat, paling banyak 100.") }];
}

// Asked by the office, which knows the last number: this phone does not.
function outlierFaults(checkup) {
  if (!checkup.outlier_asked || (checkup.outlier_confirmed && checkup.outlier_note.trim())) return [];
  return [{ field: "outlier_note", sentence: _("Tulis mengapa angkanya jauh berbeda, lalu centang konfirmasi.") }];
}
