"""A new version of a definition: decreed, valid from a day, beside the old ones that stay computable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.account import Account
from models.indicator import Indicator, IndicatorVersion
from models.vocabulary import N_
from wub.errors import Conflict, Invalid, on_constraint
from wub.indicators import queries
from wub.records import add

BANDS = ("m1_until", "m2_until", "m3_until", "small_until")


@dataclass(frozen=True, kw_only=True)
class VersionDraft:
    definition: str
    formula: str
    numerator: str
    denominator: str
    unknown_rule: str
    source: str
    parameters: dict[str, int | None]
    valid_from: date
    decree_number: str


class VersionMeanwhile(Conflict):
    code = "versi_indikator_baru"
    sentence = N_("Sementara itu indikator ini sudah mendapat versi baru. Baca versi itu, lalu simpan lagi.")


class NotLater(Invalid):
    code = "versi_tidak_lebih_baru"
    sentence = N_("Versi baru harus berlaku sesudah versi sebelumnya (%(day)s). Pilih hari yang lebih akhir.")


class BandsOutOfOrder(Invalid):
    code = "batas_kelas_tidak_urut"
    sentence = N_("Batas kelas harus naik dari M1 sampai kecil. Periksa angka nolnya.")


class NothingChanged(Invalid):
    code = "versi_sama"
    sentence = N_("Tidak ada yang berubah dari versi sebelumnya. Ubah kata atau angkanya dahulu.")


on_constraint("uq_indicator_version_indicator_id_number", VersionMeanwhile)


def decree(indicator: Indicator, draft: VersionDraft, *, after: int | None, by: Account) -> IndicatorVersion:
    """`after`: the number of the version the form was made from. Unit, interval and kind of target stay."""
    latest = queries.versions(indicator.id)[0]
    if after != latest.number:
        raise VersionMeanwhile
    if draft.valid_from <= latest.valid_from:
        raise NotLater(fields={"valid_from": NotLater.sentence}, day=f"{latest.valid_from:%d-%m-%Y}")
    _refuse_bands_out_of_order(draft.parameters)
    words = {
        name: value for name, value in vars(draft).items() if name not in ("valid_from", "decree_number")
    }
    if all(getattr(latest, name) == value for name, value in words.items()):
        raise NothingChanged
    made = IndicatorVersion(
        indicator_id=indicator.id,
        number=latest.number + 1,
        unit=latest.unit,
        interval=latest.interval,
        target_type=latest.target_type,
        valid_from=draft.valid_from,
        decree_number=draft.decree_number,
        **words,
    )
    return add(made, by=by, action="indicator:decree")


def _refuse_bands_out_of_order(parameters: dict[str, int | None]) -> None:
    ends = [parameters[name] or 0 for name in BANDS if name in parameters]
    for name, low, high in zip(BANDS[1:], ends, ends[1:], strict=False):
        if low >= high:
            raise BandsOutOfOrder(fields={f"parameter_{name}": BandsOutOfOrder.sentence})
