"""Why the register said no, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.nik import NikIssue
from models.vocabulary import N_
from wub.errors import Conflict, Invalid, on_constraint


class BadNik(Invalid):
    code = "nik_salah"

    def __init__(self, issues: Sequence[NikIssue]) -> None:
        super().__init__(issues[0].sentence, fields={"nik": issues[0].sentence})


class LookTwice(Invalid):
    """Nothing is wrong for certain: saved as soon as somebody says that it was looked at."""

    code = "perlu_dicocokkan"
    sentence = N_(
        "Belum tersimpan: ada yang perlu dicocokkan."
        " Baca peringatan di bawah, lalu centang atau tulis catatan."
    )

    def __init__(self, warnings: Sequence[NikIssue]) -> None:
        super().__init__()
        self.warnings = warnings


class NikTaken(Conflict):
    """The number belongs to somebody in the register; who it is, is told only to those who see the person."""

    code = "nik_sudah_ada"
    sentence = N_(
        "NIK ini sudah tercatat di register pada data yang tidak dapat Anda lihat."
        " Periksa angkanya dari KTP. Bila memang orang yang sama, daftarkan keikutsertaannya"
        " dengan nama sesuai KTP, atau minta bantuan penyelia."
    )
    field = "nik"


class NikOfKnownPerson(NikTaken):
    code = "nik_orang_dikenal"
    sentence = N_("NIK ini milik %(name)s (%(where)s) di register. Jangan mencatat orang yang sama dua kali.")

    def __init__(self, person_id: int, name: str, where: str) -> None:
        Conflict.__init__(self, fields={"nik": self.sentence}, name=name, where=where)
        self.person_id = person_id


class OtherName(Conflict):
    code = "nama_lain"
    sentence = N_(
        "NIK ini sudah tercatat dengan nama yang lain. Periksa NIK dan nama dari KTP,"
        " atau minta penyelia mencocokkannya."
    )
    field = "name"


class AlreadyEnrolled(Conflict):
    code = "sudah_terdaftar"
    sentence = N_(
        "Orang ini sudah terdaftar pada angkatan itu. Buka halaman peserta untuk melihat keikutsertaannya."
    )


class NotYourOffice(Invalid):
    code = "bukan_skpd_sendiri"
    sentence = N_("Pilih SKPD yang daftarnya Anda kelola.")
    field = "agency_id"


class EnrolledInFuture(Invalid):
    code = "terdaftar_di_depan"
    sentence = N_("Tanggal ini belum tiba. Isi hari ini atau sebelumnya.")

    def __init__(self, name: str = "enrolled_on") -> None:
        super().__init__(fields={name: self.sentence})


class DayOutOfOrder(Invalid):
    """An end before its beginning."""

    code = "tanggal_terbalik"
    sentence = N_("Tanggal ini mendahului tanggal mulainya (%(day)s). Perbaiki salah satunya.")

    def __init__(self, name: str, day: date) -> None:
        super().__init__(fields={name: self.sentence}, day=day.strftime("%d/%m/%Y"))


class ExitIncomplete(Invalid):
    code = "keluar_tidak_lengkap"
    sentence = N_("Isi tanggal dan alasan keluar kedua-duanya, atau kosongkan kedua-duanya.")

    def __init__(self, name: str) -> None:
        super().__init__(fields={name: self.sentence})


class OtherIntake(Invalid):
    code = "angkatan_lain"
    sentence = N_("Kelompok itu milik angkatan lain. Pilih kelompok dari angkatan yang sama.")
    field = "group_id"


class OtherOwner(Invalid):
    code = "usaha_orang_lain"
    sentence = N_("Usaha itu tidak tercatat milik orang ini. Pilih dari daftar usahanya.")
    field = "business_id"


class GroupNameTaken(Conflict):
    code = "nama_kelompok_terpakai"
    sentence = N_("Angkatan ini sudah punya kelompok dengan nama itu. Pakai nama lain.")
    field = "name"


class AlreadyOwner(Conflict):
    code = "sudah_pemilik"
    sentence = N_("Orang itu sudah tercatat sebagai pemilik usaha ini. Ubah masa kepemilikannya di sana.")


class UnknownClass(Invalid):
    code = "kbli_tidak_ada"
    sentence = N_("Kode KBLI itu tidak ada dalam daftar tahun tersebut. Periksa lima angkanya.")
    field = "kbli_code"


class NibIncomplete(Invalid):
    code = "nib_belum_diisi"
    sentence = N_("NIB disebut ada, tetapi nomornya kosong. Isi 13 angkanya, atau ubah keterangannya.")
    field = "nib"


class AttainedWhen(Invalid):
    code = "capaian_tanpa_tanggal"
    sentence = N_("Capaian yang sudah dicapai harus punya tanggal.")
    field = "attained_on"


class WithdrawnWhen(Invalid):
    code = "dicabut_tanpa_tanggal"
    sentence = N_("Izin yang dicabut harus punya tanggal pencabutan.")
    field = "withdrawn_on"


class OnlyLicences(Invalid):
    code = "bukan_izin"
    sentence = N_("“Tidak perlu” hanya untuk izin dan sertifikat. Pilih keadaan yang lain.")
    field = "state"


class NotAConsultant(Invalid):
    code = "bukan_konsultan"
    sentence = N_("Akun itu bukan konsultan pada tanggal mulai. Pilih dari daftar konsultan.")
    field = "consultant_id"


class AlreadyAssigned(Conflict):
    code = "sudah_mendampingi"
    sentence = N_("Konsultan ini sudah mendampingi peserta itu pada masa tersebut.")
    field = "consultant_id"


class HandedOverBeforeStart(Invalid):
    code = "serah_terima_mundur"
    sentence = N_("Pendamping sekarang baru mulai %(day)s. Serah terima harus sesudah hari itu.")
    field = "starts_on"

    def __init__(self, day: date) -> None:
        super().__init__(day=day.strftime("%d/%m/%Y"))


class ContractOver(Invalid):
    code = "kontrak_berakhir"
    sentence = N_(
        "Kontrak konsultan itu berakhir %(day)s, sebelum hari mulainya."
        " Minta administrator memperpanjang kontraknya, atau pilih orang lain."
    )
    field = "consultant_id"

    def __init__(self, day: date) -> None:
        super().__init__(day=day.strftime("%d/%m/%Y"))


on_constraint("uq_person_nik_index", NikTaken)
on_constraint("uq_participation_person_id_cohort_id", AlreadyEnrolled)
on_constraint("uq_working_group_cohort_id_name", GroupNameTaken)
on_constraint("uq_ownership_business_id_person_id", AlreadyOwner)
on_constraint("uq_assignment_participation_id_consultant_id_starts_on", AlreadyAssigned)
on_constraint("ck_milestone_attained_has_date", AttainedWhen)
