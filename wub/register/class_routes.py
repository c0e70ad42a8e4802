"""Finding the KBLI code of a business, on a page of its own or under the field of the form."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from wub.access.guards import requires
from wub.access.permissions import Permission
from wub.register import blueprint, choice_queries
from wub.register.business_forms import ClassSearchForm
from wub.register.class_search import find_classes


@blueprint.get("/kbli")
@requires(Permission.REGISTER_WRITE)
def find_class() -> ResponseReturnValue:
    form = ClassSearchForm()
    form.validate()
    found = find_classes(form.searched, choice_queries.business_classes())
    asked_by_form = "HX-Request" in request.headers
    page = "register/_classes.html" if asked_by_form else "register/classes.html"
    return render_template(page, form=form, found=found, pick=asked_by_form)
