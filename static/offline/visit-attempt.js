// A visit that met nobody: where, when, how, and what was heard. It closes no enterprise.

import { oneOf, suggestions } from "./chips.js";
import { h } from "./dom.js";
import { field, group, paragraph, section, typeInto } from "./fields.js";
import { photosPart } from "./visit-photos.js";
import { aroundPart, doubtsBox, nextVisit } from "./visit-proof.js";
import { placeField } from "./visit-place.js";
import { dayField, timeField } from "./visit-time.js";
import { outcomeChoice, peopleBox } from "./visit-who.js";
import { _ } from "./words.js";

const HOW = () => [["lapangan", _("Datang")], ["telepon", _("Telepon")], ["wa", _("Pesan")]];
const HEARD = {
  lapangan: () => [_("Rumah kosong."), _("Tempat usaha tutup."), _("Kata tetangga sudah pindah.")],
  telepon: () => [_("Telepon tidak diangkat."), _("Nomor tidak aktif.")],
  wa: () => [_("Pesan tidak dibalas."), _("Nomor tidak aktif.")],
};

export function drawAttempt(form) {
  const { visit } = form;
  if (!HOW().some(([code]) => code === visit.mode)) visit.mode = "lapangan";
  const place = h("div", {});
  const heard = h("div", {});
  const drawMode = () => {
    place.replaceChildren(...(visit.mode === "lapangan" ? [placeField(form)] : []));
    heard.replaceChildren(heardField(form));
  };
  drawMode();
  return [
    outcomeChoice(form),
    h("p", { class: "notice" }, _("Tercatat sebagai percobaan. Keadaan usahanya tetap belum diketahui, tidak menjadi tutup.")),
    section("", peopleBox(form)),
    section(_("Kapan dan bagaimana"),
      group(form, "mode", _("Cara"), "", oneOf({
        options: HOW(),
        chosen: visit.mode,
        pick: (code) => {
          visit.mode = code;
          form.changed();
          drawMode();
        },
      })),
      timeField(form, "starts_at"),
      timeField(form, "ends_at"),
      dayField(form),
      place),
    section(_("Yang terlihat atau terdengar"), heard, photosPart(form, visit)),
    section(_("Kunjungan berikutnya"), nextVisit(form)),
    aroundPart(form),
    doubtsBox(form),
  ];
}

function heardField(form) {
  const box = paragraph(form, form.visit, "heard");
  return h("div", {},
    field(form, "heard", _("Kabar"), box, _("Kabar dari orang lain pun dicatat di sini, bukan sebagai keadaan usaha.")),
    suggestions(HEARD[form.visit.mode](), (word) => typeInto(box, [box.value.trim(), word].filter(Boolean).join(" "))));
}
