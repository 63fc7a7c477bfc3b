"""Do the caps hold when many ask at the same moment, through two processes on one PostgreSQL?"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import update

from core.app.dispatch import Application
from core.app.needs.post import MOST_OPEN
from core.app.turn import Node
from core.clock import VirtualClock
from core.constitution import OPEN_INTRODUCTIONS_PER_GROUP, OPEN_PROPOSALS_PER_PERSON, SEATS_PER_PERSON
from core.exchange.caps import ASKS_A_WEEK
from core.exchange.introductions import seems_open
from core.groups.group import Group, GroupStage, Member
from core.ids import ChoiceKey, EventKey, GroupId, ProposalId, new_id
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped, What
from core.storage.tables import accounts
from core.storage.work import Database
from tests.flows.worlds import ABLE, START, TOWN

LINE = "We do good things"
WEEK = timedelta(days=7)


class Two:
    """One installation in two processes, and people who all act at once."""

    def __init__(self, url: str) -> None:
        self.clock = VirtualClock(START)
        self.stores = [Database.at(url) for _process in range(2)]
        node = Node("en", "UTC", lambda _chat: ABLE)
        self.applications = [Application(store, self.clock, node) for store in self.stores]

    async def group(self, name: str, *people: str) -> GroupId:
        """Let a group live."""
        async with self.stores[0].write() as work:
            found = [await work.people.account(_account(one), "en", START) for one in people]
            members = tuple(Member(one.person, "hands", START) for one in found)
            group = Group(GroupId(new_id()), name, ProposalId("none"), GroupStage.LIVING, members, "en", START)
            await work.groups.put(group)
        return group.id

    async def key(self, action: str, data: dict[str, str]) -> ChoiceKey:
        """Return the key of a choice, as a message would show it."""
        async with self.stores[0].write() as work:
            return await work.queue.offer("any card", action, data, None)

    async def at_once(self, doing: Sequence[tuple[str, What]]) -> None:
        """Let everyone do what they do at the same moment, every second one through the other process."""
        private = [ChatRef(TOWN, f"private-{person}", ChatKind.PRIVATE) for person, _what in doing]
        happened = [
            Incoming(EventKey(new_id()), chat, _account(person), what, START)
            for chat, (person, what) in zip(private, doing, strict=True)
        ]
        acts = [self.applications[place % 2].handle(one) for place, one in enumerate(happened)]
        await asyncio.gather(*acts)

    async def close(self) -> None:
        """Leave nothing open."""
        for store in self.stores:
            await store.close()


@pytest.fixture
async def two(postgres_url: str) -> AsyncIterator[Two]:
    both = Two(postgres_url)
    yield both
    await both.close()


async def ask(two: Two, asking: Sequence[tuple[str, str, str]]) -> None:
    """Let people ask for what they seek, each for a group or themselves, all at once."""
    keys = [await two.key("meet.ask", {"what": what, "group": group}) for _person, group, what in asking]
    await two.at_once([(one[0], Tapped(key)) for one, key in zip(asking, keys, strict=True)])
    await two.at_once([(person, Said(LINE)) for person, _group, _what in asking])


@pytest.mark.parametrize("alone", [False, True])
async def test_three_introductions_are_open_at_most(two: Two, alone: bool) -> None:
    """A group, or a person for themselves on all accounts, has three open, however many ask for it at once."""
    people = ("lena", "omar", "mei", "ana", "tom", "kai")
    group = "" if alone else await two.group("Repairs", *people)
    if alone:
        await _one_person(two, people)
    for name in range(6):
        await two.group(f"Chess number {name}", f"player {name}")

    await ask(two, [(person, group, f"chess number {place}") for place, person in enumerate(people)])

    async with two.stores[0].read() as work:
        lena = await work.people.find_account(_account("lena"))
        assert lena is not None
        asked = await work.introductions.asked_by(GroupId(group) if group else None, lena.person, START - WEEK)
    assert sum(seems_open(one.introduction, START) for one in asked) == OPEN_INTRODUCTIONS_PER_GROUP


async def test_nobody_is_asked_more_than_three_times_a_week(two: Two) -> None:
    """Seven groups that seek the same one at the same moment: it hears of three."""
    chess = await two.group("Chess", "player")
    groups = [await two.group(f"Group {place}", f"asker {place}") for place in range(7)]

    await ask(two, [(f"asker {place}", group, "chess") for place, group in enumerate(groups)])

    async with two.stores[0].read() as work:
        assert (await work.introductions.asks_since(START - WEEK)).get(chess) == ASKS_A_WEEK


async def test_groups_that_seek_each_other_at_once(two: Two) -> None:
    """Each asks the other at the same moment: both are asked, and nobody waits for ever."""
    names = ("Chess", "Sewing")
    groups = [await two.group(name, f"{name} {place}") for place, name in enumerate(names)]

    await ask(two, [("Chess 0", groups[0], "sewing"), ("Sewing 1", groups[1], "chess")])

    async with two.stores[0].read() as work:
        assert await work.introductions.asks_since(START - WEEK) == dict.fromkeys(groups, 1)


POSTED = (
    ("/propose {} | need: alto | 3-5 people | in 2 weeks", OPEN_PROPOSALS_PER_PERSON, "proposals"),
    ("/pledge {} | least: 3 | by: in 2 weeks", OPEN_PROPOSALS_PER_PERSON, "pledges"),
    ("/need {}", MOST_OPEN, "notices"),
)
THINGS = (
    *("Choir", "Beehives", "Tramlines", "Kites", "Zithers", "Maps"),
    *("Ovens", "Dykes", "Vowels", "Looms", "Quilts", "Jigs"),
)


@pytest.mark.parametrize(("line", "most", "kind"), POSTED)
async def test_nobody_opens_more_than_one_may(two: Two, line: str, most: int, kind: str) -> None:
    """A person on twelve accounts posts from all of them at the same moment; the cap is theirs, not the account's."""
    names = [f"lena {place}" for place in range(len(THINGS))]
    await _one_person(two, names)

    await two.at_once([(name, Said(line.format(thing))) for name, thing in zip(names, THINGS, strict=True)])

    assert await _posted(two, kind, names[0]) == most


async def test_nobody_sits_in_more_than_five_places(two: Two) -> None:
    """Eight proposals of others, and one person who takes a seat in each at the same moment."""
    names = [f"lena {place}" for place in range(8)]
    await _one_person(two, names)
    taking = []
    for place, thing in enumerate(THINGS[:8]):
        line = f"/propose {thing} | need: alto | 3-5 people | in 2 weeks"
        await two.at_once([(f"asker {place}", Said(line))])
    async with two.stores[0].read() as work:
        open_now = await work.proposals.gathering()
    for name, proposal in zip(names, open_now, strict=True):
        seat = next(seat for seat in proposal.seats if seat.wanted)
        taking.append((name, Tapped(await two.key("proposal.take", {"proposal": proposal.id, "seat": seat.id}))))

    await two.at_once(taking)

    async with two.stores[0].read() as work:
        lena = await work.people.find_account(_account(names[0]))
        assert lena is not None
        assert await work.proposals.seats_of(lena.person) == SEATS_PER_PERSON


async def _posted(two: Two, kind: str, name: str) -> int:
    async with two.stores[0].read() as work:
        lena = await work.people.find_account(_account(name))
        assert lena is not None
        if kind == "notices":
            return len(await work.notices.open_of(lena.person, ()))
        return await (work.proposals if kind == "proposals" else work.pledges).open_of(lena.person)


async def _one_person(two: Two, names: Sequence[str]) -> None:
    """Make all accounts one person's."""
    async with two.stores[0].write() as work:
        found = [await work.people.account(_account(one), "en", START) for one in names]
        ids = [one.id for one in found]
        await work.connection.execute(update(accounts).where(accounts.c.id.in_(ids)).values(person=found[0].person))


def _account(person: str) -> AccountRef:
    return AccountRef(TOWN, person, person.title(), "en")
