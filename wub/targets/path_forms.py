"""Which path is looked at, and the sheet on which its quotas are typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, ValidationError

from models.indicator import IndicatorVersion
from models.vocabulary import ScopeLevel, TargetSource, TargetType
from wub.pages.fields import ChoiceOrEmpty, CodeField, TextField, YearField
from wub.pages.forms import FilterForm, RecordForm
from wub.targets.actions import TargetDraft
from wub.targets.path_queries import CITY_ROW, Row, Step
from wub.targets.values import COUNTS, read_value, typed

Place = tuple[int, int]  # the id of an office (or CITY_ROW) and a year


@dataclass(frozen=True)
class PathQuestion:
    indicator_id: int
    first: int

    @property
    def query(self) -> dict[str, Any]:
        return {"indikator": self.indicator_id, "dari": self.first}


class PathForm(FilterForm):
    indikator = ChoiceOrEmpty(_l("Indikator"), empty=_l("– pilih –"))
    dari = YearField(_l("Tahun pertama"))

    def offer(self, indicators: Iterable[tuple[int, str, str]]) -> None:
        self.indikator.offer((number, f"{code} {_(name)}") for number, code, name in indicators)


class QuotaForm(RecordForm):
    """Its cells are made for the path that is looked at: one for each office and year, "kuota-3-2026"."""

    source = CodeField(_l("Sumber"), [InputRequired()], codes=TargetSource)
    source_document = TextField(
        _l("Dokumen sumber"),
        [InputRequired()],
        description=_l("Nama, nomor dan halaman; untuk semua isian ini."),
    )


class QuotaCell(TextField):
    def __init__(self, label: str, version: IndicatorVersion, **values: Any) -> None:
        super().__init__(
            label, longest=30, render_kw={"autocomplete": "off", "inputmode": "decimal"}, **values
        )
        self.measured_as = version.target_type

    def pre_validate(self, _form: Any) -> None:
        try:
            self.value()
        except ValueError as error:
            raise ValidationError(_(str(error))) from error

    def value(self) -> Decimal | None:
        text = (self.data or "").strip()
        return read_value(text, type_of(self.measured_as), self.measured_as) if text else None


def quota_form(version: IndicatorVersion, open_rows: Iterable[Row]) -> QuotaForm:
    """The sheet with what holds or is proposed already written in."""
    cells: dict[str, Any] = {}
    filled: dict[str, str] = {}
    for row in open_rows:
        for step in row.steps:
            name = cell_name((row.agency_id, step.year))
            cells[name] = QuotaCell(f"{row.name or _('Seluruh kota')} {step.year}", version=version)
            if step.value is not None:
                filled[name] = typed(step.value, type_of(version.target_type), version.target_type)
    sheet: type[QuotaForm] = type("QuotaSheet", (QuotaForm,), cells)
    return sheet(data=filled)


def changed(form: QuotaForm, rows: Iterable[Row], version: IndicatorVersion) -> dict[Place, TargetDraft]:
    """Only what is typed otherwise than it stands; an emptied cell promises nothing and ends nothing."""
    drafts: dict[Place, TargetDraft] = {}
    for row in rows:
        for step in row.steps:
            value = form[cell_name((row.agency_id, step.year))].value()
            if value is not None and value != step.value:
                drafts[row.agency_id, step.year] = _draft(form, row.agency_id, step.year, value, version)
    return drafts


def steps_of(rows: Iterable[Row]) -> Mapping[Place, Step]:
    return {(row.agency_id, step.year): step for row in rows for step in row.steps}


def cell_name(place: Place) -> str:
    return f"kuota-{place[0]}-{place[1]}"


def type_of(measured_as: TargetType) -> TargetType:
    """A quota is of one year."""
    return TargetType.YEARLY if measured_as in COUNTS else measured_as


def _draft(
    form: QuotaForm, agency_id: int, year: int, value: Decimal, version: IndicatorVersion
) -> TargetDraft:
    return TargetDraft(
        indicator_version_id=version.id,
        level=ScopeLevel.COHORT,
        agency_id=None if agency_id == CITY_ROW else agency_id,
        cohort_year=year,
        period_starts_on=date(year, 1, 1),
        period_ends_on=date(year, 12, 31),
        type=type_of(version.target_type),
        value=value,
        source=form.source.data,
        source_document=form.source_document.data,
    )
