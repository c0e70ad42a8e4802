"""Every way the application says no: a status, a code, and a sentence that tells what to do next.

Features subclass these beside their actions; nobody else composes error text. No Flask here.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Protocol

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from models.base import Base
from models.vocabulary import N_


class Refusal(Exception):
    """`sentence` is Indonesian, with %(name)s for `values`; `fields` puts a sentence at a form field.

    A refusal that is always about the same field of its form names it as `field`.
    """

    status = 422
    code = "ditolak"
    sentence = N_("Permintaan ini tidak dapat dijalankan. Periksa isian lalu coba lagi.")
    field: ClassVar[str | None] = None

    def __init__(
        self, sentence: str | None = None, *, fields: dict[str, str] | None = None, **values: Any
    ) -> None:
        self.sentence = sentence or type(self).sentence
        self.fields = fields or ({self.field: self.sentence} if self.field else {})
        self.values = values
        super().__init__(self.code)


class NotFound(Refusal):
    """Absent, or out of the account's scope: nobody can tell which."""

    status = 404
    code = "tidak_ditemukan"
    sentence = N_("Halaman atau data ini tidak ada. Periksa alamatnya atau cari dari daftar.")


class Forbidden(Refusal):
    status = 403
    code = "tidak_berwenang"
    sentence = N_("Akun Anda tidak berwenang melakukan ini. Hubungi administrator bila memang tugas Anda.")


class Conflict(Refusal):
    status = 409
    code = "bentrok"
    sentence = N_("Data ini bentrok dengan data yang sudah ada. Muat ulang halaman lalu periksa kembali.")


class Invalid(Refusal):
    status = 422
    code = "tidak_sah"
    sentence = N_("Ada isian yang belum benar. Perbaiki isian yang ditandai lalu simpan lagi.")


class TooMany(Refusal):
    status = 429
    code = "terlalu_sering"
    sentence = N_("Terlalu banyak percobaan. Tunggu 15 menit lalu coba lagi; akun Anda tidak terkunci.")


class Busy(Refusal):
    status = 503
    code = "sibuk"
    sentence = N_("Sistem sedang sibuk. Isian Anda belum tersimpan; coba lagi sebentar lagi.")


class StaleVersion(Conflict):
    """Somebody saved the record in between: `current` is what stands, the form still holds what was sent."""

    code = "versi_lama"
    sentence = N_(
        "Data ini baru saja diubah orang lain. Bandingkan kedua versi, lalu simpan lagi bila perlu."
    )

    def __init__(self, current: object | None = None) -> None:
        super().__init__()
        self.current = current


class SameKeyOtherContent(Conflict):
    """A client-made key came back with other content: the first record stands."""

    code = "kunci_terpakai"
    sentence = N_("Isian ini sudah pernah disimpan dengan isi yang berbeda. Buka datanya lalu ubah di sana.")


class HasVersion(Protocol):
    version: Any


def expect_version(record: HasVersion, version: int | None) -> None:
    """Optimistic locking at the door: the form carries the version it was made from."""
    if version != record.version:
        raise StaleVersion(record)


_by_constraint: dict[str, type[Refusal]] = {}


def on_constraint(name: str, refusal: type[Refusal]) -> None:
    """What a broken constraint of the database means to the person who broke it."""
    _by_constraint[name] = refusal


def translate(error: IntegrityError) -> Refusal:
    """The refusal registered for the constraint that broke, else a general one of the same kind."""
    name = constraint_of(error)
    if name in _by_constraint:
        return _by_constraint[name]()
    return Invalid() if name.startswith("ck_") else Conflict()


def constraint_of(error: IntegrityError) -> str:
    """Name of the broken constraint; SQLite names only CHECKs, so a UNIQUE is found by its columns."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name or "")
    said = str(error.orig)
    if check := re.search(r"CHECK constraint failed: (\w+)", said):
        return check[1]
    if index := re.search(r"UNIQUE constraint failed: index '(\w+)'", said):
        return index[1]
    if unique := re.search(r"UNIQUE constraint failed: (.+)", said):
        return _unique_over({part.strip() for part in unique[1].split(",")})
    return ""


def _unique_over(columns: set[str]) -> str:
    table = Base.metadata.tables.get(next(iter(columns)).partition(".")[0])
    if table is None:
        return ""
    rules: list[sa.UniqueConstraint | sa.Index] = [index for index in table.indexes if index.unique]
    rules += [rule for rule in table.constraints if isinstance(rule, sa.UniqueConstraint)]
    for rule in rules:
        if {f"{table.name}.{column.name}" for column in rule.columns} == columns:
            return str(rule.name or "")
    return ""
