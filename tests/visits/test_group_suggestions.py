"""Which visits of a day are proposed as one meeting, and when it was."""

from __future__ import annotations

from datetime import time

from wub.visits.group_visits import Part, meeting_time, said_once, suggested

WORDS = "pelatihan kemasan di aula kelurahan bersama {} dan menulis label dengan tanggal kedaluwarsa"


def part(number, starts, ends, words=None):
    return Part(number, starts, ends, words)


def test_those_that_overlap_in_a_chain_hang_together():
    day = [
        part(1, time(8), time(10)),
        part(2, time(9), time(11)),
        part(3, time(10, 30), time(12)),
        part(4, time(14), time(15)),
    ]

    assert suggested(day) == suggested(day, around=3) == {1, 2, 3}
    assert suggested(day, around=4) == set()


def test_those_with_the_same_words_hang_together_whenever_they_were():
    day = [part(1, time(8), time(9), WORDS.format("aluh")), part(2, time(15), time(16), WORDS.format("idah"))]

    assert suggested(day) == {1, 2}


def test_the_meeting_lasts_as_long_as_such_visits_usually_did():
    day = [part(1, time(8), time(10)), part(2, time(8, 30), time(10, 30)), part(3, time(9), time(9, 30))]

    assert meeting_time(day) == (time(8), time(10))
    assert meeting_time([part(1, time(23), time(23, 59)), part(2, time(22), time(23, 58))])[1] == time(23, 28)


def test_near_copies_are_said_once_and_other_things_too():
    said = said_once(["Catat kas harian di buku", "Catat kas harian di buku.", None, "  ", "Urus izin PIRT"])

    assert said == "Catat kas harian di buku.\nUrus izin PIRT"
    assert said_once([None, " "]) is None
