"""How many, and did it work: I1 and I2."""

from __future__ import annotations

from models.indicator_catalogue.entry import Entry
from models.vocabulary import N_, TargetType

NUMBERS = (
    Entry(
        code="I1",
        name=N_("Capaian jumlah"),
        definition=N_(
            "Jumlah penduduk berbeda (satu NIK dihitung satu orang) yang terdaftar sebagai peserta, di "
            "samping jumlah baris dari semua daftar SKPD."
        ),
        formula=N_("orang unik dengan NIK ÷ target"),
        unit=N_("orang"),
        numerator=N_("Orang dengan NIK sah yang terdaftar sampai tanggal data"),
        denominator=N_("Target jumlah peserta pada periode dan lingkup yang sama"),
        unknown_rule=N_(
            "Peserta tanpa NIK (sementara) ditampilkan sendiri, tidak dihitung sebagai orang unik."
        ),
        interval=N_("Tidak ada: cacah penuh"),
        target_type=TargetType.CUMULATIVE,
        source=N_("Register peserta WUB"),
    ),
    Entry(
        code="I2",
        name=N_("Keberhasilan 12 bulan"),
        definition=N_(
            "Bagian peserta yang pada bulan ke-12 usahanya aktif (atau musiman aktif), dilihat sendiri "
            "oleh pendamping atau petugas, dan mencatat penjualan lebih dari nol pada bulan atau musim "
            "terakhir."
        ),
        formula=N_("berhasil terverifikasi ÷ semua peserta yang bulan ke-12-nya sudah lewat"),
        unit=N_("bagian"),
        numerator=N_("Aktif atau musiman aktif, verifikasi tingkat 2 ke atas, penjualan lebih dari nol"),
        denominator=N_("Semua orang yang terdaftar dan bulan ke-12-nya sudah lewat; tetap sejak pendaftaran"),
        unknown_rule=N_(
            "Yang belum diketahui dihitung gagal pada angka terburuk dan berhasil pada angka terbaik. "
            "Pemeriksaan hanya dipakai bila berjarak paling jauh 60 hari dari bulan ke-12."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Pemeriksaan putaran 12 bulan"),
        parameters={"month": 12, "window_days": 60, "min_verification": 2},
    ),
)
