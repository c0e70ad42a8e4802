"""The set of hostile and broken files: each ends as it should, within the limits the reader sets itself."""

import pytest

from imports import FileRefused
from tests.imports.hostile_files import Hostile, hostile_files
from tests.imports.workbooks import read

FILES = hostile_files()


def test_the_set_has_more_than_a_hundred_files():
    assert len(FILES) == len({one.name for one in FILES}) > 100


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_a_hostile_file_is_refused_with_a_reason_or_read_with_every_row_accounted_for(file: Hostile):
    assert outcome(file.data) in file.outcomes


def outcome(data: bytes) -> str:
    """Anything but a refusal would be an error of ours, and fails the test."""
    try:
        reading = read(data, "daftar")
    except FileRefused as refused:  # its code has a sentence, else it could not have been made
        return refused.code
    for sheet in reading.sheets:
        assert sheet.accepted + sheet.repeated + sheet.held + sheet.rejected == sheet.data_rows
    return "read"
