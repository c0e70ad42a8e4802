"""Patron firms from a list: firm, agreement and what was given, each made unless it stands already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from imports import MAPPINGS, Kind
from imports.cells.text import key
from models import Agreement, Cohort, Group, Partner, Realisation
from models.base import db, new_key
from models.vocabulary import AgreementState, YesNo
from wub.importing.lists.named import Agencies, Standing
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import (
    Context,
    Done,
    Row,
    Verdict,
    Waits,
    Writer,
    differing,
    each_alone,
    record_of,
)
from wub.partnerships.actions import AgreementDraft, PartnerDraft, add_partner, make_agreement
from wub.partnerships.realisation_actions import RealisationDraft, record_realisation
from wub.partnerships.receiver_queries import Receivers
from wub.register.queries import sees_group

LABELS = {column.field: column.label for column in MAPPINGS[Kind.PARTNERS].columns}
LABELS |= {"value": LABELS["realised_value"]}
OF_THE_FIRM = ("kind", "npwp", "nib", "address", "contact_name", "contact_email")
OF_THE_AGREEMENT = ("signed_on", "starts_on", "ends_on", "contribution", "planned_beneficiaries", "state")
GIVEN_ALIKE = (
    Realisation.agreement_id,
    Realisation.realised_on,
    Realisation.kind,
    Realisation.participation_id,
    Realisation.group_id,
    Realisation.beneficiaries,
    Realisation.value,
)
GIVEN = ("realised_on", "realised_kind", "realised_value")
TERMS = (
    "signed_on",
    "ends_on",
    "planned_beneficiaries",
    "city_obligations",
    "partner_obligations",
    "signatories",
)


class PartnerWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.agencies = Agencies(context)
        self.people = People(context, self.agencies)
        self.groups = _groups_by_name(context)
        self.forget()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        return each_alone(rows)

    def look_up(self, rows: Sequence[Row]) -> None:
        self.partners.look_up((row.get("partner"),) for row in rows)
        told = []
        for row in rows:
            partner = self.partners.find(row.get("partner"))
            if partner is not None and row.get("agreement_number"):
                told.append((partner.id, row.get("agreement_number")))
        self.agreements.look_up(told)
        agreements = {one.id for each in told if (one := self.agreements.find(*each)) is not None}
        query = sa.select(Realisation.id, *GIVEN_ALIKE).where(
            Realisation.agreement_id.in_(agreements),
            Realisation.realised_on.in_({row.get("realised_on") for row in rows} - {None}),
        )
        self.given: dict[tuple[Any, ...], int] = {}
        for number, *same in db.session.execute(query.order_by(Realisation.id)):
            self.given.setdefault(tuple(same), number)
        people = {one.id for one in self.people.meant([row for row in rows if _names_somebody(row)])}
        groups = {number for row in rows if row.get("group") for number in self._groups_meant(row)}
        self.receivers = Receivers(people, groups, self.context.by)

    def forget(self) -> None:
        self.partners = Standing(Partner, [Partner.name])
        self.agreements = Standing(Agreement, [Agreement.partner_id, Agreement.number])

    def write(self, unit: list[Row]) -> list[Verdict]:
        """A row is new when any of its three records is; else the last of them says what it is."""
        (row,) = unit
        partner, made, otherwise = self._partner(row)
        record, address = record_of(partner), ("partnerships.partner", {"partner_id": partner.id})
        one: Enrolled | None = None
        agreement = None
        if row.get("agreement_number"):
            agreement, new, more = self._agreement(row, partner)
            made, otherwise = made or new, otherwise + more
            record = record_of(agreement)
            address = ("partnerships.agreement", {"agreement_id": agreement.id})
        if any(row.get(name) is not None for name in GIVEN):
            if agreement is None:
                raise Waits("realisation_without_agreement", "agreement_number")
            given, new, one = self._realisation(row, agreement)
            made, record = made or new, (Realisation.__tablename__, given)
        return [Done(record, not made, otherwise, one.id if one else None, address)]

    def _partner(self, row: Row) -> tuple[Partner, bool, list[str]]:
        known = self.partners.find(row.get("partner"))
        if known is not None:
            return known, False, differing(known, {name: row.get(name) for name in OF_THE_FIRM}, LABELS)
        if row.get("kind") is None:
            raise Waits("partner_incomplete", "kind")
        draft = PartnerDraft(
            name=row.get("partner"),
            contact_phone=row.get("contact_phone", (None,))[0],
            note=None if row.get("agreement_number") else row.get("note"),
            **{name: row.get(name) for name in OF_THE_FIRM},
        )
        partner = add_partner(draft, key=new_key(), by=self.context.by)
        self.partners.note(partner, partner.name)
        return partner, True, []

    def _agreement(self, row: Row, partner: Partner) -> tuple[Agreement, bool, list[str]]:
        known = self.agreements.find(partner.id, row.get("agreement_number"))
        if known is not None:
            told: dict[str, Any] = {name: row.get(name) for name in OF_THE_AGREEMENT}
            told["committed_value"] = row.number("committed_value")
            return known, False, differing(known, told, LABELS)
        if row.get("starts_on") is None or row.get("contribution") is None:
            raise Waits(
                "agreement_incomplete", "starts_on" if row.get("starts_on") is None else "contribution"
            )
        signed = row.get("signed_on") is not None
        last = not any(row.get(name) is not None for name in GIVEN)
        draft = AgreementDraft(
            partner_id=partner.id,
            number=row.get("agreement_number"),
            agency_id=self.agencies.find(row) if row.get("agency") else self.context.agency.id,
            state=row.get("state") or (AgreementState.SIGNED if signed else AgreementState.PLANNED),
            starts_on=row.get("starts_on"),
            contribution=row.get("contribution"),
            scopes=row.get("scopes", ()),
            committed_value=row.number("committed_value"),
            also_city_budget=row.get("also_city_budget", YesNo.NOT_ASKED) if last else YesNo.NOT_ASKED,
            note=row.get("note") if last else None,
            **{name: row.get(name) for name in TERMS},
        )
        made = make_agreement(draft, key=new_key(), by=self.context.by, partner=partner)
        self.agreements.note(made, partner.id, made.number)
        return made, True, []

    def _realisation(self, row: Row, agreement: Agreement) -> tuple[int, bool, Enrolled | None]:
        for name in ("realised_on", "realised_kind"):
            if row.get(name) is None:
                raise Waits("required", name, LABELS[name])
        one = self.people.find(row) if _names_somebody(row) else None
        value = row.number("realised_value")
        draft = RealisationDraft(
            realised_on=row.get("realised_on"),
            kind=row.get("realised_kind"),
            value=value,
            participation_id=one.id if one else None,
            group_id=self._group(row) if row.get("group") else None,
            beneficiaries=row.get("beneficiaries"),
            also_city_budget=row.get("also_city_budget", YesNo.NOT_ASKED),
            note=row.get("note"),
        )
        same = (
            agreement.id,
            draft.realised_on,
            draft.kind,
            draft.participation_id,
            draft.group_id,
            draft.beneficiaries,
            value.value,
        )
        if same in self.given:
            return self.given[same], False, one
        made = record_realisation(
            agreement, draft, key=new_key(), by=self.context.by, receivers=self.receivers
        )
        self.given[same] = made.id
        return made.id, True, one

    def _group(self, row: Row) -> int:
        fitting = self._groups_meant(row)
        if len(fitting) > 1:
            raise Waits("group_ambiguous", "group")
        if not fitting:
            raise Waits("group_unknown", "group")
        return fitting[0]

    def _groups_meant(self, row: Row) -> list[int]:
        year = row.get("cohort_year")
        named = self.groups.get(key(row.get("group")), [])
        return [number for number, of_year in named if year is None or of_year == year]


def _names_somebody(row: Row) -> bool:
    return bool(row.get("name") or row.get("nik"))


def _groups_by_name(context: Context) -> dict[str, list[tuple[int, int]]]:
    """Normalised name → (id, year) of the groups in scope."""
    query = (
        sa.select(Group.id, Group.name, Cohort.year)
        .join(Cohort, Cohort.id == Group.cohort_id)
        .where(sees_group(context.by))
    )
    found: dict[str, list[tuple[int, int]]] = {}
    for number, name, year in db.session.execute(query):
        found.setdefault(key(name), []).append((number, year))
    return found
