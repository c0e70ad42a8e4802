// Second and third step of a checkup: sales with where they come from, then workers, channels, money and obstacles.

import { anyOf, oneOf } from "./chips.js";
import { h } from "./dom.js";
import { check, field, group, input, paragraph, section } from "./fields.js";
import { moneyField, numberField } from "./known-field.js";
import { photosPart } from "./visit-photos.js";
import { _ } from "./words.js";

export function drawSales(form) {
  const { checkup } = form;
  const seasonal = checkup.status === "musiman_aktif";
  return [
    outlierPart(form),
    section(_("Penjualan"),
      money(form, "sales_last_month", _("Penjualan bulan lalu"), _("Satu bulan penuh terakhir, kotor.")),
      money(form, "sales_typical_month", _("Penjualan bulan biasa")),
      seasonal ? money(form, "sales_last_season", _("Penjualan musim terakhir"), _("Untuk usaha musiman: seluruh musim.")) : null,
      group(form, "recording_basis", _("Angka berasal dari"), "", oneOf({
        options: form.codes.RecordingBasis, chosen: checkup.recording_basis, pick: (code) => { checkup.recording_basis = code; form.changed(); },
      }))),
    section(_("Biaya dan penghasilan"),
      money(form, "costs_last_month", _("Biaya usaha bulan lalu")),
      money(form, "owner_income", _("Penghasilan pemilik bulan lalu"), _("Yang dibawa pulang."))),
  ].filter(Boolean);
}

export function drawEnterprise(form) {
  const { checkup } = form;
  return [
    section(_("Tenaga kerja"),
      count(form, "workers_permanent", _("Tenaga kerja tetap"), _("Tanpa pemilik.")),
      count(form, "workers_temporary", _("Tenaga kerja tidak tetap")),
      field(form, "temporary_hours_week", _("Jam kerja seminggu"), input(form, checkup, "temporary_hours_week", { inputmode: "numeric", maxlength: "3" }),
        _("Rata-rata satu tenaga kerja tidak tetap.")),
      count(form, "workers_family", _("Keluarga tak dibayar"))),
    section(_("Usaha"),
      several(form, "digital_channels", _("Saluran digital"), "DigitalChannel"),
      several(form, "finance_sources", _("Sumber modal"), "FinanceSource"),
      single(form, "obstacle", _("Hambatan utama"), "Obstacle")),
  ];
}

export function drawClosing(form) {
  const { checkup } = form;
  return [
    outlierPart(form),
    section("", single(form, "has_nib", _("Punya NIB"), "YesNo"), photosPart(form, checkup),
      field(form, "note", _("Catatan"), paragraph(form, checkup, "note")),
      check(form, checkup, "reconstructed", _("Rekonstruksi: diingat kemudian, tidak dipakai untuk mengukur pertumbuhan"))),
  ].filter(Boolean);
}

// The office knows the last number and asks; the answer is a note, and that somebody looked again.
function outlierPart(form) {
  if (!form.checkup.outlier_asked) return null;
  return h("div", { class: "notice notice-warning" },
    h("div", { class: "f-grow" },
      check(form, form.checkup, "outlier_confirmed", _("Saya sudah memeriksa: angka yang jauh berbeda ini benar")),
      field(form, "outlier_note", _("Sebab angkanya jauh berbeda"), input(form, form.checkup, "outlier_note", { maxlength: "500" }))));
}

function money(form, name, label, hint = "") {
  return moneyField(form, form.checkup.measured[name], { id: name, value: "said", answer: "answer", label, hint });
}

function count(form, name, label, hint = "") {
  return numberField(form, form.checkup.measured[name], { id: name, value: "said", answer: "answer", label, hint });
}

function several(form, name, label, list) {
  const { checkup } = form;
  return group(form, name, label, "", anyOf({
    options: form.codes[list], chosen: checkup[name], pick: (codes) => { checkup[name] = codes; form.changed(); },
  }));
}

function single(form, name, label, list) {
  const { checkup } = form;
  return group(form, name, label, "", oneOf({
    options: form.codes[list], chosen: checkup[name], pick: (code) => { checkup[name] = code; form.changed(); },
  }));
}
