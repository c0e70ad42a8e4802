"""What is said of the rows of the other lists: visits, checkups, exhibitions, partners, targets, budget."""

from __future__ import annotations

from imports.meanings import Meaning, hold, reject, warn
from models.vocabulary import N_

LIST_MEANINGS: dict[str, Meaning] = {
    # Sheets
    "other_kind": warn(
        N_("Lembar ini tampak seperti daftar jenis lain. Pilih jenis itu saat mengunggah bila memang begitu.")
    ),
    "not_this_kind": reject(
        N_(
            "Lembar ini bukan daftar jenis yang dipilih. Pilih jenis lain, atau pakai lembar "
            "contoh kosongnya."
        )
    ),
    "said_above": warn(N_("Tertulis di atas tabel, jadi berlaku untuk semua baris.")),
    # Cells
    "choice_unknown": warn(N_("Isian ini tidak ada di daftar pilihan. Tulis salah satu pilihannya.")),
    "time_unreadable": warn(N_("Jam tidak terbaca. Tulis seperti 09.00 atau 09.00-10.30.")),
    "number_unreadable": warn(
        N_("Angka tidak terbaca atau di luar batas. Tulis bilangan bulat, misalnya 25.")
    ),
    "round_unknown": warn(N_("Putaran pemeriksaan tidak dikenal. Tulis bulannya sejak terdaftar.")),
    "date_future": reject(N_("Tanggal ini masih di depan. Periksa hari, bulan dan tahunnya.")),
    "npwp_unreadable": warn(N_("NPWP terdiri dari 15 atau 16 angka. Periksa kembali.")),
    "email_unreadable": warn(N_("Surel tidak terbaca. Tulis seperti nama@contoh.id.")),
    "required": reject(N_("Sel ini wajib diisi dan harus terbaca. Lengkapi, lalu unggah lagi.")),
    "required_unreadable": reject(N_("Isian ini wajib, jadi barisnya ditolak sampai terbaca.")),
    "required_column": reject(
        N_(
            "Isian wajib ini tidak punya kolom. Tambahkan kolomnya, atau tulis sekali di atas tabel seperti "
            "Konsultan: Nama Lengkap."
        )
    ),
    # Rows against the register
    "same_row": warn(N_("Isi baris ini sama dengan baris lain. Baris ini tidak menambah apa pun.")),
    "same_row_otherwise": hold(
        N_(
            "Baris lain menyebut hal yang sama dengan isi yang berbeda. Samakan keduanya, atau "
            "hapus salah satu."
        )
    ),
    "known": warn(N_("Sudah tercatat di register. Baris ini tidak mengubah apa pun.")),
    "known_otherwise": warn(
        N_(
            "Sudah tercatat dengan isi yang berbeda. Register tidak diubah; perbaiki di "
            "halamannya bila perlu."
        )
    ),
    "person_unknown": hold(
        N_("Peserta ini tidak ditemukan di register Anda. Lengkapi NIK, atau impor daftar pesertanya dahulu.")
    ),
    "person_ambiguous": hold(
        N_("Lebih dari satu peserta cocok dengan baris ini. Isi NIK, SKPD atau tahun angkatannya.")
    ),
    "person_other_name": hold(
        N_("NIK ini milik orang yang bernama lain di register. Cocokkan NIK dan nama dengan KTP.")
    ),
    "consultant_unknown": hold(
        N_(
            "Konsultan ini tidak ditemukan. Tulis nama lengkap atau nama akunnya persis seperti "
            "di daftar akun."
        )
    ),
    "consultant_ambiguous": hold(
        N_("Lebih dari satu konsultan bernama ini. Tulis nama akunnya sebagai ganti namanya.")
    ),
    "agency_unknown": hold(N_("SKPD ini tidak dikenal atau bukan SKPD Anda. Tulis kode atau nama resminya.")),
    "cohort_unknown": hold(N_("Angkatan tahun itu belum ada di SKPD ini. Periksa tahunnya.")),
    "exhibition_unknown": hold(
        N_(
            "Pameran ini belum tercatat. Isi penyelenggara, tingkat, tanggal mulai, tanggal selesai dan "
            "tempatnya, atau catat pamerannya dahulu."
        )
    ),
    "exhibition_ambiguous": hold(N_("Lebih dari satu pameran bernama ini. Isi tahun atau tanggal mulainya.")),
    "substitute_unknown": hold(
        N_(
            "Yang digantikan tidak punya stan di pameran ini. Tulis namanya persis, atau catat "
            "stannya dahulu."
        )
    ),
    "partner_incomplete": hold(N_("Mitra ini belum tercatat. Isi jenis mitranya supaya dapat dicatat.")),
    "agreement_incomplete": hold(
        N_("Perjanjian ini belum tercatat. Isi tanggal mulai dan bentuk pemberiannya supaya dapat dicatat.")
    ),
    "realisation_without_agreement": hold(
        N_("Realisasi memerlukan nomor perjanjian yang tercatat. Isi nomornya.")
    ),
    "group_unknown": hold(
        N_("Kelompok ini tidak ditemukan. Tulis namanya persis, dengan tahun angkatannya.")
    ),
    "group_ambiguous": hold(N_("Lebih dari satu kelompok bernama ini. Isi tahun angkatannya.")),
    "area_unknown": hold(N_("Wilayah ini tidak dikenal atau hanya mirip. Tulis nama resminya.")),
    "indicator_unknown": hold(N_("Indikator ini tidak dikenal. Tulis kodenya, misalnya I2.")),
    "target_type": reject(N_("Jenis target ini tidak cocok dengan cara indikatornya diukur.")),
    "target_value": reject(N_("Nilai target tidak terbaca.")),
    "line_of_lines": hold(
        N_("Kode ini induk dari kode lain di daftar ini, jadi jumlahnya terhitung dua kali. Hapus barisnya.")
    ),
    "line_incomplete": hold(
        N_("Anggaran ini belum tercatat. Isi nama kegiatan dan jumlah anggarannya supaya dapat dicatat.")
    ),
    "ends_unknown": reject(N_("Jam selesai tidak diketahui. Isi jam selesai atau lamanya dalam menit.")),
    "visit_differs": hold(
        N_("Baris-baris kunjungan bersama ini berbeda isinya. Samakan jam, hasil dan konfirmasinya.")
    ),
    "visit_waits": hold(
        N_("Peserta lain dari kunjungan bersama ini belum beres. Perbaiki barisnya, lalu unggah lagi.")
    ),
    "visit_without_this_one": hold(
        N_("Kunjungan ini sudah tercatat tanpa peserta ini. Minta konsultannya menambahkan di halamannya.")
    ),
}
