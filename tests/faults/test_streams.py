"""Does the house do what a page of plain rules says it does, whoever types and taps what, where and in whatever order?

Random streams of commands from five people on three messengers, one of them on two, run against the whole application
on a real database and against a model of a hundred lines. `pytest --long` plays 10,000 streams.
"""

import asyncio
import logging
import os
import re
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.constitution import OPEN_PROPOSALS_PER_PERSON, SEATS_PER_PERSON
from core.groups.proposal import ProposalStage
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped, What
from core.storage.tables import accounts, chats, choices, follows, notices, proposal_waiting, proposals, seats
from core.storage.work import Database
from tests.databases import KINDS, Template
from tests.flows.courier import Courier
from tests.flows.test_constitution import Mistakes
from tests.flows.worlds import ABLE

SHORT, LONG = 12, 10_000
MEMORY = next((one for one in ("/dev/shm",) if os.access(one, os.W_OK)), None)
"""Where files need no disk, if there is such a place: thousands of houses, each for a second."""

START = datetime(2026, 5, 1, 10, tzinfo=UTC)
MOST_NOTICES = 10

TOWN, VALE, HILL = (MessengerName(name) for name in ("town", "vale", "hill"))
CAN = {
    TOWN: ABLE,
    VALE: replace(ABLE, buttons=Can.IMITATED, private_answers=Can.ABSENT, command_prefix="!"),
    HILL: replace(ABLE, private_answers=Can.ABSENT),
}
PEOPLE = {"lena": (TOWN, HILL), "omar": (TOWN,), "mei": (VALE,), "ivo": (VALE,), "ada": (HILL,)}
"""Lena is one person on two messengers."""

TITLES = ("Zorblat", "Quimmery", "Fennwick", "Lothbar", "Drusk", "Vappelin", "Oxgrind", "Yelm")
WANTED = ("red", "blue")
MOST = 4
NOISE = (
    "/help", "/group", "/contract", "/constitution", "/topics", "/cards", "/lang en", "/zone Berlin", "/mute",
    "/versions", "/links", "/agreements", "/reminders", "/propsoe x", "/follow", "/need", "7", "hello", "/find Zorblat",
    "/report", "/propose @everyone | need: \u202e | 99 people", "/leave", "/decide x", "/platform making",
)  # fmt: skip


@dataclass
class Modelled:
    """A proposal as the rules have it."""

    proposer: str
    seats: dict[str, str | None]
    waiting: list[str] = field(default_factory=list)

    @property
    def people(self) -> set[str]:
        """Say who is in."""
        return {person for person in self.seats.values() if person}


class Model:
    """What the house should be like; names only, no ids, no database."""

    def __init__(self) -> None:
        self.proposals: dict[str, Modelled] = {}
        self.follows: dict[str, set[str]] = {}
        self.notices: dict[str, list[str]] = {}

    def proposes(self, person: str, title: str) -> None:
        """Two open proposals for each person, five seats; whoever proposes is in."""
        mine = [one for one in self.proposals.values() if one.proposer == person]
        if title in self.proposals or len(mine) >= OPEN_PROPOSALS_PER_PERSON or self.full(person):
            return
        self.proposals[title] = Modelled(person, {**dict.fromkeys(WANTED), "": person})

    def takes(self, person: str, title: str, seat: str) -> None:
        """A free seat is theirs, and the one they had is not; a taken one, or a full table, is waited for."""
        one = self.proposals.get(title)
        if one is None or one.seats.get(seat) == person:
            return
        if person not in one.people and self.full(person):
            return
        if one.seats[seat] is not None or (person not in one.people and len(one.people) >= MOST):
            if person not in one.waiting:
                one.waiting.append(person)
            return
        self._gets_up(one, person)
        one.seats[seat] = person
        one.waiting = [waiting for waiting in one.waiting if waiting != person]

    def gets_up(self, person: str, title: str) -> None:
        """Nobody is asked why."""
        one = self.proposals.get(title)
        if one is not None:
            self._gets_up(one, person)
            one.waiting = [waiting for waiting in one.waiting if waiting != person]

    def needs(self, person: str, what: str) -> None:
        """Ten cards for each person."""
        mine = self.notices.setdefault(person, [])
        if len(mine) < MOST_NOTICES:
            mine.append(what)

    def full(self, person: str) -> bool:
        """Say whether someone holds as many seats as one may."""
        return sum(person in one.people for one in self.proposals.values()) >= SEATS_PER_PERSON

    def _gets_up(self, one: Modelled, person: str) -> None:
        for seat, who in list(one.seats.items()):
            if who == person:
                if seat in WANTED:
                    one.seats[seat] = None
                else:
                    del one.seats[seat]


people = st.sampled_from([(person, at) for person, ats in PEOPLE.items() for at in ats])
titles = st.sampled_from(TITLES)
steps = st.one_of(
    st.tuples(st.just("propose"), people, titles),
    st.tuples(st.just("take"), people, titles, st.sampled_from(WANTED)),
    st.tuples(st.just("take"), people, titles, st.sampled_from(WANTED)),
    st.tuples(st.just("not-now"), people, titles),
    st.tuples(st.just("follow"), people, st.sampled_from(("repair", "garden", "chess"))),
    st.tuples(st.just("unfollow"), people, st.sampled_from(("repair", "garden", "chess"))),
    st.tuples(st.just("need"), people, st.sampled_from(("a ladder", "an anvil", "some rope"))),
    st.tuples(st.just("noise"), people, st.sampled_from(NOISE)),
    st.tuples(st.just("again")),
    st.tuples(st.just("hours"), st.integers(1, 5)),
)


class House:
    """The real thing, and the model beside it."""

    def __init__(self, address: str, begun: int = 1_000) -> None:
        self.clock, self.model = VirtualClock(START), Model()
        self.store = Database.at(address)
        self.application = Application(self.store, self.clock, Node("en", "UTC", lambda chat: CAN[chat.messenger]))
        self.couriers = {at: Courier(self.store, self.application, self.clock, at) for at in CAN}
        self.events = begun
        self.last: Incoming | None = None

    async def begins(self) -> None:
        """Let everybody come, and Lena say that she is one person on both her messengers."""
        for person, ats in PEOPLE.items():
            for at in ats:
                await self.happens(person, at, Said("/start"), private=True)
        await self.happens("lena", TOWN, Said("/link"), private=True)
        said = "\n".join(words for _who, words in self.couriers[TOWN].words)
        code = re.search(r"Your code is (\w{8})", said)
        assert code is not None
        await self.happens("lena", HILL, Said(f"/link {code[1]}"), private=True)
        await self.happens("lena", TOWN, Tapped(await self.key("link.yes")), private=True)

    async def plays(self, step: tuple[Any, ...]) -> None:
        """Play one step in both."""
        kind, *more = step
        if kind == "again":
            if self.last is not None:
                await self.application.handle(self.last)
            return
        if kind == "hours":
            self.clock.advance(timedelta(hours=more[0]))
            while await self.application.ring():
                await self.deliver()
            return
        (person, at), what, *seat = more
        square = f"square-{at}"
        if kind == "propose":
            self.model.proposes(person, what)
            line = f"/propose {what} | need: {', '.join(WANTED)} | 3-{MOST} people | in 3 weeks"
            await self.happens(person, at, Said(line))
            if what not in self.model.proposals:
                await self.happens(person, at, Said("/cancel"))
        elif kind == "take":
            self.model.takes(person, what, seat[0])
            await self.taps(person, at, "proposal.take", what, seat[0])
        elif kind == "not-now":
            self.model.gets_up(person, what)
            await self.taps(person, at, "proposal.not-now", what, None)
        elif kind == "follow":
            self.model.follows.setdefault(square, set()).add(what)
            await self.happens(person, at, Said(f"/follow {what}"))
        elif kind == "unfollow":
            self.model.follows.setdefault(square, set()).discard(what)
            await self.happens(person, at, Said(f"/unfollow {what}"))
        elif kind == "need":
            self.model.needs(person, what)
            await self.happens(person, at, Said(f"/need {what} | - | - | -"))
        else:
            await self.happens(person, at, Said(what))
            await self.happens(person, at, Said("/cancel"))

    async def taps(self, person: str, at: MessengerName, action: str, title: str, seat: str | None) -> None:
        """Tap a choice on a proposal's card, if such a card was ever shown."""
        async with self.store.read() as work:
            found = await work.connection.execute(select(proposals.c.id).where(proposals.c.what == title))
            proposal = found.scalars().first()
            if proposal is None:
                return
            place = select(seats.c.id).where(seats.c.proposal == proposal, seats.c.name == (seat or ""))
            wanted = (await work.connection.execute(place)).scalars().first()
            rows = (await work.connection.execute(select(choices).where(choices.c.action == action))).mappings().all()
        keys = [
            row["key"]
            for row in rows
            if row["data"].get("proposal") == proposal and (seat is None or row["data"].get("seat") == wanted)
        ]
        if keys:
            await self.happens(person, at, Tapped(ChoiceKey(keys[0])))

    async def key(self, action: str) -> ChoiceKey:
        """Return the one choice of an action."""
        async with self.store.read() as work:
            found = await work.connection.execute(select(choices.c.key).where(choices.c.action == action))
            return ChoiceKey(found.scalar_one())

    async def happens(self, person: str, at: MessengerName, what: What, private: bool = False) -> None:
        """Let something happen in a messenger's square, or in private."""
        self.events += 1
        alone = ChatRef(at, f"private-{person}", ChatKind.PRIVATE)
        chat = alone if private else ChatRef(at, f"square-{at}", title="Square")
        account = AccountRef(at, f"{person}@{at}", person, "en")
        self.last = Incoming(EventKey(f"e{self.events}"), chat, account, what, self.clock.now())
        await self.application.handle(self.last)
        await self.deliver()

    async def deliver(self) -> None:
        """Carry what is to be said, on every messenger."""
        for courier in self.couriers.values():
            await courier.deliver()

    async def compares(self) -> None:
        """Compare everything the model knows with what lies in the database."""
        async with self.store.read() as work:
            rows = (await work.connection.execute(select(accounts.c.person, accounts.c.name))).all()
            names = {row.person: row.name for row in rows}
            titled = {row.id: row.what for row in await work.connection.execute(select(proposals).where(_OPEN))}
            sits: dict[str, dict[str, str | None]] = {title: {} for title in titled.values()}
            for row in await work.connection.execute(select(seats)):
                if row.proposal in titled:
                    sits[titled[row.proposal]][row.name] = names[row.person] if row.person else None
            waits: dict[str, list[str]] = {title: [] for title in titled.values()}
            for row in await work.connection.execute(select(proposal_waiting).order_by(proposal_waiting.c.place)):
                if row.proposal in titled:
                    waits[titled[row.proposal]].append(names[row.person])
            heard = select(chats.c.messenger_id, follows.c.topic).join(follows, follows.c.chat == chats.c.id)
            followed: dict[str, set[str]] = {}
            for row in await work.connection.execute(heard):
                followed.setdefault(row.messenger_id, set()).add(row.topic)
            needed: dict[str, list[str]] = {}
            for row in await work.connection.execute(select(notices).where(notices.c.stage == "open")):
                needed.setdefault(names[row.person], []).append(row.what)
        assert sits == {title: one.seats for title, one in self.model.proposals.items()}
        assert waits == {title: one.waiting for title, one in self.model.proposals.items()}
        assert followed == {chat: topics for chat, topics in self.model.follows.items() if topics}
        expected = {person: sorted(what) for person, what in self.model.notices.items()}
        assert {person: sorted(what) for person, what in needed.items()} == expected


_OPEN = proposals.c.stage.in_((ProposalStage.OPEN, ProposalStage.STARTING))


async def play(stream: list[tuple[Any, ...]], template: Template, begun: str) -> None:
    """Play a stream in a house of its own, and compare after every step."""
    mistakes, folder = Mistakes(), Path(tempfile.mkdtemp(dir=MEMORY))
    logging.getLogger("core").addHandler(mistakes)
    house = House(template.copy(folder, begun))
    try:
        for step in stream:
            await house.plays(step)
            assert not mistakes.seen, step
            await house.compares()
    finally:
        logging.getLogger("core").removeHandler(mistakes)
        await house.store.close()
        template.drop()
        shutil.rmtree(folder)


async def begin(address: str) -> None:
    """Let everybody come, and Lena be one person on two messengers."""
    house = House(address, 0)
    await house.begins()
    await house.store.close()


@pytest.mark.parametrize("template", KINDS, indirect=True)
def test_streams_of_commands_do_what_the_model_says(
    template: Template, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """After every command: who sits where, who waits, what is followed and what is needed, is as the model has it."""
    address = template.copy(tmp_path)
    asyncio.run(begin(address))
    begun = template.keep(address, tmp_path)
    examples = LONG if request.config.getoption("--long") else SHORT

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(steps, min_size=1, max_size=14))
    def streams(stream: list[tuple[Any, ...]]) -> None:
        asyncio.run(play(stream, template, begun))

    streams()
