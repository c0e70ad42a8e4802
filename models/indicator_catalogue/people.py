"""How far people came: I6 formal, I7 a size larger, I8 on their own, I9 mentored enough."""

from __future__ import annotations

from models.indicator_catalogue.entry import Entry
from models.vocabulary import N_, TargetType

PEOPLE = (
    Entry(
        code="I6",
        name=N_("Formalisasi"),
        definition=N_(
            "Bagian peserta tanpa NIB saat mendaftar yang kemudian memiliki NIB terperiksa. Dengan cara "
            "sama: SPP-PIRT, sertifikat halal, dan merek, hanya untuk yang memerlukan."
        ),
        formula=N_("NIB baru terperiksa ÷ peserta tanpa NIB saat mendaftar"),
        unit=N_("bagian"),
        numerator=N_("Peserta dengan NIB terperiksa yang didapat sesudah mendaftar"),
        denominator=N_("Peserta yang bulan ke-12-nya sudah lewat dan belum punya NIB saat mendaftar"),
        unknown_rule=N_(
            "NIB yang hanya diakui belum terbukti: gagal pada angka terburuk, berhasil pada angka "
            "terbaik. Izin yang habis atau dicabut keluar dari yang berlaku, tidak dari yang pernah "
            "dicapai."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Tonggak perizinan dengan buktinya, dan pertanyaan NIB pada pemeriksaan"),
        parameters={"month": 12},
    ),
    Entry(
        code="I7",
        name=N_("Naik kelas"),
        definition=N_(
            "Bagian peserta yang omzet setahunnya naik paling sedikit satu kelas (M1, M2, M3, kecil, "
            "menengah) pada dua putaran berturut-turut, dalam harga tetap. Yang turun kelas disebut juga."
        ),
        formula=N_("naik pada dua putaran berturut-turut ÷ peserta dengan kelas awal yang diketahui"),
        unit=N_("bagian"),
        numerator=N_("Kelas omzet di atas kelas awal pada dua putaran berturut-turut"),
        denominator=N_("Peserta dengan kelas awal yang diketahui dan dua putaran yang sudah lewat"),
        unknown_rule=N_(
            "Belum diketahui bila putaran yang kosong masih dapat membuatnya naik. Nilai tepat pada batas"
            " termasuk kelas yang lebih rendah."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Omzet pada semua putaran pemeriksaan; IHK dari BPS"),
        parameters={
            "window_days": 60,
            "m1_until": 50_000_000,
            "m2_until": 300_000_000,
            "m3_until": 2_000_000_000,
            "small_until": 15_000_000_000,
        },
    ),
    Entry(
        code="I8",
        name=N_("Mandiri"),
        definition=N_(
            "Pada bulan ke-24 usaha aktif, tanpa bantuan atau sewa yang dibayari selama 12 bulan "
            "terakhir, penjualannya dibukukan, dan penghasilan pemilik paling sedikit sebesar ambang yang"
            " ditetapkan kota."
        ),
        formula=N_("memenuhi keempat syarat ÷ semua peserta yang bulan ke-24-nya sudah lewat"),
        unit=N_("bagian"),
        numerator=N_("Aktif, tanpa bantuan, berpembukuan, dan penghasilannya cukup"),
        denominator=N_("Semua orang yang terdaftar dan bulan ke-24-nya sudah lewat; tetap sejak pendaftaran"),
        unknown_rule=N_(
            "Keempatnya harus diketahui; jika tidak, belum diketahui. Hanya usaha yang tidak berjalan "
            "langsung gagal. Selama kota belum menetapkan ambang penghasilan, tidak seorang pun dapat "
            "dinyatakan mandiri."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Pemeriksaan putaran 24 bulan dan catatan bantuan"),
        parameters={"month": 24, "window_days": 60, "months_without_aid": 12, "min_income": None},
    ),
    Entry(
        code="I9",
        name=N_("Dosis pendampingan"),
        definition=N_(
            "Bagian peserta yang dalam 12 bulan sesudah mendaftar mendapat paling sedikit 4 kunjungan "
            "yang disetujui dan 5 jam tatap muka, dari semua SKPD bersama. Bukan bukti sebab-akibat."
        ),
        formula=N_("cukup kunjungan dan cukup jam ÷ semua peserta yang bulan ke-12-nya sudah lewat"),
        unit=N_("bagian"),
        numerator=N_("Peserta dengan cukup kunjungan disetujui dan cukup jam tatap muka"),
        denominator=N_("Semua orang yang terdaftar dan bulan ke-12-nya sudah lewat; tetap sejak pendaftaran"),
        unknown_rule=N_("Kunjungan yang belum ditinjau hanya dihitung pada angka terbaik."),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Catatan kunjungan"),
        parameters={"months": 12, "min_visits": 4, "min_minutes": 300, "silent_days": 60},
    ),
)
