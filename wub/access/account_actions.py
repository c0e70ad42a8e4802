"""What administrators do to accounts. Nobody gives a role to himself, nor switches himself off."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID

from models.account import Account, RoleGrant
from models.base import db, new_key
from models.vocabulary import N_, Role
from wub import audit
from wub.access import passwords
from wub.access.queries import account_by_key, account_by_login
from wub.clock import today
from wub.errors import Conflict, Forbidden, Invalid, SameKeyOtherContent, expect_version, on_constraint
from wub.records import flush


@dataclass(frozen=True, kw_only=True)
class AccountDraft:
    login: str
    name: str
    phone: str | None = None
    employee_number: str | None = None
    contract_starts_on: date | None = None
    contract_ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class GrantDraft:
    role: Role
    starts_on: date
    agency_id: int | None = None
    ends_on: date | None = None


class LoginTaken(Conflict):
    code = "nama_pengguna_terpakai"
    sentence = N_("Nama pengguna ini sudah dipakai akun lain. Pilih nama lain.")


class OfficeNeeded(Invalid):
    code = "petugas_tanpa_skpd"
    sentence = N_("Petugas SKPD memegang daftar satu SKPD. Pilih SKPD-nya.")


class EndsBeforeStart(Invalid):
    code = "berakhir_sebelum_mulai"
    sentence = N_("Tanggal berakhir mendahului tanggal mulai. Perbaiki salah satunya.")


class NotToOneself(Forbidden):
    code = "bukan_untuk_diri_sendiri"
    sentence = N_("Peran dan keaktifan akun sendiri diatur oleh administrator lain. Minta bantuannya.")


on_constraint("uq_account_login", LoginTaken)
on_constraint("ck_role_grant_officer_has_agency", OfficeNeeded)
on_constraint("ck_role_grant_ends_after_start", EndsBeforeStart)


def open_account(
    draft: AccountDraft, *, by: Account | None, client_key: UUID | None = None
) -> tuple[Account, str | None]:
    """The account and its one-time password; no password when the same form came a second time."""
    known = account_by_key(client_key) if client_key else None
    if known is not None:
        if known.login != draft.login:
            raise SameKeyOtherContent
        return known, None
    if account_by_login(draft.login) is not None:
        raise LoginTaken(fields={"login": LoginTaken.sentence})
    password = passwords.one_time()
    account = Account(**asdict(draft), password_hash=passwords.hash_of(password), must_change_password=True)
    if client_key is not None:
        account.client_key = client_key
    db.session.add(account)
    flush()
    audit.record("account:open", account, by=by, changes={"login": [None, account.login]})
    return account, password


def amend_account(account: Account, draft: AccountDraft, *, by: Account, version: int | None) -> Account:
    expect_version(account, version)
    other = account_by_login(draft.login)
    if other is not None and other.id != account.id:
        raise LoginTaken(fields={"login": LoginTaken.sentence})
    for name, value in asdict(draft).items():
        setattr(account, name, value)
    changes = audit.changes_of(account)
    flush()
    if changes:
        audit.record("account:amend", account, by=by, changes=changes)
    return account


def grant_role(account: Account, draft: GrantDraft, *, by: Account | None) -> RoleGrant:
    """`by` is None only on the command line, where the first administrator comes from."""
    if by is not None and by.id == account.id:
        raise NotToOneself
    if draft.role is Role.OFFICER and draft.agency_id is None:
        raise OfficeNeeded(fields={"agency_id": OfficeNeeded.sentence})
    if draft.ends_on is not None and draft.ends_on < draft.starts_on:
        raise EndsBeforeStart(fields={"ends_on": EndsBeforeStart.sentence})
    grant = RoleGrant(**asdict(draft), granted_by_id=by.id if by else None)
    account.grants.append(grant)
    flush()
    audit.record("role:grant", account, by=by, changes=_told(grant))
    return grant


def end_grant(account: Account, grant: RoleGrant, *, by: Account) -> None:
    """From today on; a grant that has not begun is taken back as if it had never been."""
    if by.id == account.id:
        raise NotToOneself
    audit.record("role:end", account, by=by, changes=_told(grant))
    if grant.starts_on >= today():
        account.grants.remove(grant)
        db.session.delete(grant)
    else:
        yesterday = today() - timedelta(days=1)  # the last day on which it held
        grant.ends_on = min(grant.ends_on or yesterday, yesterday)
    flush()


def set_active(account: Account, active: bool, *, by: Account) -> None:
    """Switching off ends every session; the account and its trail remain.

    The stamp is replaced when it is switched on again: until then it tells whose phone still delivers
    (wub.access.former).
    """
    if by.id == account.id:
        raise NotToOneself
    if account.active == active:
        return
    account.active = active
    if active:
        account.session_stamp = new_key()
    flush()
    audit.record("account:activate" if active else "account:deactivate", account, by=by)


def new_one_time_password(account: Account, *, by: Account | None) -> str:
    """For somebody who lost theirs; every session of the account ends."""
    password = passwords.one_time()
    account.password_hash = passwords.hash_of(password)
    account.must_change_password = True
    account.session_stamp = new_key()
    account.failed_sign_ins, account.failing_since = 0, None
    flush()
    audit.record("account:one_time_password", account, by=by)
    return password


def _told(grant: RoleGrant) -> dict[str, list[object]]:
    said = (grant.role, grant.agency_id, grant.starts_on, grant.ends_on)
    return {
        name: [None, audit.plain(value)]
        for name, value in zip(("role", "agency_id", "starts_on", "ends_on"), said, strict=True)
    }
