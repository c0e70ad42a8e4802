"""Which photos of some visits look like photos of other visits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.attachment import Attachment
from models.base import db
from models.likeness import PhotoBand
from models.visit import Visit, stands
from wub.likeness import FIRST_WIDE, MOST_APART, WIDE_SHARED, bits_apart, narrow_bands_of


class SharedPhoto(NamedTuple):
    visit_id: int
    other_id: int
    apart: int  # bits


def shared_photos(visit_ids: Collection[int]) -> list[SharedPhoto]:
    """For each of the visits the other visit with the most similar photo, the oldest among equals."""
    query = sa.select(Attachment.visit_id, Attachment.likeness).where(
        Attachment.visit_id.in_(visit_ids), Attachment.likeness.is_not(None)
    )
    mine = db.session.execute(query).all()
    best: dict[int, tuple[int, int]] = {}
    shown_at = _shown_at({likeness for _, likeness in mine if likeness is not None})
    for visit_id, likeness in mine:
        if visit_id is not None and likeness is not None:
            for apart, other_id in shown_at[likeness]:
                if other_id != visit_id:
                    best[visit_id] = min(best.get(visit_id, (apart, other_id)), (apart, other_id))
    return [SharedPhoto(visit_id, other_id, apart) for visit_id, (apart, other_id) in best.items()]


def may_share_a_photo(visit: type[Visit]) -> sa.ColumnElement[bool]:
    """Condition: a photo looks like one of another visit. Quick, and now and then blind where four to six
    bits differ; what it takes for alike by chance is sorted out by `shared_photos`."""
    mine, other = aliased(Attachment), aliased(Attachment)
    band, same = aliased(PhotoBand), aliased(PhotoBand)
    alike = (
        sa.select(other.visit_id)
        .select_from(mine)
        .join(band, band.likeness == mine.likeness)
        .join(same, same.band == band.band)
        .join(other, other.likeness == same.likeness)
        .where(band.band >= FIRST_WIDE, mine.visit_id == visit.id, other.visit_id != visit.id)
        .group_by(mine.id, other.id, other.visit_id)
        .having(sa.func.count() >= WIDE_SHARED)
        .correlate(visit)
    )
    return alike.exists()


def _shown_at(wanted: Collection[int]) -> dict[int, list[tuple[int, int]]]:
    """Likeness → (bits apart, visit) of every visit that shows such a photo, itself too."""
    near: dict[int, set[int]] = defaultdict(set)
    filed = _filed({band for likeness in wanted for band in narrow_bands_of(likeness)})
    for likeness in wanted:
        for band in narrow_bands_of(likeness):
            near[likeness].update(one for one in filed[band] if bits_apart(likeness, one) <= MOST_APART)
    visits = _visits({one for found in near.values() for one in found})
    return {
        likeness: [
            (bits_apart(likeness, one), visit_id) for one in near[likeness] for visit_id in visits[one]
        ]
        for likeness in wanted
    }


def _filed(bands: Collection[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    query = sa.select(PhotoBand.band, PhotoBand.likeness).where(PhotoBand.band.in_(bands))
    for band, likeness in db.session.execute(query):
        found[band].append(likeness)
    return found


def _visits(likenesses: Collection[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    query = (
        sa.select(Attachment.visit_id, Attachment.likeness)
        .join(Visit, Visit.id == Attachment.visit_id)
        .where(Attachment.likeness.in_(likenesses), stands(Visit))
    )
    for visit_id, likeness in db.session.execute(query):
        if visit_id is not None and likeness is not None:
            found[likeness].append(visit_id)
    return found
