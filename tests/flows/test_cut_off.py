"""Is an answer lost when it comes before the house knows what stands in the chat?

A process was killed after it had sent something and before it noted so; people have long read it.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app import early
from core.app.dispatch import Application
from core.app.outbox import Leased
from core.app.reminding.ports import Whom
from core.app.turn import Node
from core.clock import VirtualClock
from core.groups.proposal import Proposal, ProposalStage
from core.ids import EventKey, MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatRef, Incoming, MessageRef, Reacted, Said, What
from core.messenger.fit import SYMBOLS
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import LEASE, Courier

TOWN = MessengerName("town")
SQUARE = ChatRef(TOWN, "square", title="Square")
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
BY_NUMBER = Capabilities(
    Can.IMITATED, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)
PROPOSAL = "/propose Choir | need: alto, bass | 3-7 people | in 2 weeks"
LONGER_THAN_A_SEND = 2 * early.SOON * early.pause(0) + 0.5
"""Seconds after which nobody waits any more for what was never tried; looking takes time, too."""


class Town:
    """A house whose messages arrive when the test says so."""

    def __init__(self, url: str) -> None:
        clock = VirtualClock(NOW)
        self.store = Database.at(url)
        self.application = Application(self.store, clock, Node("en", "UTC", lambda _chat: BY_NUMBER))
        self.courier = Courier(self.store, self.application, clock, TOWN)
        self._events = 0

    async def happens(self, person: str, what: What) -> None:
        """Let one thing happen; what is said of it stays in the outbox."""
        self._events += 1
        key = EventKey(f"e{self._events}")
        await self.application.handle(Incoming(key, SQUARE, AccountRef(TOWN, person, person.title(), "en"), what, NOW))

    async def sends(self) -> Sequence[Leased]:
        """Take what waits, as a process does that is killed before it notes what arrived."""
        return await self.store.outbox.lease("killed", [TOWN], NOW, NOW + LEASE, 10)

    async def notes(self, sent: Sequence[Leased], message: MessageRef | None) -> None:
        """Let the next process say the same again, and hear under which name it stands there."""
        await self.store.outbox.reclaim("killed", NOW)
        assert [one.sending.id for one in await self.sends()] == [one.sending.id for one in sent]
        for one in sent:
            await self.store.outbox.done(one.sending.id, message, NOW)

    async def proposal(self) -> Proposal:
        """Read the only proposal there is."""
        async with self.store.read() as work:
            (only,) = await work.proposals.gathering()
            return only


@pytest.fixture
async def town(template: Template, tmp_path: Path) -> AsyncIterator[Town]:
    """Open a house on a fresh database."""
    one = Town(template.copy(tmp_path))
    yield one
    await one.store.close()


@pytest.mark.parametrize("answers", ["reaction", "number", "number in reply"])
async def test_an_answer_waits_for_the_name_of_what_it_answers(town: Town, answers: str) -> None:
    """Who answers a card whose send was cut off has their seat once the card was sent again."""
    card = MessageRef(SQUARE, "m1")
    await town.happens("lena", Said(PROPOSAL))
    sent = await town.sends()
    what: dict[str, What] = {
        "reaction": Reacted(card, SYMBOLS[0]),
        "number": Said("1"),
        "number in reply": Said("1", reply_to=card),
    }

    answering = asyncio.create_task(town.happens("omar", what[answers]))
    await asyncio.sleep(LONGER_THAN_A_SEND)
    assert not answering.done()
    await town.notes(sent, card)
    await asyncio.wait_for(answering, 60)

    assert len((await town.proposal()).people) == 2


async def answered_early(town: Town, words: str) -> None:
    """Let Omar answer a card that stands there before we know it; once we do, it is done."""
    card = MessageRef(SQUARE, "m1")
    await town.happens("lena", Said(PROPOSAL))
    sent = await town.sends()

    answering = asyncio.create_task(town.happens("omar", Said(words, reply_to=card)))
    await asyncio.sleep(0.5)
    assert not answering.done()
    await town.notes(sent, card)
    await asyncio.wait_for(answering, 60)


async def test_a_command_waits_for_the_name_of_what_it_answers(town: Town) -> None:
    """Who answers a card with a command as soon as it stands there means that card, not any."""
    await answered_early(town, "/report our money")

    async with town.store.read() as work:
        assert [one.why for one in await work.guards.reports(10)] == ["our money"]


async def test_stop_waits_for_the_name_of_what_it_answers(town: Town) -> None:
    """Who answers what I say with "stop" the moment it appears is obeyed, though I do not know yet that it was mine."""
    await answered_early(town, "stop")

    async with town.store.read() as work:
        reach = await work.reminders.reach(Whom(chat=(await town.proposal()).chat))
    assert reach.stopped


async def test_talk_waits_for_nothing_that_nobody_can_see(town: Town) -> None:
    """However much waits to be said in a chat, people who answer each other are not held up by it."""
    for _ in range(3):
        await town.happens("lena", Said(PROPOSAL))

    await asyncio.wait_for(town.happens("omar", Said("well said", reply_to=MessageRef(SQUARE, "p1"))), 1)


async def test_a_command_in_answer_to_people_waits_for_nobody(town: Town) -> None:
    """Where nothing of ours is on its way, a command that answers what somebody said acts at once."""
    await town.happens("lena", Said(PROPOSAL))
    await town.notes(await town.sends(), MessageRef(SQUARE, "m1"))

    await asyncio.wait_for(town.happens("omar", Said("/help", reply_to=MessageRef(SQUARE, "p1"))), 1)


async def test_a_choice_that_an_edit_brought_is_not_lost(town: Town) -> None:
    """Who takes what the changed card offers, before the change was noted, has taken it."""
    card = MessageRef(SQUARE, "m1")
    await town.happens("lena", Said(PROPOSAL))
    await town.notes(await town.sends(), card)
    await town.happens("omar", Reacted(card, SYMBOLS[0]))
    await town.courier.deliver()
    await town.happens("mei", Reacted(card, SYMBOLS[1]))
    async with town.store.read() as work:
        before = len(await work.queue.choices_under(card))
    sent = await town.sends()
    (edit,) = [one for one in sent if len(one.sending.keys) > before]
    start = len(edit.sending.keys) - 1

    starting = asyncio.create_task(town.happens("lena", Reacted(card, SYMBOLS[start])))
    await asyncio.sleep(LONGER_THAN_A_SEND)
    assert not starting.done()
    await town.notes(sent, None)
    await asyncio.wait_for(starting, 60)

    assert (await town.proposal()).stage is ProposalStage.STARTING


async def test_what_was_never_sent_holds_nobody_up(town: Town) -> None:
    """A number in a chat where nothing was tried yet means what it can mean, after two seconds."""
    await town.happens("lena", Said(PROPOSAL))

    await asyncio.wait_for(town.happens("omar", Said("1")), 60)

    assert len((await town.proposal()).people) == 1
