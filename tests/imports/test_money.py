import pytest

from imports.cells.money import read_money, unit_of
from imports.grid import Formula


@pytest.mark.parametrize(
    ("said", "rupiah"),
    [
        ("Rp 1.500.000", 1_500_000),
        ("Rp. 1.200.000,-", 1_200_000),
        ("1.500.000", 1_500_000),
        ("2.650.000,00", 2_650_000),
        ("1,5 jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("0,65 jt", 650_000),
        ("± 2 juta", 2_000_000),
        ("3950rb", 3_950_000),
        ("500 ribu", 500_000),
        ("28,000", 28_000),
        ("Rp5,520", 5_520),
        ("1,250 jt", 1_250_000),
        ("1500000", 1_500_000),
        ("2 jt/bulan", 2_000_000),
        ("1,2 milyar", 1_200_000_000),
        (2_650_000.0, 2_650_000),
        (0.0, 0),
        ("Rp 0", 0),
        ("Rp 1 500 000", 1_500_000),
        ("1.500.000.-", 1_500_000),
        ("500rb/bln", 500_000),
        ("per bulan 2 juta", 2_000_000),
        ("1,5jt-an", 1_500_000),
        ("1 juta 500 ribu", 1_500_000),
        ("1jt500rb", 1_500_000),
        ("satu juta lima ratus ribu", 1_500_000),
        ("seratus dua puluh lima ribu", 125_000),
    ],
)
def test_money_in_every_spelling(said, rupiah):
    assert read_money(said) == (rupiah, ())


def test_the_unit_of_the_heading_counts_unless_the_cell_has_its_own():
    assert unit_of("NILAI INVESTASI (Rp.000)") == unit_of("Omzet (dalam ribuan)") == 1_000
    assert unit_of("Modal (juta rupiah)") == 1_000_000
    assert unit_of("OMZET / BULAN (Rp)") == unit_of("Modal 2000") == 1
    assert read_money("28,000", 1_000)[0] == 28_000_000
    assert read_money(" Rp5,520 ", 1_000)[0] == 5_520_000
    assert read_money(260.265599, 1_000)[0] == 260_266
    assert read_money("3 juta", 1_000)[0] == 3_000_000


@pytest.mark.parametrize("said", ["", " - ", "-", "belum ada", "Rp -", "Rp."])
def test_nothing_said_about_money_is_unknown_and_not_zero(said):
    assert read_money(said) == (None, ())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("banyak", "money_unreadable"),
        ("1.50.000", "money_unreadable"),
        ("1.500 ribu", "money_unreadable"),  # 1.5 thousand or 1,500 thousand
        ("500 ribu 1 juta", "money_unreadable"),
        ("l.500.000", "money_unreadable"),
        ("US$ 100", "money_unreadable"),
        (float("nan"), "money_unreadable"),
        ("(500.000)", "money_negative"),
        ("Rp -500.000", "money_negative"),
        ("100rb/hari", "money_period"),
        ("24 juta per tahun", "money_period"),
        ("1,5", "money_small"),
        (2.0, "money_small"),
        ("-500000", "money_negative"),
        (-5.0, "money_negative"),
        ("999999999999999", "money_too_large"),
        (Formula("=SUM(A1:A2)"), "formula"),
    ],
)
def test_money_that_cannot_be_read_is_told_and_unknown(said, code):
    assert read_money(said) == (None, ((code, ""),))


@pytest.mark.parametrize(
    "said", ["2-3 juta", "2 jt – 3 jt", "Rp 2.000.000 s/d Rp 3.000.000", "2 sampai 3 juta"]
)
def test_a_range_is_asked_about_and_not_averaged(said):
    assert read_money(said) == (None, (("money_range", "Rp2.000.000 – Rp3.000.000"),))


@pytest.mark.parametrize("said", ["> 5 juta", "lebih dari Rp 5.000.000", "di atas 5 jt", "minimal 5 juta"])
def test_a_bound_is_no_amount(said):
    assert read_money(said) == (None, (("money_bound", "Rp5.000.000"),))


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        *((text, 1_000) for text in ("(Rp 000)", "Rp. (000)", "Omzet (000)", "Omzet ('000)", "(Rp. 000,-)")),
        *((text, 1_000) for text in ("Rp x 1000", "(x Rp 1.000)", "dalam Rp. ribu", "(ribu Rp)")),
        *((text, 1_000_000) for text in ("(Rp. 000.000)", "Rp.000.000", "x 1.000.000", "(jt)")),
        *((text, 1) for text in ("Modal > 1 juta", "Modal s/d Rp 1.000.000", "Modal 5jt ke bawah", "(Rp)")),
    ],
)
def test_the_unit_is_read_in_every_spelling_and_an_amount_is_no_unit(heading, unit):
    assert unit_of(heading) == unit


def test_a_sum_of_thousands_that_is_very_large_is_taken_but_told():
    assert read_money("1.500.000", 1_000) == (
        1_500_000_000,
        (("money_unit_doubt", "Rp1.500.000.000"),),
    )
