"""Input of the account pages and of the two lists' filters."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError

from models.vocabulary import Role
from wub.access import queries, trail
from wub.access.account_actions import AccountDraft, GrantDraft
from wub.clock import today
from wub.pages.fields import CodeField, LocalDateField
from wub.pages.forms import FilterForm, RecordForm, WubForm


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _number(text: str | int | None) -> int | None:
    return int(text) if text not in (None, "") else None


class AccountForm(RecordForm):
    login = StringField(
        _l("Nama pengguna"),
        [
            InputRequired(_l("Isi nama pengguna.")),
            Length(min=3, max=120, message=_l("Nama pengguna 3 sampai 120 huruf.")),
            Regexp(
                r"^[a-z0-9][a-z0-9._@-]*$",
                message=_l("Pakai huruf kecil, angka, titik, garis, atau @; tanpa spasi."),
            ),
        ],
        filters=[lambda text: text.strip().lower() if text else text],
        description=_l("Dipakai untuk masuk. Huruf kecil, tanpa spasi, misalnya siti.rahma."),
        render_kw={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"},
    )
    name = StringField(
        _l("Nama lengkap"), [InputRequired(_l("Isi nama lengkap.")), Length(max=200)], filters=[_tidy]
    )
    employee_number = StringField(_l("NIP"), [Optional(), Length(max=30)], filters=[_tidy])
    phone = StringField(_l("Nomor telepon"), [Optional(), Length(max=20)], filters=[_tidy])
    contract_starts_on = LocalDateField(_l("Kontrak mulai"), [Optional()])
    contract_ends_on = LocalDateField(
        _l("Kontrak berakhir"), [Optional()], description=_l("Untuk konsultan: masa kontrak pendampingan.")
    )

    def validate_contract_ends_on(self, field: LocalDateField) -> None:
        started, ended = self.contract_starts_on.data, field.data
        if started and ended and ended < started:
            raise ValidationError(_l("Kontrak berakhir sebelum mulai. Perbaiki salah satu tanggalnya."))

    def draft(self) -> AccountDraft:
        return AccountDraft(
            login=self.login.data or "",
            name=self.name.data or "",
            phone=self.phone.data,
            employee_number=self.employee_number.data,
            contract_starts_on=self.contract_starts_on.data,
            contract_ends_on=self.contract_ends_on.data,
        )


class GrantForm(WubForm):
    role = SelectField(_l("Peran"), [InputRequired(_l("Pilih peran."))])
    agency_id = SelectField(
        _l("SKPD"), [Optional()], coerce=_number, description=_l("Wajib untuk Petugas SKPD.")
    )
    starts_on = LocalDateField(_l("Berlaku mulai"), [InputRequired(_l("Isi tanggal mulai."))], default=today)
    ends_on = LocalDateField(_l("Sampai"), [Optional()], description=_l("Kosongkan bila belum ada batasnya."))

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.role.choices = [("", _l("Pilih peran")), *_role_choices()]
        self.agency_id.choices = [("", _l("Semua / tidak terkait")), *queries.agencies()]

    def draft(self) -> GrantDraft:
        role = Role(self.role.data)
        return GrantDraft(
            role=role,
            # Only the officer's role is bound to an office.
            agency_id=self.agency_id.data if role is Role.OFFICER else None,
            starts_on=self.starts_on.data or today(),
            ends_on=self.ends_on.data,
        )


class AccountFilterForm(FilterForm):
    q = StringField(_l("Nama atau nama pengguna"), [Optional(), Length(max=100)])
    role = CodeField(_l("Peran"), codes=Role, empty=_l("Semua"))
    state = SelectField(
        _l("Keadaan"),
        [Optional()],
        choices=lambda: [("", _l("Semua")), ("aktif", _l("Aktif")), ("nonaktif", _l("Nonaktif"))],
    )

    def wanted(self) -> queries.AccountFilter:
        if not self.validate():
            return queries.AccountFilter()
        return queries.AccountFilter(
            text=(self.q.data or "").strip(),
            role=self.role.data,
            active={"aktif": True, "nonaktif": False}.get(self.state.data or ""),
        )


class TrailFilterForm(FilterForm):
    login = StringField(_l("Nama pengguna"), [Optional(), Length(max=120)])
    action = SelectField(_l("Tindakan"), [Optional()], validate_choice=False)
    subject_type = StringField(_l("Jenis data"), [Optional(), Length(max=40)])
    subject_id = IntegerField(_l("Nomor data"), [Optional(), NumberRange(min=1, max=2**53)])
    since = LocalDateField(_l("Dari tanggal"), [Optional()])
    until = LocalDateField(_l("Sampai tanggal"), [Optional()])

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.action.choices = [("", _l("Semua")), *((name, name) for name in trail.actions_recorded())]

    def wanted(self) -> trail.TrailFilter:
        if not self.validate():
            return trail.TrailFilter()
        return trail.TrailFilter(
            login=(self.login.data or "").strip(),
            action=self.action.data or "",
            subject_type=(self.subject_type.data or "").strip(),
            subject_id=self.subject_id.data,
            since=self.since.data,
            until=self.until.data,
        )


def _role_choices() -> list[tuple[str, Any]]:
    return [(role.value, _l(role.label)) for role in Role]
