"""Signing in, changing a password, and what administrators do to accounts."""

from __future__ import annotations

from models.account import Account
from models.base import db, new_key
from models.vocabulary import N_
from wub import audit
from wub.access import passwords
from wub.access.queries import account_by_login
from wub.errors import Invalid, Refusal


class WrongPassword(Invalid):
    code = "kata_sandi_salah"
    sentence = N_("Kata sandi yang sekarang tidak cocok. Ketik ulang.")


def verify(login: str, password: str) -> tuple[Account | None, bool]:
    """The account of that name, if any, and whether it may enter; the same work when there is none."""
    account = account_by_login(login)
    right = passwords.matches(account.password_hash if account else None, password)
    return account, bool(account and right and account.active)


def note_sign_in(account: Account, password: str) -> None:
    if passwords.is_outdated(account.password_hash):
        account.password_hash = passwords.hash_of(password)
    audit.record("session:start", account, by=account)
    db.session.flush()


def change_password(account: Account, *, current: str, new: str) -> None:
    """Ends every session of the account; the caller starts one anew on this device."""
    if not passwords.matches(account.password_hash, current):
        raise WrongPassword(fields={"current_password": WrongPassword.sentence})
    if current == new:
        raise SamePassword(fields={"new_password": SamePassword.sentence})
    account.password_hash = passwords.hash_of(new)
    account.must_change_password = False
    account.session_stamp = new_key()
    audit.record("account:password", account, by=account)
    db.session.flush()


class SamePassword(Refusal):
    code = "kata_sandi_sama"
    sentence = N_("Kata sandi baru harus berbeda dari yang sekarang.")
