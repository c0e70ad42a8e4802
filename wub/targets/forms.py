"""Input of targets and of their list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired, Optional, ValidationError

from models.target import Target
from models.vocabulary import ScopeLevel, TargetSource, TargetState, TargetType
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, ParagraphField, TextField, YearField
from wub.pages.forms import FilterForm, RecordForm, WubForm
from wub.targets.actions import TargetDraft
from wub.targets.choice_queries import Measure
from wub.targets.queries import TargetFilter
from wub.targets.values import read_value, suits, typed


class TargetForm(RecordForm):
    indicator_version_id = ChoiceOrEmpty(_l("Indikator"), [InputRequired()])
    level = CodeField(_l("Lingkup"), [InputRequired()], codes=ScopeLevel)
    agency_id = ChoiceOrEmpty(
        _l("SKPD"), empty=_l("Semua SKPD"), description=_l("Wajib untuk lingkup SKPD; boleh untuk angkatan.")
    )
    cohort_year = YearField(_l("Tahun angkatan"), description=_l("Hanya untuk lingkup angkatan."))
    area_code = SelectField(_l("Wilayah"), [Optional()], description=_l("Hanya untuk lingkup wilayah."))
    type = CodeField(_l("Jenis target"), [InputRequired()], codes=TargetType)
    value = TextField(
        _l("Nilai"),
        [InputRequired()],
        longest=30,
        description=_l("Misalnya 60 % atau 500."),
        render_kw={"autocomplete": "off"},
    )
    period_starts_on = LocalDateField(_l("Masa mulai"), [InputRequired()])
    period_ends_on = LocalDateField(_l("Masa berakhir"), [InputRequired()])
    source = CodeField(_l("Sumber"), [InputRequired()], codes=TargetSource)
    source_document = TextField(
        _l("Dokumen sumber"),
        description=_l("Nama, nomor dan halaman; wajib sebelum disetujui."),
    )
    note = ParagraphField(_l("Catatan"))

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._measured: dict[int, TargetType] = {}

    def offer(
        self,
        measures: Iterable[Measure],
        agencies: Iterable[tuple[int, str]],
        areas: Iterable[tuple[str, str]],
    ) -> None:
        offered = list(measures)
        self._measured = {measure.id: measure.measured_as for measure in offered}
        self.indicator_version_id.offer(
            (one.id, f"{one.code} {_(one.name)} (v{one.version})") for one in offered
        )
        self.agency_id.offer(agencies)
        self.area_code.choices = [("", _("– pilih –")), *areas]

    def show(self, target: Target) -> None:
        """The value as somebody would type it; WTForms alone would show the fraction."""
        measured_as = self._measured[target.indicator_version_id]
        self.value.data = typed(target.value, target.type, measured_as)

    def validate_type(self, field: CodeField) -> None:
        measured_as = self._measured.get(self.indicator_version_id.data or 0)
        if measured_as and field.data and not suits(field.data, measured_as):
            raise ValidationError(
                _("Indikator ini diukur sebagai “%(kind)s”. Pilih jenis itu atau “%(floor)s”.",
                  kind=_(measured_as.label), floor=_(TargetType.FLOOR.label))
            )  # fmt: skip

    def validate_value(self, field: TextField) -> None:
        measured_as = self._measured.get(self.indicator_version_id.data or 0)
        if measured_as and self.type.data and suits(self.type.data, measured_as):
            try:
                read_value(field.data or "", self.type.data, measured_as)
            except ValueError as error:
                raise ValidationError(_(str(error))) from error

    def draft(self) -> TargetDraft:
        measured_as = self._measured[self.indicator_version_id.data]
        return TargetDraft(
            indicator_version_id=self.indicator_version_id.data,
            level=self.level.data,
            agency_id=self.agency_id.data,
            cohort_year=self.cohort_year.data,
            area_code=self.area_code.data or None,
            type=self.type.data,
            value=read_value(self.value.data or "", self.type.data, measured_as),
            period_starts_on=self.period_starts_on.data,
            period_ends_on=self.period_ends_on.data,
            source=self.source.data,
            source_document=self.source_document.data,
            note=self.note.data,
        )


class ReasonForm(RecordForm):
    """Why a proposal is withdrawn or refused; also carries the version that was read."""

    reason = TextField(_l("Alasan"), [InputRequired()])


class ManyForm(WubForm):
    """Boxes of proposals: each carries the version that was read, "12:3"."""

    def validate(self, extra_validators: Any = None) -> bool:
        good = bool(super().validate(extra_validators))
        if not self.chosen():
            self.form_errors.append(_("Belum ada usulan yang dicentang. Centang dahulu yang disetujui."))
            return False
        return good

    def chosen(self) -> dict[int, int]:
        boxes = (box.split(":") for box in request.form.getlist("usulan"))
        return {int(box[0]): int(box[1]) for box in boxes if len(box) == 2 and all(map(_is_number, box))}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


class TargetFilterForm(FilterForm):
    indikator = ChoiceOrEmpty(_l("Indikator"), empty=_l("Semua"))
    lingkup = CodeField(_l("Lingkup"), codes=ScopeLevel, empty=_l("Semua"))
    tahun = YearField(_l("Tahun berlaku"))
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=_l("Semua"))
    keadaan = CodeField(_l("Keadaan"), codes=TargetState, empty=_l("Semua"))

    def offer(self, indicators: Iterable[tuple[int, str, str]], agencies: Iterable[tuple[int, str]]) -> None:
        self.indikator.offer((number, f"{code} {_(name)}") for number, code, name in indicators)
        self.skpd.offer(agencies)

    def wanted(self) -> TargetFilter:
        """What could not be read is left out, with its sentence at the field."""
        self.validate()
        asked = {field.short_name: None if field.errors else field.data for field in self}
        return TargetFilter(
            indicator_id=asked["indikator"],
            level=asked["lingkup"],
            year=asked["tahun"],
            agency_id=asked["skpd"],
            state=asked["keadaan"],
        )
