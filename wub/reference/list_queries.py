"""What is only read: the areas and the business classes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.reference import Area, BusinessClass
from wub.pages.paging import Key, Page, Place, Selected, page_of

WORDS = 5


def areas(text: str, level: int | None, place: Place) -> Page:
    return page_of(found_areas(text, level), order=[Key(Area.code)], place=place)


def found_areas(text: str, level: int | None) -> Selected:
    above = aliased(Area)
    columns: list[Any] = [Area.code, Area.name, Area.level, Area.nik_prefix, above.name.label("above")]
    query = sa.select(*columns).outerjoin(above, above.code == Area.parent_code)
    query = query.where(*_words(text, Area.code + " " + sa.func.lower(Area.name)))
    return query if level is None else query.where(Area.level == level)


def business_classes(text: str, place: Place) -> Page:
    order = [Key(BusinessClass.code), Key(BusinessClass.edition)]
    return page_of(found_classes(text), order=order, place=place)


def found_classes(text: str) -> Selected:
    columns: list[Any] = [BusinessClass.code, BusinessClass.edition, BusinessClass.title]
    words = BusinessClass.code + " " + sa.func.lower(BusinessClass.title)
    return sa.select(*columns).where(*_words(text, words))


def _words(text: str, where: Any) -> list[sa.ColumnElement[bool]]:
    """Every word is there, in any order; a few thousand rows need no index."""
    return [where.contains(word, autoescape=True) for word in text.lower().split()[:WORDS]]
