"""The page that a phone keeps: small, the same for everybody, and whole."""

from __future__ import annotations

import gzip
import io
import json
import re

import pytest
import sqlalchemy as sa
from PIL import Image

from models.base import db
from models.vocabulary import Role
from tests import factories
from wub.offline import kept_files
from wub.offline.phone_icons import NAMES
from wub.offline.phone_words import phone_words
from wub.offline.who_is_home import COOKIE
from wub.paths import shipped

FIRST_LOAD = 150_000  # bytes, compressed


def addresses(client):
    worker = client.get("/lapangan/pekerja.js").text
    return json.loads(re.search(r"self\.KEPT = (\{.*?\});", worker)[1])["files"]


def test_everything_a_phone_keeps_is_smaller_than_the_promise(client):
    packed = [kept_files.kept().files[address.rsplit("/", 1)[1]].packed for address in addresses(client)]
    page = gzip.compress(client.get("/lapangan/").data)
    worker = gzip.compress(client.get("/lapangan/pekerja.js?modul").data)
    together = sum(map(len, packed)) + len(page) + len(worker)
    print(f"{len(packed) + 2} files, {together:,} bytes compressed")

    assert together <= FIRST_LOAD


def test_the_page_is_the_same_for_everybody(client, mentor, phone):
    mentor.locale = "en"

    signed_in = phone.client.get("/lapangan/")

    assert signed_in.data == client.get("/lapangan/").data
    assert mentor.name not in signed_in.text
    assert signed_in.headers["Cache-Control"] == "no-cache"


def test_every_file_on_the_list_is_there_and_never_changes(client):
    answers = {address: client.get(address) for address in addresses(client)}

    assert len(answers) > 20
    assert {answer.status_code for answer in answers.values()} == {200}
    assert all("immutable" in answer.headers["Cache-Control"] for answer in answers.values())


def test_every_module_that_another_names_is_on_the_list():
    files = kept_files.kept().files
    named = {
        (name, wanted)
        for name, file in files.items()
        if name.endswith(".js")
        for wanted in re.findall(r'from "\./([\w.-]+)"', file.content.decode())
    }

    assert {pair for pair in named if pair[1] not in files} == set()
    assert "worker.js" not in files


def test_files_come_compressed_to_whoever_understands_it(client):
    address = next(one for one in addresses(client) if one.endswith("/app.js"))

    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.content_type.startswith("text/javascript")


@pytest.mark.parametrize("name", ["app.js", "../worker.js", "worker.js", "shell.html", "phone_icons.py"])
def test_another_version_or_another_file_is_absent(client, name):
    mark = "000000000000" if name == "app.js" else kept_files.kept().mark

    assert client.get(f"/lapangan/berkas/{mark}/{name}").status_code == 404


def test_a_changed_file_changes_the_address_of_all(monkeypatch):
    before = kept_files.kept().mark
    paths = kept_files._paths()
    monkeypatch.setattr(kept_files, "_paths", lambda: paths | {"app.js": paths["day.js"]})

    assert kept_files.kept().mark != before


def test_the_worker_is_asked_for_anew_and_may_send_by_itself(client):
    plain, module = client.get("/lapangan/pekerja.js"), client.get("/lapangan/pekerja.js?modul")

    assert plain.headers["Cache-Control"] == "no-cache"
    assert "import {" not in plain.text
    assert re.search(r'^import \{ sync \} from "/lapangan/berkas/\w+/outbox\.js";', module.text)


def test_the_app_can_be_installed(client):
    manifest = json.loads(client.get("/lapangan/manifes.webmanifest").data)

    assert manifest["start_url"] == manifest["scope"] == manifest["id"] == "/lapangan/"
    assert manifest["display"] == "standalone"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        drawn = Image.open(io.BytesIO(client.get(icon["src"]).data))
        assert "x".join(map(str, drawn.size)) == icon["sizes"]


def test_the_words_come_in_the_language_asked_for(client):
    source = client.get("/lapangan/kata.json").json
    english = client.get("/lapangan/kata.json?bahasa=en").json

    assert (source["language"], source["words"]) == ("id", {})
    assert english["words"]["Hari saya"] == "My day"
    assert english["mark"] == kept_files.kept().mark
    assert [sentence for sentence, said in phone_words("en").items() if not said] == []


def test_every_drawing_that_a_script_names_is_in_the_page():
    scripts = [path.read_text(encoding="utf-8") for path in kept_files.scripts()]
    named = {name for script in scripts for name in re.findall(r'icon\("([a-z-]+)"\)', script)}

    assert named
    assert named - set(NAMES) == set()


def test_scripts_of_the_phone_write_no_markup():
    wrong = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\.style\b")
    scripts = sorted((shipped("static") / "offline").glob("*.js"))

    assert {path.name for path in scripts if wrong.search(path.read_text(encoding="utf-8"))} == set()


def test_a_consultant_begins_in_the_field(sign_in):
    assert sign_in(Role.CONSULTANT).get("/").location == "/lapangan/"
    assert sign_in(Role.SUPERVISOR).get("/").location != "/lapangan/"


def test_only_those_who_log_visits_see_the_entry(sign_in):
    assert 'href="/lapangan/"' in sign_in(Role.CONSULTANT).get("/kunjungan").text
    assert 'href="/lapangan/"' not in sign_in(Role.OFFICER).get("/kunjungan").text


def test_the_phone_learns_who_signed_in_and_that_somebody_signed_out(client):
    account = factories.account(role=Role.CONSULTANT)
    db.session.commit()

    client.post("/masuk", data={"login": account.login, "password": factories.PASSWORD})
    assert client.get_cookie(COOKIE, path="/lapangan/").value == str(account.id)

    client.post("/keluar")
    assert client.get_cookie(COOKIE, path="/lapangan/").value == "0"


def test_a_session_that_merely_ended_leaves_the_phone_as_it_is(client):
    account = factories.account(role=Role.CONSULTANT)
    db.session.commit()
    client.post("/masuk", data={"login": account.login, "password": factories.PASSWORD})
    client.delete_cookie("wub")

    client.get("/kunjungan")

    assert client.get_cookie(COOKIE, path="/lapangan/").value == str(account.id)


def test_a_new_password_is_asked_for_before_the_first_day(client):
    account = factories.account(role=Role.CONSULTANT, must_change_password=True)
    db.session.commit()

    answer = client.post("/masuk", data={"login": account.login, "password": factories.PASSWORD})

    assert answer.location == "/sandi"


def test_a_consultant_who_was_switched_off_is_told_so_and_not_asked_to_sign_in(mentor, phone):
    phone.client.get("/lapangan/bekal")
    db.session.execute(sa.update(type(mentor)).where(type(mentor).id == mentor.id).values(active=False))

    assert phone.client.get("/lapangan/bekal", headers={"Accept": "application/json"}).status_code == 403
