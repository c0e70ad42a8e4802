"""Taking a whole import back, while nobody has built on what it brought."""

from __future__ import annotations

from flask_babel import gettext as _

from models import Account, ImportRun
from models.base import db
from models.vocabulary import N_, ImportState
from wub import audit, clock
from wub.errors import Conflict, expect_version
from wub.importing import taking
from wub.importing.registry import list_kind
from wub.records import flush


class NotCommitted(Conflict):
    code = "impor_belum_diterapkan"
    sentence = N_("Hanya impor yang sudah diterapkan yang dapat ditarik kembali. Muat ulang halaman ini.")


class BuiltOn(Conflict):
    code = "impor_sudah_dipakai"
    sentence = N_("Impor ini tidak dapat ditarik lagi, karena sesudahnya sudah tercatat: %(what)s.")


def undo(run: ImportRun, reason: str, *, version: int | None, by: Account) -> None:
    """Everything the import made is taken out again, in one transaction. Raises NotCommitted and BuiltOn."""
    db.session.refresh(run, with_for_update=True)
    if run.state is ImportState.UNDONE:
        return  # a second click finds it done
    if run.state is not ImportState.COMMITTED:
        raise NotCommitted
    expect_version(run, version)
    in_the_way = obstacles(run)
    if in_the_way:
        raise BuiltOn(what=", ".join(f"{number} {_(word)}" for word, number in in_the_way))
    put_back = taking.put_back(run, by)
    taken = list_kind(run.kind).take_out(run) | {"changes": put_back}
    run.state = ImportState.UNDONE
    run.undone_at, run.undo_reason = clock.now(), reason
    flush()
    audit.record("import:undo", run, by, changes={"taken": taken}, reason=reason, import_run_id=run.id)


def obstacles(run: ImportRun) -> list[tuple[str, int]]:
    """What stands in the way, as (words, number); nothing when the import can be taken back."""
    return [*list_kind(run.kind).obstacles(run), *taking.obstacles(run)]
