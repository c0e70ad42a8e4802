// A visit that met nobody: where, when, how, and what was heard. It closes no enterprise.

import { oneOf, suggestions } from "./chips.js";
import { h } from "./dom.js";
import { field, group, input, paragraph, section } from "./fields.js";
import { photosPart } from "./visit-photos.js";
import { aroundPart, doubtsBox, nextVisit } from "./visit-proof.js";
import { placeField } from "./visit-place.js";
import { timeField } from "./visit-time.js";
import { outcomeChoice, peopleBox } from "./visit-who.js";
import { _ } from "./words.js";

const HOW = () => [["lapangan", _("Datang")], ["telepon", _("Telepon")], ["wa", _("Pesan")]];

export function drawAttempt(form) {
  const { visit } = form;
  const place = h("div", {});
  const drawPlace = () => place.replaceChildren(...(visit.mode === "lapangan" ? [placeField(form)] : []));
  drawPlace();
  return [
    outcomeChoice(form),
    h("p", { class: "notice" }, _("Tercatat sebagai percobaan. Keadaan usahanya tetap belum diketahui, tidak menjadi tutup.")),
    section(_("Peserta"), peopleBox(form)),
    section(_("Kapan dan bagaimana"),
      group(form, "mode", _("Cara"), "", oneOf({
        options: HOW(),
        chosen: visit.mode,
        pick: (code) => {
          visit.mode = code;
          form.changed();
          drawPlace();
        },
      })),
      field(form, "held_on", _("Tanggal"), input(form, visit, "held_on", { type: "date", max: form.today })),
      timeField(form, "starts_at"),
      timeField(form, "ends_at"),
      place),
    section(_("Yang terlihat atau terdengar"), heardField(form), photosPart(form, visit)),
    section(_("Kunjungan berikutnya"), nextVisit(form)),
    aroundPart(form),
    doubtsBox(form),
  ];
}

function heardField(form) {
  const box = paragraph(form, form.visit, "heard");
  const words = [_("Rumah kosong."), _("Tempat usaha tutup."), _("Kata tetangga sudah pindah."), _("Telepon tidak diangkat."), _("Pesan tidak dibalas."), _("Nomor tidak aktif.")];
  return h("div", {},
    field(form, "heard", _("Kabar"), box, _("Kabar dari orang lain pun dicatat di sini, bukan sebagai keadaan usaha.")),
    suggestions(words, (word) => {
      box.value = [box.value.trim(), word].filter(Boolean).join(" ");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }));
}
