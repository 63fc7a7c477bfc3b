"""Does a link carry what it should, once and in order, and nothing after its end?"""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.exchange.inviting import Joined, Welcome
from core.exchange.links import Arrival, Link, arrive, link_of, next_number, turn
from core.exchange.meeting import Close, Pause, Resume
from core.exchange.parties import Party
from core.exchange.said import Said
from core.exchange.shares import Following, Known, crossing, follow, may_cross, replies_to, sort_files
from core.exchange.sharing import Delete, Edit, File, Reacted, Reactions
from core.exchange.stages import SideStage, SideStep
from core.ids import LinkId, ShareId
from tests.rules.exchange.sides import CAFE, CARD, GARDEN, LINK, SEWERS, said, share


def test_the_same_thing_twice_is_carried_once() -> None:
    """A repeated delivery is no second message."""
    link, first = arrive(link_of(LINK, CAFE, SEWERS), said(share(), 1))

    after, second = arrive(link, said(share(), 1))

    assert (first, second) == (Arrival.CARRIED, Arrival.TWICE)
    assert after == link


def test_what_comes_too_early_waits_for_what_is_missing() -> None:
    """The second before the first is not carried; once the first came, it is."""
    link = link_of(LINK, CAFE, SEWERS)

    link, early = arrive(link, said(share(), 2))
    link, _ = arrive(link, said(share(), 1))
    link, then = arrive(link, said(share(), 2))

    assert (early, then) == (Arrival.TOO_EARLY, Arrival.CARRIED)


@pytest.mark.parametrize("by", [CAFE, SEWERS])
def test_either_side_closes_alone_and_at_once(by: Party) -> None:
    """After one side's Close, whatever number it bears, neither side is carried."""
    other = SEWERS if by == CAFE else CAFE

    link, _ = arrive(link_of(LINK, CAFE, SEWERS), said(Close(), 9, by, other))

    assert link.is_closed
    assert arrive(link, said(share(), 1, other, by))[1] is Arrival.CLOSED
    assert arrive(link, said(share(), 10, by, other))[1] is Arrival.CLOSED
    assert link.receivers(other) == ()


def test_a_resting_side_hears_retreats_only() -> None:
    """While a side rests no share comes, but what was shared can still be taken back."""
    link = turn(link_of(LINK, CAFE, SEWERS), SEWERS, SideStep.PAUSE)

    assert arrive(link, said(share(), 1))[1] is Arrival.RESTING
    assert arrive(link, said(Delete(ShareId("s1")), 1))[1] is Arrival.CARRIED


def test_strangers_are_not_carried() -> None:
    """Nobody speaks on a link they have no end of, nor of another link, nor to themselves."""
    link = link_of(LINK, CAFE, SEWERS)

    for odd in (
        said(share(), 1, GARDEN, CAFE),
        said(share(), 1, CAFE, GARDEN),
        said(share(), 1, CAFE, CAFE),
        replace(said(share(), 1), about=LinkId("other")),
    ):
        assert arrive(link, odd)[1] is Arrival.STRANGER


def test_who_is_on_a_resting_line_is_told_all_the_same() -> None:
    """While an end rests a consent waits; who shares the line by then nobody may miss."""
    link, _ = arrive(link_of(LINK, CAFE, SEWERS), said(Pause(), 1))

    assert arrive(link, said(Welcome(GARDEN), 1, SEWERS, CAFE))[1] is Arrival.RESTING
    assert arrive(link, said(Joined(GARDEN, CARD), 2))[1] is Arrival.CARRIED


def test_one_of_three_leaving_leaves_the_others_linked() -> None:
    """A shared link lives on as long as two are on it."""
    three = Link(LINK, dict.fromkeys((CAFE, SEWERS, GARDEN), SideStage.OPEN))

    after = turn(three, GARDEN, SideStep.CLOSE)

    assert after.receivers(CAFE) == (SEWERS,)


def test_edits_and_deletions_follow_their_author_only() -> None:
    """Nobody changes or removes what the other side said, and what is gone stays gone."""
    known: Known = {}
    known, first = follow(known, CAFE, share())

    assert first is Following.FOLLOWED
    assert follow(known, CAFE, share())[1] is Following.TWICE
    assert follow(known, SEWERS, Edit(ShareId("s1"), "else"))[1] is Following.NOT_THEIRS
    assert follow(known, SEWERS, Delete(ShareId("s1")))[1] is Following.NOT_THEIRS
    assert follow(known, SEWERS, Reactions(ShareId("s1"), (Reacted("👍", 2),)))[1] is Following.FOLLOWED
    assert follow(known, CAFE, Edit(ShareId("never"), "else"))[1] is Following.UNKNOWN
    known, gone = follow(known, CAFE, Delete(ShareId("s1")))
    assert gone is Following.FOLLOWED
    assert follow(known, CAFE, Edit(ShareId("s1"), "back"))[1] is Following.DELETED


def test_a_reply_to_what_is_gone_stands_alone() -> None:
    """A reply is kept as a reply while there is something to reply to."""
    known, _ = follow({}, SEWERS, share(name="theirs"))
    reply = replace(share(), reply_to=ShareId("theirs"))

    assert replies_to(known, reply) == "theirs"
    assert replies_to({}, reply) is None


def test_a_message_does_not_go_round_and_round() -> None:
    """Between two links one message crosses each at most once."""
    there = crossing(share(), LINK)

    assert not may_cross(there, LINK)
    assert may_cross(there, LinkId("other"))
    assert not may_cross(crossing(crossing(there, LinkId("b")), LinkId("c")), LinkId("d"))


def test_files_up_to_the_limit_cross() -> None:
    """What is too large, or of unknown size, stays behind and is told of."""
    small, large, unknown = (File(name, "image/png", size) for name, size in (("a", 10), ("b", 11), ("c", 0)))

    assert sort_files((small, large, unknown), 10) == ((small,), (large, unknown))
    tiny = File("d", "image/png", 1)
    assert sort_files((tiny,), 1) == ((tiny,), ())


class Carrying(RuleBasedStateMachine):
    """Three groups on one link speak, repeat, skip, rest and leave, in any order."""

    sides = st.sampled_from((CAFE, SEWERS, GARDEN))

    def __init__(self) -> None:
        super().__init__()
        self.link = Link(LINK, dict.fromkeys((CAFE, SEWERS, GARDEN), SideStage.OPEN))
        self.carried: dict[tuple[Party, Party], list[int]] = {}
        self.was_closed = False

    @rule(sender=sides, receiver=sides, off=st.sampled_from((-1, 0, 0, 0, 1)))
    def shares(self, sender: Party, receiver: Party, off: int) -> None:
        """Someone shares with the next number, an old one, or one too high."""
        number = max(1, next_number(self.link, sender, receiver) + off)
        self._arrives(said(share(), number, sender, receiver))

    @rule(sender=sides, receiver=sides, body=st.sampled_from((Pause(), Resume(), Close())))
    def turns(self, sender: Party, receiver: Party, body: Pause | Resume | Close) -> None:
        """A side rests, comes back or leaves."""
        self._arrives(said(body, next_number(self.link, sender, receiver), sender, receiver))

    def _arrives(self, one: Said) -> None:
        before = self.link
        self.link, arrival = arrive(self.link, one)
        if arrival is not Arrival.CARRIED:
            assert self.link == before
            return
        assert not before.is_closed
        assert one.sender in before.here
        assert one.receiver in before.here
        if not isinstance(one.body, Pause | Resume | Close):
            assert one.receiver in before.receivers(one.sender)
        self.carried.setdefault((one.sender, one.receiver), []).append(one.number)

    @invariant()
    def once_and_in_order(self) -> None:
        """From each sender to each receiver the numbers are 1, 2, 3 and so on."""
        for numbers in self.carried.values():
            assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def closed_stays_closed(self) -> None:
        """A closed link never opens again."""
        assert self.link.is_closed or not self.was_closed
        self.was_closed = self.link.is_closed


Carrying.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestCarrying = Carrying.TestCase
