"""What became of the businesses: I3 survival, I4 sales, I5 jobs."""

from __future__ import annotations

from models.indicator_catalogue.entry import Entry
from models.vocabulary import N_, TargetType

BUSINESSES = (
    Entry(
        code="I3",
        name=N_("Kelangsungan usaha"),
        definition=N_(
            "Bagian usaha yang masih berjalan sekian bulan sesudah pendaftaran, atau sesudah dibuka bila "
            "usaha dibuka kemudian (kurva Kaplan-Meier). Tutup, beralih menjadi pekerja, dan ganti usaha "
            "mengakhirinya; tutup sementara mengakhirinya sesudah 6 bulan."
        ),
        formula=N_("S(t) = hasil kali (1 − tutup ÷ yang masih diamati) pada setiap bulan sampai t"),
        unit=N_("bagian"),
        numerator=N_("Usaha yang terlihat masih berjalan sesudah bulan itu"),
        denominator=N_("Semua orang yang terdaftar dan bulan itu sudah lewat; tetap sejak pendaftaran"),
        unknown_rule=N_(
            "Yang hilang kontak keluar dari kurva pada hari terakhir terlihat berjalan. Karena yang tutup"
            " lebih sulit ditemukan, batas terburuk (semua yang hilang tutup) dan terbaik (semua masih "
            "berjalan) selalu dicetak. Kurva berhenti bila yang diamati kurang dari 5."
        ),
        interval=N_("Greenwood, log-log 95 %; batas: Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Semua pemeriksaan, dengan hari tutup yang disebut atau titik tengah dua pemeriksaan"),
        parameters={"month": 24},
    ),
    Entry(
        code="I4",
        name=N_("Pertumbuhan omzet riil"),
        definition=N_(
            "Perubahan penjualan dari data dasar ke bulan ke-12 dalam harga yang sama (IHK), dibandingkan"
            " pada bulan kalender yang sama; untuk kuliner dan fesyen pada jarak yang sama dari Ramadan. "
            "Usaha yang tutup dihitung nol."
        ),
        formula=N_("r = (penjualan kini × IHK dasar ÷ IHK kini) ÷ penjualan dasar − 1; angka utama: median"),
        unit=N_("perubahan"),
        numerator=N_("Penjualan kini dalam harga bulan dasar"),
        denominator=N_(
            "Penjualan bulan dasar; yang dasarnya nol ditampilkan dalam rupiah, bukan sebagai rasio"
        ),
        unknown_rule=N_(
            "Yang belum diketahui tidak masuk median; median terburuk menghitung mereka tutup, median "
            "terbaik menghitung mereka naik tanpa batas. Data rekonstruksi tidak dipakai."
        ),
        interval=N_("Batas terburuk dan terbaik; bagian yang naik: Wilson 95 %"),
        target_type=TargetType.CHANGE,
        source=N_("Pemeriksaan data dasar dan putaran 12 bulan; IHK dari BPS"),
        parameters={"month": 12, "window_days": 60, "rise_percent": 10},
    ),
    Entry(
        code="I5",
        name=N_("Lapangan kerja"),
        definition=N_(
            "Tempat kerja berbayar selain pemilik, dalam setara waktu penuh: pekerja tetap dihitung satu,"
            " pekerja tidak tetap menurut jam seminggu dibagi 40, usaha musiman menurut bulannya. "
            "Keluarga tak dibayar tidak dihitung."
        ),
        formula=N_("neto = tempat kerja baru − tempat kerja hilang, di antara yang diamati pada kedua waktu"),
        unit=N_("tempat kerja"),
        numerator=N_("Tempat kerja pada bulan ke-12; usaha yang tutup nol"),
        denominator=N_("Tempat kerja pada data dasar"),
        unknown_rule=N_(
            "Tidak ada yang diisi sendiri: yang belum diketahui disebut jumlahnya. Angka terburuk "
            "menghitung semua tempat kerja mereka hilang; angka terbaik tidak dapat disebut selama masih "
            "ada yang belum diketahui."
        ),
        interval=N_("Tidak ada: penjumlahan"),
        target_type=TargetType.CUMULATIVE,
        source=N_("Pemeriksaan data dasar dan putaran 12 bulan"),
        parameters={"month": 12, "window_days": 60},
    ),
)
