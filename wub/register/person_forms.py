"""Forms about a person: identity, facts, and the looking twice at what seems odd."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import InputRequired

from models.nik import NikIssue
from models.vocabulary import Education, NikCheck, PriorOccupation, Sex, YesNo
from wub.errors import Refusal
from wub.pages.fields import CodeField, LocalDateField, NotInFuture, ParagraphField, PhoneField, TextField
from wub.pages.forms import RecordForm
from wub.register import choice_queries as choices
from wub.register.forms import AreaField, Part
from wub.register.person_actions import Looked, PersonDraft
from wub.register.refusals import LookTwice


class PersonPart(Part):
    name = TextField(_l("Nama sesuai KTP"), [InputRequired()])
    nik_check = CodeField(_l("Pemeriksaan NIK"), codes=NikCheck, empty=None, default=NikCheck.NOT_YET)
    sex = CodeField(_l("Jenis kelamin"), codes=Sex, empty=None, default=Sex.NOT_ASKED)
    birth_date = LocalDateField(_l("Tanggal lahir"), [NotInFuture()])
    phone = PhoneField(_l("Telepon"))
    whatsapp = PhoneField(_l("WhatsApp"))
    address = ParagraphField(_l("Alamat"), longest=500, rows=2)
    rt = TextField(_l("RT"), longest=3)
    rw = TextField(_l("RW"), longest=3)
    area_code = AreaField(_l("Kelurahan"))
    education = CodeField(_l("Pendidikan"), codes=Education, empty=None, default=Education.NOT_ASKED)
    prior_occupation = CodeField(
        _l("Pekerjaan sebelumnya"), codes=PriorOccupation, empty=None, default=PriorOccupation.NOT_ASKED
    )
    disability = CodeField(_l("Penyandang disabilitas"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED)
    welfare_register = CodeField(
        _l("Terdaftar di DTKS/DTSEN"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED
    )
    alive = CodeField(_l("Masih hidup"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED)
    note = ParagraphField(_l("Catatan"), rows=2)

    def person_draft(self) -> PersonDraft:
        kept = PersonDraft.__dataclass_fields__
        return PersonDraft(**{name: field.data for name, field in self._fields.items() if name in kept})


class LookedPart(Part):
    """The warnings shown last time, and what was said about them."""

    warned = HiddenField()
    confirmed = BooleanField(_l("Sudah saya cocokkan; data ini benar"))
    warning_note = TextField(_l("Catatan tentang peringatan"), longest=300)

    warnings: list[NikIssue]

    def looked(self) -> Looked:
        said = frozenset(filter(None, str(self.warned.data or "").split(",")))
        return Looked(said if self.confirmed.data else frozenset(), self.warning_note.data)

    def warn(self, refusal: Refusal) -> None:
        """Shows these warnings; a tick given for other ones no longer counts."""
        if isinstance(refusal, LookTwice):
            self.warnings = list(refusal.warnings)
            self.warned.data = ",".join(issue.code for issue in self.warnings)
            self.confirmed.data = False


class PersonForm(PersonPart, LookedPart, RecordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings = []
        self.area_code.offer(choices.areas(also=self.area_code.data))

    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        self.warn(refusal)

    def draft(self) -> PersonDraft:
        return self.person_draft()


class NikForm(LookedPart, RecordForm):
    nik = TextField(_l("NIK"), [InputRequired()], longest=30, render_kw={"inputmode": "numeric"})
    nik_check = CodeField(_l("Pemeriksaan NIK"), codes=NikCheck, empty=None, default=NikCheck.NOT_YET)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings = []

    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        self.warn(refusal)
