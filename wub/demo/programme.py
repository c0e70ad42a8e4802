"""What the record says of the programme: quotas, intakes, targets and money (domain.md section 0)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import (
    Account,
    Agency,
    BudgetLine,
    Cohort,
    Indicator,
    IndicatorVersion,
    Scheme,
    Spending,
    Target,
)
from models.vocabulary import ScopeLevel, TargetSource, TargetState, TargetType

YEARS = (2016, 2017, 2018, 2019, 2020)
# 500 people a year over seven offices.
QUOTAS = {
    "DISPERDAGIN": 150,
    "DISKOPUMKER": 120,
    "DISBUDPORAPAR": 60,
    "DKP3": 60,
    "DINSOS": 50,
    "DP3A": 35,
    "DLH": 25,
}
# Rows on all lists; their sum is the 2,746 that was published for 2016 to 2020.
LISTED = {2016: 480, 2017: 545, 2018: 560, 2019: 570, 2020: 591}
COST_PER_HEAD = {2016: 6_500_000, 2017: 6_800_000, 2018: 7_000_000, 2019: 7_500_000, 2020: 7_500_000}
SUCCESS_TARGET = Decimal("0.60")


def open_cohorts(session: Session) -> list[Cohort]:
    scheme = session.scalars(sa.select(Scheme).where(Scheme.code == "WUB")).one()
    agencies = session.scalars(sa.select(Agency).order_by(Agency.position)).all()
    cohorts = [
        Cohort(
            code=f"{year}-{agency.code}",
            year=year,
            agency_id=agency.id,
            scheme_id=scheme.id,
            opened_on=date(year, 2, 1),
        )
        for year in YEARS
        for agency in agencies
    ]
    session.add_all(cohorts)
    session.flush()
    return cohorts


def list_sizes(chance: Random) -> dict[tuple[int, str], int]:
    """(year, agency) → rows on its list, near the quota, summing to LISTED of the year."""
    sizes: dict[tuple[int, str], int] = {}
    for year in YEARS:
        weights = {code: quota * chance.uniform(0.9, 1.1) for code, quota in QUOTAS.items()}
        if year == YEARS[0]:
            weights["DLH"] = 8  # a late start: too few for a rate
        total = sum(weights.values())
        for code, weight in weights.items():
            sizes[year, code] = round(LISTED[year] * weight / total)
        sizes[year, "DISPERDAGIN"] += LISTED[year] - sum(sizes[year, code] for code in QUOTAS)
    return sizes


def set_targets(session: Session, approved_by: Account) -> None:
    catalogued = sa.select(Indicator.code, IndicatorVersion.id).join(IndicatorVersion)
    versions = dict(session.execute(catalogued).all())
    agencies = session.scalars(sa.select(Agency)).all()

    def target(
        code: str, value: Decimal | int, starts: int, ends: int, agency: Agency | None, year: int | None
    ) -> Target:
        return Target(
            indicator_version_id=versions[code],
            level=ScopeLevel.COHORT if year else ScopeLevel.AGENCY if agency else ScopeLevel.CITY,
            agency_id=agency.id if agency else None,
            cohort_year=year,
            period_starts_on=date(starts, 1, 1),
            period_ends_on=date(ends, 12, 31),
            type=TargetType.LEVEL if code == "I2" else TargetType.CUMULATIVE,
            value=Decimal(value),
            source=TargetSource.RPJMD if agency is None and year is None else TargetSource.RENJA,
            source_document="RPJMD Kota Banjarmasin 2016–2021"
            if agency is None
            else f"Renja {agency.short_name}",
            state=TargetState.APPROVED,
            approved_by_id=approved_by.id,
            approved_on=date(starts, 1, 15),
        )

    first, last = YEARS[0], YEARS[-1]
    session.add(target("I1", 2500, first, last, None, None))
    session.add(target("I2", SUCCESS_TARGET, first, last + 1, None, None))
    for agency in agencies:
        session.add(target("I1", QUOTAS[agency.code] * len(YEARS), first, last, agency, None))
        session.add(target("I2", SUCCESS_TARGET, first, last + 1, agency, None))
    for year in YEARS:
        session.add(target("I1", 500, year, year, None, year))
        session.add(target("I2", SUCCESS_TARGET, year, year + 1, None, year))
        for agency in agencies:
            session.add(target("I1", QUOTAS[agency.code], year, year, agency, year))
            session.add(target("I2", SUCCESS_TARGET, year, year + 1, agency, year))
    session.flush()


def propose_targets(session: Session, officer: Account) -> None:
    """Two words of one office that wait for a supervisor: another quota, and a later one than its last."""
    of_the_office = sa.select(Target).join(Agency, Agency.id == Target.agency_id)
    last = session.scalars(
        of_the_office.join(IndicatorVersion, IndicatorVersion.id == Target.indicator_version_id)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .where(Agency.code == "DISPERDAGIN", Indicator.code == "I1", Target.cohort_year == YEARS[-1])
    ).one()
    for year, value in ((YEARS[-1], last.value + 10), (YEARS[-1] + 1, last.value)):
        session.add(
            Target(
                indicator_version_id=last.indicator_version_id,
                level=ScopeLevel.COHORT,
                agency_id=last.agency_id,
                cohort_year=year,
                period_starts_on=date(year, 1, 1),
                period_ends_on=date(year, 12, 31),
                type=last.type,
                value=value,
                source=TargetSource.RENJA,
                source_document=f"Renja Disperdagin {year}, perubahan",
                proposed_by_id=officer.id,
                replaces_id=last.id if year == last.cohort_year else None,
            )
        )
    session.flush()


def spend_budget(
    session: Session, chance: Random, cohorts: list[Cohort], sizes: dict[tuple[int, str], int]
) -> None:
    for number, cohort in enumerate(cohorts, start=1):
        people = sizes[cohort.year, cohort.agency.code]
        line = BudgetLine(
            agency_id=cohort.agency_id,
            year=cohort.year,
            activity_code=f"1.{cohort.agency.position:02d}.{cohort.year % 100}.05",
            name=f"Pembinaan Wira Usaha Baru {cohort.year}",
            cohort_id=cohort.id,
            amount=max(QUOTAS[cohort.agency.code], people) * COST_PER_HEAD[cohort.year],
        )
        session.add(line)
        session.flush()
        for part, month in ((0.3, 4), (0.5, 7), (0.15, 11)):
            amount = round(people * COST_PER_HEAD[cohort.year] * part * chance.uniform(0.9, 1.0), -3)
            session.add(
                Spending(
                    budget_line_id=line.id,
                    spent_on=date(cohort.year, month, chance.randint(3, 26)),
                    amount=int(amount),
                    sp2d_number=f"{number:03d}{month:02d}/SP2D/{cohort.year}",
                    description={4: "Pelatihan", 7: "Pengadaan alat", 11: "Sewa tempat dan pendampingan"}[
                        month
                    ],
                )
            )
    session.flush()
