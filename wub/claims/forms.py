"""Input of a claim: what was said, where it can be read, and with what it is compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, ValidationError

from models.claim import Claim
from models.vocabulary import ClaimDay, ClaimKind, TargetType
from wub.claims.actions import ClaimDraft
from wub.claims.rebuilding import COUNT
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    TextField,
    YearField,
)
from wub.pages.forms import RecordForm
from wub.targets.values import read_value, typed

TOLD_AS = {ClaimKind.PEOPLE: TargetType.CUMULATIVE, ClaimKind.SHARE: TargetType.LEVEL}


class ClaimForm(RecordForm):
    said_on = LocalDateField(
        _l("Dikatakan pada"),
        [InputRequired(), NotInFuture()],
        description=_l("Bila hanya bulan atau tahunnya diketahui: hari terakhirnya."),
    )
    day_known = CodeField(_l("Ketepatan tanggal"), [InputRequired()], codes=ClaimDay)
    speaker = TextField(
        _l("Oleh"), [InputRequired()], description=_l("Jabatan atau lembaga, bukan nama orang.")
    )
    kind = CodeField(_l("Disampaikan sebagai"), [InputRequired()], codes=ClaimKind)
    number = TextField(
        _l("Angka"), [InputRequired()], longest=30, description=_l("Misalnya 625 atau 21,9 %.")
    )
    words = TextField(
        _l("Kata-katanya"), [InputRequired()], description=_l("Seperti dikatakan: “hampir 800”.")
    )
    counted = ParagraphField(_l("Yang dihitung"), [InputRequired()], rows=2)
    denominator = TextField(_l("Dari berapa"), description=_l("Kosongkan bila tidak disebut."))
    source = ParagraphField(_l("Sumber"), [InputRequired()], rows=2)
    address = TextField(_l("Alamat sumber"), longest=500, description=_l("Dimulai dengan https://"))
    indicator_id = ChoiceOrEmpty(_l("Dibandingkan dengan"), empty=_l("Tidak dapat dihitung"))
    cohort_year = YearField(
        _l("Tahun angkatan"), description=_l("Kosong berarti semua angkatan sampai hari itu.")
    )
    not_computable = ParagraphField(
        _l("Mengapa tidak dapat dihitung"), rows=2, description=_l("Wajib bila tidak dibandingkan.")
    )
    note = ParagraphField(_l("Catatan"), rows=2)

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._codes: dict[int, str] = {}

    def offer(self, indicators: Iterable[tuple[int, str, str]], kept: Claim | None) -> None:
        offered = list(indicators)
        self._codes = {number: code for number, code, _name in offered}
        self.indicator_id.offer((number, f"{code} {_(name)}") for number, code, name in offered)
        if kept is not None and not self.is_submitted():
            kind = TOLD_AS[kept.kind]
            self.number.data = typed(kept.number, kind, kind)

    def validate_number(self, field: TextField) -> None:
        if self.kind.data:
            try:
                self._number(field.data or "")
            except ValueError as error:
                raise ValidationError(_(str(error))) from error

    def validate_address(self, field: TextField) -> None:
        if field.data and not field.data.startswith(("https://", "http://")):
            raise ValidationError(_("Alamat dimulai dengan https://. Tempel seluruh alamatnya."))

    def validate_indicator_id(self, field: ChoiceOrEmpty) -> None:
        if field.data and self.kind.data:
            counts = self._codes.get(field.data) == COUNT
            if counts is not (self.kind.data is ClaimKind.PEOPLE):
                raise ValidationError(_("Jumlah orang dibandingkan dengan I1, persen dengan I2."))

    def validate_not_computable(self, field: ParagraphField) -> None:
        if self.indicator_id.data and field.data:
            raise ValidationError(
                _("Pilih salah satu: dibandingkan, atau alasan mengapa tidak dapat dihitung.")
            )
        if not self.indicator_id.data and not field.data:
            raise ValidationError(
                _("Tulis mengapa klaim ini tidak dapat dihitung, atau pilih pembandingnya.")
            )

    def draft(self) -> ClaimDraft:
        said = {name: self[name].data for name in ClaimDraft.__dataclass_fields__ if name != "number"}
        return ClaimDraft(**said, number=self._number(self.number.data or ""))

    def _number(self, text: str) -> Any:
        kind = TOLD_AS[self.kind.data]
        return read_value(text, kind, kind)


class StrikeForm(RecordForm):
    reason = TextField(_l("Alasan"), [InputRequired()])
