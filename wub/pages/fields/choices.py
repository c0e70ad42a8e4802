"""Choices from our code lists and from records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from models.vocabulary import Code
from wub.pages.asked import whole

NOT_CHOSEN = _l("– pilih –")


class CodeField(SelectField):
    """One code of a list, or None. `.data` is the member.

    `only` offers part of the list; `empty=None` leaves out the empty choice (a code is always stored).
    """

    is_select = True

    def __init__(
        self, label: Any = None, validators: Any = None, *,
        codes: type[Code], empty: Any = NOT_CHOSEN, only: Iterable[Code] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(label, validators, coerce=_member_of(codes), **kwargs)
        offered = _offered(codes if only is None else only)
        self.choices = offered if empty is None else [("", empty), *offered]


class OfferedField(SelectField):
    """One of what the route offers, or None: `form.area.offer(queries.areas())`. `empty`: words for None."""

    is_select = True

    def __init__(
        self,
        label: Any = None,
        validators: Any = None,
        *,
        coerce: Any,
        empty: Any = NOT_CHOSEN,
        **kwargs: Any,
    ) -> None:
        self.empty = empty
        super().__init__(label, validators, coerce=coerce, **kwargs)
        self.choices = [("", empty)]

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """What is stored and its words."""
        self.choices = [("", self.empty), *choices]


class ChoiceOrEmpty(OfferedField):
    """One record by its id, or another whole number."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=_id_or_none, **kwargs)


class MultiCodeField(SelectMultipleField):
    """Any number of codes, as checkboxes. `.data` is a list of members in the order of the list."""

    is_choice_group = True
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(
        self, label: Any = None, validators: Any = None, *, codes: type[Code], **kwargs: Any
    ) -> None:
        super().__init__(label, validators, coerce=_member_of(codes), **kwargs)
        self.choices = _offered(codes)

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        self.data = list(dict.fromkeys(self.data or []))


class YesField(RadioField):
    """A short code list as radio buttons."""

    is_choice_group = True

    def __init__(
        self, label: Any = None, validators: Any = None, *, codes: type[Code], **kwargs: Any
    ) -> None:
        super().__init__(label, validators, coerce=_member_of(codes), **kwargs)
        self.choices = _offered(codes)

    def pre_validate(self, form: Any) -> None:
        if self.data is not None:  # nothing chosen is for InputRequired to judge
            super().pre_validate(form)


def _offered(codes: Iterable[Code]) -> list[tuple[str, Any]]:
    return [(code.value, _l(code.label)) for code in codes]


def _member_of(codes: type[Code]) -> Any:
    def member(value: Any) -> Code | None:
        return None if value in (None, "") else codes(str(value))

    return member


def _id_or_none(value: Any) -> int | None:
    if value in (None, ""):
        return None
    try:
        return whole(str(value))
    except ValueError:
        raise ValueError(_("Pilih salah satu dari daftar.")) from None
