"""WTForms' own English sentences in our words; it ships thirty languages, but not Indonesian."""

from __future__ import annotations

from flask_babel import gettext

from models.vocabulary import N_

REQUIRED = N_("Wajib diisi.")

WORDS = {
    "This field is required.": REQUIRED,
    "Not a valid choice.": N_("Pilih salah satu dari daftar."),
    "Not a valid choice": N_("Pilih salah satu dari daftar."),
    "Invalid Choice: could not coerce.": N_("Pilih salah satu dari daftar."),
    "Invalid Choice: could not coerce": N_("Pilih salah satu dari daftar."),
    "Choices cannot be None.": N_("Pilih salah satu dari daftar."),
    "Invalid input.": N_("Isian ini belum benar."),
    "Invalid email address.": N_("Alamat surel belum benar."),
    "Invalid URL.": N_("Alamat web belum benar; awali dengan https://."),
    "Invalid UUID.": N_("Isian ini belum benar."),
    "Not a valid integer value.": N_("Tulis bilangan bulat, misalnya 12."),
    "Not a valid decimal value.": N_("Tulis bilangan, misalnya 12,5."),
    "Not a valid float value.": N_("Tulis bilangan, misalnya 12,5."),
    "Not a valid date value.": N_("Tulis tanggal seperti 31/12/2026."),
    "Not a valid time value.": N_("Tulis jam seperti 14.30."),
    "Not a valid datetime value.": N_("Tulis tanggal dan jam."),
    "Field must be equal to %(other_name)s.": N_("Harus sama dengan %(other_name)s."),
    "Number must be at least %(min)s.": N_("Paling sedikit %(min)s."),
    "Number must be at most %(max)s.": N_("Paling banyak %(max)s."),
    "Number must be between %(min)s and %(max)s.": N_("Antara %(min)s dan %(max)s."),
    "Date must be at least %(min)s.": N_("Paling awal %(min)s."),
    "Date must be at most %(max)s.": N_("Paling akhir %(max)s."),
    "Date must be between %(min)s and %(max)s.": N_("Antara %(min)s dan %(max)s."),
    "Field must be at least %(min)d character long.": N_("Paling sedikit %(min)d huruf."),
    "Field must be at least %(min)d characters long.": N_("Paling sedikit %(min)d huruf."),
    "Field cannot be longer than %(max)d character.": N_("Paling banyak %(max)d huruf; persingkat."),
    "Field cannot be longer than %(max)d characters.": N_("Paling banyak %(max)d huruf; persingkat."),
    "Field must be exactly %(max)d character long.": N_("Harus tepat %(max)d huruf."),
    "Field must be exactly %(max)d characters long.": N_("Harus tepat %(max)d huruf."),
    "Field must be between %(min)d and %(max)d characters long.": N_("Antara %(min)d dan %(max)d huruf."),
    "This field cannot be edited.": N_("Isian ini tidak dapat diubah."),
    "This field is disabled and cannot have a value.": N_("Isian ini tidak dapat diubah."),
    "The CSRF token is missing.": N_("Halaman ini sudah terlalu lama terbuka. Tekan Simpan sekali lagi."),
    "The CSRF token has expired.": N_("Halaman ini sudah terlalu lama terbuka. Tekan Simpan sekali lagi."),
    "The CSRF token is invalid.": N_("Halaman ini sudah terlalu lama terbuka. Tekan Simpan sekali lagi."),
    "The CSRF tokens do not match.": N_("Halaman ini sudah terlalu lama terbuka. Tekan Simpan sekali lagi."),
    "The CSRF session token is missing.": N_("Sesi Anda berakhir. Tekan Simpan sekali lagi."),
}


class FormWords:
    """What WTForms asks for its sentences; the values are filled in by WTForms."""

    def gettext(self, said: str) -> str:
        return str(gettext(WORDS.get(said, said)))

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)
