"""Does a proposal end as its people wish, also where they are forgotten, leave, or tap what is over?"""

from datetime import timedelta

from core.storage.tables import groups, members, proposals, seats
from tests.flows.house import SQUARE
from tests.flows.town import Town

THREE = ("lena", "omar", "mei")
CHOIR = "/propose Choir | need: alto, bass, tenor | 3-7 people | in 2 weeks"


def card(town: Town) -> str:
    """Return what stands in the square now."""
    return next(words for who, words in reversed(town.courier.words) if not who and words.startswith("Choir"))


async def time_is_up(town: Town) -> None:
    """Let two weeks go by."""
    for _ in range(15):
        await town.passes(timedelta(days=1))


async def test_who_is_forgotten_holds_nobody_up(town: Town) -> None:
    """Whoever thinks better of it keeps all; with the last silent one gone the others begin; alone, it closes."""
    await town.says("lena", CHOIR, SQUARE)
    for person, need in (("omar", "alto"), ("mei", "bass"), ("ivo", "tenor")):
        await town.taps(person, f"I bring {need}")
    await town.says("ana", "/propose Chess club | need: board | 3-5 people | in 2 weeks", SQUARE)
    await town.taps("lena", "Start")
    for person in ("omar", "mei"):
        await town.taps(person, "Yes, let's start")
    before = await town.rows(seats, proposals, groups)

    await town.says("ivo", "/forget")
    await town.taps("ivo", "Keep me")
    assert "Nothing was changed" in town.told("ivo")
    assert await town.rows(seats, proposals, groups) == before
    await town.says("ivo", "/forget")
    await town.taps("ivo", "Forget me")
    assert len((await town.rows(members))[0]) == 3
    assert town.count("", "This is the home of “Choir”") == 1
    assert "Ivo" not in card(town)

    await town.says("ana", "/forget")
    await town.taps("ana", "Forget me")
    assert town.count("", "Chess club") >= 2
    assert next(words for _who, words in reversed(town.courier.words) if words.startswith("Chess")).count("closed")


async def test_who_is_forgotten_while_it_gathers_leaves_a_seat(town: Town) -> None:
    """The others go on gathering, on a card without that name."""
    await town.says("lena", CHOIR, SQUARE)
    await town.taps("omar", "I bring alto")
    assert "2 of 3–7" in card(town)
    await town.says("omar", "/forget")
    await town.taps("omar", "Forget me")

    assert "1 of 3–7" in card(town)
    assert "Omar" not in card(town)


async def test_all_who_are_silent_get_up_together(town: Town) -> None:
    """Without the two silent ones too few are left: both seats are free, the chat hears it, and no old yes counts."""
    await town.says("lena", CHOIR, SQUARE)
    for person, need in (("omar", "alto"), ("mei", "bass"), ("ivo", "tenor")):
        await town.taps(person, f"I bring {need}")
    await town.taps("lena", "Start")
    late = town.key_of("mei", "Yes, let's start")
    await town.taps("omar", "Yes, let's start")

    await town.passes(timedelta(days=1))
    await town.passes(timedelta(hours=9))  # Nobody is told in the night.

    assert "2 of 3–7" in card(town)
    assert "bass and tenor" in card(town)
    assert town.count("", "“Choir” does not start yet") == 1
    for person in ("mei", "ivo"):
        assert town.count(person, "your seat is open again") == 1
    await town.taps_old("mei", late)
    assert "This is over" in town.told("mei")
    await town.taps("mei", "I bring bass")
    await town.taps("lena", "Start")
    for person in ("omar", "mei"):
        await town.taps(person, "Yes, let's start")
    assert len((await town.rows(members))[0]) == 3
    await town.passes(timedelta(days=2))
    assert town.count("", "“Choir” does not start yet") == 1


async def test_who_came_later_has_a_day_of_their_own(town: Town) -> None:
    """Whoever sat down while the start was being asked is not late with those who were asked before."""
    await town.says("lena", CHOIR, SQUARE)
    for person, need in (("omar", "alto"), ("mei", "bass")):
        await town.taps(person, f"I bring {need}")
    await town.taps("lena", "Start")
    await town.taps("omar", "Yes, let's start")
    await town.passes(timedelta(hours=12))
    await town.taps("ivo", "I bring tenor")

    await town.passes(timedelta(hours=13))
    assert "3 of 3–7" in card(town)
    assert "Mei" not in card(town)
    assert town.count("", "“Choir” does not start yet") == 0
    await town.taps("ivo", "Yes, let's start")
    assert len((await town.rows(members))[0]) == 3


async def test_who_waits_hears_of_a_seat_however_it_opens(town: Town) -> None:
    """By silence, by farewell, or because its holder moved: whoever waits for it hears it first, once."""
    await town.says("lena", CHOIR.replace("3-7", "3-3"), SQUARE)
    for person, need in (("omar", "alto"), ("mei", "bass")):
        await town.taps(person, f"I bring {need}")
    await town.taps("ivo", "I bring tenor")
    await town.taps("ana", "I bring tenor")
    await town.taps("lena", "Start")
    await town.taps("omar", "Yes, let's start")
    await town.passes(timedelta(days=1))
    assert town.count("ivo", "There is room again") == 1
    assert town.count("ana", "There is room again") == 0
    await town.taps("ivo", "I bring tenor")
    assert "3 of 3–3" in card(town)

    await town.says("omar", "/forget")
    await town.taps("omar", "Forget me")
    assert town.count("ana", "There is room again") == 1


async def test_who_moves_leaves_a_seat_to_whoever_waits_for_it(town: Town) -> None:
    """Not all places are taken, yet somebody waits for one seat: they hear when its holder takes another."""
    await town.says("lena", CHOIR, SQUARE)
    await town.taps("omar", "I bring alto")
    await town.taps("mei", "alto · taken, I'd wait")

    await town.taps("omar", "I bring bass")
    assert town.count("mei", "There is room again") == 1
    await town.taps("mei", "I bring alto")
    assert "3 of 3–7" in card(town)


async def test_at_the_deadline_only_those_who_are_in_choose(town: Town) -> None:
    """Nobody else prolongs or closes it; alone, one closes it at once; then it is over for everyone."""
    await town.says("lena", CHOIR, SQUARE)
    await time_is_up(town)
    close, longer = town.key("Close"), town.key("Two more weeks")
    before = await town.rows(proposals)
    for key in (close, longer):
        await town.taps_old("ana", key)
        assert "Only those who are in" in town.told("ana")
    assert await town.rows(proposals) == before

    await town.taps_old("lena", close)

    assert "closed" in card(town)
    for key in (close, longer):
        await town.taps_old("lena", key)
        assert "no longer takes people" in town.told("lena")


async def test_a_proposal_nobody_sits_in_closes_by_itself(town: Town) -> None:
    """Where all got up again, nobody is asked at the deadline."""
    await town.says("lena", CHOIR, SQUARE)
    await town.taps("lena", "Not now")

    await time_is_up(town)

    assert "closed" in card(town)
    assert town.count("", "Two more weeks") == 0
    assert town.offers("Two more weeks") == 0


async def test_which_of_my_groups(town: Town) -> None:
    """Who is in two groups is asked which, and keeps what they wrote; once they left it, that choice is over."""
    await town.seats(THREE)
    await town.seats(("lena", "ana", "ben"), "Chess club")
    await town.says("lena", "/decide Meet on Sundays")
    assert "Which group is this about?" in town.told("lena")
    chess = town.key_of("lena", "Chess club")
    await town.taps("lena", "Choir")
    assert town.count("", "Can we live with this? Meet on Sundays") == 1
    await town.says("omar", "/group")
    assert "Being decided: Meet on Sundays" in town.told("omar")
    await town.says("ben", "/group")
    assert "Meet on Sundays" not in town.told("ben")

    await town.says("lena", "/leave")
    await town.taps("lena", "Chess club")
    assert "Leave “Chess club”?" in town.told("lena")
    await town.taps("lena", "Leave")
    await town.taps_old("lena", chess)
    assert "Only members" in town.told("lena")
    assert town.count("", "Can we live with this? Meet on Sundays") == 1


async def test_an_answer_to_a_question_that_changed(town: Town) -> None:
    """A tap under an earlier question never answers the one asked now."""
    await town.says("lena", "/propose", SQUARE)
    await town.says("lena", "Choir", SQUARE)
    none = town.key("No particular seats")
    await town.taps_old("lena", none)
    asked = town.told("")
    await town.taps_old("lena", none)
    assert "This is over" in town.told("lena")
    assert town.told("") == asked
