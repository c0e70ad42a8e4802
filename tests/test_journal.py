"""The log: JSON lines with ids, without values; sixteen digits are never written."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from models.vocabulary import Role
from wub import journal

NIK = "6371014205900003"
WRITTEN = [
    NIK,
    f"NIK {NIK}.",
    "6371 0142 0590 0003",
    "6371-0142-0590-0003",
    "6371.0142.0590.0003",
    f"nik={NIK}&a=1",
]


@pytest.fixture
def lines(capsys):
    kept = logging.getLogger().handlers[:]
    journal.configure("INFO")

    def read():
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    logging.getLogger().handlers = kept


def without_digits(entries):
    said = json.dumps(entries)
    return "63710142" not in said.replace(" ", "").replace("-", "").replace(".", "")


@pytest.mark.parametrize("text", WRITTEN)
def test_a_nik_never_reaches_the_log(text, lines):
    logging.getLogger("pustaka").warning("gagal: %s", text)
    structlog.get_logger("wub").info(text, isi=text, dalam={"lebih": [text, (text,)]}, angka=int(NIK))

    entries = lines()
    assert len(entries) == 2
    assert without_digits(entries)


def test_a_nik_in_a_traceback_never_reaches_the_log(lines):
    try:
        raise ValueError(f"tidak sah: {NIK}")
    except ValueError:
        logging.getLogger("wub").exception("gagal")

    entries = lines()
    assert "ValueError" in entries[0]["exception"]
    assert without_digits(entries)


def test_other_numbers_stay_as_they_are(lines):
    structlog.get_logger("wub").info("123456789012345", rupiah=1_750_000, lama=0.25)

    (entry,) = lines()
    assert (entry["event"], entry["rupiah"], entry["lama"]) == ("123456789012345", 1_750_000, 0.25)


def test_a_request_is_told_by_its_pattern_and_the_id_of_the_account(app, sign_in, lines):
    client = sign_in(Role.ADMINISTRATOR)
    lines()

    client.get(f"/akun?q={NIK}+Aluh")

    (entry,) = [entry for entry in lines() if entry.get("logger") == "wub.request"]
    assert (entry["route"], entry["status"], entry["account"]) == ("/akun", 200, 1)
    assert "Aluh" not in json.dumps(entry)
    assert len(entry["request_id"]) == 16
