"""The size band that a checkup's sales speak for, as I7 has it; of one checkup, not of two rounds. Pure."""

from __future__ import annotations

from models.checkup import Checkup
from models.vocabulary import N_, Status
from wub.measurement.graduation import MONTHS, Rule

BANDS = (
    N_("belum berjualan"),
    N_("M1, paling banyak Rp50 juta setahun"),
    N_("M2, di atas Rp50 juta sampai Rp300 juta setahun"),
    N_("M3, di atas Rp300 juta sampai Rp2 miliar setahun"),
    N_("kecil, di atas Rp2 miliar sampai Rp15 miliar setahun"),
    N_("menengah atau besar, di atas Rp15 miliar setahun"),
)


def size_band(checkup: Checkup) -> str | None:
    """By a typical month, else the last one, twelve times; of a seasonal enterprise by its season."""
    if checkup.status is Status.SEASONAL:
        annual = checkup.sales_last_season
    else:
        month = checkup.sales_typical_month
        month = checkup.sales_last_month if month is None else month
        annual = None if month is None else month * MONTHS
    return None if annual is None else BANDS[Rule().band(annual)]
