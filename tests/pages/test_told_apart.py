"""A small form beside each line of a list."""

from __future__ import annotations

from wub.checkups.draw_forms import SetAsideForm
from wub.visits.plan_forms import JudgeForm


def test_the_same_form_on_two_lines_has_ids_of_its_own(app):
    with app.test_request_context():
        first, second = (JudgeForm(formdata=None).told_apart(number) for number in (7, 8))

        assert {field.id for field in first}.isdisjoint(field.id for field in second)
        assert [field.name for field in first] == [field.name for field in second]


def test_a_label_still_leads_to_its_field(app):
    with app.test_request_context():
        form = SetAsideForm(formdata=None).told_apart(7)

        assert f'for="{form.because.id}"' in str(form.because.label())
        assert f'id="{form.because.id}"' in str(form.because())
