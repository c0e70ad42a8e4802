"""I6: new, held and ever attained."""

from datetime import date

import pytest

from models.vocabulary import MilestoneState, YesNo
from wub.measurement.licences import Licence, Paper, Why, licence
from wub.measurement.rates import Counts, Rate, Tally
from wub.measurement.success import Outcome, Result

ENROLLED, AS_OF = date(2018, 3, 1), date(2019, 3, 1)
ATTAINED = MilestoneState.ATTAINED


def paper(attained=date(2018, 9, 1), *, state=ATTAINED, until=None, withdrawn=None, verified=True):
    return Paper(state, attained, until, withdrawn, verified)


def judged(*papers, entry=YesNo.NOT_ASKED, last=YesNo.NOT_ASKED, as_of=AS_OF):
    return licence(papers, ENROLLED, as_of, said_at_entry=entry, said_last=last)


def twenty() -> list[Licence]:
    """6 had one; of the other 14: 7 yes, 5 no, 2 unknown."""
    return [
        *[judged(paper(date(2017, 1, 1))) for _ in range(6)],
        *[judged(paper(), entry=YesNo.NO) for _ in range(7)],
        *[judged(entry=YesNo.NO, last=YesNo.NO) for _ in range(5)],
        *[judged(entry=YesNo.NO) for _ in range(2)],
    ]


def test_the_published_vector():
    new = Rate(Tally(one.new for one in twenty() if one.new).counts)
    assert new.counts == Counts(7, 5, 2)
    assert (new.worst, new.best) == pytest.approx((0.5, 9 / 14))
    assert new.worst_interval == pytest.approx((0.268, 0.732), abs=5e-4)
    level = Rate(Tally(one.held for one in twenty()).counts)
    assert level.worst == 0.65
    assert level.worst_interval == pytest.approx((0.433, 0.819), abs=5e-4)


@pytest.mark.parametrize("lost", [{"until": date(2019, 2, 28)}, {"withdrawn": date(2019, 1, 5)}])
def test_an_expired_or_withdrawn_paper_is_ever_attained_and_not_held(lost):
    one = judged(paper(**lost))
    assert one.held == Outcome(Result.FAILURE, Why.LAPSED)
    assert one.ever.result is Result.SUCCESS
    assert one.new == Outcome(Result.SUCCESS, Why.NEW)
    assert judged(paper(**lost), as_of=date(2018, 12, 1)).held.result is Result.SUCCESS


def test_a_paper_is_valid_on_its_last_day():
    assert judged(paper(until=AS_OF)).held.result is Result.SUCCESS


def test_a_number_nobody_has_seen_is_a_claim():
    assert judged(paper(verified=False)).held == Outcome(Result.UNKNOWN, Why.CLAIMED)
    assert judged(last=YesNo.YES).held == Outcome(Result.UNKNOWN, Why.CLAIMED)


def test_who_needs_none_leaves_the_denominator():
    assert not judged(paper(None, state=MilestoneState.NOT_NEEDED)).needed


def test_a_withdrawn_paper_without_a_day_is_not_held():
    assert judged(paper(state=MilestoneState.WITHDRAWN)).held.result is Result.FAILURE


def test_one_being_applied_for_is_not_there_yet():
    applied = paper(None, state=MilestoneState.IN_PROGRESS, verified=False)
    assert judged(applied).held == Outcome(Result.FAILURE, Why.NONE)


def test_who_had_it_on_entry_is_not_asked_for_a_new_one():
    assert judged(paper(ENROLLED)).new is None
    assert judged(entry=YesNo.YES).new is None


def test_what_is_attained_later_was_not_there_then():
    assert judged(paper(), as_of=date(2018, 6, 1)).held == Outcome(Result.UNKNOWN, Why.NOT_KNOWN)
