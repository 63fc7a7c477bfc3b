"""Whatever is said, repeated, rested, resumed, taken back or closed: does only what may cross cross, once and in order?

The real application on a real SQLite file; two groups with a place each, and a courier who notes what arrives where.
"""

import asyncio
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from core.app.dispatch import Application
from core.app.links.kept import party_of
from core.app.queue import Deed, Leased
from core.app.turn import Node
from core.clock import VirtualClock
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.ids import ChoiceKey, EventKey, GroupId, LinkId, MessengerName, ProposalId
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import (
    AccountRef,
    ChatKind,
    ChatRef,
    Deleted,
    Edited,
    Incoming,
    MessageRef,
    Said,
    Tapped,
    What,
)
from core.storage.tables import outbox, shares
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier

TOWN = MessengerName("town")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.ABSENT, Can.NATIVE, True, 4000, 80, 25, hears_talk=True
)
SIDES = ("here", "there")
OTHER = {"here": "there", "there": "here"}
LINK = LinkId("the-link")
_SAID = re.compile(r"word (\d+)")

sides = st.sampled_from(SIDES)


class Noting(Courier):
    """Carries everything at once and notes the shares that arrive, by place: (place, number)."""

    def __init__(self, store: Database, application: Application, clock: VirtualClock) -> None:
        super().__init__(store, application, clock, TOWN)
        self.arrived: list[tuple[str, int]] = []
        self.erased: set[str] = set()

    async def _do(self, one: Leased) -> None:
        if one.sending.deed is Deed.SEND and one.sending.about.startswith("share:") and one.chat is not None:
            assert one.sending.message is not None
            shown = " ".join(str(line.text.values) for line in one.sending.message.lines)
            self.arrived += [(one.chat.id, int(number)) for number in _SAID.findall(shown)]
        await super()._do(one)


class Line(RuleBasedStateMachine):
    """Two groups of one, each in its place."""

    template: ClassVar[Template]

    @initialize()
    def open(self) -> None:
        """Lay out the line."""
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = VirtualClock(datetime(2026, 5, 1, 10, tzinfo=UTC))
        self.events = 0
        self.said: list[tuple[str, int]] = []
        self.may: set[tuple[str, int]] = set()
        self.stage = dict.fromkeys(SIDES, "open")
        self.last: Incoming | None = None
        self.runner.run(self._open())

    @rule(side=sides, times=st.sampled_from((1, 1, 1, 8)))
    def someone_speaks(self, side: str, times: int) -> None:
        """A member says something in the place, once or many times in a minute."""
        for _ in range(times):
            number = self.events
            self.said.append((side, number))
            if set(self.stage.values()) == {"open"}:
                self.may.add((OTHER[side], number))
            self._happens(side, Said(f"word {number}", message=self._message(side, number)))

    @rule(side=sides)
    def a_stranger_speaks(self, side: str) -> None:
        """Somebody who is in no group of the line says something there."""
        self._happens(side, Said(f"word {self.events}", message=self._message(side, self.events)), "stranger")

    @rule(side=sides)
    def a_bridge_echoes(self, side: str) -> None:
        """A third party's bridge brings back what had crossed, header and all, through a member's account."""
        echo = f"\u200b⇄ Ivo · Garden (Matrix)\nword {self.events}"
        self._happens(side, Said(echo, message=self._message(side, self.events)))

    @rule(choice=st.integers(0, 30))
    def someone_edits(self, choice: int) -> None:
        """A member changes what they said."""
        if self.said:
            side, number = self.said[choice % len(self.said)]
            self._happens(side, Edited(self._message(side, number), f"word {number}, said better"))

    @rule(choice=st.integers(0, 30))
    def someone_takes_back(self, choice: int) -> None:
        """A member deletes what they said."""
        if self.said:
            side, number = self.said[choice % len(self.said)]
            self._happens(side, Deleted(self._message(side, number)))

    @rule(side=sides, step=st.sampled_from(("pause", "resume", "pause", "resume", "close")))
    def an_end_is_turned(self, side: str, step: str) -> None:
        """A member rests, resumes or closes their end, by any button that was ever shown."""
        self._happens(side, Said("/links"))
        data = {"link": LINK, "group": side}
        key = self.runner.run(self._key(f"link.{step}", data))
        closed = "gone" in self.stage.values()
        self._happens(side, Tapped(key))
        if not closed:
            self.stage[side] = {"pause": "paused", "resume": "open", "close": "gone"}[step]

    @rule()
    def the_last_event_comes_again(self) -> None:
        """The messenger delivers an event twice."""
        if self.last is not None:
            self.runner.run(self._act(self.last))

    @rule(seconds=st.sampled_from((1, 20, 61, 3600)))
    def time_passes(self, seconds: int) -> None:
        """Let what is due ring."""
        self.clock.advance(timedelta(seconds=seconds))
        self.runner.run(self._ring())

    @invariant()
    def only_what_may_crosses_once_and_in_order(self) -> None:
        """Nothing through a resting or closed end, nothing of strangers and echoes, nothing twice, all in order."""
        if not hasattr(self, "courier"):
            return
        assert len(set(self.courier.arrived)) == len(self.courier.arrived)
        assert set(self.courier.arrived) <= self.may
        for side in SIDES:
            numbers = [number for place, number in self.courier.arrived if place == side]
            assert numbers == sorted(numbers)

    @invariant()
    def no_word_is_kept(self) -> None:
        """What has arrived is nowhere in our database; what waits is there only while the line is open."""
        if not hasattr(self, "courier"):
            return
        packed, held = self.runner.run(self._kept())
        assert packed == []
        if "open" not in self.stage.values():
            assert held == []

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.runner.run(self.store.close())
        self.runner.close()
        Line.template.drop()
        shutil.rmtree(self.folder)

    async def _open(self) -> None:
        self.store = Database.at(Line.template.copy(self.folder))
        self.application = Application(self.store, self.clock, Node("en", "UTC", lambda _chat: ABLE))
        self.courier = Noting(self.store, self.application, self.clock)
        now = self.clock.now()
        async with self.store.write() as work:
            groups = []
            for side in SIDES:
                account = await work.people.account(AccountRef(TOWN, side, side.title(), "en"), "en", now)
                members = (Member(account.person, "", now),)
                group = Group(GroupId(side), side, ProposalId("p"), GroupStage.LIVING, members, "en", now)
                await work.groups.put(group)
                groups.append(group)
            await work.links.put(link_of(LINK, *map(party_of, groups)))
            for group in groups:
                chat = await work.people.chat(ChatRef(TOWN, group.id, ChatKind.ROOM), "en")
                await work.links.put_place(LINK, party_of(group), chat.id)

    async def _key(self, action: str, data: dict[str, str]) -> ChoiceKey:
        async with self.store.write() as work:
            return await work.queue.offer("any card", action, data, None)

    async def _kept(self) -> tuple[list[object], list[object]]:
        async with self.store.read() as work:
            crossed = outbox.c.about.startswith("share:")
            packed = await work.connection.execute(
                select(outbox.c.message).where(crossed, outbox.c.message.is_not(None))
            )
            held = await work.connection.execute(select(shares.c.held).where(shares.c.held.is_not(None)))
            return list(packed.scalars().all()), list(held.scalars().all())

    def _message(self, side: str, number: int) -> MessageRef:
        return MessageRef(ChatRef(TOWN, side, ChatKind.ROOM), f"said-{number}")

    def _happens(self, side: str, what: What, person: str = "") -> None:
        self.events += 1
        account = AccountRef(TOWN, person or side, (person or side).title(), "en")
        key = EventKey(f"e{self.events}")
        self.last = Incoming(key, ChatRef(TOWN, side, ChatKind.ROOM), account, what, self.clock.now())
        self.runner.run(self._act(self.last))

    async def _act(self, incoming: Incoming) -> None:
        await self.application.handle(incoming)
        await self.courier.deliver()

    async def _ring(self) -> None:
        while await self.application.ring():
            await self.courier.deliver()


def test_the_machine_carries_something() -> None:
    """What one group says in its place is what the other reads: the rules above watch over a line that works."""
    line = Line()
    line.open()
    line.someone_speaks("here", 1)
    line.someone_speaks("there", 1)
    line.someone_speaks("here", 20)
    line.time_passes(61)
    line.only_what_may_crosses_once_and_in_order()
    line.no_word_is_kept()

    assert [number for _place, number in line.courier.arrived[:3]] == [0, 1, 2]
    assert len(line.courier.arrived) == 1 + 1 + 11 + 3
    line.teardown()


def test_whatever_is_shared_the_line_carries_it(template: Template) -> None:
    """Whatever two sides share, change, take away and close, the other side reads what it should."""
    Line.template = template
    run_state_machine_as_test(
        Line,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
