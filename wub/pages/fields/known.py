"""A number with its answer: a person may not know it, may refuse, or was never asked."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import StopValidation

from models.reading import Reading
from models.vocabulary import Answer
from wub.pages.fields.numbers import LARGEST, refuse_outside
from wub.pages.fields.written import Unreadable, grouped, read_spoken_rupiah, read_whole


class KnownNumberField(Field):
    """`.data` is a Reading(value, answer). Drawn by components/known.html."""

    is_known_answer = True
    prefix_word = ""

    def __init__(
        self, label: Any = None, validators: Any = None, *,
        smallest: int | None = 0, largest: int = 10**9, **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs.setdefault("default", Reading())
        super().__init__(label, validators, **kwargs)
        self.smallest, self.largest = smallest, largest
        self.typed = ""

    @property
    def answer_name(self) -> str:
        return f"{self.name}_answer"

    @property
    def may_be_negative(self) -> bool:
        return self.smallest is None or self.smallest < 0

    def answers(self) -> list[tuple[str, str, bool]]:
        return [(code.value, _(code.label), code is self.data.answer) for code in Answer]

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        super().process(formdata, *args, **kwargs)
        if formdata is not None and (self.name in formdata or self.answer_name in formdata):
            self.typed = str(next(iter(formdata.getlist(self.name)), "")).strip()
            self._read(str(next(iter(formdata.getlist(self.answer_name)), "")))
        elif isinstance(self.data, Reading):
            self.typed = grouped(self.data.value)

    def process_data(self, value: Any) -> None:
        self.data = value if isinstance(value, Reading) else _reading(value)

    def show(self, value: int | None, answer: Answer) -> None:
        """Fill it from the two columns of a record."""
        self.data = Reading(value, answer)
        self.typed = grouped(value)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Both values are read together in `process`."""

    def read(self, text: str) -> int | None:
        return read_whole(text)

    def example(self) -> str:
        return str(_("Tulis bilangan bulat, atau pilih jawaban lain."))

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:
            raise StopValidation
        value, answer = self.data
        if answer is Answer.KNOWN and value is None:
            raise StopValidation(_("Isi angkanya, atau pilih jawaban selain “Diketahui”."))

    def _read(self, answered: str) -> None:
        answer = Answer(answered) if answered in set(Answer) else Answer.NOT_ASKED
        try:
            value = self.read(self.typed)
            if value is not None:
                refuse_outside(value, self.smallest, self.largest)
        except Unreadable:
            self.process_errors = [*self.process_errors, self.example()]
            value = None
        except ValueError as error:
            self.process_errors = [*self.process_errors, str(error)]
        if value is not None and answer is Answer.NOT_ASKED:
            answer = Answer.KNOWN  # a number was typed and the answer left as it stood
        if value is not None and answer is not Answer.KNOWN:
            self.process_errors = [
                *self.process_errors,
                _("Ada angka tetapi jawabannya “%(answer)s”. Hapus angkanya atau pilih “Diketahui”.",
                  answer=_(answer.label)),
            ]  # fmt: skip
        self.data = Reading(value, answer)


def _reading(value: int | None) -> Reading:
    return Reading() if value is None else Reading.known(value)


class KnownRupiahField(KnownNumberField):
    prefix_word = "Rp"

    def __init__(
        self, label: Any = None, validators: Any = None, *, largest: int = LARGEST, **kwargs: Any
    ) -> None:
        super().__init__(label, validators, largest=largest, **kwargs)

    def read(self, text: str) -> int | None:
        return read_spoken_rupiah(text)

    def example(self) -> str:
        return str(_("Tulis rupiah utuh, misalnya 1.500.000 atau 1,5 jt, atau pilih jawaban lain."))
