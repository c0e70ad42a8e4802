"""Filters of the reference lists."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from models.vocabulary import N_, Code
from wub.pages.fields import ChoiceOrEmpty, CodeField, TextField, YearField
from wub.pages.forms import FilterForm
from wub.reference.queries import CohortFilter, IndexFilter


class AreaLevel(Code):
    PROVINCE = "1", N_("Provinsi")
    CITY = "2", N_("Kabupaten/kota")
    DISTRICT = "3", N_("Kecamatan")
    VILLAGE = "4", N_("Kelurahan")


class Series(Code):
    MONTHLY = "bulanan", N_("Bulanan")
    YEARLY = "tahunan", N_("Tahunan")


class CohortFilterForm(FilterForm):
    tahun = YearField(_l("Tahun"))
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=_l("Semua"))
    skema = ChoiceOrEmpty(_l("Skema"), empty=_l("Semua"))

    def wanted(self) -> CohortFilter:
        self.validate()
        asked = {field.short_name: None if field.errors else field.data for field in self}
        return CohortFilter(year=asked["tahun"], agency_id=asked["skpd"], scheme_id=asked["skema"])


class IndexFilterForm(FilterForm):
    q = TextField(_l("Cari tempat"), longest=60)
    tahun = YearField(_l("Tahun"), smallest=1900)
    deret = CodeField(_l("Deret"), codes=Series, empty=_l("Semua"))

    def wanted(self) -> IndexFilter:
        self.validate()
        series = None if self.deret.errors else self.deret.data
        return IndexFilter(
            place=self.searched,
            year=None if self.tahun.errors else self.tahun.data,
            monthly=None if series is None else series is Series.MONTHLY,
        )


class AreaFilterForm(FilterForm):
    q = TextField(_l("Cari nama atau kode wilayah"), longest=100)
    tingkat = CodeField(_l("Tingkat"), codes=AreaLevel, empty=_l("Semua"))

    @property
    def level(self) -> int | None:
        self.validate()
        return None if self.tingkat.errors or self.tingkat.data is None else int(self.tingkat.data)


class ClassFilterForm(FilterForm):
    q = TextField(_l("Cari judul atau kode KBLI"), longest=100)
