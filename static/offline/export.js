// What was not sent, as a file for a person to carry: the last way out when the app or the office is broken.

import { readAll } from "./store.js";
import { dayOf } from "./dates.js";
import { sure } from "./asking.js";
import { _ } from "./words.js";

export async function saveAsFile() {
  const go = await sure(_("Berkas ini tidak terkunci: siapa pun yang membukanya dapat membaca nama dan isinya. Serahkan hanya kepada petugas, lalu hapus."), _("Simpan berkas"));
  if (!go) return;
  const [items, drafts, photos] = await Promise.all([readAll("outbox"), readAll("drafts"), readAll("photos")]);
  const kept = { made_at: new Date().toISOString(), records: items.filter((item) => item.state !== "terkirim"), drafts, photos: await Promise.all(photos.map(spelt)) };
  const address = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 1)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `belum-terkirim-${dayOf()}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function spelt({ blob, ...photo }) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ ...photo, image: reader.result });
    reader.onerror = () => reject(reader.error);
    if (blob) reader.readAsDataURL(blob); else resolve(photo);
  });
}
