"""The page that a participant's own phone opens, and asking for it from the page of a visit."""

from __future__ import annotations

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wub.access.guards import current_account, public, requires
from wub.access.permissions import Permission
from wub.access.throttle import limiter
from wub.pages.saving import saved, status_of
from wub.visits import confirmation_actions as actions
from wub.visits import confirmation_queries, queries
from wub.visits.confirmation_forms import AnswerForm
from wub.visits.promise_forms import StepForm
from wub.visits.routes import blueprint, visit_page

# Only tokens that do not exist count: a whole training may answer from behind one address.
WRONG_TRIES = "60 per 10 minutes"


def guessed(response: Response) -> bool:
    return response.status_code == 404


@blueprint.get("/k/<token>")
@public
@limiter.limit(WRONG_TRIES, deduct_when=guessed)
def confirmation(token: str) -> ResponseReturnValue:
    """No sign-in, no script, and no name but the consultant's."""
    return _page(token, AnswerForm(formdata=None))


@blueprint.post("/k/<token>")
@public
@limiter.limit(WRONG_TRIES, deduct_when=guessed)
def answer_confirmation(token: str) -> ResponseReturnValue:
    asked, form = confirmation_queries.asked(token), AnswerForm()
    if asked is None:
        return _page(token, form)
    if form.validate_on_submit() and saved(
        form, lambda: actions.answer(asked.token, form.answer.data, form.digits.data)
    ):
        return redirect(url_for(".confirmation", token=token), 303)
    return _page(token, form)


@blueprint.post("/kunjungan/<int:visit_id>/konfirmasi")
@requires(Permission.VISIT_LOG)
def ask_confirmation(visit_id: int) -> ResponseReturnValue:
    account, form = current_account(), StepForm()
    kept = queries.visible(visit_id, account)
    if form.validate_on_submit() and saved(form, lambda: actions.ask_confirmation(kept, by=account)):
        return redirect(url_for(".visit", visit_id=visit_id, _anchor="konfirmasi"), 303)
    return visit_page(kept, form), status_of(form)


def _page(token: str, form: AnswerForm) -> ResponseReturnValue:
    asked = confirmation_queries.asked(token)
    page = render_template("visits/confirmation.html", asked=asked, form=form)
    if asked is None:
        return page, 404
    return page, status_of(form) if request.method == "POST" else 200
