"""Why a file was not accepted as proof, and what to do next."""

from __future__ import annotations

from models.vocabulary import N_
from wub.errors import Conflict, Forbidden, Invalid, Refusal, on_constraint


class FileRefused(Invalid):
    """Said at the field where the file was chosen."""

    field = "file"


class Empty(FileRefused):
    code = "bukti_kosong"
    sentence = N_("Berkas ini kosong. Pilih berkas lain.")


class TooLarge(FileRefused):
    code = "bukti_terlalu_besar"
    sentence = N_("Berkas ini lebih dari 8 MB. Kecilkan foto, atau pindai dengan ketajaman lebih rendah.")


class NotAccepted(FileRefused):
    code = "bukti_jenis_lain"
    sentence = N_("Berkas ini bukan PDF, JPEG atau PNG. Simpan dahulu sebagai salah satunya.")


class Damaged(FileRefused):
    code = "bukti_rusak"
    sentence = N_("Berkas ini rusak atau tidak lengkap. Ambil foto atau pindai sekali lagi.")


class TooManyPixels(FileRefused):
    code = "bukti_gambar_raksasa"
    sentence = N_("Gambar ini lebih dari 40 megapiksel. Kecilkan lalu unggah lagi.")


class Animated(FileRefused):
    code = "bukti_bergerak"
    sentence = N_("Gambar bergerak tidak dapat menjadi bukti. Unggah foto diam.")


class TwoInOne(FileRefused):
    code = "bukti_berkas_ganda"
    sentence = N_("Di dalam berkas ini tersembunyi berkas lain. Ambil foto atau pindai sekali lagi.")


class RunsSomething(FileRefused):
    code = "bukti_pdf_berperintah"
    sentence = N_("PDF ini memuat perintah atau lampiran. Cetak ulang ke PDF lalu unggah hasilnya.")


class Locked(FileRefused):
    code = "bukti_pdf_terkunci"
    sentence = N_("PDF ini terkunci sandi. Cetak ulang ke PDF tanpa sandi, atau unggah fotonya.")


class TooDense(FileRefused):
    code = "bukti_pdf_terlalu_padat"
    sentence = N_("Isi PDF ini terlalu padat untuk diperiksa. Pindai dengan ketajaman lebih rendah.")


class NotAPhoto(FileRefused):
    code = "bukti_bukan_foto"
    sentence = N_("Ini bukan foto. Pilih foto JPEG atau PNG; berkas PDF diunggah sesudah disimpan.")


class TooManyPhotos(FileRefused):
    code = "foto_terlalu_banyak"
    sentence = N_("Paling banyak lima foto sekali simpan. Foto lain dapat ditambah sesudah disimpan.")


class NoLongerHeld(FileRefused):
    code = "foto_tidak_ada_lagi"
    sentence = N_("Foto ini sudah tidak ada. Pilih sekali lagi.")


class NotYours(Forbidden):
    code = "bukti_bukan_wewenang"
    sentence = N_("Bukti ini dikelola oleh pencatat datanya. Minta pencatatnya menambah atau menghapus.")


class DiskFull(Refusal):
    """The row is not kept either."""

    status = 507
    code = "penyimpanan_penuh"
    sentence = N_("Berkas tidak dapat disimpan karena tempat penyimpanan bermasalah. Hubungi administrator.")


class StoreAway(Refusal):
    """Nothing is kept, or nothing can be shown, while the store of photos does not answer."""

    status = 503
    code = "penyimpanan_tidak_terhubung"
    sentence = N_(
        "Tempat penyimpanan foto sedang tidak dapat dihubungi. Coba lagi beberapa menit lagi;"
        " yang sudah tersimpan tetap aman."
    )


class StillProved(Conflict):
    code = "masih_ada_bukti"
    sentence = N_("Catatan ini masih punya bukti. Hapus buktinya dahulu, lalu hapus catatannya.")


def on_records_that_are_proved(names: tuple[str, ...]) -> None:
    """A proved record cannot be deleted (PostgreSQL names the constraint, SQLite does not)."""
    for name in names:
        on_constraint(f"fk_attachment_{name}_id", StillProved)
