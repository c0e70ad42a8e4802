"""What a list tells beside names: sales before support become a recalled baseline, the rest a note."""

from __future__ import annotations

from datetime import date
from typing import Any

from imports import ParticipantRow
from models.vocabulary import Answer, CheckupSource, RecordingBasis, Status, Verification

# Told in the list without a day of their own: not a measurement, yet not to be lost.
UNDATED = (
    ("sales_now", "Omzet sesudah menurut daftar: Rp{}"),
    ("workers", "Tenaga kerja menurut daftar: {}"),
    ("workers_male", "Tenaga kerja laki-laki menurut daftar: {}"),
    ("workers_female", "Tenaga kerja perempuan menurut daftar: {}"),
    ("aid_kind", "Bantuan menurut daftar: {}"),
    ("aid_value", "Nilai bantuan menurut daftar: Rp{}"),
    ("birth_place", "Tempat lahir: {}"),
)


def remainder(values: ParticipantRow) -> str | None:
    """Everything that has no column of its own, in words."""
    said = [
        words.format(_shown(value)) for name, words in UNDATED if (value := getattr(values, name)) is not None
    ]
    if values.enrolled_on is None:
        said.append("Tanggal terdaftar tidak tertulis di daftar")
    if values.area_code is None and (values.kelurahan or values.kecamatan):
        said.append(f"Wilayah tertulis: {', '.join(filter(None, (values.kelurahan, values.kecamatan)))}")
    if values.other_phones:
        said.append(f"Telepon lain: {', '.join(values.other_phones)}")
    if values.business_start is None and values.business_start_year is not None:
        said.append(f"Mulai usaha tahun {values.business_start_year}")
    if values.note:
        said.append(values.note)
    return "; ".join(said) or None


def baseline_checkup(
    values: ParticipantRow,
    participation_id: int,
    business_id: int | None,
    enrolled_on: date,
    by_id: int | None,
) -> dict[str, Any]:
    return {
        "participation_id": participation_id,
        "business_id": business_id,
        "round_month": 0,
        "as_of_date": enrolled_on,
        "source": CheckupSource.OUTSIDE_LIST,
        "status": Status.NOT_ASKED,
        "verification": int(Verification.TOLD),
        "sales_last_month": values.sales_before,
        "sales_last_month_answer": Answer.KNOWN,
        "recording_basis": RecordingBasis.NOT_ASKED,
        "reconstructed": True,
        "recorded_by_id": by_id,
    }


def _shown(value: Any) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)
