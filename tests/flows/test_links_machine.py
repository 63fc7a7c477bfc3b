"""Whatever is said, repeated, rested, resumed, taken back or closed: does only what may cross cross, once and in order?

The real application on a real SQLite file; two groups with a place each, a third that may come in by consent of all,
and a courier who notes what arrives where.
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
from core.app.outbox import Leased
from core.app.queue import Deed
from core.app.turn import Node
from core.clock import VirtualClock
from core.contract.rounds import RoundKind
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.ids import ChoiceKey, EventKey, GroupId, LinkId, MessengerName, ProposalId, RoundId
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
SIDES = ("here", "there", "third")
LINK = LinkId("the-link")
TO_THIRD = LinkId("another-link")
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
    """Two groups of one, each in its place, and a third that only the first has met."""

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
        self.stage = {"here": "open", "there": "open", "third": "out"}
        self.consents: set[str] = set()
        self.last: Incoming | None = None
        self.runner.run(self._open())

    @rule(side=sides, times=st.sampled_from((1, 1, 1, 8)))
    def someone_speaks(self, side: str, times: int) -> None:
        """A member says something in the place, once or many times in a minute."""
        for _ in range(times):
            number = self.events
            self.said.append((side, number))
            listen = [other for other in SIDES if other != side and self.stage[other] == "open"]
            self.may |= {(other, number) for other in listen if self.stage[side] == "open"}
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
        closed = sum(stage in {"open", "paused"} for stage in self.stage.values()) < 2
        self._happens(side, Tapped(key))
        if not closed and self.stage[side] in {"open", "paused"}:
            self.stage[side] = {"pause": "paused", "resume": "open", "close": "gone"}[step]

    @rule(consenting=st.sets(sides, min_size=2))
    def a_third_is_invited(self, consenting: set[str]) -> None:
        """The first group asks whether the third may share the line; some consent at once."""
        data = {"link": LINK, "group": "here", "other": "third"}
        before = self.runner.run(self._questions())
        self._happens("here", Tapped(self.runner.run(self._key("link.widen-with", data))), alone=True)
        self._happens("here", Said("We keep bees"), alone=True)
        if self.runner.run(self._questions()) != before:
            self.consents.clear()
        for side in ("here", "third", "there"):
            if side in consenting:
                self.someone_consents(side)

    @rule(side=sides)
    def someone_consents(self, side: str) -> None:
        """A group says fine to whatever it is asked about the third."""
        for asked in self.runner.run(self._asked(side)):
            self.consents.add(side)
            self._happens(side, Tapped(self.runner.run(self._key("round.fine", {"round": asked}))))
        here = self.runner.run(self._on_the_line())
        if self.stage["third"] == "out" and "third" in here:
            assert self.consents == set(SIDES)
            self.stage["third"] = "open"

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
        spoke = {number: side for side, number in self.said}
        for side in SIDES:
            for other in SIDES:
                numbers = [one for place, one in self.courier.arrived if place == side and spoke.get(one) == other]
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
            await work.links.put(link_of(LINK, party_of(groups[0]), party_of(groups[1])))
            await work.links.put(link_of(TO_THIRD, party_of(groups[0]), party_of(groups[2])))
            for group in groups:
                chat = await work.people.chat(ChatRef(TOWN, group.id, ChatKind.ROOM), "en")
                await work.links.put_place(LINK, party_of(group), chat.id)

    async def _key(self, action: str, data: dict[str, str]) -> ChoiceKey:
        async with self.store.write() as work:
            return await work.queue.offer("any card", action, data, None)

    async def _questions(self) -> list[str]:
        return [one for side in SIDES for one in await self._asked(side)]

    async def _asked(self, side: str) -> list[RoundId]:
        async with self.store.read() as work:
            rounds = await work.rounds.open_in(GroupId(side))
            return [one.id for one in rounds if one.kind is RoundKind.WIDENING]

    async def _on_the_line(self) -> set[str]:
        async with self.store.read() as work:
            link = await work.links.get(LINK)
            assert link is not None
            return {side.id for side in link.here}

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

    def _happens(self, side: str, what: What, person: str = "", *, alone: bool = False) -> None:
        self.events += 1
        account = AccountRef(TOWN, person or side, (person or side).title(), "en")
        key = EventKey(f"e{self.events}")
        chat = ChatRef(TOWN, f"private-{side}", ChatKind.PRIVATE) if alone else ChatRef(TOWN, side, ChatKind.ROOM)
        self.last = Incoming(key, chat, account, what, self.clock.now())
        self.runner.run(self._act(self.last))

    async def _act(self, incoming: Incoming) -> None:
        await self.application.handle(incoming)
        await self.courier.deliver()

    async def _ring(self) -> None:
        while await self.application.ring():
            await self.courier.deliver()


def test_the_machine_carries_something(template: Template) -> None:
    """What one group says in its place is what the other reads: the rules above watch over a line that works."""
    Line.template = template
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


def test_a_hundred_kilobytes(template: Template) -> None:
    """Of a wall of text 6,000 signs cross, in messages that fit, each with its header; no more is kept."""
    Line.template = template
    line = Line()
    line.open()
    told = len(line.courier.words)
    line._happens("here", Said("We mend things. " * 6_400, message=line._message("here", 0)))
    line.no_word_is_kept()

    parts = [words for _reader, words in line.courier.words[told:]]
    assert len(parts) == 2
    assert all(part.startswith("⇄ Here · here") and len(part) <= ABLE.text_limit for part in parts)
    assert 5_900 < sum(map(len, parts)) < 6_200
    line.teardown()


def test_the_machine_lets_a_third_in(template: Template) -> None:
    """With the consent of all three the third reads what is said from then on, and only that."""
    Line.template = template
    line = Line()
    line.open()
    line.someone_speaks("there", 14)
    line.a_third_is_invited({"here", "third"})
    assert line.stage["third"] == "out"
    line.someone_consents("there")
    assert line.stage["third"] == "open"
    line.someone_speaks("there", 1)
    line.someone_speaks("third", 1)
    line.time_passes(61)
    line.only_what_may_crosses_once_and_in_order()

    read = [number for place, number in line.courier.arrived if place == "third"]
    assert len(read) == 1
    assert len([one for place, one in line.courier.arrived if place == "here"]) == 14 + 1 + 1
    line.teardown()


def test_whatever_is_shared_the_line_carries_it(template: Template) -> None:
    """Whatever two sides share, change, take away and close, the other side reads what it should."""
    Line.template = template
    run_state_machine_as_test(
        Line,
        settings=settings(
            max_examples=settings().max_examples // 33,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
