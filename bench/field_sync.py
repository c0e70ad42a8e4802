"""1,000 visits with photos from phones on a bad line, the server killed -9 twenty times, on both databases.

    python bench/field_sync.py [VISITS] [KILLS] [sqlite|postgresql]

Every visit and every photo is sent two to five times, all shuffled, eight at once over raw sockets; a fifth
of the requests is cut off at a random byte, and of a tenth the answer is not waited for. The server is a
process of its own (waitress, the whole application). Afterwards each visit and each photo must be there once.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

from fresh_register import small_register

from tests import factories
from tests.offline.field_of_visits import aftermath, consultants
from tests.offline.killed_server import KilledServer
from tests.offline.storm import AT_ONCE, sign_in, storm, written
from wub import create_app
from wub.settings import Settings

CONSULTANTS, PARTICIPANTS = 10, 10
SECRET = {"WUB_SECRET_KEY": "a secret that signs nothing but cookies of this benchmark"}


def main() -> None:
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    for kind in sys.argv[3:] or ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, small_register(kind, Path(folder)) as renew:
            weathered(kind, renew(), Path(folder), visits, kills)


def weathered(kind: str, url: str, folder: Path, visits: int, kills: int) -> None:
    app = create_app(Settings.from_environment({**_keys(folder), "WUB_DATABASE_URL": url}))
    with app.app_context():
        mentors = consultants(CONSULTANTS, PARTICIPANTS)
        server = KilledServer(url, folder, _keys(folder), folder / "log")
        try:
            chance = Random(5)
            senders = [sign_in(server, login, factories.PASSWORD, number) for login, number in mentors]
            sendings = written(senders, visits, chance)
            began = time.perf_counter()
            weather = storm(server, sendings, kills, chance)
            took = time.perf_counter() - began
        finally:
            server.stop()
        from models.base import db

        db.session.rollback()
        told = aftermath(sendings, folder / "files")
    tries = sum(weather.answers.values()) + weather.cut + weather.unheard + weather.refused
    print(f"{kind}: {visits} visits, a photo each, {len(sendings)} sendings, {AT_ONCE} at once, {took:.0f} s")
    print(f"    {tries} tries: {weather.cut} cut, {weather.unheard} answers not waited for, ", end="")
    print(f"{weather.refused} found nobody; killed {server.kills} times")
    print(f"    answers: {', '.join(f'{n} x {status}' for status, n in sorted(weather.answers.items()))}")
    print(f"    kept: {', '.join(f'{name} {n}' for name, n in told.items())}")
    for line in weather.strange[:5]:
        print(f"    strange: {line}")
    sys.stdout.flush()


def _keys(folder: Path) -> dict[str, str]:
    vault = {"WUB_NIK_KEY": "6b" * 32, "WUB_NIK_INDEX_KEY": "69" * 32}
    return SECRET | vault | {"WUB_INSTANCE": str(folder)}


if __name__ == "__main__":
    main()
