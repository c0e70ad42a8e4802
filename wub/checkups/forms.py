"""The form of a checkup: state, proof, and numbers of which each may be unknown."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired, NumberRange, Optional

from models.checkup import MEASURED, Checkup
from models.reading import Reading
from models.vocabulary import (
    ROUNDS,
    CheckupSource,
    DigitalChannel,
    FinanceSource,
    Obstacle,
    RecordingBasis,
    Status,
    Verification,
    YesNo,
)
from wub.attachments.photo_forms import PhotosField
from wub.checkups.actions import CheckupDraft
from wub.checkups.proof import claims
from wub.checkups.status_forms import LevelField, StatusField
from wub.clock import today
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownNumberField,
    KnownRupiahField,
    LocalDateField,
    MultiCodeField,
    NotInFuture,
    ParagraphField,
    TextField,
    WholeNumberField,
)
from wub.pages.forms import RecordForm

# Fields that go into the draft as they are.
PLAIN: tuple[str, ...] = (
    "as_of_date",
    "attempts",
    "business_id",
    "closed_on",
    "has_nib",
    "note",
    "obstacle",
    "outlier_note",
    "reconstructed",
    "recording_basis",
    "refused",
    "reopens_on",
    "source",
    "temporary_hours_week",
)


class CheckupForm(RecordForm):
    round_month = ChoiceOrEmpty(_l("Putaran"), [InputRequired()])
    as_of_date = LocalDateField(
        _l("Keadaan per tanggal"),
        [InputRequired(), NotInFuture()],
        default=today,
        description=_l("Hari keadaan ini berlaku, bukan hari dicatat."),
    )
    business_id = ChoiceOrEmpty(_l("Usaha yang diperiksa"), empty=_l("Belum ada usaha"))
    status = StatusField(_l("Keadaan usaha"), [InputRequired()], codes=Status)
    closed_on = LocalDateField(_l("Tutup atau berhenti sejak"), [Optional(), NotInFuture()])
    reopens_on = LocalDateField(
        _l("Rencana buka lagi"),
        [Optional()],
        description=_l("Untuk “Tutup sementara”, bila sudah ada rencananya."),
    )
    closed_on_unknown = BooleanField(_l("Tanggal tutupnya tidak diketahui"))
    attempts = WholeNumberField(
        _l("Berapa kali dicoba"),
        [InputRequired(), NumberRange(min=1, max=99)],
        default=1,
        description=_l("“Tidak ditemukan” perlu paling sedikit dua kali."),
    )
    refused = BooleanField(_l("Menolak diperiksa"))
    source = CodeField(_l("Dari mana kabarnya"), [InputRequired()], codes=CheckupSource)
    verification = LevelField(_l("Tingkat bukti"), [InputRequired()])
    photos = PhotosField(description=_l("Misalnya nota, buku kas, atau tampak usaha. Paling banyak lima."))
    sales_last_month = KnownRupiahField(
        _l("Penjualan bulan lalu"), description=_l("Satu bulan penuh terakhir, kotor.")
    )
    sales_typical_month = KnownRupiahField(_l("Penjualan bulan biasa"))
    sales_last_season = KnownRupiahField(
        _l("Penjualan musim terakhir"), description=_l("Untuk usaha musiman: seluruh musim.")
    )
    costs_last_month = KnownRupiahField(_l("Biaya usaha bulan lalu"))
    owner_income = KnownRupiahField(
        _l("Penghasilan pemilik bulan lalu"), description=_l("Yang dibawa pulang.")
    )
    recording_basis = CodeField(
        _l("Angka berasal dari"), codes=RecordingBasis, empty=None, default=RecordingBasis.NOT_ASKED
    )
    workers_permanent = KnownNumberField(
        _l("Tenaga kerja tetap"), largest=10_000, description=_l("Tanpa pemilik.")
    )
    workers_temporary = KnownNumberField(_l("Tenaga kerja tidak tetap"), largest=10_000)
    temporary_hours_week = WholeNumberField(
        _l("Jam kerja seminggu"), largest=100, description=_l("Rata-rata satu tenaga kerja tidak tetap.")
    )
    workers_family = KnownNumberField(_l("Keluarga tak dibayar"), largest=100)
    has_nib = CodeField(_l("Punya NIB"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED)
    digital_channels = MultiCodeField(_l("Saluran digital"), codes=DigitalChannel)
    finance_sources = MultiCodeField(_l("Sumber modal"), codes=FinanceSource)
    obstacle = CodeField(_l("Hambatan utama"), codes=Obstacle, empty=None, default=Obstacle.NOT_ASKED)
    outlier_confirmed = BooleanField(_l("Saya sudah memeriksa: angka yang jauh berbeda ini benar"))
    outlier_note = TextField(_l("Sebab angkanya jauh berbeda"), longest=500)
    reconstructed = BooleanField(
        _l("Rekonstruksi"), description=_l("Diingat kemudian. Tidak dipakai untuk mengukur pertumbuhan.")
    )
    note = ParagraphField(_l("Catatan"), rows=3)
    reason = TextField(_l("Sebab perubahan"), description=_l("Tersimpan di jejak perubahan."))

    def offer(
        self, businesses: list[tuple[int, str]], *, independent: bool, standing: int | None = None
    ) -> None:
        """Before validating and drawing. `standing` is the level a record has, whoever could claim it."""
        self.round_month.offer((month, round_words(month)) for month in ROUNDS)
        self.business_id.offer(businesses)
        levels = claims(independent=independent)
        if standing is not None:
            levels = [level for level in claims(independent=True) if level in levels or level <= standing]
        self.verification.offer(levels)

    def show_attempts(self, number: int, *, lost: bool) -> None:
        """As visits have logged them; `lost` when the page was opened to say so."""
        self.attempts.data = max(1, number)
        if lost:
            self.status.data = Status.NOT_FOUND
            self.verification.data = str(int(Verification.TOLD))

    def show(self, checkup: Checkup) -> None:
        """What a kept checkup says, for changing it."""
        self.closed_on_unknown.data = checkup.status is Status.CLOSED and checkup.closed_on is None
        self.outlier_confirmed.data = checkup.outlier_note is not None

    def draft(self, participation_id: int, recheck_of_id: int | None = None) -> CheckupDraft:
        plain: dict[str, Any] = {name: self._fields[name].data for name in PLAIN}
        return CheckupDraft(
            **plain,
            participation_id=participation_id,
            recheck_of_id=recheck_of_id,
            round_month=self.round_month.data or 0,
            status=self.status.data or Status.NOT_ASKED,
            verification=int(self.verification.data or Verification.TOLD),
            closed_on_unknown=self.closed_on_unknown.data,
            outlier_confirmed=self.outlier_confirmed.data,
            measured={name: self._fields[name].data for name in MEASURED},
            digital_channels=tuple(code.value for code in self.digital_channels.data or ()),
            finance_sources=tuple(code.value for code in self.finance_sources.data or ()),
        )


def form_values(checkup: Checkup) -> dict[str, Any]:
    """The columns of a checkup, its numbers with their answers, as the form takes them."""
    readings = {
        name: Reading(getattr(checkup, name), getattr(checkup, f"{name}_answer")) for name in MEASURED
    }
    same = (*PLAIN, "round_month", "status", "verification", "digital_channels", "finance_sources", "version")
    return {name: getattr(checkup, name) for name in same} | readings


def round_words(month: int) -> str:
    return str(_("Data dasar (bulan ke-0)")) if month == 0 else str(_("Bulan ke-%(month)s", month=month))
