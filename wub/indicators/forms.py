"""The form of a new version: its words, and one field for each number that its rule has."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import InputRequired

from models.indicator import IndicatorVersion
from models.vocabulary import N_
from wub.indicators.actions import VersionDraft
from wub.pages.fields import LocalDateField, ParagraphField, RupiahField, TextField, WholeNumberField
from wub.pages.forms import RecordForm

WORDS = ("definition", "formula", "numerator", "denominator", "unknown_rule", "source")
PREFIX = "parameter_"


class Parameter(NamedTuple):
    label: str
    smallest: int
    largest: int
    rupiah: bool = False
    required: bool = True


PARAMETERS = {
    "month": Parameter(N_("Bulan pengukuran"), 1, 60),
    "months": Parameter(N_("Lama pengamatan (bulan)"), 1, 60),
    "window_days": Parameter(N_("Jarak pemeriksaan paling jauh (hari)"), 0, 180),
    "min_verification": Parameter(N_("Tingkat verifikasi paling rendah (0 sampai 4)"), 0, 4),
    "rise_percent": Parameter(N_("Disebut naik sejak (%)"), 0, 1000),
    "m1_until": Parameter(N_("M1 sampai omzet setahun"), 1, 10**12, rupiah=True),
    "m2_until": Parameter(N_("M2 sampai omzet setahun"), 1, 10**12, rupiah=True),
    "m3_until": Parameter(N_("M3 sampai omzet setahun"), 1, 10**12, rupiah=True),
    "small_until": Parameter(N_("Kecil sampai omzet setahun"), 1, 10**12, rupiah=True),
    "months_without_aid": Parameter(N_("Tanpa bantuan selama (bulan)"), 0, 60),
    "min_income": Parameter(
        N_("Penghasilan pemilik sebulan paling sedikit"), 1, 10**9, rupiah=True, required=False
    ),
    "min_visits": Parameter(N_("Kunjungan disetujui paling sedikit"), 1, 100),
    "min_minutes": Parameter(N_("Menit tatap muka paling sedikit"), 1, 10_000),
    "silent_days": Parameter(N_("Disebut tanpa kunjungan sesudah (hari)"), 1, 365),
    "prompt_days": Parameter(N_("Disebut tepat waktu sampai (hari)"), 0, 365),
    "follow_up_days": Parameter(N_("Pesanan dihitung sampai (hari)"), 30, 90),
    "active_months": Parameter(N_("Disebut berjalan bila ada realisasi dalam (bulan)"), 1, 60),
    "still_supplied_month": Parameter(N_("Masih dilayani pada bulan ke-"), 1, 60),
}


class VersionForm(RecordForm):
    """Filled from the version in force; `version` carries its number."""

    definition = ParagraphField(_l("Definisi"), [InputRequired()])
    formula = ParagraphField(_l("Rumus"), [InputRequired()], rows=2)
    numerator = ParagraphField(_l("Pembilang"), [InputRequired()], rows=2)
    denominator = ParagraphField(_l("Penyebut"), [InputRequired()], rows=2)
    unknown_rule = ParagraphField(_l("Yang belum diketahui"), [InputRequired()])
    source = ParagraphField(_l("Sumber data"), [InputRequired()], rows=2)
    valid_from = LocalDateField(_l("Berlaku sejak"), [InputRequired()])
    decree_number = TextField(_l("Nomor keputusan"), [InputRequired()], longest=80)

    @property
    def parameters(self) -> list[Field]:
        return [field for field in self if field.short_name.startswith(PREFIX)]

    def draft(self) -> VersionDraft:
        words = {name: self[name].data for name in WORDS}
        parameters = {field.short_name.removeprefix(PREFIX): field.data for field in self.parameters}
        decreed = {"valid_from": self.valid_from.data, "decree_number": self.decree_number.data}
        return VersionDraft(**words, **decreed, parameters=parameters)


def version_form(latest: IndicatorVersion) -> VersionForm:
    """With a field for each number of this rule; the day and number of the decree start empty."""
    fields: dict[str, Any] = {f"{PREFIX}{name}": _field(name) for name in latest.parameters}
    filled = {name: getattr(latest, name) for name in WORDS}
    filled |= {f"{PREFIX}{name}": value for name, value in latest.parameters.items()}
    form: VersionForm = type("VersionForm", (VersionForm,), fields)(data=filled)
    if not form.is_submitted():
        form.version.data = str(latest.number)
    return form


def _field(name: str) -> Any:
    known = PARAMETERS[name]
    kind = RupiahField if known.rupiah else WholeNumberField
    checks = [InputRequired()] if known.required else []
    return kind(_l(known.label), checks, smallest=known.smallest, largest=known.largest)
