"""Every figure again from the exported files alone, as a stranger would: dates and sums, nothing of ours."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

Z = 1.959964
MONTH = 365.25 / 12
WORKING = {"aktif", "musiman_aktif"}
UNKNOWN_STATUS = {"tidak_ditemukan", "belum_didata"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def wilson(k, n):
    p = k / n
    middle = (p + Z * Z / 2 / n) / (1 + Z * Z / n)
    half = Z * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5 / (1 + Z * Z / n)
    return middle - half, middle + half


def share(outcomes):
    """`yes`, `no` and `unknown` → what the figure says."""
    outcomes = list(outcomes)
    n, yes, unknown = len(outcomes), outcomes.count("yes"), outcomes.count("unknown")
    found = {"n": n, "success": yes, "failure": n - yes - unknown, "unknown": unknown}
    if n < 5:
        return found | dict.fromkeys(("worst", "best", "low", "high", "coverage"))
    return found | {
        "worst": yes / n,
        "best": (yes + unknown) / n,
        "low": wilson(yes, n)[0] if yes else 0,
        "high": wilson(yes + unknown, n)[1] if yes + unknown < n else 1,
        "coverage": (n - unknown) / n,
    }


def once(rows, outcome):
    """Each person by the first enrolment that the indicator applies to."""
    first = {}
    for row in sorted(rows, key=lambda row: (row["terdaftar_pada"], int(row["urutan"]))):
        told = outcome(row)
        if told is not None:
            first.setdefault(row["orang"], told)
    return list(first.values())


def number(text):
    return float(text) if text else None


def day(text):
    return date.fromisoformat(text) if text else None


class ByHand:
    def __init__(self, out: Path, as_of: date):
        self.as_of = as_of
        self.rows = read(out)
        beside = {
            what: out.with_name(f"{out.stem}-{what}.csv")
            for what in ("aturan", "perjanjian", "pameran", "biaya")
        }
        self.rule = {
            (row["indikator"], row["parameter"]): number(row["nilai"]) for row in read(beside["aturan"])
        }
        self.pledges, self.events = read(beside["perjanjian"]), read(beside["pameran"])
        self.costs = {(r["skpd"], r["angkatan"]): int(r["pengeluaran"]) for r in read(beside["biaya"])}

    def figure(self, code, agency, year):
        rows = [
            row for row in self.rows
            if agency in (None, row["skpd"]) and year in (None, int(row["angkatan"]))
        ]  # fmt: skip
        if code == "I12":
            return self.i12(agency)
        judge = {
            "I2": self.i2, "I3": self.i3, "I6": self.i6, "I7": self.i7, "I8": self.i8, "I9": self.i9,
            "I14": lambda row: self.i2(row) if row["konsultan"] else None,
        }  # fmt: skip
        if code in judge:
            return share(once(rows, judge[code]))
        return getattr(self, code.lower())(rows)

    def past(self, row, months):
        return int(row["bulan_sejak_daftar"]) >= months

    def i1(self, rows):
        unique = {row["orang"] for row in rows if row["punya_nik"] == "ya"}
        return {
            "n": len(rows),
            "unique": len(unique),
            "unknown": sum(r["punya_nik"] == "tidak" for r in rows),
        }

    def i2(self, row):
        if not self.past(row, self.rule["I2", "month"]):
            return None
        status, level = row["m12_keadaan"], number(row["m12_verifikasi"])
        month, season = number(row["m12_penjualan_bulan"]), number(row["m12_penjualan_musim"])
        if row["punya_nik"] == "tidak" or not status or status in UNKNOWN_STATUS or level < 1:
            return "unknown"
        if status not in WORKING:
            return "no"
        if status == "musiman_aktif":
            sold = (season > 0 or bool(month)) if season is not None else (True if month else None)
        else:
            sold = None if month is None else month > 0
        if sold is False:
            return "no"
        return "yes" if sold and level >= self.rule["I2", "min_verification"] else "unknown"

    def life(self, row):
        start, seen = day(row["jam_mulai"]), day(row["terlihat_berjalan"])
        found, told = day(row["ditemukan_tutup"]), day(row["tutup_menurut"])
        if found is None:
            return max(0, ((seen or start) - start).days) / MONTH, False
        since = seen or start
        end = told if told and since <= told <= found else since + timedelta(days=(found - since).days // 2)
        return max(0, (end - start).days) / MONTH, True

    def i3(self, row):
        month = self.rule["I3", "month"]
        if not self.past(row, month):
            return None
        lived, closed = self.life(row)
        if closed and lived <= month:
            return "no"
        return "yes" if lived >= month else "unknown"

    def survival(self, rows, month):
        """Kaplan-Meier at a month."""
        lives = once(rows, self.life)
        estimate = 1.0
        for end in sorted({lived for lived, closed in lives if closed and lived <= month}):
            estimate *= 1 - sum(one == (end, True) for one in lives) / sum(one[0] >= end for one in lives)
        return estimate, sum(lived >= month for lived, _closed in lives)

    def i4(self, rows):
        def change(row):
            if not self.past(row, self.rule["I4", "month"]):
                return None
            then, now = number(row["penjualan_dasar"]), number(row["penjualan_kini"])
            if not row["ihk_dasar"]:
                return "unknown"
            if then == 0:
                return "nothing"
            return now * number(row["ihk_dasar"]) / number(row["ihk_kini"]) / then - 1

        found = [one for one in once(rows, change) if one != "nothing"]
        known = [one for one in found if one != "unknown"]
        worst = [-1.0 if one == "unknown" else one for one in found]
        best = [float("inf") if one == "unknown" else one for one in found]
        top = median(best) if best else None
        return {
            "n": len(found), "unknown": len(found) - len(known),
            "worst": median(worst) if worst else None,
            "best": None if top in (None, float("inf")) else top,
            "coverage": len(known) / len(found) if found else None,
        }  # fmt: skip

    def i5(self, rows):
        def both(row):
            told = number(row["tempat_kerja_dasar"]), number(row["tempat_kerja_kini"])
            return told if self.past(row, self.rule["I5", "month"]) else None

        people = once(rows, both)
        observed = [now - base for base, now in people if None not in (base, now)]
        missing = [base for base, now in people if None in (base, now)]
        net = sum(observed)
        return {
            "n": len(people), "unknown": len(missing),
            "worst": None if None in missing else net - sum(missing),
            "best": None if missing else net,
            "coverage": len(observed) / len(people) if people else None,
        }  # fmt: skip

    def i6(self, row):
        if not self.past(row, self.rule["I6", "month"]) or row["nib_saat_daftar"] == "ya":
            return None
        state = row["nib_kini"]
        if state in ("berlaku", "habis"):
            return "yes"
        return "no" if state == "tidak_punya" else "unknown"

    def i7(self, row):
        ends = [self.rule["I7", name] for name in ("m1_until", "m2_until", "m3_until", "small_until")]

        def band(text):
            annual = number(text)
            if annual is None:
                return None
            return 0 if annual <= 0 else 1 + sum(annual > end for end in ends)

        base = band(row["omzet_tahunan_0"])
        due = [
            band(row[f"omzet_tahunan_{month}"]) for month in (3, 6, 12, 18, 24, 36) if self.past(row, month)
        ]
        if len(due) < 2 or base is None:
            return None
        pairs = list(pairwise(due))
        if any(None not in pair and min(pair) > base for pair in pairs):
            return "yes"
        return "unknown" if any(all(b is None or b > base for b in pair) for pair in pairs) else "no"

    def i8(self, row):
        if not self.past(row, self.rule["I8", "month"]):
            return None
        status, line = row["m24_keadaan"], self.rule["I8", "min_income"]
        if not status or status in UNKNOWN_STATUS or number(row["m24_verifikasi"]) < 1:
            return "unknown"
        if status not in WORKING:
            return "no"
        income, books = number(row["m24_penghasilan"]), row["m24_pencatatan"]
        if line is None or income is None or books in ("tidak_tahu", "belum_ditanya"):
            return "unknown"
        helped, seen = day(row["dibantu_sampai"]), day(row["m24_hari"])
        if helped and helped > seen.replace(year=seen.year - 1):
            return "no"
        return "yes" if books == "pembukuan" and income >= line else "no"

    def i9(self, row):
        if not self.past(row, self.rule["I9", "months"]):
            return None
        visits, minutes = int(row["kunjungan"]), int(row["menit"])
        waiting, more = int(row["kunjungan_menunggu"]), int(row["menit_menunggu"])
        least = self.rule["I9", "min_visits"], self.rule["I9", "min_minutes"]
        if visits >= least[0] and minutes >= least[1]:
            return "yes"
        return "unknown" if visits + waiting >= least[0] and minutes + more >= least[1] else "no"

    def i10(self, rows):
        counts = once(rows, lambda row: (int(row["putaran_seharusnya"]), int(row["putaran_terpakai"])))
        due, usable = sum(c[0] for c in counts), sum(c[1] for c in counts)
        return share(["yes"] * usable + ["no"] * (due - usable))

    def i11(self, rows):
        def total(name):
            return sum(int(row[name]) for row in rows)

        kinds = {"yes": "kontak_memesan", "no": "kontak_tidak_memesan", "unknown": "kontak_belum_diketahui"}
        return share([kind for kind, name in kinds.items() for _ in range(total(name))])

    def i12(self, agency):
        since = self.as_of - timedelta(days=184)
        mine = [pledge for pledge in self.pledges if agency in (None, pledge["skpd"])]
        return share("yes" if (day(p["realisasi_terakhir"]) or date.min) > since else "no" for p in mine)

    def i13(self, rows):
        intakes = {}
        for row in rows:
            intakes.setdefault((row["skpd"], row["angkatan"]), []).append(row)
        measured = {key: few for key, few in intakes.items() if all(self.past(row, 12) for row in few)}
        known = [row for key, few in measured.items() if key in self.costs for row in few]
        spent = sum(self.costs[key] for key in measured if key in self.costs)
        told = once(known, self.i2)
        yes, unknown = told.count("yes"), told.count("unknown")
        return {
            "n": len(told), "unknown": unknown,
            "worst": spent / yes if yes else None,
            "best": spent / (yes + unknown) if yes + unknown else None,
        }  # fmt: skip
