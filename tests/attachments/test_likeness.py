"""The same photo is recognised after shrinking and another quality; another photo is not."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance

from models import Attachment, PhotoBand
from wub.attachments.likeness_actions import file_old_photos
from wub.attachments.places import store_of
from wub.likeness import (
    MOST_APART,
    NARROW,
    WIDE_SHARED,
    bands_of,
    bits_apart,
    likeness_of,
    narrow_bands_of,
)

numbers = st.integers(-(1 << 63), (1 << 63) - 1)


def scene(seed, size=(640, 480)):
    """A stall of many colours."""
    chance = Random(seed)
    picture = Image.new("RGB", size, tuple(chance.choices(range(256), k=3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        box = [x, y, x + chance.randrange(20, 240), y + chance.randrange(20, 240)]
        draw.rectangle(box, fill=tuple(chance.choices(range(256), k=3)))
    return picture


def jpeg(picture, quality=85):
    drawn = BytesIO()
    picture.save(drawn, format="JPEG", quality=quality)
    return drawn.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_the_same_photo_stays_near(seed):
    first = likeness_of(jpeg(scene(seed)))

    smaller = likeness_of(jpeg(scene(seed).resize((320, 240)), quality=40))
    lighter = likeness_of(jpeg(ImageEnhance.Brightness(scene(seed)).enhance(1.08)))
    assert bits_apart(first, smaller) <= MOST_APART
    assert bits_apart(first, lighter) <= MOST_APART


def test_different_photos_are_far_apart():
    marks = [likeness_of(jpeg(scene(seed))) for seed in range(30)]

    assert min(bits_apart(one, other) for one in marks for other in marks if one is not other) > MOST_APART


def test_a_picture_of_one_colour_is_like_no_other():
    assert likeness_of(jpeg(Image.new("RGB", (320, 240), "white"))) is None
    assert likeness_of(None) is None


@given(numbers, st.sets(st.integers(0, 63), max_size=MOST_APART))
def test_whatever_is_near_shares_a_band(one, turned):
    other = one & (1 << 64) - 1
    for bit in turned:
        other ^= 1 << bit
    signed = other - (1 << 64) if other >= 1 << 63 else other

    assert bits_apart(one, signed) == len(turned)
    assert set(narrow_bands_of(one)) & set(narrow_bands_of(signed))
    if len(turned) <= 3:
        wide = [set(bands_of(number)[NARROW:]) for number in (one, signed)]
        assert len(wide[0] & wide[1]) >= WIDE_SHARED


def test_an_uploaded_photo_is_filed_and_an_old_one_later(session, mentor, upload, records, app):
    photo = jpeg(scene(3))
    assert upload(mentor, "visit", records["visit"], photo).status_code == 303
    kept = session.scalar(sa.select(Attachment.likeness).order_by(Attachment.id.desc()).limit(1))
    assert kept is not None
    assert bits_apart(kept, likeness_of(photo)) <= MOST_APART
    bands = set(session.scalars(sa.select(PhotoBand.band)))
    assert bands == set(bands_of(kept))

    session.execute(sa.update(Attachment).values(likeness=None))
    session.execute(sa.delete(PhotoBand))
    assert file_old_photos(store_of(app.extensions["wub.settings"])) == 1
    assert session.scalar(sa.select(Attachment.likeness).order_by(Attachment.id.desc()).limit(1)) == kept
    assert set(session.scalars(sa.select(PhotoBand.band))) == bands
