"""May whatever strangers show be reported and stopped, first contacts too, and is nobody named or judged by it?"""

from datetime import timedelta

import pytest

from core.app.guarding.ports import Report
from core.app.guarding.stopping import stop
from core.app.turn import Node, Scene
from core.errors import Refused
from core.messenger.events import ChatRef, MessageRef, Said, Tapped
from core.storage.tables import pairings
from tests.flows.house import ABLE, SQUARE, TOWN
from tests.flows.town import Town

YARD = ChatRef(TOWN, "yard", title="Yard")
FIELD = ChatRef(TOWN, "field", title="Field")
MENDERS = ("lena", "omar", "mei")
SEWERS = ("jonas", "olga", "tomas")
SOON = timedelta(seconds=1)
TITLES = ("bike repair", "clock repair", "shoe repair", "roof repair", "radio repair", "lamp repair")


async def reports(town: Town) -> list[Report]:
    """Read what the operator would read."""
    async with town.store.read() as work:
        return list(await work.guards.reports(10))


async def stops(town: Town, name: str) -> None:
    """Stop a card as the operator does."""
    async with town.store.write() as work:
        await stop(Scene(work, town.clock.now(), Node("en", "UTC", lambda _chat: ABLE)), name, "It sells.")
    await town.courier.deliver()


def standing(town: Town, part: str) -> MessageRef:
    """Find the newest message that says so."""
    return next(message for words, message in reversed(town.courier.standing) if part in words)


async def follow(town: Town) -> None:
    """Let the yard follow a topic."""
    await town.says("ada", "/follow repair", YARD)


async def test_five_reports_a_day_and_never_ones_own(town: Town) -> None:
    """The sixth waits for tomorrow; who wrote a card is told that they can close it themselves."""
    await follow(town)
    for number, title in enumerate(TITLES):
        proposer = ("pia", "tom", "zoe")[number % 3]
        await town.says(proposer, f"/need {title}", SQUARE)
    await town.passes(SOON)
    await town.says("ada", "/report", YARD)
    assert "Which card is it about?" in town.told("ada")
    for title in TITLES:
        await town.taps_old("ada", town.key_of("ada", title))

    assert "You reported 5 cards today" in town.told("ada")
    assert len(await reports(town)) == 5
    await town.passes(timedelta(days=1))
    await town.taps_old("ada", town.key_of("ada", TITLES[-1]))
    assert len(await reports(town)) == 6

    await town.says("ada", "/mute", YARD)
    await town.happens("ada", Tapped(town.key(f"Not here: “{TITLES[0]}”")), YARD)
    await town.happens("pia", Tapped(town.key("Report it")), YARD)
    assert "This one is yours" in town.told("pia")
    assert len(await reports(town)) == 6


async def test_what_is_gone_cannot_be_taken_away(town: Town) -> None:
    """A card nobody shows any more leads nowhere; what was never here is muted and unmuted without a card."""
    await town.says("mei", "/mute", FIELD)
    assert "No card of strangers is open here" in town.told("mei")
    await follow(town)
    await town.says("pia", "/need bike repair", SQUARE)
    await town.says("ada", "/mute", YARD)
    mute = town.key("Not here: “bike repair”")
    await town.happens("ada", Tapped(mute), YARD)
    assert "is not shown in this chat any more" in town.told("")
    again = town.key("Show it again")
    await town.happens("ada", Tapped(again), YARD)
    assert town.count("", "is shown here again") == 1
    await town.happens("ada", Tapped(again), YARD)
    assert "This is over" in town.told("ada")

    await town.says("pia", "/forget")
    await town.taps("pia", "Forget me")
    await town.passes(timedelta(minutes=2))
    for person, key in (("ada", mute), ("mei", town.key("Report it"))):
        before = town.count(person, "This is over")
        await town.happens(person, Tapped(key), YARD)
        assert town.count(person, "This is over") == before + 1
    assert not await reports(town)


async def test_a_first_contact_is_reported_and_stopped(town: Town) -> None:
    """The asked side reads no more than that it was taken back; the asking group hears that and why."""
    await town.seats(MENDERS, "Repairs")
    await town.seats(SEWERS, "Sewing evenings")
    await town.says("lena", "/meet sewing")
    await town.taps("lena", "For “Repairs”")
    await town.taps("lena", "Ask")
    await town.says("lena", "We have the best prices", SQUARE)
    await town.passes(SOON)
    assert town.count("", "would like to talk") + town.count("", "We have the best prices") >= 1

    question = standing(town, "We have the best prices")
    await town.happens("jonas", Said("/report sells things", question), SQUARE)
    assert "Whoever runs this service will read" in town.told("jonas")
    await town.says("olga", "/report", SQUARE)
    assert "Which card is it about?" in town.told("olga")
    await town.taps("olga", "sewing")
    kept = await reports(town)
    assert {one.card for one in kept} == {kept[0].card}
    assert {one.why for one in kept} == {"sells things", ""}
    assert "We have the best prices" in kept[0].words
    assert "lena" not in kept[0].words.casefold()
    yes = town.key("Yes")

    await stops(town, kept[0].card)

    assert town.count("", "has stopped “sewing”") == 1
    assert town.count("", "It sells.") == 1
    assert town.count("", "They took it back") == 1
    for person in SEWERS:
        assert town.count(person, "has stopped") == 0
        await town.taps_old(person, yes)
    assert town.count("", "Both sides said yes") == 0
    with pytest.raises(Refused, match="refused-stop-over"):
        await stops(town, kept[0].card)


async def test_a_stopped_need_asks_nobody_any_more(town: Town) -> None:
    """Whoever was being asked about it is free; it is reported by either side as the other's; over is over."""
    await town.says("omar", "/offer CNC plywood | Graz | evenings", SQUARE)
    await town.says("lena", "/need plywood cut to size | Graz", YARD)
    await town.passes(SOON)
    yes = town.key_of("omar", "Yes, let us meet")
    await town.happens("omar", Said("/report odd", standing(town, "Someone needs")), SQUARE)
    assert "“plywood cut to size”" in town.told("omar")
    (kept,) = await reports(town)

    await stops(town, kept.id)

    assert "OVER" in repr(await town.rows(pairings)).upper()
    await town.taps_old("omar", yes)
    assert town.count("lena", "offers “CNC plywood”") == 0
    assert town.count("omar", "Write to Lena") == 0
    with pytest.raises(Refused, match="refused-stop-over"):
        await stops(town, kept.card)
    await town.says("mei", "/pledge Clean the river | at least 12 | by 20 May", SQUARE)
    pledge = await town.pledge()
    await stops(town, f"pledge:{pledge}")
    with pytest.raises(Refused, match="refused-stop-over"):
        await stops(town, f"pledge:{pledge}")
