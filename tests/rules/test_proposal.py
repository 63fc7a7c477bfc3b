"""Do people find their seats, one each, and does nothing start without everyone's yes?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.constitution import Size
from core.errors import Refused
from core.groups.proposal import (
    Proposal,
    ProposalStage,
    Seat,
    Taking,
    ask_to_start,
    bring,
    hear_first,
    may_begin,
    say_ready,
    silent,
    step_out,
    take,
)
from core.ids import ChatId, PersonId, ProposalId, SeatId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LENA, OMAR, MEI, ANA = (PersonId(name) for name in ("lena", "omar", "mei", "ana"))


def cafe(most: int = 7) -> Proposal:
    """Lena's repair café, looking for electronics, sewing and tea."""
    wanted = tuple(Seat(SeatId(name), name, wanted=True) for name in ("electronics", "sewing", "tea"))
    idea = Seat(SeatId("idea"), "", wanted=False, person=LENA)
    size, by = Size(3, most), NOW + timedelta(days=14)
    return Proposal(
        ProposalId("p"), "Repair café", (), size, by, ChatId("c"), LENA, ProposalStage.OPEN, (*wanted, idea), NOW
    )


def test_who_comes_second_waits() -> None:
    """Two people cannot hold one seat: the second is on the waiting list at once."""
    first, _ = take(cafe(), OMAR, SeatId("tea"), NOW)

    second, taking = take(first, MEI, SeatId("tea"), NOW)

    assert taking is Taking.WAITS
    assert [one.person for one in second.waiting] == [MEI]
    assert second.people == (OMAR, LENA)


def test_nobody_holds_two_seats() -> None:
    """Whoever takes another seat gives the first one back."""
    first, _ = take(cafe(), OMAR, SeatId("tea"), NOW)

    second, taking = take(first, OMAR, SeatId("sewing"), NOW)

    assert taking is Taking.MOVED
    assert second.people.count(OMAR) == 1
    assert "tea" in second.missing


def test_own_seat_that_was_wanted_is_the_wanted_one() -> None:
    """Bringing "Tea" in one's own words fills the wanted seat of that name."""
    after, _ = bring(cafe(), OMAR, "Tea", SeatId("own"), NOW)

    assert "tea" not in after.missing
    assert len(after.seats) == len(cafe().seats)


def test_a_full_proposal_puts_more_people_on_the_waiting_list() -> None:
    """The most people are the most: whoever comes after them waits, on a free seat too."""
    full, _ = take(cafe(most=3), OMAR, SeatId("tea"), NOW)
    full, _ = bring(full, MEI, "music", SeatId("music"), NOW)

    after, taking = take(full, ANA, SeatId("sewing"), NOW)

    assert taking is Taking.WAITS
    assert len(after.people) == 3


def test_silence_is_never_a_yes() -> None:
    """With one answer missing nothing begins."""
    gathered, _ = take(cafe(), OMAR, SeatId("tea"), NOW)
    gathered, _ = take(gathered, MEI, SeatId("sewing"), NOW)

    asked = say_ready(ask_to_start(gathered, OMAR, NOW), MEI)

    assert silent(asked) == (LENA,)
    assert not may_begin(asked)
    assert may_begin(say_ready(asked, LENA))


def test_one_who_gets_up_while_the_start_is_asked_may_leave_too_few() -> None:
    """When too few are left, all go back to gathering and are asked anew later."""
    gathered, _ = take(cafe(), OMAR, SeatId("tea"), NOW)
    gathered, _ = take(gathered, MEI, SeatId("sewing"), NOW)

    after = step_out(ask_to_start(gathered, OMAR, NOW), MEI)

    assert after.stage is ProposalStage.OPEN
    assert after.ready == ()


@pytest.mark.parametrize("stage", [ProposalStage.FORMED, ProposalStage.CLOSED])
def test_what_is_over_takes_nobody(stage: ProposalStage) -> None:
    """Nobody sits down at something that is over."""
    over = replace(cafe(), stage=stage)

    with pytest.raises(Refused):
        take(over, OMAR, SeatId("tea"), NOW)


def test_only_those_who_are_in_can_start() -> None:
    """An onlooker cannot start what others do."""
    with pytest.raises(Refused):
        ask_to_start(cafe(), OMAR, NOW)


def test_where_all_places_were_taken_the_first_in_line_hear_of_room() -> None:
    """As many as got up, in the order in which they wait, whichever seat they had in mind."""
    full, _ = take(cafe(most=3), OMAR, SeatId("tea"), NOW)
    full, _ = bring(full, MEI, "music", SeatId("music"), NOW)
    full, _ = take(full, ANA, SeatId("sewing"), NOW)
    full, _ = take(full, PersonId("ivo"), SeatId("tea"), NOW)

    assert [one.person for one in hear_first(full, step_out(full, OMAR))] == [ANA]
    both = step_out(step_out(full, OMAR), MEI)
    assert [one.person for one in hear_first(full, both)] == [ANA, "ivo"]
    assert hear_first(full, full) == ()


def test_where_there_was_room_who_waits_for_that_very_seat_hears() -> None:
    """Nobody hears of a seat that is still taken, nor of one that nobody waits for."""
    some, _ = take(cafe(), OMAR, SeatId("tea"), NOW)
    some, _ = take(some, MEI, SeatId("sewing"), NOW)
    some, _ = take(some, ANA, SeatId("sewing"), NOW)

    assert hear_first(some, step_out(some, OMAR)) == ()
    assert [one.person for one in hear_first(some, step_out(some, MEI))] == [ANA]
    moved, _ = take(some, MEI, SeatId("electronics"), NOW)
    assert [one.person for one in hear_first(some, moved)] == [ANA]
    assert hear_first(some, replace(step_out(some, MEI), stage=ProposalStage.CLOSED)) == ()
