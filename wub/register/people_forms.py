"""Filters of the people list, and the search that never puts a NIK into an address."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from models.vocabulary import N_, Code, Sector, Status
from wub.pages.fields import ChoiceOrEmpty, CodeField, TextField
from wub.pages.forms import FilterForm, WubForm
from wub.register import choice_queries as choices
from wub.register.forms import AreaField, IntakeYearField
from wub.register.people_queries import PeopleFilter

ALL = _l("Semua")


class Identity(Code):
    VERIFIABLE = "ada", N_("Punya NIK")
    PROVISIONAL = "belum", N_("Sementara, belum ber-NIK")


class PeopleFilterForm(FilterForm):
    q = TextField(_l("Cari nama, usaha, telepon, atau NIK"), longest=100)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    tahun = IntakeYearField(_l("Angkatan"), empty=ALL)
    kecamatan = AreaField(_l("Kecamatan"), empty=ALL)
    kelurahan = AreaField(_l("Kelurahan"), empty=ALL)
    sektor = CodeField(_l("Sektor"), codes=Sector, empty=ALL)
    keadaan = CodeField(_l("Keadaan terakhir"), codes=Status, empty=ALL)
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    nik = CodeField(_l("Identitas"), codes=Identity, empty=ALL)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.skpd.offer(choices.all_agencies())
        self.tahun.offer_years(choices.years())
        self.kecamatan.offer(choices.districts())
        self.kelurahan.offer(choices.areas())
        self.konsultan.offer(choices.consultants())
        self.validate()

    def wanted(self) -> PeopleFilter:
        """What could not be read is as if it had not been asked."""
        said = {name: None if field.errors else field.data for name, field in self._fields.items()}
        return PeopleFilter(
            text=said["q"] or "",
            agency_id=said["skpd"],
            year=said["tahun"],
            district=said["kecamatan"],
            area=said["kelurahan"],
            sector=said["sektor"],
            status=said["keadaan"],
            consultant_id=said["konsultan"],
            provisional=None if said["nik"] is None else said["nik"] is Identity.PROVISIONAL,
        )

    def told(self) -> list[tuple[str, str]]:
        """The filters in use, in words; the words searched are not among them."""
        used = [field for field in self if field.short_name != "q" and field.data not in (None, "")]
        return [(str(field.label.text), str(_chosen(field))) for field in used]


def _chosen(field: Any) -> str:
    return next(str(label) for _value, label, chosen, *_rest in field.iter_choices() if chosen)


class FindForm(WubForm):
    q = TextField(longest=100)
