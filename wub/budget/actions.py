"""Keeping budget lines and what was spent on them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.budget import BudgetLine, Spending
from models.vocabulary import N_, Funding
from wub.budget import queries
from wub.errors import Conflict, Forbidden, Invalid, on_constraint
from wub.records import amend, keep_once, remove


@dataclass(frozen=True, kw_only=True)
class LineDraft:
    agency_id: int
    year: int
    activity_code: str
    name: str
    amount: int
    funding: Funding = Funding.CITY
    cohort_id: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SpendingDraft:
    spent_on: date
    amount: int
    description: str
    sp2d_number: str | None = None


class NotYourOffice(Forbidden):
    code = "anggaran_skpd_lain"
    sentence = N_("Anda mencatat anggaran SKPD Anda sendiri. Minta SKPD itu atau penyelia mencatatnya.")


class LineTwice(Conflict):
    code = "anggaran_sudah_ada"
    sentence = N_(
        "SKPD ini sudah punya anggaran dengan kode kegiatan itu pada tahun itu. Ubah yang sudah ada."
    )


class PaymentTwice(Conflict):
    code = "sp2d_sudah_ada"
    sentence = N_("Nomor SP2D ini sudah tercatat. Periksa nomornya, atau ubah belanja yang sudah ada.")


class OtherYear(Invalid):
    code = "belanja_di_luar_tahun"
    sentence = N_("Belanja anggaran %(year)s bertanggal dalam tahun %(year)s. Periksa tanggalnya.")


class SpentInOtherYear(Invalid):
    code = "anggaran_sudah_dibelanjakan"
    sentence = N_("Anggaran ini sudah punya belanja pada tahun lain, jadi tahunnya tidak dapat diganti.")


class CohortOfOthers(Invalid):
    code = "anggaran_angkatan_skpd_lain"
    sentence = N_("Angkatan ini milik SKPD lain. Pilih angkatan SKPD yang sama, atau kosongkan.")


on_constraint("uq_budget_line_agency_id_year_activity_code", LineTwice)
on_constraint("uq_spending_sp2d_number", PaymentTwice)


def open_line(draft: LineDraft, *, key: UUID, by: Account) -> BudgetLine:
    _check(draft, by)
    return keep_once(BudgetLine(**asdict(draft), client_key=key), by=by, action="budget_line:open")


def change_line(line: BudgetLine, draft: LineDraft, *, version: int | None, by: Account) -> None:
    _expect_own(line.agency_id, by)
    _check(draft, by)
    if queries.spent_in_years(line.id) - {draft.year}:
        raise SpentInOtherYear(fields={"year": SpentInOtherYear.sentence})
    amend(line, asdict(draft), version=version, by=by, action="budget_line:change")


def spend(line: BudgetLine, draft: SpendingDraft, *, key: UUID, by: Account) -> Spending:
    """More than was planned may be recorded: the payment order is a fact, and the page says so."""
    _expect_own(line.agency_id, by)
    _in_year(draft, line.year)
    paid = Spending(**asdict(draft), budget_line_id=line.id, client_key=key)
    return keep_once(paid, by=by, action="spending:record")


def change_spending(spending: Spending, draft: SpendingDraft, *, version: int | None, by: Account) -> None:
    _in_year(draft, queries.visible(spending.budget_line_id, by).year)
    amend(spending, asdict(draft), version=version, by=by, action="spending:change")


def remove_spending(spending: Spending, reason: str, *, version: int | None, by: Account) -> None:
    """Entered by mistake; what it said stays in the trail."""
    _expect_own(queries.visible(spending.budget_line_id, by).agency_id, by)
    remove(spending, version=version, by=by, action="spending:remove", reason=reason)


def _expect_own(agency_id: int, by: Account) -> None:
    if not queries.keeps_for(agency_id, by):
        raise NotYourOffice


def _check(draft: LineDraft, by: Account) -> None:
    if not queries.keeps_for(draft.agency_id, by):
        raise NotYourOffice(fields={"agency_id": NotYourOffice.sentence})
    intake = queries.cohort(draft.cohort_id)
    if intake is not None and intake.agency_id != draft.agency_id:
        raise CohortOfOthers(fields={"cohort_id": CohortOfOthers.sentence})


def _in_year(draft: SpendingDraft, year: int) -> None:
    if draft.spent_on.year != year:
        raise OtherYear(fields={"spent_on": OtherYear.sentence}, year=year)
