"""Does the constitution hold whatever people tap, say and repeat, in whatever order?

The real application on a real database; ten people tap anything that was ever shown to anyone, say anything,
leave, come back, repeat events, and let time pass.
"""

import asyncio
import logging
import shutil
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text as sql

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.contract.rounds import RoundStage, Voice
from core.groups.group import Group
from core.groups.proposal import Proposal
from core.ids import EventKey, GroupId, MessengerName, ProposalId, RoundId, VersionId
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped, What
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier

TOWN = MessengerName("town")
SQUARE = ChatRef(TOWN, "square", title="Square")
PEOPLE = ("lena", "omar", "mei", "jonas", "olga", "tomas", "aisha", "ivo", "vera", "ana")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)
WORDS = (
    "/leave",
    "/group",
    "/review",
    "/decide Tea at five",
    "/decide Which drill? | kind: advice",
    "/promise bake bread in 3 days",
    "/round What should we try next?",
    "/amend",
    "/concern 1",
    "/pause in 2 weeks",
    "/pledge Clean the river bank | at least 3 | in 5 days",
    "/bud",
    "/need a ramp | Graz",
    "/offer a ramp | Graz",
    "/cards",
    "/follow music",
    "/unfollow music",
    "/seek music",
    "/find music",
    "/me bring: tea | hours: Sat 10-14",
    "/meet music",
    "/agree tea | get: cups | by in 3 days | ends in 2 weeks",
    "/agreements",
    "/links",
    "/share",
    "/link",
    "/block Omar",
    "/quiet",
    "/weekly Monday 9:00",
    "/reminders",
    "/advise",
    "/forget",
    "/stop",
    "/cancel",
    "a van",
    "2",
)

people = st.sampled_from(PEOPLE)


class Mistakes(logging.Handler):
    """Remembers what was logged as a mistake of ours."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.seen.append(self.format(record))


class Town(RuleBasedStateMachine):
    """Ten people in one town square."""

    template: ClassVar[Template]
    begin: ClassVar[datetime] = datetime(2026, 5, 1, 10, tzinfo=UTC)
    zone: ClassVar[str] = "UTC"

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = VirtualClock(self.begin)
        self.runner.run(self._open())
        self.events = 0
        self.last: Incoming | None = None
        self.mistakes = Mistakes()
        logging.getLogger("core").addHandler(self.mistakes)

    @initialize()
    def someone_proposes(self) -> None:
        """Begin with something to do."""
        self._happens("lena", SQUARE, Said("/propose Choir | need: alto, bass, tea | 3-7 people | in 2 weeks"))

    @rule(person=people, place=st.integers(0, 400))
    def taps(self, person: str, place: int) -> None:
        """Tap anything that was ever shown to anyone, be it one's own or not, old or new; mostly what is new."""
        keys = list(self.courier.keys)
        if keys:
            self._happens(person, SQUARE, Tapped(keys[-1 - place % len(keys)]))

    @rule(start=st.integers(0, 2))
    def everyone_taps(self, start: int) -> None:
        """Everyone taps everything that is newest, so that groups come to be."""
        for key in list(self.courier.keys)[-5:]:
            for person in PEOPLE[: 4 + 3 * start]:
                self._happens(person, SQUARE, Tapped(key))

    @rule(person=people, words=st.sampled_from(WORDS), private=st.booleans())
    def says(self, person: str, words: str, private: bool) -> None:
        """Say something, in the square or in private."""
        chat = ChatRef(TOWN, f"private-{person}", ChatKind.PRIVATE) if private else SQUARE
        self._happens(person, chat, Said(words))

    @rule()
    def repeats(self) -> None:
        """The messenger delivers the last event once more."""
        if self.last is not None:
            self.runner.run(self.application.handle(self.last))

    @rule(hours=st.sampled_from((1, 19, 60, 24 * 45)))
    def time_passes(self, hours: int) -> None:
        """Let what is due ring."""
        self.clock.advance(timedelta(hours=hours))
        self.runner.run(self._ring())

    @invariant()
    def the_constitution_holds(self) -> None:
        """3 to 7 at the start and 8 at most; one seat and one voice each; no version without everyone's yes."""
        assert not self.mistakes.seen
        self.runner.run(self._check())

    def teardown(self) -> None:
        """Leave nothing behind."""
        logging.getLogger("core").removeHandler(self.mistakes)
        self.runner.run(self.store.close())
        self.runner.close()
        self.template.drop()
        shutil.rmtree(self.folder)

    async def _open(self) -> None:
        self.store = Database.at(self.template.copy(self.folder))
        self.application = Application(self.store, self.clock, Node("en", self.zone, lambda _chat: ABLE))
        self.courier = Courier(self.store, self.application, self.clock, TOWN)

    def _happens(self, person: str, chat: ChatRef, what: What) -> None:
        self.events += 1
        account = AccountRef(TOWN, person, person.title(), "en")
        self.last = Incoming(EventKey(f"e{self.events}"), chat, account, what, self.clock.now())
        self.runner.run(self._act(self.last))

    async def _act(self, incoming: Incoming) -> None:
        await self.application.handle(incoming)
        await self.courier.deliver()

    async def _ring(self) -> None:
        while await self.application.ring():
            await self.courier.deliver()

    async def _check(self) -> None:
        async with self.store.read() as work:
            for key in await self._ids("proposals"):
                proposal = await work.proposals.get(ProposalId(key))
                assert proposal is not None
                _check_proposal(proposal)
            for key in await self._ids("groups"):
                group = await work.groups.get(GroupId(key))
                assert group is not None
                _check_group(group)
            for key in await self._ids("rounds"):
                asked = await work.rounds.get(RoundId(key))
                assert asked is not None
                assert max(Counter(answer.person for answer in asked.answers).values(), default=0) <= 1
                if asked.kind == "contract" and asked.stage is RoundStage.AGREED:
                    version = await work.contracts.get(VersionId(asked.data["version"]))
                    assert version is not None
                    said = {answer.person for answer in asked.answers if answer.voice is not Voice.BLOCK}
                    assert set(version.agreed_by) <= said
                    assert version.agreed_by

    async def _ids(self, table: str) -> list[str]:
        async with self.store.read() as work:
            return list((await work.connection.execute(sql(f"select id from {table}"))).scalars())


def _check_proposal(proposal: Proposal) -> None:
    assert max(Counter(proposal.people).values(), default=0) <= 1
    assert len(proposal.people) <= proposal.size.most <= 7


def _check_group(group: Group) -> None:
    founders = [member for member in group.members if member.joined == group.born]
    assert 3 <= len(founders) <= 7
    assert len(group.present) <= 8
    assert max(Counter(group.people).values(), default=0) <= 1


def test_whatever_people_do_the_constitution_holds(template: Template) -> None:
    """No stream of commands, taps, repeats and days breaks what no group can switch off."""
    Town.template = template
    run_state_machine_as_test(
        Town,
        settings=settings(
            max_examples=settings().max_examples // 33,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
