"""Forms about working groups."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from models.account import Account
from models.vocabulary import Sector
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, NotInFuture, ParagraphField, TextField
from wub.pages.forms import FilterForm, RecordForm
from wub.register import choice_queries as choices
from wub.register.forms import AreaField, IntakeYearField, PickField
from wub.register.group_actions import GroupDraft
from wub.register.group_queries import GroupFilter, Member

ALL = _l("Semua")


class GroupForm(RecordForm):
    name = TextField(_l("Nama kelompok"), [InputRequired()])
    sector = CodeField(_l("Sektor"), codes=Sector, empty=None, default=Sector.NOT_ASKED)
    address = ParagraphField(_l("Alamat tempat usaha"), longest=500, rows=2)
    area_code = AreaField(_l("Kelurahan"))
    formed_on = LocalDateField(_l("Dibentuk pada"), [NotInFuture()])
    rent_ends_on = LocalDateField(
        _l("Sewa berakhir"), description=_l("Hari terakhir sewa tempat; sesudahnya hasil diukur lagi.")
    )
    note = ParagraphField(_l("Catatan"), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area_code.offer(choices.areas(also=self.area_code.data))

    def draft(self) -> GroupDraft:
        kept = GroupDraft.__dataclass_fields__
        return GroupDraft(**{name: field.data for name, field in self._fields.items() if name in kept})


class NewGroupForm(GroupForm):
    cohort_id = ChoiceOrEmpty(_l("Angkatan"), [InputRequired()])

    def __init__(self, account: Account, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.cohort_id.offer(choices.cohorts(account))


class MembersForm(RecordForm):
    members = PickField(_l("Anggota"))

    def __init__(self, intake: list[Member], group_id: int, **kwargs: Any) -> None:
        now = [one.participation_id for one in intake if one.group_id == group_id]
        super().__init__(data={"members": now, "version": kwargs.pop("version", None)}, **kwargs)
        self.members.choices = [(one.participation_id, _said(one, group_id)) for one in intake]


class GroupFilterForm(FilterForm):
    q = TextField(_l("Cari nama kelompok"), longest=100)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    tahun = IntakeYearField(_l("Angkatan"), empty=ALL)
    sektor = CodeField(_l("Sektor"), codes=Sector, empty=ALL)
    sewa = LocalDateField(_l("Sewa berakhir sampai"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.skpd.offer(choices.all_agencies())
        self.tahun.offer_years(choices.years())
        self.validate()

    def wanted(self) -> GroupFilter:
        said = {name: None if field.errors else field.data for name, field in self._fields.items()}
        return GroupFilter(said["q"] or "", said["skpd"], said["tahun"], said["sektor"], said["sewa"])


def _said(one: Member, group_id: int) -> str:
    elsewhere = one.group if one.group_id not in (None, group_id) else None
    return f"{one.name} ({elsewhere})" if elsewhere else one.name
