"""The steps of an officer's import in the tests of its pages."""

from __future__ import annotations

import sqlalchemy as sa

from models import ImportRun, StagedRow
from models.vocabulary import ImportState
from tests.importing.lists import send, work


def sent_and_read(client, session, data, name="daftar.xlsx"):
    send(client, (name, data))
    work(client.application)
    return latest(session)


def latest(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun).order_by(ImportRun.id.desc())).first()


def take_over(client, session):
    run = latest(session)
    assert client.post(f"/impor/{run.id}/penerapan", data={"version": run.version}).status_code == 303
    work(client.application)
    run = latest(session)
    assert run.state is ImportState.COMMITTED
    return run


def act(client, run, what, sheet="WUB 2018", **form):
    answer = client.post(f"/impor/{run.id}/{what}", query_string={"lembar": sheet}, data=form)
    work(client.application)
    return answer


def adds_up(session, run):
    session.expire_all()
    rows = session.scalar(sa.select(sa.func.count()).where(StagedRow.import_run_id == run.id))
    outcomes = sum(run.counts[word] for word in ("accepted", "repeated", "held", "rejected"))
    data_rows = sum(about["data_rows"] for about in run.sheets["read"] if about["taken"])
    return rows == outcomes == data_rows == sum(run.counts["groups"].values())
