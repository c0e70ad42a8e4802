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
from wub.importing.lists.named import Agencies, all_named
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import Context, Done, Row, Verdict, Waits, differing, each_alone, record_of
from wub.partnerships.actions import AgreementDraft, PartnerDraft, add_partner, make_agreement
from wub.partnerships.realisation_actions import RealisationDraft, record_realisation
from wub.register.queries import sees_group

LABELS = {column.field: column.label for column in MAPPINGS[Kind.PARTNERS].columns}
LABELS |= {"value": LABELS["realised_value"]}
OF_THE_FIRM = ("kind", "npwp", "nib", "address", "contact_name", "contact_email")
OF_THE_AGREEMENT = ("signed_on", "starts_on", "ends_on", "contribution", "planned_beneficiaries", "state")
GIVEN = ("realised_on", "realised_kind", "realised_value")
TERMS = (
    "signed_on",
    "ends_on",
    "planned_beneficiaries",
    "city_obligations",
    "partner_obligations",
    "signatories",
)


class PartnerWriter:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.agencies = Agencies(context)
        self.people = People(context, self.agencies)

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        return each_alone(rows)

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
            made, record = made or new, record_of(given)
        return [Done(record, not made, otherwise, one.id if one else None, address)]

    def _partner(self, row: Row) -> tuple[Partner, bool, list[str]]:
        for known in all_named(Partner, Partner.name, row.get("partner")):
            return known, False, differing(known, {name: row.get(name) for name in OF_THE_FIRM}, LABELS)
        if row.get("kind") is None:
            raise Waits("partner_incomplete", "kind")
        draft = PartnerDraft(
            name=row.get("partner"),
            contact_phone=row.get("contact_phone", (None,))[0],
            note=None if row.get("agreement_number") else row.get("note"),
            **{name: row.get(name) for name in OF_THE_FIRM},
        )
        return add_partner(draft, key=new_key(), by=self.context.by), True, []

    def _agreement(self, row: Row, partner: Partner) -> tuple[Agreement, bool, list[str]]:
        number, of_the_firm = row.get("agreement_number"), Agreement.partner_id == partner.id
        for known in all_named(Agreement, Agreement.number, number, of_the_firm):
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
        return make_agreement(draft, key=new_key(), by=self.context.by), True, []

    def _realisation(self, row: Row, agreement: Agreement) -> tuple[Realisation, bool, Enrolled | None]:
        for name in ("realised_on", "realised_kind"):
            if row.get(name) is None:
                raise Waits("required", name, LABELS[name])
        one = self.people.find(row) if row.get("name") or row.get("nik") else None
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
        standing = db.session.scalar(
            sa.select(Realisation)
            .where(
                Realisation.agreement_id == agreement.id,
                Realisation.realised_on == draft.realised_on,
                Realisation.kind == draft.kind,
                Realisation.participation_id == draft.participation_id,
                Realisation.group_id == draft.group_id,
                Realisation.beneficiaries == draft.beneficiaries,
                Realisation.value == value.value,
            )
            .order_by(Realisation.id)
            .limit(1)
        )
        if standing is not None:
            return standing, False, one
        return record_realisation(agreement, draft, key=new_key(), by=self.context.by), True, one

    def _group(self, row: Row) -> int:
        query = (
            sa.select(Group.id, Group.name, Cohort.year)
            .join(Cohort, Cohort.id == Group.cohort_id)
            .where(sees_group(self.context.by))
        )
        name, year = key(row.get("group")), row.get("cohort_year")
        fitting = [
            number
            for number, said, of_year in db.session.execute(query)
            if key(said) == name and (year is None or of_year == year)
        ]
        if len(fitting) > 1:
            raise Waits("group_ambiguous", "group")
        if not fitting:
            raise Waits("group_unknown", "group")
        return int(fitting[0])
