"""Why a file as a whole is not read, each with a sentence that says what to do next."""

from __future__ import annotations

from models.vocabulary import N_

SENTENCES = {
    "empty": N_("Berkas ini kosong. Pilih berkas yang memuat daftar, lalu unggah lagi."),
    "too_large": N_(
        "Berkas terlalu besar. Pisahkan per tahun atau per kecamatan, lalu unggah satu per satu."
    ),
    "not_a_workbook": N_(
        "Ini bukan berkas daftar. Simpan dari Excel sebagai .xlsx atau .csv, lalu unggah lagi."
    ),
    "unsupported": N_(
        "Jenis berkas ini belum dapat dibaca. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
    ),
    "web_page": N_(
        "Ini halaman web yang dinamai .xls. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
    ),
    "encrypted": N_("Berkas ini memakai sandi. Buka di Excel, hapus sandinya, simpan, lalu unggah lagi."),
    "damaged": N_(
        "Berkas ini rusak. Buka di Excel dan simpan ulang, atau minta salinan baru dari pengirimnya."
    ),
    "open_quote": N_(
        "Ada tanda kutip yang tidak ditutup, sehingga beberapa baris menyatu. Buka di Excel, hapus tanda "
        "kutipnya, lalu unggah lagi."
    ),
    "rows_lost": N_(
        "Ada baris di berkas ini yang tidak terbaca, jadi tidak ada yang diimpor. Buka di Excel, simpan "
        "ulang sebagai .xlsx, lalu unggah lagi."
    ),
    "too_much_inside": N_(
        "Isi berkas jauh melebihi ukurannya. Salin tabelnya ke berkas baru, lalu unggah lagi."
    ),
    "archive": N_("Ini arsip ZIP. Keluarkan berkas di dalamnya, lalu unggah satu per satu."),
    "doctype": N_(
        "Berkas memuat bagian yang tidak aman. Salin tabelnya ke berkas Excel baru, lalu unggah lagi."
    ),
    "too_many_rows": N_(
        "Baris terlalu banyak. Pisahkan daftar menjadi beberapa berkas, lalu unggah satu per satu."
    ),
    "too_many_columns": N_(
        "Kolom terlalu banyak. Hapus kolom kosong di kanan tabel, simpan, lalu unggah lagi."
    ),
    "too_much_memory": N_(
        "Ada sel terisi jauh di luar tabel, atau isinya terlalu besar. Salin tabelnya ke "
        "berkas baru, lalu unggah lagi."
    ),
    "too_slow": N_(
        "Berkas terlalu lama dibaca. Salin tabelnya ke berkas baru tanpa rumus, lalu unggah lagi."
    ),
    "no_such_sheet": N_("Lembar dengan nama itu tidak ada. Pilih salah satu lembar yang ada di berkas."),
}


class FileRefused(Exception):
    """The file was not read at all; `code` is stable, `sentence` is Indonesian and says what to do."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = SENTENCES[code]
        super().__init__(self.sentence)
