"""Whatever comes as a picture: nothing is kept as it came, nothing breaks, and little memory is needed."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from models import Attachment
from tests.attachments import papers
from tests.attachments.hostile_pictures import PICTURES, STOWED
from tests.attachments.test_photos_in_forms import held_in, sent
from tests.visits.drafts import mentored_by
from tests.visits.test_visit_pages import filled
from wub.attachments import actions, refusals

ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 200  # MB beside what the application needs anyway


def outcome(content: bytes) -> str:
    try:
        actions.check(content)
    except refusals.FileRefused as refused:
        return refused.code
    return "kept"


def test_there_are_enough_of_them():
    assert len(PICTURES) >= 30


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_hostile_picture_is_drawn_anew_or_refused(name):
    content, expected = PICTURES[name]

    assert outcome(content) == expected


@pytest.mark.parametrize("name", [name for name, case in PICTURES.items() if case[1] == "kept"])
def test_what_is_kept_of_it_is_pixels(name):
    content, _ = PICTURES[name]

    kept = actions.check(content)

    for part in (kept.content, kept.small):
        assert part != content
        assert STOWED not in part
        with Image.open(BytesIO(part)) as drawn:
            assert set(drawn.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
            assert max(drawn.size) <= 1600


def test_none_of_them_is_stored_raw_and_none_breaks_the_upload(officer, upload, records, session, folder):
    answers = {
        name: upload(officer, "aid", records["aid"], content, name=f"{name}.jpg").status_code
        for name, (content, _) in PICTURES.items()
    }

    expected = {name: 303 if code == "kept" else 422 for name, (_, code) in PICTURES.items()}
    assert answers == expected
    kept = session.scalars(sa.select(Attachment)).all()
    raw = {content for content, _ in PICTURES.values()}
    files = [path.read_bytes() for path in folder.glob("*")]
    assert len(files) == 2 * len(kept)
    assert not raw & set(files)


def test_none_of_them_costs_the_form_of_a_visit(mentor, records, session, folder):
    from models.account import Account

    joined = mentored_by(session.get(Account, records["mentor"]))
    session.commit()
    for name, (content, code) in PICTURES.items():
        said = filled(joined, problem="Belum ada izin", ends_at="08:00")

        answer = sent(
            mentor,
            "/kunjungan/baru",
            said,
            ("hadir.jpg", content),
            ("baik.jpg", papers.photo(size=(333, 222))),
        )

        # A body beyond what five photos need is refused before it is read.
        assert answer.status_code == 422, name
        assert "Belum ada izin" in answer.text, name
        assert len(held_in(answer.text)) == (2 if code == "kept" else 1), name


WEIGHS = """
import json, sys
from pathlib import Path
from wub.attachments import actions, refusals

def most():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024

before, told = most(), {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    content = path.read_bytes()
    try:
        actions.check(content)
    except refusals.FileRefused:
        pass
    told[path.name] = most() - before
print(json.dumps(told))
"""


def test_little_memory_is_needed(tmp_path):
    for number, (content, _) in enumerate(PICTURES.values()):
        (tmp_path / f"{number:02}").write_bytes(content)
    (tmp_path / "foto 40 megapiksel").write_bytes(papers.picture("JPEG", (7300, 5400)))
    (tmp_path / "pindaian 40 megapiksel").write_bytes(papers.picture("PNG", (7300, 5400), mode="RGBA"))

    done = subprocess.run(
        [sys.executable, "-c", WEIGHS, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    told = json.loads(done.stdout.splitlines()[-1])
    print(told)
    assert max(told.values()) <= MOST_MEMORY, told


def test_a_disk_that_fills_while_it_is_written_keeps_neither_row_nor_half_a_file(
    officer, upload, records, session, folder, monkeypatch
):
    """The system itself cuts the writing off, at any byte."""
    from wub.attachments import folder as folders

    write, photo = folders._write_whole, papers.photo(size=(1200, 900))
    size = len(actions.check(photo).content)

    for room in (0, 1, size // 2, size - 1):

        def cut_off(path, content, room=room):
            soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
            try:
                write(path, content)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

        with monkeypatch.context() as full:
            full.setattr(folders, "_write_whole", cut_off)
            assert upload(officer, "aid", records["aid"], photo).status_code == 507
        assert session.scalars(sa.select(Attachment)).all() == []
        assert list(folder.glob("*")) == []

    assert upload(officer, "aid", records["aid"], photo).status_code == 303
    assert len(list(folder.glob("*"))) == 2
