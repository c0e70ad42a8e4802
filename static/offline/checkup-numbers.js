// Second and third step of a checkup: sales with where they come from, then workers, channels, money and obstacles.

import { h } from "./dom.js";
import { check, choice, choices, field, input, paragraph, section } from "./fields.js";
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
      choice(form, checkup, "recording_basis", _("Angka berasal dari"), form.codes.RecordingBasis)),
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
      hours(form),
      count(form, "workers_family", _("Keluarga tak dibayar"))),
    section(_("Usaha"),
      choices(form, checkup, "digital_channels", _("Saluran digital"), form.codes.DigitalChannel),
      choices(form, checkup, "finance_sources", _("Sumber modal"), form.codes.FinanceSource),
      choice(form, checkup, "obstacle", _("Hambatan utama"), form.codes.Obstacle)),
  ];
}

export function drawClosing(form) {
  const { checkup } = form;
  return [
    outlierPart(form),
    section("",
      choice(form, checkup, "has_nib", _("Punya NIB"), form.codes.YesNo),
      photosPart(form, checkup),
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

function hours(form) {
  const box = input(form, form.checkup, "temporary_hours_week", { inputmode: "numeric", maxlength: "3" });
  return field(form, "temporary_hours_week", _("Jam kerja seminggu"), box, _("Rata-rata satu tenaga kerja tidak tetap."));
}

function money(form, name, label, hint = "") {
  return moneyField(form, form.checkup.measured[name], { id: name, value: "said", answer: "answer", label, hint });
}

function count(form, name, label, hint = "") {
  return numberField(form, form.checkup.measured[name], { id: name, value: "said", answer: "answer", label, hint });
}
