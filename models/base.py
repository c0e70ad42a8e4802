"""What every table shares: the database handle, ids, times, versions and the names of constraints."""

from __future__ import annotations

import enum
import os
import time
from datetime import UTC, date, datetime
from typing import Annotated, Any, cast
from uuid import UUID

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite only gives out row ids by itself for INTEGER; a BIGINT key would stay empty there.
Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Rupiah = Annotated[int, mapped_column(sa.BigInteger)]
LongText = Annotated[str, mapped_column(sa.Text)]
CodeSet = Annotated[list[str], mapped_column(sa.JSON)]
Payload = Annotated[dict[str, Any], mapped_column(sa.JSON)]

_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}  # two bits of a UUID are fixed


class UtcDateTime(sa.TypeDecorator[datetime]):
    """Instants: aware UTC in Python; SQLite keeps no zone, so it is put back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("instants must carry a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def stored_values(codes: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in codes]


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map = {
        str: sa.String(200),
        datetime: UtcDateTime,
        date: sa.Date,
        UUID: sa.Uuid,
        bytes: sa.LargeBinary,
        enum.Enum: sa.Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=False,
            length=32,
            values_callable=stored_values,
        ),
    }


@event.listens_for(Base, "instrument_class", propagate=True)
def _check_code_lists(mapper: Mapper[Any], _class: type[Base]) -> None:
    """A coded column accepts its own list only, under a name of its own (ck_<table>_<column>)."""
    for column in mapper.local_table.columns:
        codes = getattr(column.type, "enum_class", None)
        if codes is not None:
            listed = ", ".join(f"'{value}'" for value in stored_values(codes))
            check = sa.CheckConstraint(f"{column.name} IN ({listed})", name=column.name)
            cast("sa.Table", mapper.local_table).append_constraint(check)


def utcnow() -> datetime:
    return datetime.now(UTC)


def new_key() -> UUID:
    """UUID version 7 (RFC 9562): time-ordered, so that an index on it grows at its end."""
    return new_keys(1)[0]


def new_keys(number: int) -> list[UUID]:
    return [UUID(text) for text in new_key_texts(number)]


def new_key_texts(number: int) -> list[str]:
    """Many at once for rows written in bulk, as both databases take them: 32 hexadecimal digits."""
    instant = f"{time.time_ns() // 1_000_000 & ((1 << 48) - 1):012x}7"
    chance = os.urandom(10 * number).hex()
    return [
        f"{instant}{chance[at : at + 3]}{_VARIANT[chance[at + 3]]}{chance[at + 4 : at + 19]}"
        for at in range(0, 20 * number, 20)
    ]


def reference(target: str, *, nullable: bool = False, index: bool = True) -> Any:
    """A foreign key to `table.id`; indexed unless a composite index already begins with it."""
    return mapped_column(Id, sa.ForeignKey(target), nullable=nullable, index=index)


def known_when_answered(value: str) -> sa.CheckConstraint:
    """A number is present exactly when its answer says so: unknown is never 0 or blank."""
    return sa.CheckConstraint(
        f"({value}_answer = 'diketahui') = ({value} IS NOT NULL)", name=f"{value}_known_when_answered"
    )


def never_negative(*columns: str) -> list[sa.CheckConstraint]:
    return [sa.CheckConstraint(f"{column} >= 0", name=f"{column}_not_negative") for column in columns]


class Recorded:
    """When the row was recorded and last changed; the day something happened is another column."""

    id: Mapped[int] = mapped_column(Id, primary_key=True, sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(default=utcnow, sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow, onupdate=utcnow, sort_order=91)


class Versioned(Recorded):
    """Optimistic locking: an update of a version that is no longer current fails."""

    version: Mapped[int] = mapped_column(default=1, sort_order=92)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  SQLAlchemy calls it with the class
        return {"version_id_col": cls.version}


class ClientKeyed(Versioned):
    """A record that can come from outside carries a key made there, so that sending twice stores once."""

    client_key: Mapped[UUID] = mapped_column(default=new_key, unique=True, sort_order=-9)


# The tables subclass Base itself, plain and typed; the extension brings the session and the engines.
db = SQLAlchemy(metadata=Base.metadata, disable_autonaming=True)
