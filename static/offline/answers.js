// What an answer of the server means for a record or a photo on the phone. Pure.

import { _ } from "./words.js";

// What keeps the whole queue waiting; the sentence for each is in frame.js.
export const NO_SIGNAL = "luring";
export const SIGN_IN = "masuk";
export const OTHER_ACCOUNT = "akun_lain";
export const NOT_ALLOWED = "tidak_berhak";
export const BUSY = "sibuk";

// { end: a state of the outbox } the record is settled
// { wait: one of the above }     nothing more can be sent now
// { again: "csrf" }              fetch the provisions, then once more
// { later: true }                this one did not go, the others may
export function recordAnswer({ status, body }) {
  if (status === 200 || status === 201) return { end: "terkirim" };
  if (status === 202) return { end: "karantina", reason: body.title };
  if (status === 409 && body.code === "akun_lain") return { wait: OTHER_ACCOUNT };
  if (status === 409 && body.code === "kunci_terpakai") return { end: "bentrok", reason: body.title };
  return general(status, body) ?? { end: "ditolak", reason: body.title ?? _("Kantor menolak catatan ini tanpa alasan. Simpan sebagai berkas dan tanyakan kepada petugas."), fields: body.fields };
}

// { sent: true }, { refused: sentence }, { first: true } (the record has not arrived), or as above
export function photoAnswer({ status, body }) {
  if (status >= 200 && status < 300) return { sent: true };
  if (status === 424) return { first: true };
  if (body.code === "foto_terpotong") return { later: true }; // cut off on the way
  if (status === 409 && body.code === "akun_lain") return { wait: OTHER_ACCOUNT };
  return general(status, body) ?? { refused: body.title ?? _("Foto ini tidak dapat dibaca.") };
}

function general(status, body) {
  if (status === 0) return { wait: NO_SIGNAL };
  if (status === 401) return { wait: SIGN_IN };
  if (status === 400 && body.code === "formulir_kedaluwarsa") return { again: "csrf" };
  if (status === 403) return { wait: NOT_ALLOWED };
  if (status === 429 || status === 503 || status === 502 || status === 504) return { wait: BUSY };
  if (status >= 500 || status === 404 || status === 405 || status === 408) return { later: true };
  return null;
}
