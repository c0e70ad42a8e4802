"""What has been published of the programme, with its source: the beginning of the register of claims.

Only what the named report says. Who said it is named by office, where the report is known to tell it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.vocabulary import ClaimDay, ClaimKind

ANTARA = "kalsel.antaranews.com"
IN_A_REPORT = "Penutur tidak tercatat dalam kutipan kami"
NOT_DEFINED = (
    "Laporan itu tidak menyebut apa arti kata ini; tanpa batasan, register tidak dapat menghitungnya."
)


@dataclass(frozen=True, kw_only=True)
class Published:
    code: str
    said_on: date
    day_known: ClaimDay
    number: str
    words: str
    counted: str
    source: str
    speaker: str = IN_A_REPORT
    kind: ClaimKind = ClaimKind.PEOPLE
    denominator: str | None = None
    indicator: str | None = "I1"
    cohort_year: int | None = None
    not_computable: str | None = None
    note: str | None = None

    def values(self, indicators: Mapping[str, int]) -> dict[str, Any]:
        """As the columns of a Claim."""
        kept = {**vars(self), "number": Decimal(self.number)}
        code = kept.pop("indicator")
        return kept | {"indicator_id": None if self.not_computable else indicators[code]}


def _of_intake(
    code: str, said: int, number: int, year: int, source: str, words: str | None = None
) -> Published:
    return Published(
        code=code,
        said_on=date(said, 12, 31),
        day_known=ClaimDay.YEAR,
        number=str(number),
        words=words or f"{number:,}".replace(",", "."),
        counted=f"WUB angkatan {year}; daftar dan batasannya tidak disebut",
        source=source,
        cohort_year=year,
    )


def _so_far(code: str, said_on: date, known: ClaimDay, number: int, source: str, **more: Any) -> Published:
    return Published(
        code=code,
        said_on=said_on,
        day_known=known,
        number=str(number),
        words=f"{number:,}".replace(",", "."),
        counted="Jumlah WUB; tidak disebut apakah kumulatif, dan menurut daftar mana",
        source=source,
        note="Dibandingkan dengan jumlah kumulatif, karena besarnya hanya cocok dengan itu.",
        **more,
    )


S2 = f"{ANTARA}, berita 61708 (2018)"
S4 = f"{ANTARA}, berita 70538 (2018)"
S6 = "baritopost.co.id, “900+ WUB tutup” (2019)"
S7 = "klikkalimantan.com, klaim kinerja pasangan kepala daerah (2020)"
S10 = "mc.banjarmasinkota.go.id, Maret 2020"
DECEMBER = {year: date(year, 12, 31) for year in (2018, 2019, 2020, 2022)}

CLAIMS = (
    _of_intake("2016-S2", 2018, 625, 2016, S2),
    _of_intake("2016-S7", 2020, 239, 2016, S7),
    _of_intake("2017-S2", 2018, 747, 2017, S2),
    _of_intake("2017-S4", 2018, 800, 2017, S4, "hampir 800"),
    _of_intake("2017-S7", 2020, 792, 2017, S7),
    _of_intake("2018-S7", 2020, 805, 2018, S7),
    _so_far("2019-S6", DECEMBER[2019], ClaimDay.YEAR, 1882, S6),
    _so_far("2019-S5", date(2019, 11, 27), ClaimDay.DAY, 2017, "kanalkalimantan.com, 27 November 2019"),
    _so_far(
        "2020-S8", DECEMBER[2020], ClaimDay.YEAR, 2746, "klikkalimantan.com, berita tentang Komisi II (2020)"
    ),
    _so_far("2020-S7", DECEMBER[2020], ClaimDay.YEAR, 2847, S7),
    Published(
        code="berkembang-S4",
        said_on=DECEMBER[2018],
        day_known=ClaimDay.YEAR,
        kind=ClaimKind.SHARE,
        number="0.219",
        words="175 dari hampir 800 (21,9 %)",
        counted="Yang benar-benar berkembang dari angkatan 2017",
        denominator="hampir 800 orang",
        source=S4,
        indicator="I2",
        cohort_year=2017,
        note="“Berkembang” tidak dibatasi; I2 (berhasil pada bulan ke-12) yang terdekat.",
    ),
    Published(
        code="lebih-50-S2",
        said_on=DECEMBER[2018],
        day_known=ClaimDay.YEAR,
        kind=ClaimKind.SHARE,
        number="0.50",
        words="lebih dari 50 % (harapan)",
        counted="Yang diharapkan berhasil",
        source=S2,
        indicator="I2",
        note="Disampaikan sebagai harapan, bukan hasil pengukuran.",
    ),
    Published(
        code="60-S3b",
        said_on=DECEMBER[2019],
        day_known=ClaimDay.YEAR,
        kind=ClaimKind.SHARE,
        number="0.60",
        words="60 % sudah baik",
        counted="Yang dinilai sudah baik bila berhasil",
        source=f"{ANTARA}, berita 104590 (2019)",
        indicator="I2",
        note="Disampaikan sebagai ukuran yang dianggap baik, bukan hasil pengukuran.",
    ),
    Published(
        code="tidak-aktif-S6",
        said_on=DECEMBER[2019],
        day_known=ClaimDay.YEAR,
        kind=ClaimKind.SHARE,
        number="0.50",
        words="hampir separuh",
        counted="Yang tidak aktif",
        denominator="1.882 WUB",
        source=S6,
        not_computable="“Tidak aktif” bukan kebalikan dari berhasil: tutup sementara, musiman dan hilang "
        "kontak tidak dipisahkan. Lihat Kelangsungan usaha (I3).",
    ),
    Published(
        code="tutup-S6",
        said_on=DECEMBER[2019],
        day_known=ClaimDay.YEAR,
        number="900",
        words="lebih dari 900",
        counted="WUB yang tutup",
        denominator="1.882 WUB",
        source=S6,
        not_computable=NOT_DEFINED,
    ),
    Published(
        code="kelompok-S5",
        said_on=date(2019, 11, 27),
        day_known=ClaimDay.DAY,
        number="2",
        words="2 dari 5",
        counted="Yang keluar dari satu kelompok jahit",
        denominator="5 orang sekelompok",
        source="kanalkalimantan.com, 27 November 2019",
        not_computable="Kelompoknya tidak disebut, sehingga tidak dapat dicari dalam register.",
    ),
    Published(
        code="terdata-S10",
        said_on=date(2020, 3, 31),
        day_known=ClaimDay.MONTH,
        number="1000",
        words="sekitar 1.000 dari 2.000",
        counted="Yang terdaftar sebagai wirausaha",
        denominator="sekitar 2.000 WUB",
        source=S10,
        not_computable="Tidak disebut terdaftar di mana; register WUB tidak memuat daftar lain.",
    ),
    Published(
        code="unggulan-S10",
        said_on=date(2020, 3, 31),
        day_known=ClaimDay.MONTH,
        number="150",
        words="150",
        counted="WUB unggulan",
        source=S10,
        not_computable=NOT_DEFINED,
    ),
    Published(
        code="unggulan-S9",
        said_on=DECEMBER[2022],
        day_known=ClaimDay.YEAR,
        number="3100",
        words="3.100",
        counted="WUB “unggulan” dari angkatan 2016–2019",
        source=f"{ANTARA}, berita 290241 (2022)",
        not_computable=NOT_DEFINED,
    ),
)
