"""Does nobody learn a name too early, whatever people who seek tap, say and leave unsaid, in whatever order?

The real application on a real SQLite file, planned by the real rules.
"""

import asyncio
import logging
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from core.app.dispatch import Application
from core.app.pool.apart import Pairs
from core.app.pool.planner import Planner
from core.app.ports import Work
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import EventKey, MessengerName, OfferId, PersonId
from core.matching.offers import Answer, Offer, OfferStage
from core.matching.season import Season, Sown
from core.matching.sowing import sow
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped, What
from core.storage.tables import offers
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier
from tests.flows.test_constitution import Mistakes

TOWN = MessengerName("town")
PEOPLE = ("Lena", "Omar", "Mei", "Jonas", "Olga", "Tomas", "Aisha", "Ivo")
ENEMIES = ("Lena", "Omar")
ABLE = Capabilities(
    Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.ABSENT, Can.NATIVE, True, 4000, 80, 25, command_prefix="/"
)
WORDS = ("/seek gardening", "/seek chess", "/seek", "/me hours: Sat 10-14", "/me bring: tools", "/find gardening")

people = st.sampled_from(PEOPLE)


async def work_out(season: Season) -> Sown:
    """Plan here and now, by the same rules as the process apart."""
    return sow(season)


class Seekers(RuleBasedStateMachine):
    """Eight people, each alone with the bot; two of them must not meet."""

    template: ClassVar[Template]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = VirtualClock(datetime(2026, 5, 1, 10, tzinfo=UTC))
        self.runner.run(self._open())
        self.events = 0
        self.names: dict[PersonId, str] = {}
        self.mistakes = Mistakes()
        logging.getLogger("core").addHandler(self.mistakes)

    @initialize(topic=st.sampled_from(("gardening", "chess")), first=st.integers(0, 4))
    def some_seek(self, topic: str, first: int) -> None:
        """Begin where several were just asked."""
        self.many_seek(topic, first)
        self.time_passes(1)

    @rule(person=people, words=st.sampled_from(WORDS))
    def says(self, person: str, words: str) -> None:
        """Say something in private."""
        self._happens(person, Said(words))

    @rule(topic=st.sampled_from(("gardening", "chess")), first=st.integers(0, 5))
    def many_seek(self, topic: str, first: int) -> None:
        """Several come at once."""
        for person in PEOPLE[first : first + 4]:
            self._happens(person, Said(f"/seek {topic}"))

    @rule(person=people, place=st.integers(0, 60))
    def taps(self, person: str, place: int) -> None:
        """Tap anything that was ever shown to them; mostly what is new."""
        keys = list(self.courier.shown.get(person, ()))
        if keys:
            self._happens(person, Tapped(keys[-1 - place % len(keys)]))

    @rule(first=st.integers(0, 5), choice=st.integers(0, 2))
    def several_tap(self, first: int, choice: int) -> None:
        """Several answer what they were asked last, most with the first choice, so that groups come to be."""
        for place, person in enumerate(PEOPLE[first : first + 4]):
            keys = list(self.courier.shown.get(person, ()))[-3:]
            if keys:
                self._happens(person, Tapped(keys[0 if place else min(choice, len(keys) - 1)]))

    @rule(hours=st.sampled_from((1, 7, 80, 24 * 8)))
    def time_passes(self, hours: int) -> None:
        """Let what is due ring, and what is wanted be planned."""
        self.clock.advance(timedelta(hours=hours))
        self.runner.run(self._ring())

    @invariant()
    def nobody_is_told_too_early(self) -> None:
        """Names after enough yeses, one question at a time, three a week, no repeats, enemies apart."""
        assert not self.mistakes.seen
        self.runner.run(self._check())

    def teardown(self) -> None:
        """Leave nothing behind."""
        logging.getLogger("core").removeHandler(self.mistakes)
        self.runner.run(self.store.close())
        self.runner.close()
        Seekers.template.drop()
        shutil.rmtree(self.folder)

    async def _open(self) -> None:
        self.store = Database.at(Seekers.template.copy(self.folder))
        node = Node("en", "UTC", lambda _chat: ABLE)
        self.application = Application(self.store, self.clock, node)
        self.planner = Planner(self.store, self.clock, node, work_out, (self._enemies,))
        self.courier = Courier(self.store, self.application, self.clock, TOWN)

    async def _enemies(self, work: Work, _people: Collection[PersonId]) -> Pairs:
        refs = [await work.people.find_account(AccountRef(TOWN, name)) for name in ENEMIES]
        known = [one.person for one in refs if one is not None]
        return frozenset({(known[0], known[1])}) if len(known) == 2 else frozenset()

    def _happens(self, person: str, what: What) -> None:
        self.events += 1
        account = AccountRef(TOWN, person, person, "en")
        private = ChatRef(TOWN, f"private-{person}", ChatKind.PRIVATE, person)
        incoming = Incoming(EventKey(f"e{self.events}"), private, account, what, self.clock.now())
        self.runner.run(self._act(incoming))

    async def _act(self, incoming: Incoming) -> None:
        await self.application.handle(incoming)
        await self._plan()

    async def _ring(self) -> None:
        while await self.application.ring():
            await self._plan()

    async def _plan(self) -> None:
        while await self.planner.once():
            pass
        await self.courier.deliver()

    async def _check(self) -> None:
        async with self.store.read() as work:
            refs = {name: await work.people.find_account(AccountRef(TOWN, name)) for name in PEOPLE}
            person = {name: one.person for name, one in refs.items() if one is not None}
            ids = (await work.connection.execute(select(offers.c.id))).scalars().all()
            made = [offer for key in ids if (offer := await work.pool.offer(OfferId(key))) is not None]
            groups = {
                name: {each.person for group in await work.groups.of_person(one) for each in group.members}
                for name, one in person.items()
            }
        enemies = {person[name] for name in ENEMIES if name in person}
        _check_asks(made, enemies)
        for reader, words in self.courier.words:
            for name, one in person.items():
                assert name == reader or name not in words or one in groups[reader], (reader, words)


def _check_asks(made: list[Offer], enemies: set[PersonId]) -> None:
    waiting = Counter(one.person for offer in made for one in offer.people if one.answer is Answer.WAITING)
    assert max(waiting.values(), default=0) <= 1
    asked: dict[PersonId, list[datetime]] = {}
    for offer in made:
        assert max(Counter(one.person for one in offer.people).values()) == 1
        assert len(enemies & {one.person for one in offer.still_in}) <= 1
        assert offer.stage is not OfferStage.FORMED or 3 <= len(offer.agreed) <= 7
        for one in offer.people:
            asked.setdefault(one.person, []).append(one.at)
    for moments in asked.values():
        moments.sort()
        for first, fourth in zip(moments, moments[3:], strict=False):
            assert fourth - first >= timedelta(days=7)


def test_however_people_seek_nobody_sits_where_they_did_not_say_yes(template: Template) -> None:
    """However people seek, answer and leave, nobody sits where they did not say yes."""
    Seekers.template = template
    run_state_machine_as_test(
        Seekers,
        settings=settings(
            max_examples=settings().max_examples // 33,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )
