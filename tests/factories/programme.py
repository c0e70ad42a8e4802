"""Offices, intakes and enrolments; targets, money and what the application itself records."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from models.agency import Agency, Cohort, Scheme
from models.attachment import Attachment
from models.audit import AuditEntry
from models.base import db
from models.budget import BudgetLine, Spending
from models.group import Group
from models.import_run import ImportRun, StagedRow
from models.indicator import Indicator, IndicatorVersion
from models.participation import Participation
from models.snapshot import Snapshot
from models.target import Target
from models.vocabulary import ImportKind, RowOutcome, ScopeLevel, TargetSource, TargetState, TargetType
from tests.factories.keeping import id_of, keep, number, optional_id
from tests.factories.people import account, business, person


def agency(code: str = "DISPERDAGIN") -> Agency:
    """One of the seven that every database has, or a new one of that code."""
    found = db.session.scalar(sa.select(Agency).where(Agency.code == code))
    return found or keep(Agency(code=code, name=f"Dinas {code}", short_name=code.title()))


def scheme(code: str = "WUB") -> Scheme:
    found = db.session.scalar(sa.select(Scheme).where(Scheme.code == code))
    return found or keep(Scheme(code=code, name=f"Skema {code}"))


def cohort(year: int = 2025, **values: Any) -> Cohort:
    """The intake of that year, office and scheme: the same row when asked again."""
    office = values.pop("agency", None) or agency()
    kind = values.pop("scheme", None) or scheme()
    found = db.session.scalar(
        sa.select(Cohort).where(
            Cohort.year == year, Cohort.agency_id == office.id, Cohort.scheme_id == kind.id
        )
    )
    if found is not None and not values:
        return found
    code = f"{year}-{office.code}" if kind.code == "WUB" else f"{year}-{office.code}-{kind.code}"
    return keep(
        Cohort(**({"code": code, "year": year, "agency_id": office.id, "scheme_id": kind.id} | values))
    )


def group(**values: Any) -> Group:
    values["cohort_id"] = id_of(values, "cohort", cohort)
    return keep(Group(**({"name": f"Kelompok Contoh {number()}", "formed_on": date(2025, 2, 3)} | values)))


def participation(**values: Any) -> Participation:
    """Enrolled on 3 February of the intake's year, with a business at entry."""
    intake = values.pop("cohort", None) or (None if "cohort_id" in values else cohort())
    who = values.pop("person", None) or (None if "person_id" in values else person())
    if intake is not None:
        values["cohort_id"] = intake.id
    if who is not None:
        values["person_id"] = who.id
    if "business" not in values and "business_id" not in values:
        values["business"] = business(owner=who)
    optional_id(values, "business", "group", "import_run")
    values.pop("business", None)
    return keep(Participation(**({"enrolled_on": date(intake.year if intake else 2025, 2, 3)} | values)))


def indicator_version(code: str = "I2") -> IndicatorVersion:
    """The newest definition of an indicator of the catalogue."""
    newest = (
        sa.select(IndicatorVersion)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .where(Indicator.code == code)
        .order_by(IndicatorVersion.number.desc())
        .limit(1)
    )
    return db.session.scalars(newest).one()


def target(indicator: str = "I2", **values: Any) -> Target:
    """An approved target of 60 % for the whole city in 2026."""
    given: dict[str, Any] = {
        "indicator_version_id": indicator_version(indicator).id,
        "level": ScopeLevel.CITY,
        "period_starts_on": date(2026, 1, 1),
        "period_ends_on": date(2026, 12, 31),
        "type": TargetType.LEVEL,
        "value": Decimal("0.60"),
        "source": TargetSource.RPJMD,
        "source_document": "RPJMD contoh 2025-2029",
        "state": TargetState.APPROVED,
    }
    optional_id(values, "agency")
    return keep(Target(**(given | values)))


def budget_line(**values: Any) -> BudgetLine:
    values["agency_id"] = id_of(values, "agency", agency)
    optional_id(values, "cohort")
    given = {
        "year": 2026,
        "activity_code": f"2.17.03.{number():04}",
        "name": "Pendampingan wirausaha baru",
        "amount": 250_000_000,
    }
    return keep(BudgetLine(**(given | values)))


def spending(**values: Any) -> Spending:
    values["budget_line_id"] = id_of(values, "budget_line", budget_line)
    given = {
        "spent_on": date(2026, 5, 4),
        "amount": 15_000_000,
        "sp2d_number": f"SP2D-{number():05}",
        "description": "Honorarium konsultan",
    }
    return keep(Spending(**(given | values)))


def snapshot(**values: Any) -> Snapshot:
    given: dict[str, Any] = {
        "name": f"Triwulan contoh {number()}",
        "as_of": date(2026, 9, 30),
        "known_until": datetime(2026, 10, 5, tzinfo=UTC),
        "definitions": {"I1": 1, "I2": 1},
    }
    return keep(Snapshot(**(given | values)))


def import_run(**values: Any) -> ImportRun:
    optional_id(values, "agency", "started_by")
    given: dict[str, Any] = {
        "kind": ImportKind.PARTICIPANTS,
        "file_name": "daftar_contoh.xlsx",
        "digest": f"{number():064x}",
        "size": 20_480,
        "sheets": {"chosen": None, "read": []},
    }
    return keep(ImportRun(**(given | values)))


def staged_row(**values: Any) -> StagedRow:
    values["import_run_id"] = id_of(values, "import_run", import_run)
    given = {"sheet": "Daftar", "row_number": number(), "outcome": RowOutcome.ACCEPTED}
    return keep(StagedRow(**(given | values)))


def audit_entry(**values: Any) -> AuditEntry:
    return keep(AuditEntry(**({"action": "person:edit"} | values)))


def attachment(**values: Any) -> Attachment:
    """Proves a business unless another record is given."""
    values["uploaded_by_id"] = id_of(values, "uploaded_by", account)
    if not any(name.endswith("_id") and name != "uploaded_by_id" for name in values):
        values["business_id"] = business().id
    given: dict[str, Any] = {
        "file_name": "bukti.jpg",
        "media_type": "image/jpeg",
        "size": 120_000,
        "digest": f"{number():064x}",
    }
    return keep(Attachment(**(given | values)))
