"""Keeping intakes (angkatan): year, office and scheme, from which the code is made."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from models.account import Account
from models.agency import Agency, Cohort, Scheme
from models.vocabulary import N_
from wub.errors import Conflict, Invalid, on_constraint
from wub.records import add, amend
from wub.reference import queries

PLAIN_SCHEME = "WUB"  # its intakes are named by year and office alone


@dataclass(frozen=True, kw_only=True)
class CohortDraft:
    year: int
    agency_id: int
    scheme_id: int
    opened_on: date | None = None
    note: str | None = None


class CohortTwice(Conflict):
    code = "angkatan_sudah_ada"
    sentence = N_("Angkatan tahun, SKPD dan skema itu sudah ada. Cari di daftar angkatan.")


class CohortUsed(Conflict):
    code = "angkatan_terpakai"
    sentence = N_("Angkatan ini sudah terpakai, jadi tahun, SKPD dan skemanya tetap. Buka angkatan baru.")


class ImplausibleYear(Invalid):
    code = "tahun_angkatan"
    sentence = N_("Tahun angkatan harus antara 2000 dan 2100.")


on_constraint("uq_cohort_year_agency_id_scheme_id", CohortTwice)
on_constraint("uq_cohort_code", CohortTwice)
on_constraint("ck_cohort_year_plausible", ImplausibleYear)


def open_cohort(draft: CohortDraft, *, by: Account) -> Cohort:
    """A form sent twice meets the intake it has just made, and is told so."""
    return add(Cohort(**asdict(draft), code=_code(draft)), by=by, action="cohort:open")


def change_cohort(cohort: Cohort, draft: CohortDraft, *, version: int | None, by: Account) -> None:
    settled = {
        name: CohortUsed.sentence
        for name in ("year", "agency_id", "scheme_id")
        if getattr(cohort, name) != getattr(draft, name)
    }
    if settled and queries.is_used(cohort.id):
        raise CohortUsed(fields=settled)
    code = {"code": _code(draft)} if settled else {}
    amend(cohort, asdict(draft) | code, version=version, by=by, action="cohort:change")


def _code(draft: CohortDraft) -> str:
    agency, scheme = queries.one(Agency, draft.agency_id), queries.one(Scheme, draft.scheme_id)
    code = f"{draft.year}-{agency.code}"
    return code if scheme.code == PLAIN_SCHEME else f"{code}-{scheme.code}"
