"""The work and its cost: I10 data, I11 exhibitions, I12 patron firms, I13 cost, I14 consultants."""

from __future__ import annotations

from models.indicator_catalogue.entry import Entry
from models.vocabulary import N_, TargetType

SUPPORT = (
    Entry(
        code="I10",
        name=N_("Ketepatan dan keutuhan data"),
        definition=N_(
            "Cakupan: bagian putaran pemeriksaan yang sudah lewat dan mempunyai pemeriksaan yang dapat "
            "dipakai. Disebut juga ketepatan waktu pencatatan, dan dari pemeriksaan yang terundi: berapa "
            "yang keadaannya sama ketika petugas lain melihat lagi. Pemeriksaan ulang di luar undian "
            "tidak dihitung."
        ),
        formula=N_("pemeriksaan yang dapat dipakai ÷ pemeriksaan yang seharusnya ada"),
        unit=N_("bagian"),
        numerator=N_("Putaran dengan pemeriksaan yang dapat dipakai, paling jauh 60 hari dari harinya"),
        denominator=N_("Putaran yang jendelanya sudah tertutup, dari semua peserta"),
        unknown_rule=N_(
            "Pemeriksaan yang tidak ada dihitung tidak ada. Kelompok yang kehilangan lebih dari 20 %, "
            "atau berbeda lebih dari 10 poin, tidak dibandingkan."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.ON_TIME,
        source=N_("Semua pemeriksaan, dan pemeriksaan ulang yang terundi"),
        parameters={"window_days": 60, "prompt_days": 7},
    ),
    Entry(
        code="I11",
        name=N_("Pameran"),
        definition=N_(
            "Bagian kontak pembeli yang memesan dalam 90 hari sesudah pameran. Disebut juga penjualan "
            "langsung, nilai pesanan, dan penjualan per rupiah biaya kota: penjualan kotor, bukan laba "
            "dan bukan bukti akibat pameran."
        ),
        formula=N_("kontak dengan pesanan ÷ semua kontak yang hari ke-90-nya sudah lewat"),
        unit=N_("bagian"),
        numerator=N_("Kontak yang memesan paling sedikit satu kali"),
        denominator=N_("Semua kontak dari pameran yang hari ke-90-nya sudah lewat"),
        unknown_rule=N_(
            "Kontak yang tidak ditanya pada hari ke-90 belum diketahui. “Ramai” tanpa angka bukan nol: "
            "disebut jumlahnya."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Catatan pameran dan tindak lanjut kontak pembeli"),
        parameters={"follow_up_days": 90},
    ),
    Entry(
        code="I12",
        name=N_("Bapak angkat"),
        definition=N_(
            "Bagian perjanjian yang ditandatangani dan dijalankan: paling sedikit satu realisasi dalam 6 "
            "bulan terakhir. Disebut juga nilai yang terealisasi dari yang dijanjikan, dan penerima yang "
            "masih dilayani sesudah 12 bulan."
        ),
        formula=N_("perjanjian dengan realisasi 6 bulan terakhir ÷ perjanjian yang ditandatangani"),
        unit=N_("bagian"),
        numerator=N_("Perjanjian dengan paling sedikit satu realisasi dalam 6 bulan terakhir"),
        denominator=N_("Semua perjanjian yang ditandatangani sampai tanggal data"),
        unknown_rule=N_(
            "Janji atau realisasi tanpa nilai tidak dihitung dalam rupiah dan disebut jumlahnya."
        ),
        interval=N_("Wilson 95 %"),
        target_type=TargetType.LEVEL,
        source=N_("Perjanjian bapak angkat dan realisasinya"),
        parameters={"active_months": 6, "still_supplied_month": 12, "window_days": 60},
    ),
    Entry(
        code="I13",
        name=N_("Biaya per keberhasilan"),
        definition=N_(
            "Seluruh pengeluaran program untuk satu keberhasilan yang terbukti menurut I2, di samping "
            "biaya per peserta; dari angkatan yang bulan ke-12 semua pesertanya sudah lewat dan biayanya "
            "tercatat."
        ),
        formula=N_("pengeluaran ÷ keberhasilan terbukti"),
        unit=N_("rupiah"),
        numerator=N_("Pengeluaran (SP2D) angkatan itu sampai tanggal data"),
        denominator=N_("Orang yang terbukti berhasil menurut I2 pada angkatan yang sama"),
        unknown_rule=N_(
            "Angka terburuk menghitung yang belum diketahui gagal, angka terbaik berhasil. Angkatan tanpa"
            " biaya tercatat tidak ikut; cakupan biaya disebut."
        ),
        interval=N_("Batas terburuk dan terbaik"),
        target_type=TargetType.RATIO,
        source=N_("Anggaran dan pengeluaran; pemeriksaan putaran 12 bulan"),
    ),
    Entry(
        code="I14",
        name=N_("Konsultan (corong)"),
        definition=N_(
            "Keberhasilan menurut I2 per konsultan dibandingkan dengan batas kebetulan sekitar angka "
            "kota, sesudah memperhitungkan campuran sektor. Bukan peringkat: di luar 95 % ditinjau, di "
            "luar 99,8 % dibicarakan."
        ),
        formula=N_("disesuaikan = berhasil ÷ yang diharapkan × angka kota"),
        unit=N_("bagian"),
        numerator=N_("Peserta yang terbukti berhasil menurut I2 dan mempunyai konsultan"),
        denominator=N_("Peserta yang bulan ke-12-nya sudah lewat dan mempunyai konsultan"),
        unknown_rule=N_(
            "Yang belum diketahui dihitung gagal, dan cakupan mempunyai corong sendiri, supaya tidak ada "
            "yang untung dengan kehilangan yang gagal. Kurang dari 10 kasus tidak dinilai; bila hasil "
            "lebih beragam daripada kebetulan, batas tidak dipakai."
        ),
        interval=N_("Batas binomial eksak 95 % dan 99,8 %"),
        target_type=TargetType.LEVEL,
        source=N_("Penugasan konsultan dan pemeriksaan putaran 12 bulan"),
        parameters={"month": 12},
    ),
)
