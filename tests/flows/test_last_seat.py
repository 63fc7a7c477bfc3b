"""Who gets the last seat when two tap at the same moment from different chats?

Two houses on one database, as two processes would be: nothing in memory could help.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.groups.proposal import Proposal
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatRef, Incoming, Said, Tapped, What
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier

TOWN = MessengerName("town")
SQUARE, GARDEN = ChatRef(TOWN, "square", title="Square"), ChatRef(TOWN, "garden", title="Garden")
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25)


class TwoHouses:
    """Two applications with a store each, on one database."""

    def __init__(self, url: str) -> None:
        self.stores = [Database.at(url) for _ in range(2)]
        clock = VirtualClock(NOW)
        node = Node("en", "UTC", lambda _chat: ABLE)
        self.houses = [Application(store, clock, node) for store in self.stores]
        self.courier = Courier(self.stores[0], self.houses[0], clock, TOWN)
        self._events = 0

    def event(self, person: str, chat: ChatRef, what: What) -> Incoming:
        """Make an event that nobody has seen yet."""
        self._events += 1
        return Incoming(EventKey(f"e{self._events}"), chat, AccountRef(TOWN, person, person.title(), "en"), what, NOW)

    async def happens(self, person: str, what: What, chat: ChatRef = SQUARE) -> None:
        """Let one thing happen, and carry what is said."""
        await self.houses[0].handle(self.event(person, chat, what))
        await self.courier.deliver()

    async def choice(self, action: str, **data: str) -> ChoiceKey:
        """Find the key of a choice that was shown."""
        async with self.stores[0].read() as work:
            for key in reversed(self.courier.keys):
                kept = await work.queue.choice(key)
                if kept and kept.action == action and data.items() <= kept.data.items():
                    return key
        raise LookupError(action)

    async def proposal(self) -> Proposal:
        """Read the only proposal there is."""
        async with self.stores[0].read() as work:
            (only,) = await work.proposals.gathering()
            return only


@pytest.fixture
async def houses(template: Template, tmp_path: Path) -> AsyncIterator[TwoHouses]:
    """Open two houses on a fresh database."""
    both = TwoHouses(template.copy(tmp_path))
    yield both
    for store in both.stores:
        await store.close()


@pytest.mark.parametrize("first", [0, 1] * 5)
async def test_two_tap_the_last_seat(houses: TwoHouses, first: int) -> None:
    """One wins, the other is on the waiting list at once; nobody is lost, nobody sits twice."""
    await houses.happens("lena", Said("/propose Choir | need: alto | 3-7 people | in 2 weeks"))
    seat = (await houses.proposal()).seats[0]
    key = await houses.choice("proposal.take", seat=seat.id)
    taps = [houses.event("omar", SQUARE, Tapped(key)), houses.event("mei", GARDEN, Tapped(key))]

    await asyncio.gather(houses.houses[first].handle(taps[0]), houses.houses[1 - first].handle(taps[1]))

    after = await houses.proposal()
    assert len(after.people) == 2
    assert len(after.waiting) == 1
    assert len({*after.people, after.waiting[0].person}) == 3


async def test_one_event_delivered_to_both_at_once_acts_once(houses: TwoHouses) -> None:
    """A repeat that arrives at two processes in the same moment is still a repeat."""
    event = houses.event("lena", SQUARE, Said("/propose Choir | need: alto | 3-7 people | in 2 weeks"))

    await asyncio.gather(*(house.handle(event) for house in houses.houses))

    assert (await houses.proposal()).what == "Choir"


async def test_two_last_answers_at_once_make_one_group(houses: TwoHouses) -> None:
    """The last two yeses in the same moment found one group, not none and not two."""
    await houses.happens("lena", Said("/propose Choir | need: alto, bass | 3-7 people | in 2 weeks"))
    for person, seat in zip(("omar", "mei"), (await houses.proposal()).seats, strict=False):
        await houses.happens(person, Tapped(await houses.choice("proposal.take", seat=seat.id)))
    await houses.happens("lena", Tapped(await houses.choice("proposal.start")))
    ready = [await _ready_of(houses, person) for person in ("omar", "mei")]
    taps = [houses.event(person, SQUARE, Tapped(key)) for person, key in zip(("omar", "mei"), ready, strict=True)]

    await asyncio.gather(*(house.handle(tap) for house, tap in zip(houses.houses, taps, strict=True)))

    async with houses.stores[0].read() as work:
        account = await work.people.find_account(AccountRef(TOWN, "lena"))
        assert account is not None
        (group,) = await work.groups.of_person(account.person)
        assert len(group.people) == 3
        assert not await work.proposals.gathering()


async def _ready_of(houses: TwoHouses, person: str) -> ChoiceKey:
    async with houses.stores[0].read() as work:
        account = await work.people.find_account(AccountRef(TOWN, person))
        assert account is not None
        for key in reversed(houses.courier.keys):
            kept = await work.queue.choice(key)
            if kept and kept.action == "proposal.ready" and kept.reader == account.person:
                return key
    raise LookupError(person)
