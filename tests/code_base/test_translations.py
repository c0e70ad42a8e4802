"""Every sentence on the screen has its English.

`python -m tests.code_base.test_translations` writes the sentences of today into the catalogue, keeping what
is translated already.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po

from tests.code_base.tree import ROOT

CATALOGUE = ROOT / "wub" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = ("_l", "N_")
ABOUT = "# English of the screens; the Indonesian sentence is the key."
# Would change with each run, or say nothing.
IDLE = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Report-Msgid",
    "Last-Trans",
    "Language-Team",
    "Generated-By",
)
PLACES = re.compile(r"%\(\w+\)[sd]")


def test_every_sentence_has_its_english():
    known = read(CATALOGUE)

    assert [message.id for message in said_today() if not _translated(known.get(message.id))] == []


def test_no_english_is_left_of_a_sentence_that_is_gone():
    today = {message.id for message in said_today()}

    assert [message.id for message in read(CATALOGUE) if message.id and message.id not in today] == []


def test_both_languages_fill_in_the_same_places():
    wrong = [message.id for message in read(CATALOGUE) if message.id and not _same_places(message)]

    assert wrong == []


def said_today() -> list[Message]:
    """Read from the code by pybabel with the mappings in pyproject.toml."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "messages.pot")
        keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
        CommandLineInterface().run(  # type: ignore[no-untyped-call]
            [
                "pybabel",
                "-q",
                "extract",
                "-F",
                str(ROOT / "pyproject.toml"),
                *keywords,
                "-o",
                str(file),
                str(ROOT),
            ]
        )
        return [message for message in read(file) if message.id]


def read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale="en")


def write_today() -> None:
    """No places in the code and no dates, so that the catalogue changes only with the words."""
    known = read(CATALOGUE) if CATALOGUE.exists() else Catalog(locale="en")
    renewed = Catalog(locale="en", fuzzy=False, project="WUB", header_comment=ABOUT)
    for message in said_today():
        before = known.get(message.id)
        renewed.add(message.id, before.string if before else "", flags=message.flags)
    write(renewed)


def write(catalogue: Catalog) -> None:
    written = io.BytesIO()
    write_po(written, catalogue, omit_header=False, sort_output=True, width=110)
    lines = written.getvalue().decode().splitlines(keepends=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(line for line in lines if not line.startswith(tuple(f'"{name}' for name in IDLE)))


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _same_places(message: Message) -> bool:
    said, strings = message.id, message.string
    if isinstance(said, tuple | list):
        places = set(PLACES.findall(" ".join(said)))
        return all(set(PLACES.findall(string)) <= places for string in strings)
    return not strings or set(PLACES.findall(said)) == set(PLACES.findall(strings))


if __name__ == "__main__":
    write_today()
