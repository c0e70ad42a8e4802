"""The list of people: finding, filtering, taking away."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub import audit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.pages.downloads import download_file
from wub.pages.paging import Place, Sort
from wub.register import blueprint, export_queries, person_actions
from wub.register.people_forms import FindForm, PeopleFilterForm
from wub.register.people_queries import SORTS
from wub.register.people_queries import people as find_people
from wub.register.row_queries import beside
from wub.register.search_queries import nik_in

FILTERS = ("skpd", "tahun", "kecamatan", "kelurahan", "sektor", "keadaan", "konsultan", "nik", "urut")


@blueprint.get("/peserta")
@requires(Permission.REGISTER_READ)
def people() -> ResponseReturnValue:
    if nik_in(request.args.get("q", "")):
        # Typed into an address by hand: it must not stay there, nor be copied into links.
        flash(_("NIK tidak dicari lewat alamat halaman. Ketik NIK di kotak pencarian di bawah."), "warning")
        return redirect(url_for(".people"), 303)
    form, sort = PeopleFilterForm(), Sort.of(request.args, SORTS)
    page, count = find_people(form.wanted(), current_account(), sort, Place.of(request.args))
    return render_template(
        "register/people.html",
        form=form,
        sort=sort,
        page=page,
        count=count,
        beside=beside([row.id for row in page.rows], current_account()),
        kept_filters=_filters(),
    )


@blueprint.post("/peserta/cari-nik")
@requires(Permission.REGISTER_READ)
def find() -> ResponseReturnValue:
    """The search box: words become an address that can be kept; a NIK never does."""
    form = FindForm()
    said = (form.q.data or "") if form.validate() else ""
    nik = nik_in(said)
    if nik is None:
        return redirect(url_for(".people", q=said or None, **_filters()), 303)
    found = person_actions.look_up_nik(nik, by=current_account())
    if found is not None:
        return redirect(url_for(".person", person_id=found), 303)
    flash(_("Tidak ada peserta dengan NIK itu pada daftar yang dapat Anda lihat."), "info")
    return redirect(url_for(".people"), 303)


@blueprint.post("/peserta/ekspor")
@requires(Permission.REGISTER_READ)
def export_people() -> ResponseReturnValue:
    """What the list shows, as a file; filters and rows are written down, the words searched are not."""
    form = PeopleFilterForm()
    file = TemporaryFile()  # noqa: SIM115  the answer closes it
    number = export_queries.participants_workbook(file, form.wanted(), form.told(), current_account())
    used = sorted(name for name in (*FILTERS, "q") if request.args.get(name))
    audit.record("register:export", None, current_account(), changes={"rows": number, "filters": used})
    return download_file(file, f"peserta-{today().isoformat()}.xlsx")


def _filters() -> dict[str, Any]:
    """The filters in use, wherever they came from; the words searched are not among them."""
    return {name: value for name in FILTERS if (value := request.values.get(name))}
