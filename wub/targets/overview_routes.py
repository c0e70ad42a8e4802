"""What several pages of targets show: the form with its choices, and one target with what may be done."""

from __future__ import annotations

from flask import render_template

from models.base import new_key
from models.target import Target
from models.vocabulary import TargetState
from wub.access.guards import current_account, may
from wub.access.permissions import Permission
from wub.targets import choice_queries, queries
from wub.targets.forms import ReasonForm, TargetForm
from wub.targets.values import is_share, typed


def offered(form: TargetForm, kept: Target | None = None) -> TargetForm:
    account = current_account()
    agencies = choice_queries.agencies(account, also=kept.agency_id if kept else None)
    form.offer(choice_queries.measures(), agencies, choice_queries.areas())
    if form.is_submitted():
        return form
    if kept:
        form.show(kept)
    elif len(agencies) == 1:
        form.agency_id.data = agencies[0][0]
    return form


def as_successor(form: TargetForm) -> TargetForm:
    """The form of the one that takes its place: a record of its own, made from the old one's version."""
    if not form.is_submitted():
        form.client_key.data = str(new_key())
    return form


def form_page(form: TargetForm, kept: Target | None = None, *, replaces: bool = False) -> str:
    version = queries.version_of(kept) if kept else None
    told = typed(kept.value, kept.type, version.target_type) if kept and version else None
    return render_template("targets/target_form.html", form=form, kept=kept, told=told, replaces=replaces)


def target_page(kept: Target, form: ReasonForm | None = None) -> str:
    version, account = queries.version_of(kept), current_account()
    proposed = kept.state is TargetState.PROPOSED
    keeps = may(Permission.TARGET_PROPOSE) and queries.keeps_for(kept.agency_id, account)
    own = kept.proposed_by_id == account.id
    return render_template(
        "targets/target.html",
        target=kept,
        form=form or ReasonForm(),
        withdrawal=ReasonForm(formdata=None).told_apart(2),
        version=version,
        indicator=queries.indicator(version.indicator_id),
        agency=queries.agency_name(kept.agency_id),
        area=queries.area_name(kept.area_code),
        proposer=queries.account_name(kept.proposed_by_id),
        approver=queries.account_name(kept.approved_by_id),
        overtaken=queries.overtaken_by(kept) if proposed else [],
        versions=queries.versions_of(kept),
        may_change=proposed and keeps,
        may_judge=proposed and may(Permission.TARGET_WRITE) and not own,
        waits_for_another=proposed and may(Permission.TARGET_WRITE) and own,
        may_succeed=kept.state is TargetState.APPROVED and keeps,
        is_share=is_share,
    )
