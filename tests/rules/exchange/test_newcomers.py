"""May one more group share a link: only after its own yes and that of all, in this order, and never without a name?"""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Refused
from core.exchange.inviting import Admit, Invite, Join, Joined, Welcome, Widen
from core.exchange.links import Link, link_of, turn
from core.exchange.newcomers import invite, join, let_in, missing, stage_of, turn_away, welcome
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.said import NotUnderstood, Why
from core.exchange.sizes import SIDES
from core.exchange.stages import NewcomerStage, SideStage, SideStep
from core.exchange.wire import read, write
from tests.rules.exchange.sides import CAFE, CARD, GARDEN, LINK, NOW, SEWERS, said

ALIAS = Party(PartyKind.GROUP, "alias")
LINE = "We keep bees and lend a honey press"
HOUSE = Party(PartyKind.GROUP, "house")


def test_a_third_group_comes_by_consent_of_all() -> None:
    """It says yes itself, then everyone on the line; with the last yes it has an end, under its own name."""
    assert missing(link_of(LINK, CAFE, SEWERS), ALIAS) == (ALIAS, CAFE, SEWERS)
    asked = invite(link_of(LINK, CAFE, SEWERS), ALIAS, CAFE)
    assert (stage_of(asked, ALIAS), missing(asked, ALIAS)) == (NewcomerStage.INVITED, (ALIAS, SEWERS))

    joining = join(asked, ALIAS)
    assert (stage_of(joining, ALIAS), missing(joining, ALIAS)) == (NewcomerStage.ASKED, (SEWERS,))
    widened = let_in(welcome(joining, ALIAS, SEWERS), ALIAS, GARDEN)

    assert widened.here == (CAFE, SEWERS, GARDEN)
    assert widened.receivers(CAFE) == (SEWERS, GARDEN)
    assert stage_of(widened, ALIAS) is NewcomerStage.OVER


def test_nobody_is_asked_about_a_newcomer_that_has_not_said_yes() -> None:
    """A welcome before its own yes does not count; neither does one for which nobody asked."""
    asked = invite(link_of(LINK, CAFE, SEWERS), ALIAS, CAFE)

    for link in (asked, link_of(LINK, CAFE, SEWERS)):
        with pytest.raises(Refused):
            welcome(link, ALIAS, SEWERS)


def test_no_order_lets_in_without_everyone() -> None:
    """Whichever way the answers come, with one missing nobody is let in."""
    three = Link(LINK, dict.fromkeys((CAFE, SEWERS, HOUSE), SideStage.OPEN))
    for answers in permutations((ALIAS, SEWERS, HOUSE)):
        link, said_yes = invite(three, ALIAS, CAFE), {CAFE}
        for one in answers:
            with pytest.raises(Refused):
                let_in(link, ALIAS, GARDEN)
            try:
                link = join(link, ALIAS) if one == ALIAS else welcome(link, ALIAS, one)
                said_yes.add(one)
            except Refused:
                assert ALIAS not in said_yes
        assert (missing(link, ALIAS) == ()) == (said_yes == {ALIAS, CAFE, SEWERS, HOUSE})


def test_whose_time_is_up_is_forgotten() -> None:
    """After the time no yes counts, and the line is as it was."""
    line = link_of(LINK, CAFE, SEWERS)
    over = turn_away(join(invite(line, ALIAS, CAFE), ALIAS), ALIAS)

    assert over == line
    with pytest.raises(Refused):
        welcome(over, ALIAS, SEWERS)


def test_a_line_that_closed_or_filled_up_lets_nobody_in() -> None:
    """What became of the line while everyone thought about it still counts."""
    ready = welcome(join(invite(link_of(LINK, CAFE, SEWERS), ALIAS, CAFE), ALIAS), ALIAS, SEWERS)
    more = {Party(PartyKind.GROUP, str(number)): SideStage.OPEN for number in range(SIDES - 2)}
    full = Link(LINK, {**ready.sides, **more}, {}, {ALIAS: (*ready.widening[ALIAS], *more)})

    for link in (turn(ready, SEWERS, SideStep.CLOSE), full):
        with pytest.raises(Refused):
            let_in(link, ALIAS, GARDEN)


@given(others=st.integers(-2, SIDES + 2))
def test_a_foreign_invitation_is_read_or_answered(others: int) -> None:
    """Another installation may ask one of our groups; a count no line can have is answered, not believed."""
    raw = write(said(Invite(ALIAS, LINE, 1, NOW), 1)).replace(b'"others":1', f'"others":{others}'.encode())

    found = read(raw)

    if 1 <= others < SIDES:
        assert found == said(Invite(ALIAS, LINE, others, NOW), 1)
    else:
        assert found == NotUnderstood(Why.MALFORMED, "cafe-1")


def test_no_name_is_in_what_is_said_before_the_last_yes() -> None:
    """Until all consented neither the newcomer's name nor anybody's on the line is in the bytes that others read."""
    before = (Invite(ALIAS, LINE, 2, NOW), Join(ALIAS), Widen(ALIAS, LINE, NOW), Welcome(ALIAS))
    after = (Admit(ALIAS, LINK, (CARD,)), Joined(ALIAS, CARD))

    assert not any(CARD.name.encode() in write(said(body, 1)) for body in before)
    assert not any(LINK.encode() in write(said(body, 1)).replace(b'"about":"link"', b"") for body in before)
    assert all(CARD.name.encode() in write(said(body, 1)) for body in after)


def test_the_largest_admission_fits() -> None:
    """Seven cards at their longest are within what is read at once."""
    sign = "\x01"
    far = Party(PartyKind.GROUP, sign * 200, sign * 80)
    card = Card(far, sign * 120, 8, (sign * 40,) * 5, (sign * 40,) * 8, sign * 80)
    one = said(Admit(far, LINK, (card,) * (SIDES - 1)), 1)

    assert read(write(one)) == one


def test_an_older_side_may_leave_out_the_time() -> None:
    """A question without a day to answer by is read; the receiver takes its own time."""
    raw = write(said(Widen(ALIAS, LINE), 1)).replace(b',"answer_by":null', b"")

    assert b"answer_by" not in raw
    assert read(raw) == said(Widen(ALIAS, LINE), 1)
