"""People who may be there twice: the list, side by side, merged, told apart, and put asunder again."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import Person, PersonPair
from models.base import db
from models.vocabulary import PairState
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.matching import blueprint, merge_actions, overlap_routes, pair_actions, pair_queries
from wub.matching.beside import beside
from wub.matching.forms import MergeForm, NoteForm, ReasonForm
from wub.matching.words import reasons_in_words
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of

__all__ = ["blueprint", "overlap_routes"]


@blueprint.get("/orang-kembar")
@requires(Permission.PERSON_MERGE)
def pairs() -> ResponseReturnValue:
    state = PairState.DIFFERENT if request.args.get("keadaan") == "berbeda" else PairState.SUGGESTED
    page = pair_queries.pairs(state, current_account(), Place.of(request.args))
    return render_template("matching/pairs.html", page=page, state=state, why=reasons_in_words)


@blueprint.post("/orang-kembar/pencarian")
@requires(Permission.PERSON_MERGE)
def look() -> ResponseReturnValue:
    pair_actions.look_for_pairs(by=current_account())
    flash(_("Register sudah diperiksa sekali lagi."), "success")
    return redirect(url_for(".pairs"), 303)


@blueprint.route("/orang-kembar/<int:pair_id>", methods=["GET", "POST"])
@requires(Permission.PERSON_MERGE)
def pair(pair_id: int) -> ResponseReturnValue:
    """Side by side; sending the form merges the two."""
    account = current_account()
    found = pair_queries.visible(pair_id, account)
    people = [db.session.get_one(Person, found.first_id), db.session.get_one(Person, found.second_id)]
    form = MergeForm()
    form.kept.choices = [(person.id, person.name) for person in people]
    if request.method == "GET":
        form.kept.data = _better(people).id
        form.first_version.data, form.second_version.data = (str(one.version) for one in people)
    if form.validate_on_submit():
        kept_first = form.kept.data == people[0].id
        kept, gone = people if kept_first else people[::-1]
        versions = form.versions(kept_first=kept_first)
        if saved(form, lambda: merge_actions.merge(kept, gone, form.draft(), versions=versions, by=account)):
            flash(_("Kedua data sudah menjadi satu orang. Ini dapat dibatalkan."), "success")
            return redirect(url_for("register.person", person_id=kept.id), 303)
    status = status_of(form) if form.is_submitted() else 200
    page = render_template(
        "matching/pair.html",
        form=form,
        apart=NoteForm(),
        pair=found,
        people=people,
        rows=beside(people, account),
        why=reasons_in_words(found.reasons),
    )
    return page, status


@blueprint.post("/orang-kembar/<int:pair_id>/perbedaan")
@requires(Permission.PERSON_MERGE)
def tell_apart(pair_id: int) -> ResponseReturnValue:
    found: PersonPair = pair_queries.visible(pair_id, current_account())
    form = NoteForm()
    version = request.form.get("version", type=int)
    pair_actions.tell_apart(found, form.note.data or None, version=version, by=current_account())
    flash(_("Dicatat: bukan orang yang sama. Tidak akan ditanyakan lagi."), "success")
    return redirect(url_for(".pairs"), 303)


@blueprint.route("/penggabungan/<int:merge_id>", methods=["GET", "POST"])
@requires(Permission.PERSON_MERGE)
def merge(merge_id: int) -> ResponseReturnValue:
    """What a merge did; sending the form undoes it."""
    account = current_account()
    done = merge_actions.visible(merge_id, account)
    form = ReasonForm(obj=done)
    if request.method == "GET":
        form.reason.data = None
    kept, gone = db.session.get_one(Person, done.kept_id), db.session.get_one(Person, done.merged_id)
    if form.validate_on_submit() and saved(
        form,
        lambda: merge_actions.unmerge(done, form.reason.data or "", version=form.made_from, by=account),
    ):
        flash(_("Penggabungan dibatalkan. Keduanya kembali seperti semula."), "success")
        return redirect(url_for("register.person", person_id=kept.id), 303)
    status = status_of(form) if form.is_submitted() else 200
    counts = {place.split(".")[0]: len(rows) for place, rows in done.moved.items()}
    page = render_template(
        "matching/merge.html", form=form, done=done, kept=kept, gone=gone, moved=sum(counts.values())
    )
    return page, status


def _better(people: list[Person]) -> Person:
    """A proposal for which to keep: the one with a NIK, else the older entry."""
    return next((person for person in people if not person.provisional), people[0])
