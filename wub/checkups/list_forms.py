"""Filters of the lists of checkups: those recorded, and those due."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Optional

from models.vocabulary import ROUNDS, Status, Verification
from wub.checkups.due_queries import DueFilter, Timing
from wub.checkups.forms import round_words
from wub.checkups.queries import CheckupFilter
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField
from wub.pages.forms import FilterForm

ALL = _l("Semua")


class CheckupFilterForm(FilterForm):
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    putaran = ChoiceOrEmpty(_l("Putaran"), empty=ALL)
    keadaan = CodeField(_l("Keadaan"), codes=Status, empty=ALL)
    bukti = ChoiceOrEmpty(_l("Tingkat bukti"), empty=ALL)
    dari = LocalDateField(_l("Dari tanggal"), [Optional()])
    sampai = LocalDateField(_l("Sampai tanggal"), [Optional()])
    ulang = BooleanField(_l("Pemeriksaan ulang saja"))
    peserta = ChoiceOrEmpty(_l("Peserta"), empty=ALL)

    def offer(self, agencies: list[tuple[int, str]], people: list[tuple[int, str]]) -> None:
        self.skpd.offer(agencies)
        self.putaran.offer((month, round_words(month)) for month in ROUNDS)
        self.bukti.offer((int(level), _(level.label)) for level in Verification)
        self.peserta.offer(people)

    def wanted(self) -> CheckupFilter:
        self.validate()
        return CheckupFilter(
            participation_id=self.peserta.data,
            agency_id=self.skpd.data,
            round_month=self.putaran.data,
            status=self.keadaan.data,
            verification=self.bukti.data,
            since=self.dari.data,
            until=self.sampai.data,
            rechecks=self.ulang.data,
        )


class DueFilterForm(FilterForm):
    putaran = ChoiceOrEmpty(_l("Putaran"), empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    waktu = CodeField(_l("Waktu"), codes=Timing, only=(Timing.NOW, Timing.SOON), empty=ALL)

    def offer(self, agencies: list[tuple[int, str]], consultants: list[tuple[int, str]]) -> None:
        self.putaran.offer((month, round_words(month)) for month in ROUNDS)
        self.skpd.offer(agencies)
        self.konsultan.offer(consultants)

    def wanted(self, *, missed: bool) -> DueFilter:
        self.validate()
        return DueFilter(
            missed=missed,
            round_month=self.putaran.data,
            agency_id=self.skpd.data,
            consultant_id=self.konsultan.data,
            timing=None if missed else self.waktu.data,
        )

    def told(self) -> list[tuple[str, str]]:
        """The filters in use, for the first sheet of a download."""
        found = []
        for one in self:
            if one.data not in (None, ""):
                chosen = [str(choice.label) for choice in one.iter_choices() if choice.selected]
                found.append((str(one.label.text), ", ".join(chosen)))
        return found
