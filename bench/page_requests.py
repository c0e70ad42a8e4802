"""A page asked for again and again in process, as a variant of `measure`."""

from __future__ import annotations

from collections.abc import Callable

from big_city import settings


def requests(address: str, people: int, times: int) -> Callable[[], Callable[[], int]]:
    """Signed in as the supervisor of a city of so many people; templates are compiled before it counts."""

    def prepare() -> Callable[[], int]:
        from signing_in import client_of

        client = client_of(settings(people), "penyelia")

        def ask() -> None:
            answer = client.get(address)
            assert answer.status_code == 200, f"{address}: {answer.status}"

        ask()

        def repeat() -> int:
            for _ in range(times):
                ask()
            return times

        return repeat

    return prepare
