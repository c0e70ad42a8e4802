"""Proposing the quotas of a path, a sheet at once."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid5

from models.account import Account
from wub.targets import actions
from wub.targets.actions import TargetDraft
from wub.targets.path_queries import Step


def propose_quotas(
    drafts: Mapping[tuple[int, int], TargetDraft],
    steps: Mapping[tuple[int, int], Step],
    *,
    key: UUID,
    by: Account,
) -> int:
    """Each changed cell becomes a proposal, all or none; one that already waits there is changed instead."""
    for place, draft in drafts.items():
        step = steps[place]
        if step.proposed is not None:
            actions.change_proposal(step.proposed, draft, version=step.proposed.version, by=by)
        else:
            one = uuid5(key, "{}-{}".format(*place))
            actions.propose(draft, key=one, by=by, replaces=step.approved)
    return len(drafts)
