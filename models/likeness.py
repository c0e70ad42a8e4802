"""Where to look for what is alike: a text or photo is filed under several bands, and alike ones share some.

Filed by content, not by record: a thousand visits with the same words have one set of bands. What no record
says any more does no harm.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class TextBand(Base):
    __tablename__ = "text_band"

    band: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    digest: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False, index=True)


class PhotoBand(Base):
    __tablename__ = "photo_band"

    band: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    likeness: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False, index=True)
