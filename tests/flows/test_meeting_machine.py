"""Does what we promise about meeting hold whatever people tap and say, in whatever order?

The real application on a real SQLite file. Three groups of three and one person alone ask, answer, take back, block,
agree, close and end, tap anything that was ever shown, repeat events, and let time pass.
"""

import asyncio
import logging
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text as sql
from sqlalchemy import update

from core.app.meeting.ports import Block
from core.constitution import OPEN_INTRODUCTIONS_PER_GROUP
from core.contract.rounds import RoundKind, RoundStage
from core.exchange.caps import ASKS_A_WEEK
from core.exchange.introductions import seems_open
from core.exchange.stages import AgreementStage, IntroductionStage
from core.ids import AgreementId, BlockId, GroupId, IntroductionId, RoundId, new_id
from core.messenger.events import AccountRef
from core.storage.tables import accounts
from core.storage.work import DatabaseWork
from tests.databases import Template
from tests.flows.apart import check_apart
from tests.flows.test_constitution import Mistakes
from tests.flows.worlds import TOWN, House

GROUPS = {
    "Repairs": ("lena", "omar", "mei"),
    "Evenings": ("jonas", "olga", "tomas"),
    "Beehive": ("ivo", "vera", "ana"),
}
TOPICS = {"Repairs": "mending", "Evenings": "sewing", "Beehive": "gardens"}
PEOPLE = tuple(person for people in GROUPS.values() for person in people)
LABELS = ("Ask", "Yes", "No", "Never this topic", "Never this group", "Take it back", "Fine", "End it", "Just for me")
KNOCKS = ("Ask to join", "I bring", "I'd wait", "I wait")
WORDS = (
    "We do good things",
    "/agree a cake | get: a song | by 1 June | 1 September",
    "/agreements",
    "/links",
    "/block Repairs",
    "/block Evenings",
    "/block",
)

people = st.sampled_from(PEOPLE)
names = st.sampled_from(tuple(GROUPS))


class Web(RuleBasedStateMachine):
    """Three groups that do not know one another."""

    template: ClassVar[Template]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.mistakes = Mistakes()
        logging.getLogger("core").addHandler(self.mistakes)
        self.homes: dict[str, str] = {}
        self.heard = 0

    @initialize()
    def groups_form(self) -> None:
        """Begin with three groups, each with a contract."""
        self.house = House(Web.template, self.folder)
        for name, members in GROUPS.items():
            self.homes[name] = self.runner.run(self.house.forms(members, name, TOPICS[name]))
        self.heard = len(self.house.courier.told)
        self.runner.run(self._link_accounts())

    @rule(name=names, topic=st.sampled_from(("mending", "sewing", "gardens", "chess")), place=st.integers(0, 2))
    def asks(self, name: str, topic: str, place: int) -> None:
        """A member asks for their group."""
        self.runner.run(self._asks(GROUPS[name][place], self.homes[name], topic))

    @rule(pair=st.permutations(tuple(GROUPS)))
    def two_meet(self, pair: list[str]) -> None:
        """One group asks for what another is about, and everyone there says yes, if it was put to them at all."""
        asker, other = pair[:2]
        self.runner.run(self._asks(GROUPS[asker][0], self.homes[asker], TOPICS[other]))
        self._all_tap(other, "Yes")

    @rule(name=names)
    def all_agree(self, name: str) -> None:
        """One group proposes an agreement, and everyone everywhere says fine."""
        self.runner.run(self.house.says(GROUPS[name][0], self.homes[name], WORDS[1]))
        for each in GROUPS:
            self._all_tap(each, "Fine")

    @rule(name=names, label=st.sampled_from(LABELS))
    def all_tap(self, name: str, label: str) -> None:
        """Everyone in a group chooses the same, where it is offered at all."""
        self._all_tap(name, label)

    @rule(person=people, name=names, label=st.sampled_from(LABELS))
    def taps(self, person: str, name: str, label: str) -> None:
        """Someone chooses something in any room, their own or not."""
        self._taps(person, self.homes[name], label)

    @rule(person=people, place=st.integers(0, 200))
    def taps_anything(self, person: str, place: int) -> None:
        """Someone taps anything that was ever shown to anyone, mostly what is new; who knocks gives their own name."""
        offered = [one for chat in self.house.courier.offered.values() for one in chat]
        keys = [key for label, key in offered if not label.startswith(KNOCKS)]
        self.runner.run(self.house.taps_key(person, "square", keys[-1 - place % len(keys)]))

    @rule(name=names, place=st.integers(0, 2), words=st.sampled_from(WORDS))
    def says(self, name: str, place: int, words: str) -> None:
        """A member says something at home."""
        self.runner.run(self.house.says(GROUPS[name][place], self.homes[name], words))

    @rule(person=people, name=names, other=people, means_group=st.booleans())
    def blocks(self, person: str, name: str, other: str, means_group: bool) -> None:
        """Someone blocks a group or a person, from an account of theirs that nobody has seen here."""
        self.runner.run(self._blocks(f"{person}-too", name, other, means_group))

    @rule()
    def repeats(self) -> None:
        """The messenger delivers the last event once more."""
        self.runner.run(self.house.repeats())

    @rule(hours=st.sampled_from((1, 24, 49, 24 * 35)))
    def time_passes(self, hours: int) -> None:
        """Let what is due ring."""
        self.runner.run(self.house.passes(timedelta(hours=hours)))

    @invariant()
    def what_we_promise_holds(self) -> None:
        """No name before both said yes, caps, consent of both, blocks, and nothing through a closed link."""
        if self.homes:
            assert not self.mistakes.seen
            self.runner.run(self._check())

    def teardown(self) -> None:
        """Leave nothing behind."""
        logging.getLogger("core").removeHandler(self.mistakes)
        if self.homes:
            self.runner.run(self.house.close())
        self.runner.close()
        Web.template.drop()
        shutil.rmtree(self.folder)

    async def _asks(self, person: str, home: str, topic: str) -> None:
        await self.house.says(person, home, f"/meet {topic}")
        if any(label == "Ask" for label, _key in self.house.courier.offered.get(home, [])):
            await self.house.taps(person, home, "Ask")
            await self.house.says(person, home, "We do good things")

    def _all_tap(self, name: str, label: str) -> None:
        for person in GROUPS[name]:
            self._taps(person, self.homes[name], label)

    def _taps(self, person: str, home: str, label: str) -> None:
        if any(shown == label for shown, _key in self.house.courier.offered.get(home, [])):
            self.runner.run(self.house.taps(person, home, label))

    async def _link_accounts(self) -> None:
        """Give everyone a second account: one person, one block."""
        async with self.house.store.write() as work:
            for person in PEOPLE:
                mine, too = [AccountRef(TOWN, name, name.title(), "en") for name in (person, f"{person}-too")]
                first = await work.people.account(mine, "en", self.house.clock.now())
                second = await work.people.account(too, "en", self.house.clock.now())
                await work.connection.execute(
                    update(accounts).where(accounts.c.id == second.id).values(person=first.person)
                )

    async def _blocks(self, account: str, name: str, other: str, means_group: bool) -> None:
        async with self.house.store.write() as work:
            by = await work.people.find_account(AccountRef(TOWN, account))
            them = await work.people.find_account(AccountRef(TOWN, other))
            assert by is not None
            assert them is not None
            theirs = next((one for one in await work.introductions.findable() if one.name == name), None)
            if theirs is None:  # It fell asleep.
                return
            if theirs.id in {group.id for group in await work.groups.of_person(by.person)} or by.person == them.person:
                return
            person, group = (None, theirs.id) if means_group else (them.person, None)
            await work.blocks.put(Block(BlockId(new_id()), by.person, person, group, "someone", self.house.clock.now()))

    async def asked_groups(self) -> list[str | None]:
        """Return whom each introduction went to, oldest first; None where nobody could be asked."""
        async with self.house.store.read() as work:
            names = {one.id: one.name for one in await work.introductions.findable()}
            order = sql("select asked from introductions order by opened, id")
            return [names.get(one) for one in (await work.connection.execute(order)).scalars()]

    async def _check(self) -> None:
        async with self.house.store.read() as work:
            await check_apart(work, await _ids(work, "introductions"))
            met = await self._introductions(work)
            await self._agreements(work)
        self._names(met)

    async def _introductions(self, work: DatabaseWork) -> set[frozenset[str]]:
        """Check the caps and that a yes came of everyone there; returns which groups met, by name."""
        now = self.house.clock.now()
        called: dict[str, str] = {}
        for key in await _ids(work, "groups"):
            group = await work.groups.get(GroupId(key))
            assert group is not None
            called[key] = group.name
            mine = await work.introductions.asked_by(group.id, group.people[0], now - 30 * DAY)
            assert sum(seems_open(one.introduction, now) for one in mine) <= OPEN_INTRODUCTIONS_PER_GROUP
        assert max((await work.introductions.asks_since(now - 7 * DAY)).values(), default=0) <= ASKS_A_WEEK
        met: set[frozenset[str]] = set()
        for key in await _ids(work, "introductions"):
            contact = await work.introductions.get(IntroductionId(key))
            assert contact is not None
            asked = await work.rounds.get(RoundId(contact.round)) if contact.round else None
            assert contact.asked != contact.group
            if contact.introduction.stage is IntroductionStage.MET:
                assert asked is not None
                assert asked.stage is RoundStage.AGREED
                assert asked.kind is RoundKind.INTRODUCTION
                if contact.group and contact.asked:
                    met.add(frozenset({called[contact.group], called[contact.asked]}))
        return met

    async def _agreements(self, work: DatabaseWork) -> None:
        """Check that a text stands in both copies or in none, agreed by every group's own members, on an open link."""
        standing: dict[str, list[tuple[int, str]]] = {}
        rows = (await work.connection.execute(sql('select id, "group" from agreements'))).all()
        for key, whose in rows:
            copy = await work.agreements.get(AgreementId(key), GroupId(whose))
            assert copy is not None
            if copy.stage is AgreementStage.ENDED:
                assert copy.standing is None
                continue
            link = await work.links.get(copy.link)
            assert link is not None
            assert not link.is_closed
            if copy.standing is not None:
                standing.setdefault(key, []).append((copy.standing.number, copy.standing.seal))
                version = await work.agreements.text(copy.id, GroupId(whose), copy.standing.number)
                assert version is not None
                assert version.agreed_by
        for copies in standing.values():
            assert Counter(copies).most_common(1)[0][1] == 2

    def _names(self, met: set[frozenset[str]]) -> None:
        """Search all that was told in each home for the names of groups and people it has not met."""
        for told in self.house.courier.told[self.heard :]:
            home = next((name for name, chat in self.homes.items() if chat == told.chat), None)
            for other in GROUPS if home else ():
                if other != home and frozenset({home, other}) not in met:
                    secret = (other, *(person.title() for person in GROUPS[other]))
                    assert not [name for name in secret if name in told.text], told.text


DAY = timedelta(days=1)


async def _ids(work: DatabaseWork, table: str) -> list[str]:
    return list((await work.connection.execute(sql(f"select id from {table}"))).scalars())


def test_however_groups_meet_nobody_is_named_early(template: Template) -> None:
    """However groups ask, answer and agree, nobody is named before both said yes."""
    Web.template = template
    run_state_machine_as_test(
        Web,
        settings=settings(
            max_examples=settings().max_examples // 50,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_machine_blocks_something(template: Template) -> None:
    """Who blocked from another account is not asked for that side any more: the rule above watches over something."""
    Web.template = template
    web = Web()
    web.groups_form()
    web.blocks("lena", "Evenings", "jonas", True)
    web.time_passes(1)
    web.two_meet(["Evenings", "Repairs", "Beehive"])
    web.what_we_promise_holds()
    web.time_passes(1)
    web.two_meet(["Evenings", "Beehive", "Repairs"])
    web.what_we_promise_holds()

    asked = web.runner.run(web.asked_groups())
    assert asked == [None, "Beehive"]
    web.teardown()
