"""Announcing a draw, and what becomes of each drawn checkup."""

from __future__ import annotations

from datetime import date, timedelta

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from wub.checkups.draw_actions import DrawDraft
from wub.clock import today
from wub.pages.asked import whole
from wub.pages.fields import LocalDateField, ParagraphField, TextField
from wub.pages.forms import RecordForm

OFFICER_FIELD = "petugas-"


def _first_of_month() -> date:
    return today().replace(day=1)


def _last_of_month() -> date:
    return (_first_of_month() + timedelta(days=31)).replace(day=1) - timedelta(days=1)


class DrawForm(RecordForm):
    since = LocalDateField(_l("Dicatat sejak"), [InputRequired()], default=_first_of_month)
    until = LocalDateField(_l("Sampai"), [InputRequired()], default=_last_of_month)
    seed = TextField(
        _l("Benih undian"),
        [InputRequired()],
        longest=80,
        description=_l("Angka atau kata yang tidak dapat Anda pilih sendiri."),
    )
    seed_source = TextField(
        _l("Dari mana benihnya, dan di mana diumumkan"),
        [InputRequired()],
        longest=200,
        description=_l(
            "Misalnya: nomor berita acara rapat, atau tanggal dan angka indeks yang terbit di koran."
        ),
    )
    again_because = ParagraphField(
        _l("Sebab diundi lagi"), rows=2, description=_l("Hanya bila masa ini sudah pernah diundi.")
    )

    def draft(self) -> DrawDraft:
        return DrawDraft(
            since=self.since.data,
            until=self.until.data,
            seed=self.seed.data or "",
            seed_source=self.seed_source.data or "",
            again_because=self.again_because.data,
        )


class DrawStepForm(RecordForm):
    """A button: drawing, or handing out what was drawn."""


class SetAsideForm(RecordForm):
    because = TextField(_l("Sebab"), longest=300)


def handed_out() -> dict[int, int | None]:
    """Line → officer, of the selects on the page of a draw; an empty one hands it to nobody."""
    found: dict[int, int | None] = {}
    for name, said in request.form.items():
        if name.startswith(OFFICER_FIELD) and (line := whole(name.removeprefix(OFFICER_FIELD))):
            found[line] = whole(said) if said else None
    return found
