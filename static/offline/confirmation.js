// How the participant says that the visit took place: a signature, a code from the participant's own phone, or why not.

import { oneOf, suggestions } from "./chips.js";
import { h, icon } from "./dom.js";
import { field, group, input, section, typeInto } from "./fields.js";
import { qrDrawing } from "./qr.js";
import { signaturePad } from "./signature.js";
import { present } from "./visit-draft.js";
import { _ } from "./words.js";

const WAYS = () => [
  ["tanda_tangan", _("Tanda tangan")],
  ["kode_wa", _("Kode dari HP peserta")],
  ["tidak_ada", _("Tidak ada")],
];
const MOST_LINKS = 3; // a group is asked through its leader's phone, not forty times
const PARTS = { tanda_tangan: signing, kode_wa: byCode, tidak_ada: without };

export function confirmationPart(form) {
  const { visit } = form;
  const part = h("div", {});
  const draw = () => part.replaceChildren(...(PARTS[visit.confirmation]?.(form) ?? []));
  draw();
  return section(_("Konfirmasi peserta"),
    group(form, "confirmation", _("Bagaimana peserta mengakui kunjungan ini?"), "", oneOf({
      options: WAYS(),
      chosen: visit.confirmation,
      pick: (code) => {
        visit.confirmation = code;
        form.changed();
        draw();
      },
    })), part);
}

function signing(form) {
  const { visit } = form;
  const frame = h("div", { class: "signature-frame" });
  const again = h("button", { type: "button", class: "btn btn-quiet", onclick: clear }, icon("trash"), _("Hapus tanda tangan"));
  const name = input(form, visit, "signed_name", { maxlength: "100" });
  draw();
  return [
    group(form, "signature", _("Tanda tangan di kotak ini"), "", frame, again),
    field(form, "signed_name", _("Atau ketik nama"), name, _("Bila tidak dapat menandatangani di layar.")),
  ];

  function draw() {
    frame.replaceChildren(visit.signature && !visit.strokes.length ? kept() : pad());
    again.hidden = !visit.signature && !visit.strokes.length;
  }

  function pad() {
    return signaturePad({
      strokes: visit.strokes,
      drawn: (strokes) => {
        visit.strokes = strokes;
        visit.signature = null;
        form.keep();
        form.corrected("signature");
        again.hidden = false;
      },
    });
  }

  function kept() {
    const picture = h("img", { class: "signature-pad", alt: _("Tanda tangan yang tersimpan") });
    form.pictures.show(picture, visit.signature);
    return picture;
  }

  function clear() {
    visit.strokes = [];
    visit.signature = null;
    form.changed();
    draw();
  }
}

function byCode(form) {
  const { visit } = form;
  const token = form.token();
  const code = input(form, visit, "confirmation_code", {
    inputmode: "numeric", maxlength: "9", class: "form-control code-box",
  });
  if (!token) {
    return [h("p", { class: "notice" },
      _("Persediaan kode di HP ini habis. Sambungkan ke internet sebentar, atau pilih tanda tangan."))];
  }
  return [
    h("p", {}, _("Peserta memindai kotak ini dengan HP-nya sendiri dan membacakan enam angka yang muncul.")),
    h("figure", { class: "qr-frame" }, qrDrawing(token.qr, _("Kode QR untuk HP peserta")), h("figcaption", {}, token.address)),
    ...messages(form, token),
    field(form, "confirmation_code", _("Enam angka dari peserta"), code, _("Boleh kosong bila peserta menjawab nanti di HP-nya.")),
  ];
}

// To those who were visited, as long as they are few.
function messages(form, token) {
  const people = present(form.visit).map((one) => form.person(one.participation_id)).filter((person) => person.phone);
  return people.slice(0, MOST_LINKS).map((person) => h("p", {},
    h("a", { class: "btn btn-outline", href: messageTo(person, token), rel: "noreferrer" },
      icon("whatsapp"), _("Kirim ke %(name)s", { name: person.name }))));
}

function messageTo(person, token) {
  const words = _("Assalamualaikum. Mohon konfirmasi kunjungan pendampingan usaha: buka %(address)s lalu jawab benar atau tidak. Tidak ada biaya dan tidak perlu kata sandi.", { address: token.address });
  return `https://wa.me/${person.phone.replace(/[^0-9]/g, "")}?text=${encodeURIComponent(words)}`;
}

function without(form) {
  const box = input(form, form.visit, "no_confirmation_reason", { maxlength: "200" });
  const words = [_("Peserta keberatan"), _("Tergesa-gesa"), _("Lewat telepon"), _("Layar HP rusak"), _("Tidak membawa HP")];
  return [
    field(form, "no_confirmation_reason", _("Sebab tidak ada konfirmasi"), box),
    suggestions(words, (word) => typeInto(box, word)),
  ];
}
