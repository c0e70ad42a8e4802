"""The peer: Django with django-import-export on the same list; run by the interpreter of its own environment.

It does the work that its users would give it: every column cleaned by a widget, every row validated by its
model (`clean_model_instances`), found again by NIK among the people already there, written with the diff that
it makes by default; after each row its group, business, enrolment and baseline by get_or_create, as its
documentation does such things (BENCH_PEER `flat` leaves these out). What favours it: no sealed NIK, nothing
kept of each row, no rule across rows or between NIK, birth date and sex, simpler readers, fewer columns.
"""

from __future__ import annotations

import os
import re
import sys
import types
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, str(Path(__file__).parent))

import django
from django.conf import settings
from measure import inside

FOLDER = Path(os.environ["BENCH_LIST"]).parent
BATCH = 5_000


def database() -> dict[str, object]:
    if os.environ["BENCH_DATABASE"] == "sqlite":
        file = FOLDER / "peer.db"
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        pragmas = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL"
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": {"init_command": pragmas}}
    server = parse_qs(urlsplit(os.environ["WUB_BENCH_SERVER"]).query)["host"][0]
    return {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres", "HOST": server}


register = sys.modules["register"] = types.ModuleType("register")  # an installed app without files
register.__path__ = [str(FOLDER)]
settings.configure(
    SECRET_KEY="-",  # it signs nothing here
    DATABASES={"default": database()},
    USE_TZ=False,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "import_export", "register"],
)
django.setup()

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import connection, models
from import_export import fields, resources, widgets
from participant_list import PLACES, birth_date, nik


def plausible_nik(text: str) -> None:
    day, month, year = int(text[6:8]) % 40, int(text[8:10]), int(text[10:12])
    try:
        date(1900 + year, month, day)
    except ValueError:
        raise ValidationError("no such birth date in the NIK") from None
    if text.endswith("0000"):
        raise ValidationError("no such serial number in the NIK")


class Village(models.Model):
    name = models.CharField(max_length=80, unique=True)
    district = models.CharField(max_length=80)

    class Meta:
        app_label = "register"


class Participant(models.Model):
    number = models.IntegerField(null=True)
    name = models.CharField(max_length=200, db_index=True)
    nik = models.CharField(
        max_length=16, unique=True, validators=[RegexValidator(r"^\d{16}$"), plausible_nik]
    )
    sex = models.CharField(max_length=1, choices=[("L", "L"), ("P", "P")])
    birth_date = models.DateField()
    address = models.CharField(max_length=500)
    rt_rw = models.CharField(max_length=7, validators=[RegexValidator(r"^\d{3}/\d{3}$")])
    village = models.ForeignKey(Village, models.PROTECT)
    district = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, db_index=True, validators=[RegexValidator(r"^\+62\d{8,12}$")])
    education = models.CharField(max_length=20, choices=[(c, c) for c in ("SD", "SMP", "SMA", "S1")])
    business = models.CharField(max_length=200)
    sector = models.CharField(max_length=40, choices=[(c, c) for c in ("Kuliner", "Fesyen", "Jasa")])
    product = models.CharField(max_length=200)
    started = models.DateField()
    capital = models.BigIntegerField(validators=[MinValueValidator(0)])
    sales = models.BigIntegerField(validators=[MinValueValidator(0)])
    workers = models.IntegerField(validators=[MinValueValidator(0)])
    group = models.CharField(max_length=200)
    enrolled = models.DateField()

    class Meta:
        app_label = "register"


class Group(models.Model):
    name = models.CharField(max_length=200)
    year = models.IntegerField()

    class Meta:
        app_label = "register"
        unique_together = [("year", "name")]


class Business(models.Model):
    owner = models.ForeignKey(Participant, models.PROTECT)
    name = models.CharField(max_length=200, db_index=True)
    sector = models.CharField(max_length=40, db_index=True)
    product = models.CharField(max_length=200)
    started = models.DateField()
    capital = models.BigIntegerField()

    class Meta:
        app_label = "register"


class Enrolment(models.Model):
    person = models.ForeignKey(Participant, models.PROTECT)
    year = models.IntegerField()
    group = models.ForeignKey(Group, models.PROTECT)
    business = models.ForeignKey(Business, models.PROTECT)
    enrolled = models.DateField()

    class Meta:
        app_label = "register"
        unique_together = [("person", "year")]


class Baseline(models.Model):
    enrolment = models.ForeignKey(Enrolment, models.PROTECT)
    sales = models.BigIntegerField()
    day = models.DateField(db_index=True)

    class Meta:
        app_label = "register"


class Money(widgets.Widget):
    def clean(self, value, *_row, **_how):  # type: ignore[no-untyped-def]
        if isinstance(value, int | float):
            return int(value)
        return int(re.sub(r"[^0-9]", "", value))


class Phone(widgets.Widget):
    def clean(self, value, *_row, **_how):  # type: ignore[no-untyped-def]
        return "+62" + re.sub(r"[^0-9]", "", value).lstrip("0")


class Day(widgets.DateWidget):
    def clean(self, value, row=None, **kwargs):  # type: ignore[no-untyped-def]
        return super().clean(value.date() if isinstance(value, datetime) else value, row, **kwargs)


COLUMNS = [field.name for field in Participant._meta.fields if field.name != "id"]
WIDGETS = {
    "village": widgets.ForeignKeyWidget(Village, "name"),
    "phone": Phone(),
    **{name: Money() for name in ("capital", "sales")},
    **{name: Day("%d/%m/%Y") for name in ("birth_date", "started", "enrolled")},
}


class Participants(resources.ModelResource):
    for _name, _widget in WIDGETS.items():
        locals()[_name] = fields.Field(_name, _name, _widget)

    class Meta:
        model = Participant
        fields = COLUMNS
        import_id_fields = ("nik",)
        clean_model_instances = True

    def after_save_instance(self, instance, *_row, **_how):  # type: ignore[no-untyped-def]
        if os.environ["BENCH_PEER"] == "flat":
            return
        group, _ = Group.objects.get_or_create(year=2026, name=instance.group)
        about = {name: getattr(instance, name) for name in ("sector", "product", "started", "capital")}
        business, _ = Business.objects.get_or_create(owner=instance, name=instance.business, defaults=about)
        about = {"group": group, "business": business, "enrolled": instance.enrolled}
        enrolment, new = Enrolment.objects.get_or_create(person=instance, year=2026, defaults=about)
        if new:
            Baseline.objects.create(enrolment=enrolment, sales=instance.sales, day=instance.enrolled)


TABLES = (Village, Participant, Group, Business, Enrolment, Baseline)


def prepare() -> None:
    """The same people that our register knows."""
    people = int(os.environ["BENCH_ROWS"])
    with connection.schema_editor() as editor:
        for table in reversed(TABLES):
            if table._meta.db_table in connection.introspection.table_names():
                editor.delete_model(table)
        for table in TABLES:
            editor.create_model(table)
    villages = [Village(name=name, district=district) for name, district in PLACES]
    Village.objects.bulk_create(villages)
    for start in range(1, people + 1, BATCH):
        Participant.objects.bulk_create(
            Participant(
                name=f"Siti {number}", nik=nik(number), sex="P", birth_date=birth_date(number), address="-",
                rt_rw="001/001", village=villages[number % 3], phone=f"+6281{number:09d}", capital=0, sales=0,
                workers=0, started=date(2020, 1, 1), enrolled=date(2020, 1, 1),
            )
            for number in range(start, min(start + BATCH, people + 1))
        )  # fmt: skip


def bring_in() -> Callable[[], int]:
    from tablib import Dataset

    prepare()
    path = Path(os.environ["BENCH_LIST"])

    def run() -> int:
        for dry_run in (True, False) if os.environ["BENCH_PEER"] == "twice" else (False,):
            data = Dataset().load(path.read_bytes(), format="xlsx")
            data.headers = COLUMNS
            result = Participants().import_data(
                data, dry_run=dry_run, raise_errors=False, use_transactions=True
            )
            assert not result.has_errors(), result.row_errors()[:1]
            assert not result.has_validation_errors(), result.invalid_rows[:1]
        return 1

    return run


if __name__ == "__main__":
    inside({os.environ["BENCH_VARIANT"]: bring_in})
