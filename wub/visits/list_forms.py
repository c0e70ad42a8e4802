"""Filters of the lists of visits, plans and promises; picking people."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms.validators import Optional

from models.vocabulary import ActionOwner, PlanState, VisitMode, VisitOutcome, VisitState
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, TextField
from wub.pages.forms import FilterForm
from wub.visits.plan_queries import PlanFilter
from wub.visits.queries import VisitFilter
from wub.visits.worklist_queries import ItemFilter, Urgency

ALL = _l("Semua")


class VisitFilterForm(FilterForm):
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    keadaan = CodeField(_l("Keadaan"), codes=VisitState, empty=ALL)
    cara = CodeField(_l("Cara"), codes=VisitMode, empty=ALL)
    hasil = CodeField(_l("Hasil"), codes=VisitOutcome, empty=ALL)
    dari = LocalDateField(_l("Dari tanggal"), [Optional()])
    sampai = LocalDateField(_l("Sampai tanggal"), [Optional()])
    peserta = ChoiceOrEmpty(_l("Peserta"), empty=ALL)

    def wanted(self) -> VisitFilter:
        self.validate()
        return VisitFilter(
            consultant_id=self.konsultan.data,
            agency_id=self.skpd.data,
            participation_id=self.peserta.data,
            states=(self.keadaan.data,) if self.keadaan.data else (),
            mode=self.cara.data,
            outcome=self.hasil.data,
            since=self.dari.data,
            until=self.sampai.data,
        )


class PlanFilterForm(FilterForm):
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    keadaan = CodeField(_l("Keadaan"), codes=PlanState, empty=ALL)
    peserta = ChoiceOrEmpty(_l("Peserta"), empty=ALL)

    def wanted(self) -> PlanFilter:
        self.validate()
        return PlanFilter(
            state=self.keadaan.data,
            consultant_id=self.konsultan.data,
            agency_id=self.skpd.data,
            participation_id=self.peserta.data,
        )


class ItemFilterForm(FilterForm):
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    keadaan = CodeField(_l("Keadaan"), codes=Urgency, empty=_l("Belum selesai"))
    oleh = CodeField(_l("Dikerjakan oleh"), codes=ActionOwner, empty=ALL)
    peserta = ChoiceOrEmpty(_l("Peserta"), empty=ALL)

    def wanted(self) -> ItemFilter:
        self.validate()
        return ItemFilter(
            urgency=self.keadaan.data,
            owner=self.oleh.data,
            agency_id=self.skpd.data,
            consultant_id=self.konsultan.data,
            participation_id=self.peserta.data,
        )


class PeopleForm(FilterForm):
    q = TextField(_l("Cari nama, usaha, atau telepon"), longest=100)
