"""kill -9 in the middle of an import, 200 times: half on SQLite, half on PostgreSQL.

    python bench/killed_imports.py [KILLS]

Each time a process of its own brings a list of 60 people in by the command and is killed: while a row of some
table is written, after some statement, just before or after the commit, or at a moment of chance. Then the
register must hold nothing of the list or all of it, and after the same file once more all of it exactly once.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

import sqlalchemy as sa
from fresh_register import small_register

from tests.importing.aimed_kill import aim
from tests.importing.lists import some_list

PEOPLE = 60
ONCE = {"person": PEOPLE, "business": PEOPLE, "ownership": PEOPLE, "participation": PEOPLE, "checkup": PEOPLE}
ASIDE = ("import_run", "staged_row", "working_group", "audit_entry", "cohort")
OFFICE = "DISPERDAGIN"


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = Random(11)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "daftar.xlsx"
        file.write_bytes(a_list())
        for kind, share in (("sqlite", kills - kills // 2), ("postgresql", kills // 2)):
            with small_register(kind, Path(folder)) as renew:
                told = Counter(killed_once(renew, file, a_point(chance)) for _ in range(share))
            print(f"{kind}: {share} kills; then nothing {told['nothing']}, everything {told['everything']},")
            print(
                f"    half done {told['half']}; after the same file again not exactly once {told['wrong']};"
            )
            print(f"    over before it could be killed {told['too late']}", flush=True)


def a_list() -> bytes:
    return some_list(
        *(
            {
                "NIK": f"63710141{1 + at % 12:02}{60 + at % 30}{at + 1:04}",
                "NAMA PESERTA": f"Contoh {at}",
                "NAMA USAHA": f"Kios {at}",
                "NO. HP": f"0812{at:08}",
            }
            for at in range(PEOPLE)
        )
    )


def a_point(chance: Random) -> str:
    return chance.choice(
        (
            f"row:{chance.choice([*ONCE, 'staged_row'])}:{chance.randint(1, PEOPLE)}",
            f"statement:{chance.randint(1, 14)}",
            f"after:{chance.uniform(0.1, 1.5):.2f}",
            chance.choice(("before-commit", "after-commit")),
        )
    )


def killed_once(renew: Callable[[], str], file: Path, point: str) -> str:
    url = renew()
    if not bring_in(url, file, point):
        return "too late"
    before = counts(url)
    if before not in (dict.fromkeys(ONCE, 0), ONCE) or (before["person"] == 0 and any(aside(url))):
        print(f"half done after {point}: {before}", file=sys.stderr)
        return "half"
    bring_in(url, file, "never")
    if counts(url) != ONCE:
        print(f"not once after {point}: {counts(url)}", file=sys.stderr)
        return "wrong"
    return "everything" if before["person"] else "nothing"


def bring_in(url: str, file: Path, point: str) -> bool:
    """In a process of its own; whether it was killed."""
    child = os.fork()
    if not child:
        _as_the_child(url, file, point)
    if point.startswith("after:"):
        time.sleep(float(point.removeprefix("after:")))
        os.kill(child, 9)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _as_the_child(url: str, file: Path, point: str) -> None:
    from wub.cli import main as wub

    os.environ["WUB_DATABASE_URL"] = url
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        if not point.startswith("after:"):
            aim(point)
        wub(["import", "participants", str(file), "--agency", OFFICE, "--commit"], standalone_mode=False)
    finally:
        os._exit(0)  # nothing of the parent's is tidied up here


def counts(url: str) -> dict[str, int]:
    return dict(zip(ONCE, _counted(url, ONCE), strict=True))


def aside(url: str) -> list[int]:
    return _counted(url, ASIDE)


def _counted(url: str, tables: object) -> list[int]:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar_one() for one in tables]  # type: ignore[attr-defined]
    engine.dispose()
    return found


if __name__ == "__main__":
    main()
