"""A required field is answered by something that can be kept, not by blanks."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import StopValidation

from wub.pages.messages import REQUIRED


class AnsweredField(Field):
    """InputRequired looks at what was sent: to it, blanks are an answer."""

    def pre_validate(self, _form: Any) -> None:
        if self.flags.required and self.data in (None, "") and not self.process_errors:
            raise StopValidation(_(REQUIRED))
