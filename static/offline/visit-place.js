// Where the visit was: a fix of the phone with how good it is, and words for where no fix is to be had.

import { suggestions } from "./chips.js";
import { h, icon } from "./dom.js";
import { field, group, input, typeInto } from "./fields.js";
import { findPlace, POOR_METRES } from "./location.js";
import { _ } from "./words.js";

export function placeField(form) {
  const { visit } = form;
  const said = h("p", { class: "f-said", role: "status" });
  const buttons = h("div", { class: "button-row" });
  const note = h("div", {});
  form.drawPlace = draw; // a search that goes on while other pages are filled in speaks to the place seen now
  draw(form.isLooking ? _("Mencari lokasi…") : "");
  return h("div", {},
    group(form, "latitude", _("Lokasi"), "", said, buttons, note),
    field(form, "place", _("Tempat"), input(form, visit, "place", { maxlength: "200", placeholder: _("misalnya kios di Pasar Lima") })));

  function draw(sentence = "") {
    const known = visit.latitude !== null;
    said.textContent = sentence || (known ? knownWords(visit) : _("Belum diambil. Boleh dikosongkan."));
    buttons.replaceChildren(
      h("button", { type: "button", class: "btn btn-outline", onclick: look },
        icon("geo-alt"), known ? _("Ambil ulang") : _("Ambil lokasi")),
      known ? h("button", { type: "button", class: "btn btn-quiet", onclick: drop }, _("Hapus lokasi")) : "",
    );
    note.replaceChildren(...(known && visit.accuracy_m > POOR_METRES ? [noteField(form)] : []));
  }

  function look() {
    form.stopLooking();
    said.textContent = _("Mencari lokasi…");
    form.isLooking = true;
    form.stopLooking = findPlace({
      better: (place) => {
        keep(place);
        form.drawPlace(_("Masih mencari… ketelitian %(m)s meter.", { m: place.accuracy_m }));
      },
      done: (place) => {
        form.isLooking = false;
        keep(place);
        form.drawPlace();
      },
      failed: (sentence) => {
        form.isLooking = false;
        form.drawPlace(sentence);
      },
    });
  }

  function keep(place) {
    Object.assign(visit, place);
    form.changed();
  }

  function drop() {
    form.stopLooking();
    form.isLooking = false;
    keep({ latitude: null, longitude: null, accuracy_m: null });
    draw();
  }
}

function knownWords({ accuracy_m: metres }) {
  return metres > POOR_METRES
    ? _("Lokasi tersimpan, tetapi ketelitiannya %(m)s meter.", { m: metres })
    : _("Lokasi tersimpan, ketelitian %(m)s meter.", { m: metres });
}

function noteField(form) {
  const box = input(form, form.visit, "accuracy_note", { maxlength: "200" });
  const words = [_("gang sempit"), _("di dalam pasar"), _("di dalam rumah"), _("di atas air"), _("hujan"), _("GPS lemah")];
  return h("div", {},
    field(form, "accuracy_note", _("Sebab lokasi kurang teliti"), box),
    suggestions(words, (word) => typeInto(box, word)));
}
