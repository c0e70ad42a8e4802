"""For each visit the other one whose words are most like its own, found by what they are filed under."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.base import db
from models.likeness import TextBand
from models.visit import Visit, stands
from models.vocabulary import VisitState
from wub.visits.integrity import ALIKE_TEXT, Like
from wub.visits.text_marks import bands_of, share_alike, words_of

MOST_COMPARED = 20  # texts that share the most bands
BANDS_SHARED = 2  # where no text is compared: chance alone gives one among thousands


class _Said(NamedTuple):
    id: int
    consultant_id: int
    held_on: date
    digest: int
    words: str


def alike_texts(visit_ids: Collection[int]) -> dict[int, Like]:
    """Visits without a like are absent. The same words before near ones, an earlier visit before a later."""
    wanted = _said(visit_ids)
    found: dict[int, tuple[float, int]] = {
        visit_id: (1.0, other_id) for visit_id, other_id in _word_for_word(wanted.keys()).items()
    }
    found |= _nearly([one for one in wanted.values() if one.id not in found])
    others = _said({other_id for _, other_id in found.values()})
    return {
        visit_id: Like(
            other_id,
            held_on=others[other_id].held_on,
            same_consultant=others[other_id].consultant_id == wanted[visit_id].consultant_id,
            share=share,
        )
        for visit_id, (share, other_id) in found.items()
        if other_id in others
    }


def may_share_words(visit: type[Visit]) -> sa.ColumnElement[bool]:
    """Condition: filed like another visit, so that it is worth comparing them."""
    other, mine, same = aliased(Visit), aliased(TextBand), aliased(TextBand)
    word_for_word = sa.exists().where(other.text_digest == visit.text_digest, other.id != visit.id)
    nearly = (
        sa.select(same.digest)
        .join(mine, mine.band == same.band)
        .where(mine.digest == visit.text_digest, same.digest != visit.text_digest)
        .group_by(same.digest)
        .having(sa.func.count() >= BANDS_SHARED)
        .correlate(visit)
    )
    return sa.and_(visit.text_digest.is_not(None), sa.or_(word_for_word.correlate(visit), nearly.exists()))


def _said(visit_ids: Collection[int]) -> dict[int, _Said]:
    columns: list[Any] = [Visit.id, Visit.consultant_id, Visit.held_on, Visit.text_digest]
    query = sa.select(*columns, Visit.problem, Visit.advice).where(
        Visit.id.in_(visit_ids), Visit.text_digest.is_not(None)
    )
    found = {}
    for row in db.session.execute(query):
        words = words_of(row.problem, row.advice)
        if words is not None:
            found[row.id] = _Said(row.id, row.consultant_id, row.held_on, row.text_digest, words)
    return found


def _word_for_word(visit_ids: Collection[int]) -> dict[int, int]:
    other = aliased(Visit)
    same = (
        sa.select(other.id)
        .where(other.text_digest == Visit.text_digest, stands(other), other.state != VisitState.DRAFT)
        .correlate(Visit)
        .limit(1)
    )
    before = same.where(other.id < Visit.id).order_by(other.id.desc()).scalar_subquery()
    after = same.where(other.id > Visit.id).order_by(other.id).scalar_subquery()
    query = sa.select(Visit.id, sa.func.coalesce(before, after)).where(Visit.id.in_(visit_ids))
    return {row[0]: row[1] for row in db.session.execute(query) if row[1] is not None}


def _nearly(wanted: Collection[_Said]) -> dict[int, tuple[float, int]]:
    digests = _shared_bands(wanted)
    visits = _visit_of_each({digest for near in digests.values() for digest in near})
    said = _said(visits.values())
    found: dict[int, tuple[float, int]] = {}
    for one in wanted:
        for digest in digests[one.id]:
            other = said.get(visits.get(digest, 0))
            if other is not None and other.id != one.id:
                share = share_alike(one.words, other.words, at_least=ALIKE_TEXT)
                found[one.id] = max(found.get(one.id, (0.0, 0)), (share, -other.id))
    return {visit_id: (share, -other_id) for visit_id, (share, other_id) in found.items() if share > 0}


def _shared_bands(wanted: Collection[_Said]) -> dict[int, list[int]]:
    """Visit → digests of the texts with the most bands in common."""
    bands = {one.id: bands_of(one.words) for one in wanted}
    filed: dict[int, list[int]] = defaultdict(list)
    query = sa.select(TextBand.band, TextBand.digest).where(
        TextBand.band.in_({band for own in bands.values() for band in own})
    )
    for band, digest in db.session.execute(query):
        filed[band].append(digest)
    near: dict[int, list[int]] = {}
    for one in wanted:
        counted = Counter(digest for band in bands[one.id] for digest in filed[band] if digest != one.digest)
        near[one.id] = [digest for digest, _ in counted.most_common(MOST_COMPARED)]
    return near


def _visit_of_each(digests: Collection[int]) -> dict[int, int]:
    query = sa.select(Visit.text_digest, sa.func.min(Visit.id)).where(
        Visit.text_digest.in_(digests), stands(Visit), Visit.state != VisitState.DRAFT
    )
    found = db.session.execute(query.group_by(Visit.text_digest))
    return {digest: visit_id for digest, visit_id in found if digest is not None}
