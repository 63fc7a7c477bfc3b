"""Does an offer begin only with enough yeses, and never with silence?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Refused
from core.ids import OfferId, PersonId
from core.matching.offers import TIME_TO_ANSWER, Answer, Asked, Offer, OfferStage, answer, fill, keep_apart, settle
from core.matching.week import WHOLE_WEEK

NOW = datetime(2026, 5, 1, tzinfo=UTC)
SAID = st.sampled_from([Answer.YES, Answer.LATER, Answer.NEVER, None])


def an_offer(people: int) -> Offer:
    """Ask so many people about a garden."""
    asked = tuple(Asked(PersonId(f"p{i}"), "", NOW) for i in range(people))
    return Offer(OfferId("o"), "garden", None, asked, WHOLE_WEEK, False, NOW, NOW + TIME_TO_ANSWER)


@given(st.lists(SAID, min_size=3, max_size=7), st.booleans())
def test_three_yeses_and_nobody_waited_for(said: list[Answer | None], late: bool) -> None:
    """It begins exactly when three or more said yes and all have answered or the time is up."""
    offer = an_offer(len(said))
    for place, word in enumerate(said):
        if word is not None:
            offer = answer(offer, PersonId(f"p{place}"), word)

    after = settle(offer, NOW + (TIME_TO_ANSWER if late else timedelta(hours=1)))

    yes, silent = said.count(Answer.YES), said.count(None)
    assert (after.stage is OfferStage.FORMED) == (yes >= 3 and (late or not silent))
    assert (after.stage is OfferStage.OVER) == (yes < 3 and (late or (not silent and not yes)))
    assert len(after.agreed) == yes


def test_a_no_is_final_and_a_yes_can_be_taken_back() -> None:
    """Whoever declined cannot be talked into it by an old button."""
    offer = answer(an_offer(3), PersonId("p0"), Answer.LATER)

    with pytest.raises(Refused):
        answer(offer, PersonId("p0"), Answer.YES)
    yes = answer(offer, PersonId("p1"), Answer.YES)
    assert answer(yes, PersonId("p1"), Answer.LATER).agreed == ()


def test_a_seat_that_was_declined_goes_to_others_not_back() -> None:
    """Nobody is asked twice about one thing, and never more than seven are in it."""
    offer = answer(an_offer(7), PersonId("p0"), Answer.NEVER)
    more = tuple(Asked(PersonId(name), "", NOW) for name in ("p0", "q1", "q2"))

    filled = fill(offer, more, WHOLE_WEEK, False, NOW)

    assert [one.person for one in filled.people[7:]] == ["q1"]
    assert len(filled.still_in) == 7


def test_two_who_must_not_meet_never_begin_together() -> None:
    """A block made after both said yes lets one of them go, without a word about why."""
    offer = an_offer(4)
    for place in range(4):
        offer = answer(offer, PersonId(f"p{place}"), Answer.YES)
    apart = {PersonId("p1"): frozenset({PersonId("p3")}), PersonId("p3"): frozenset({PersonId("p1")})}

    after = settle(keep_apart(offer, apart), NOW)

    assert [one.person for one in after.agreed] == ["p0", "p1", "p2"]
    assert after.stage is OfferStage.FORMED
