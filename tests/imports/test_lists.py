"""The other lists: recognised by their headings, read as offices write them, every row accounted for."""

from __future__ import annotations

import io
from datetime import date, time

import pytest
from openpyxl import Workbook

from imports import Kind, Outcome, kind_of, read_list, read_workbook
from models.reading import Reading
from models.vocabulary import Answer, Funding, Topic, VisitMode
from tests.imports.workbooks import HEADER, TODAY, person, read, workbook

VISITS = [
    "No",
    "Hari/Tanggal",
    "Jam",
    "Nama Pendamping",
    "Nama WUB",
    "Metode",
    "Materi Pendampingan",
    "Omset",
]
VISIT = [
    1,
    "Senin, 9 Maret 2026",
    "pkl 09.00 - 10.30 WITA",
    "Anang",
    "Aluh",
    "WA",
    "modal/IT",
    "2,5 jt",
]


def one(kind, *rows, **options):
    (sheet,) = read_list(workbook(*rows), "daftar.xlsx", kind, today=TODAY, **options).sheets
    return sheet


def codes(row):
    return [problem.code for problem in row.problems]


def test_a_log_is_read_as_a_consultant_writes_it():
    sheet = one(Kind.VISITS, ["LAPORAN PENDAMPINGAN 2026"], [], VISITS, VISIT)
    assert (sheet.kind, sheet.accepted, sheet.data_rows) == (Kind.VISITS, 1, 1)
    (row,) = sheet.rows
    assert row.title == "Aluh"
    assert row.said == {
        "held_on": date(2026, 3, 9),
        "hours": (time(9), time(10, 30)),
        "consultant": "Anang",
        "name": "Aluh",
        "mode": VisitMode.WHATSAPP,
        "topics": (Topic.FINANCE, Topic.IT),
        "sales": Reading(2_500_000, Answer.KNOWN),
    }


def test_titles_sections_totals_and_signatures_are_no_rows():
    sheet = one(
        Kind.BUDGET,
        ["REALISASI ANGGARAN TAHUN 2026"],
        ["Kode Rekening", "Tahun", "Sub Kegiatan", "Pagu (Rp.000)", "Sumber Dana"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["Dinas Contoh", "", "", "", ""],
        ["1.02.03", 2026, "Pendampingan", 250_000, "DAK"],
        ["1.02.04", 2026, "Pameran", "1.000.000", "Dana Alokasi Khusus"],
        ["JUMLAH", "", "", 1_250_000, ""],
        ["", "", "", "Banjarmasin, 5 Januari 2027", ""],
        ["", "", "", "Kepala Dinas", ""],
    )
    assert [(row.said["amount"], row.said["funding"]) for row in sheet.rows] == [
        (250_000_000, Funding.DAK),
        (1_000_000_000, Funding.DAK),
    ]


def log_with_merged(columns):
    """Two people of one visit, the cells of these columns written once for both."""
    book = Workbook()
    page = book.active
    for row in (VISITS, VISIT, ["", "", "", "", "Udin", "WA", "SDM", ""]):
        page.append(row)
    for column in columns:
        page.merge_cells(f"{column}2:{column}3")
    file = io.BytesIO()
    book.save(file)
    (sheet,) = read_list(file.getvalue(), "a.xlsx", Kind.VISITS, today=TODAY).sheets
    return sheet


def test_a_cell_merged_over_several_rows_counts_for_each_of_them():
    sheet = log_with_merged("ABCD")
    assert [row.said["name"] for row in sheet.rows] == ["Aluh", "Udin"]
    assert sheet.rows[1].said["held_on"] == date(2026, 3, 9)
    assert sheet.accepted == 2


def test_money_in_a_merged_cell_is_of_one_row_only():
    sheet = log_with_merged("ABCDH")
    assert [row.said.get("sales") for row in sheet.rows] == [Reading(2_500_000, Answer.KNOWN), None]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tidak tahu", Reading(None, Answer.UNKNOWN)),
        ("menolak", Reading(None, Answer.REFUSED)),
        ("belum ditanya", Reading(None, Answer.NOT_ASKED)),
        ("ramai", Reading(None, Answer.UNKNOWN)),
        ("0", Reading(0, Answer.KNOWN)),
        ("-", None),
    ],
)
def test_an_unknown_number_is_never_zero_or_blank(said, meant):
    (row,) = one(Kind.VISITS, VISITS, [*VISIT[:-1], said]).rows
    assert row.said.get("sales") == meant
    assert codes(row) == (["money_unreadable"] if said == "ramai" else [])


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("09.00", time(9), None),
        ("9:30 WITA", time(9, 30), None),
        ("jam 9", time(9), None),
        ("09.00 s/d 10.30", time(9), time(10, 30)),
        ("13.00-selesai", time(13), None),
        (time(14, 15), time(14, 15), None),
        (0.375, time(9), None),
        (9.3, None, None),
        ("25.00", None, None),
        ("pagi", None, None),
    ],
)
def test_hours_are_read_in_every_spelling_and_else_asked_about(said, starts, ends):
    (row,) = one(Kind.VISITS, VISITS, [*VISIT[:2], said, *VISIT[3:]]).rows
    assert row.said.get("hours") == ((starts, ends) if starts else None)
    assert row.outcome is (Outcome.ACCEPTED if starts else Outcome.REJECTED)


def test_a_required_cell_that_is_missing_or_unreadable_refuses_its_row_at_its_column():
    (row,) = one(Kind.VISITS, VISITS, [*VISIT[:5], "entah", *VISIT[6:]]).rows
    assert [(p.column, p.code, p.hint) for p in row.problems] == [
        ("F", "choice_unknown", "Lapangan, Kantor, WhatsApp, Telepon, Daring"),
        ("F", "required_unreadable", "Cara"),
    ]
    assert row.outcome is Outcome.REJECTED


def test_a_nik_here_may_be_left_out_but_never_be_damaged():
    header, rest = [*VISITS, "NIK"], VISIT
    rows = [
        [*rest, said] for said in ("", "6371014101900001", 6371014101900001, 6371014101900010, "63710141")
    ]
    sheet = one(Kind.VISITS, header, *rows)
    assert [row.outcome.value for row in sheet.rows] == ["accepted", "accepted", "accepted", "held", "held"]
    assert [codes(row) for row in sheet.rows] == [[], [], ["nik_number"], ["nik_lost_digits"], ["nik_length"]]
    assert "*" in sheet.rows[-1].problems[0].said


def test_the_officers_own_choice_of_columns_wins():
    header = ["A", "B", "C", "D", "E", "F"]
    chosen = {"A": "held_on", "B": "hours", "C": "consultant", "D": "name", "E": "mode", "F": ""}
    sheet = one(Kind.VISITS, header, [*VISIT[1:6], "x"], mapping_override={"WUB 2018": chosen})
    assert sheet.unknown == (("F", "F"),)


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (VISITS, Kind.VISITS),
        (["Nama", "NIK", "Bulan ke-", "Status usaha", "Omzet", "Tgl monitoring"], Kind.CHECKUPS),
        (["Nama Pameran", "Nama Peserta", "Stand", "Omset"], Kind.EXHIBITIONS),
        (["Bapak Angkat", "No. PKS", "Realisasi"], Kind.PARTNERS),
        (["Indikator Kinerja", "Target", "Tahun"], Kind.TARGETS),
        (["Kode Rekening", "Kegiatan", "Pagu"], Kind.BUDGET),
        (HEADER, Kind.PARTICIPANTS),
        (["Foo", "Bar", "Baz"], None),
    ],
)
def test_a_sheet_tells_its_kind_by_its_headings(headings, kind):
    book = read_workbook(workbook(headings, ["x"] * len(headings)), "a.xlsx")
    assert kind_of(book.sheets[0]) is kind


def test_a_list_of_another_kind_is_named_and_a_strange_one_is_refused_row_by_row():
    sheet = one(Kind.BUDGET, VISITS, VISIT, VISIT)
    assert (sheet.kind, sheet.data_rows) == (Kind.VISITS, 0)
    assert [(p.code, p.said) for p in sheet.problems] == [("other_kind", "Catatan kunjungan")]
    sheet = one(Kind.BUDGET, ["Foo", "Bar"], ["x", "y"], ["x", "z"])
    assert (sheet.kind, sheet.rejected, sheet.data_rows) == (Kind.OTHER, 2, 2)


def test_a_log_of_visits_uploaded_as_participants_is_told():
    (sheet,) = read(workbook([*VISITS, "NIK"], [*VISIT, "6371014101900001"])).sheets
    assert ("other_kind", "Catatan kunjungan") in [(p.code, p.said) for p in sheet.problems]
    (sheet,) = read(workbook(["Kode Rekening", "Kegiatan", "Pagu"], ["1.2", "Pameran", 5_000_000])).sheets
    assert (sheet.kind, sheet.data_rows) == (Kind.BUDGET, 0)
    (sheet,) = read(workbook(HEADER, person())).sheets
    assert "other_kind" not in [p.code for p in sheet.problems]


def test_what_is_written_above_the_table_holds_for_all_rows():
    sheet = one(
        Kind.VISITS,
        ["LOGBOOK MARET"],
        ["Nama Konsultan : Anang"],
        ["Cara", ":", "Lapangan"],
        ["Catatan rapat: tidak ada"],
        ["No", "Tanggal", "Waktu", "Nama Peserta", "Solusi"],
        [1, date(2026, 3, 9), "09.00-10.00", "Aluh", "catat"],
    )
    (row,) = sheet.rows
    assert (row.said["consultant"], row.said["mode"]) == ("Anang", VisitMode.ON_SITE)
    told = [problem.said for problem in sheet.problems if problem.code == "said_above"]
    assert told == ["Nama Konsultan: Anang; Cara: Lapangan"]


def test_a_year_in_the_title_is_the_year_of_the_budget_unless_a_column_says_it():
    title, header = ["ANGGARAN TAHUN 2026"], ["Kode Rekening", "Kegiatan", "Pagu"]
    book = workbook(title, header, ["1.2", "Pameran", "5 jt"], title="Lembar")
    (sheet,) = read_list(book, "a.xlsx", Kind.BUDGET, today=TODAY).sheets
    assert sheet.rows[0].said["year"] == 2026
    book = workbook(title, [*header, "Tahun"], ["1.2", "Pameran", "5 jt", 2025], title="Lembar")
    (sheet,) = read_list(book, "a.xlsx", Kind.BUDGET, today=TODAY).sheets
    assert sheet.rows[0].said["year"] == 2025


def test_a_required_column_that_is_not_there_is_told_in_every_row():
    (row,) = one(Kind.CHECKUPS, ["Nama", "Status Usaha"], ["Aluh", "aktif"]).rows
    assert [(p.code, p.hint) for p in row.problems] == [
        ("required_column", "Putaran (bulan ke-)"),
        ("required_column", "Keadaan per tanggal"),
    ]


def test_rows_about_one_firm_or_one_indicator_are_told_apart():
    heading = ["INDIKATOR", "LINGKUP", "SKPD", "NILAI TARGET", "TAHUN", "SUMBER"]
    city, office = ["I2", "Kota", "", "55 %", 2026, "RPJMD"], ["I2", "SKPD", "DKP3", "60 %", 2026, "RPJMD"]
    titles = [row.title for row in one(Kind.TARGETS, heading, city, office).rows]
    assert titles == ["I2 · 2026", "I2 · DKP3 · 2026"]
    agreements = ["NAMA MITRA", "JENIS MITRA", "NO. PKS", "TGL PKS", "BENTUK BANTUAN"]
    sheet = one(
        Kind.PARTNERS, agreements, ["PT Contoh", "BUMN", "1/2026", "6/1/2026", "Modal"], ["PT Contoh"]
    )
    assert [row.title for row in sheet.rows] == ["PT Contoh · 1/2026", "PT Contoh"]
    assert sheet.rows[0].said["signed_on"] == date(2026, 1, 6)
