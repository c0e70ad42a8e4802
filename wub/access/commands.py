"""`wub account`: the first administrator has nobody who could open the account on a page."""

from __future__ import annotations

import click

from models.vocabulary import Role


@click.group("account")
def command_account() -> None:
    """Open accounts and replace lost passwords."""


@command_account.command()
@click.option("--login", required=True, help="Name used to sign in.")
@click.option("--name", required=True, help="Full name.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--agency", help="Code of the office; officers need one.")
def create(login: str, name: str, role: str, agency: str | None) -> None:
    """Open an account with one role, and print its one-time password."""
    from wub import create_app, unit_of_work
    from wub.access.account_actions import AccountDraft, GrantDraft, grant_role, open_account
    from wub.access.queries import agency_by_code
    from wub.clock import today
    from wub.errors import Refusal

    with create_app().app_context():
        try:
            with unit_of_work.command():
                draft = AccountDraft(login=login.strip().lower(), name=name)
                account, password = open_account(draft, by=None)
                office = agency_by_code(agency).id if agency else None
                grant_role(account, GrantDraft(role=Role(role), agency_id=office, starts_on=today()), by=None)
        except Refusal as refusal:
            raise click.ClickException(refusal.sentence % refusal.values) from refusal
    click.echo(f"login: {draft.login}")
    click.echo(f"one-time password: {password}")


@command_account.command("password")
@click.option("--login", required=True)
def renew_password(login: str) -> None:
    """Print a new one-time password; every session of the account ends."""
    from wub import create_app, unit_of_work
    from wub.access.account_actions import new_one_time_password
    from wub.access.queries import account_by_login

    with create_app().app_context(), unit_of_work.command():
        account = account_by_login(login)
        if account is None:
            raise click.ClickException(f"no account named {login}")
        password = new_one_time_password(account, by=None)
    click.echo(f"one-time password: {password}")
