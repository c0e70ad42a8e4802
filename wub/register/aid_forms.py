"""Forms about aid."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from models.aid import Aid
from models.reading import Reading
from models.vocabulary import AidCondition, AidKind, Funding
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownRupiahField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    TextField,
    WholeNumberField,
)
from wub.pages.forms import FilterForm, RecordForm
from wub.register import choice_queries as choices
from wub.register.aid_actions import AidDraft
from wub.register.aid_queries import AidFilter
from wub.register.forms import IntakeYearField

ALL = _l("Semua")


class AidForm(RecordForm):
    kind = CodeField(_l("Jenis bantuan"), [InputRequired()], codes=AidKind)
    description = TextField(_l("Apa yang diberikan"), [InputRequired()])
    quantity = WholeNumberField(_l("Jumlah"), [InputRequired()], smallest=1, largest=100_000, default=1)
    value = KnownRupiahField(_l("Nilai seluruhnya"), default=Reading())
    funding = CodeField(_l("Sumber dana"), codes=Funding, empty=None, default=Funding.NOT_ASKED)
    given_on = LocalDateField(_l("Diserahkan pada"), [InputRequired(), NotInFuture()])
    bast_number = TextField(_l("Nomor BAST"), longest=60)
    rent_ends_on = LocalDateField(_l("Sewa berakhir"), description=_l("Hanya untuk sewa tempat."))
    condition = CodeField(_l("Kondisi"), codes=AidCondition, empty=None, default=AidCondition.NOT_ASKED)
    condition_seen_on = LocalDateField(_l("Kondisi dilihat pada"), [NotInFuture()])
    note = ParagraphField(_l("Catatan"), rows=2)

    def __init__(self, kept: Aid | None = None, **kwargs: Any) -> None:
        super().__init__(data=_told(kept) if kept is not None else None, **kwargs)

    def draft(self) -> AidDraft:
        kept = AidDraft.__dataclass_fields__
        return AidDraft(**{name: field.data for name, field in self._fields.items() if name in kept})


class AidFilterForm(FilterForm):
    q = TextField(_l("Cari barang atau nomor BAST"), longest=100)
    jenis = CodeField(_l("Jenis"), codes=AidKind, empty=ALL)
    kondisi = CodeField(_l("Kondisi"), codes=AidCondition, empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    tahun = IntakeYearField(_l("Angkatan"), empty=ALL)
    dari = LocalDateField(_l("Diserahkan dari"))
    sampai = LocalDateField(_l("Diserahkan sampai"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.skpd.offer(choices.all_agencies())
        self.tahun.offer_years(choices.years())
        self.validate()

    def wanted(self) -> AidFilter:
        said = {name: None if field.errors else field.data for name, field in self._fields.items()}
        return AidFilter(
            said["q"] or "",
            said["jenis"],
            said["kondisi"],
            said["skpd"],
            said["tahun"],
            said["dari"],
            said["sampai"],
        )


def _told(kept: Aid) -> dict[str, Any]:
    names = AidDraft.__dataclass_fields__
    told = {name: getattr(kept, name) for name in names}
    return told | {"value": Reading(kept.value, kept.value_answer), "version": kept.version}
