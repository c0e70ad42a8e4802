"""The forms of the application: their language, their problems in one list, and keys against doubling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self
from uuid import UUID

from flask import request
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms import FieldList, FileField, FormField, HiddenField, MultipleFileField
from wtforms.widgets import HiddenInput

from models.base import new_key
from wub.errors import Refusal, StaleVersion
from wub.pages.messages import FormWords


class WubForm(FlaskForm):  # type: ignore[misc]
    """WTForms with our words. A form ends in `draft()`, the dataclass its action takes."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def get_translations(self, _form: Any) -> FormWords:
            return FormWords()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusal: Refusal | None = None
        record = kwargs.get("obj")
        if record is not None and not self.is_submitted():
            for field in self:
                if getattr(field, "is_known_answer", False):
                    field.show(
                        getattr(record, field.short_name), getattr(record, f"{field.short_name}_answer")
                    )

    def _show_answers(self, record: Any) -> None:
        """A known number lies in two columns, so WTForms alone would fill only half of it."""
        for field in self:
            if getattr(field, "is_known_answer", False):
                name = field.short_name
                field.show(getattr(record, name), getattr(record, f"{name}_answer"))

    def told_apart(self, number: int) -> Self:
        """The same small form beside each line of a list: with ids of its own, each label finds its field."""
        for field in self:
            field.id = field.label.field_id = f"{field.id}-{number}"
        return self

    def refuse(self, refusal: Refusal) -> None:
        """What an action refused: at the fields it names, else above the form. `validate` wipes it."""
        self.refusal = refusal
        for name, sentence in refusal.fields.items():
            said = gettext(sentence, **refusal.values)
            if name in self._fields:
                self._fields[name].errors = [*self._fields[name].errors, said]
            else:
                self.form_errors.append(said)
        if not refusal.fields:
            self.form_errors.append(gettext(refusal.sentence, **refusal.values))

    @property
    def stale(self) -> bool:
        """Somebody else saved in between: show both versions."""
        return isinstance(self.refusal, StaleVersion)

    @property
    def problems(self) -> list[tuple[str | None, str]]:
        """Everything wrong, in the order of the page: the id to jump to, if any, and the sentence."""
        found: list[tuple[str | None, str]] = [(None, str(error)) for error in self.form_errors]
        for field in self:
            found += _problems_of(field)
        return found

    @property
    def has_file(self) -> bool:
        return any(isinstance(field, FileField | MultipleFileField) for field in self)

    @property
    def summary_id(self) -> str:
        return f"{self._prefix}formulir"


class RecordForm(WubForm):
    """A form that keeps a record: a key of its own when it is new, the version it was made from when not."""

    client_key = HiddenField()
    version = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.client_key.data:
            self.client_key.data = str(new_key())

    @property
    def key(self) -> UUID:
        """The client-made key; one that was tampered with is replaced, for it protects only its sender."""
        try:
            return UUID(str(self.client_key.data))
        except ValueError:
            return new_key()

    @property
    def made_from(self) -> int | None:
        """The version the form was filled from; None counts as stale."""
        said = str(self.version.data or "")
        return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None

    def take_over(self, record: Any) -> None:
        """After StaleVersion: keep what was typed, and let the next Simpan go from the current version."""
        self.version.data = str(record.version)


class FilterForm(WubForm):
    """Filters of a list, read from the address. `FilterForm()` needs no arguments."""

    class Meta(WubForm.Meta):
        csrf = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formdata=request.args, **kwargs)
        for field in self:
            field.is_filter = True

    def validate(self, extra_validators: Any = None) -> bool:
        """What cannot be looked for is not looked for, and the field says why."""
        good = bool(super().validate(extra_validators))
        for field in self:
            if field.errors:
                field.data = None
        return good

    @property
    def active(self) -> int:
        """How many filters are set, the search box aside."""
        return sum(1 for field in self if field.short_name != "q" and _is_set(field))

    @property
    def searched(self) -> str:
        """What stands in the search box."""
        return str(self._fields["q"].data or "").strip() if "q" in self._fields else ""


def _is_set(field: Any) -> bool:
    return not isinstance(field.widget, HiddenInput) and field.data not in (None, "", [], False)


def _problems_of(field: Any) -> Iterator[tuple[str | None, str]]:
    if isinstance(field, FieldList | FormField):
        for inner in field:
            yield from _problems_of(inner)
        return
    target = None if isinstance(field.widget, HiddenInput) else field.id
    for error in field.errors:
        label = "" if target is None else f"{field.label.text}: "
        yield target, f"{label}{error}"
