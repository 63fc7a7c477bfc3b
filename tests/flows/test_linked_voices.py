"""Has one person one voice in every round, however often their accounts are joined and parted again?

The real application on a real SQLite file: four seats of a group, two of them one person's, who links the accounts and
takes it back while rounds are asked, answered, revised, closed and asked anew.
"""

import asyncio
import re
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text as sql

from core.contract.rounds import ConsentRound, RoundStage
from core.ids import GroupId, PersonId, RoundId
from core.messenger.events import AccountRef
from tests.databases import Template
from tests.flows.worlds import TOWN, House

SEATS = ("lena", "lenka", "omar", "mei")
SAME = ("lena", "lenka")
QUESTIONS = (
    "/decide Tea at five",
    "/decide Which drill? | kind: advice",
    "/round What next?",
    "/amend",
    "/pause in 2 days",
)
_CODE = re.compile(r"Your code is (\w{8})\.")

accounts = st.sampled_from(SEATS)


class Voices(RuleBasedStateMachine):
    """A group of four seats and three people."""

    template: ClassVar[Template]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.house = House(Voices.template, self.folder)
        self.home = ""
        self.were_one: set[str] = set()

    @initialize(both=st.booleans())
    def they_form(self, both: bool) -> None:
        """Begin with a group in which one person sits twice, or by one of two accounts."""
        self.home = self.runner.run(self.house.forms(SEATS if both else SEATS[1:], "Choir", "music"))
        self.runner.run(self.house.says("lena", "private-lena", "/help"))

    @rule(who=accounts, what=st.sampled_from(QUESTIONS))
    def asks(self, who: str, what: str) -> None:
        """Ask the group something."""
        self.runner.run(self.house.says(who, self.home, what))

    @rule(who=accounts, place=st.integers(0, 11))
    def answers(self, who: str, place: int) -> None:
        """Tap something that stands in the home, mostly the newest."""
        offered = self.house.courier.offered.get(self.home, [])
        if offered:
            _label, key = offered[-1 - place % len(offered)]
            self.runner.run(self.house.taps_key(who, self.home, key))

    @rule(who=accounts)
    def says_fine(self, who: str) -> None:
        """Say fine to the newest that asks for it."""
        self.runner.run(self._taps(who, "Fine", self.home))

    @rule(who=accounts, private=st.booleans())
    def writes(self, who: str, private: bool) -> None:
        """Say in words what was asked for."""
        self.runner.run(self.house.says(who, f"private-{who}" if private else self.home, "Harm, and a way out"))

    @rule(first=st.sampled_from(SAME))
    def links(self, first: str) -> None:
        """Join the two accounts, from either side."""
        other = next(one for one in SAME if one != first)
        self.runner.run(self._links(first, other))

    @rule(who=st.sampled_from(SAME))
    def undoes(self, who: str) -> None:
        """Take it back, where that is still offered."""
        self.runner.run(self._taps(who, "Undo"))

    @rule(hours=st.sampled_from((2, 30, 80)))
    def time_passes(self, hours: int) -> None:
        """Let reminders come and rounds end."""
        self.runner.run(self.house.passes(timedelta(hours=hours)))

    @invariant()
    def one_voice_each(self) -> None:
        """Nobody is asked twice or counted twice, and no round waits for a voice that nobody has."""
        self.runner.run(self._check())

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.runner.run(self.house.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    async def _links(self, first: str, other: str) -> None:
        await self.house.says(first, f"private-{first}", "/link")
        told = [one.text for one in self.house.courier.told if one.chat == f"private-{first}"]
        codes = _CODE.findall(" ".join(told))
        if codes:
            await self.house.says(other, f"private-{other}", f"/link {codes[-1]}")
            await self._taps(first, "Yes, that is me")
        if await self._person(first) == await self._person(other):
            self.were_one |= {one.id for one in await self._rounds() if one.stage is RoundStage.OPEN}

    async def _taps(self, who: str, label: str, chat: str = "") -> None:
        chat = chat or f"private-{who}"
        keys = [key for shown, key in self.house.courier.offered.get(chat, []) if shown == label]
        if keys:
            await self.house.taps_key(who, chat, keys[-1])

    async def _check(self) -> None:
        same = {await self._person(who) for who in SAME}
        people = {await self._person(who) for who in SEATS}
        async with self.house.store.read() as work:
            keys = list((await work.connection.execute(sql("select id from groups"))).scalars())
            groups = [group for key in keys if (group := await work.groups.get(GroupId(key))) is not None]
        seated = {group.id: set(group.people) for group in groups}
        assert all(len(group.people) == len(seated[group.id]) for group in groups)
        assert all(seated[group.id] <= people for group in groups)
        for asked in await self._rounds():
            voices = Counter(answer.person for answer in asked.answers)
            assert max(voices.values(), default=0) <= 1
            assert max(Counter(asked.electorate).values(), default=0) <= 1
            assert set(voices) <= set(asked.electorate)
            if asked.stage is RoundStage.OPEN:
                assert set(asked.electorate) <= seated[asked.group]
            if asked.id in self.were_one or len(same) == 1:
                assert sum(voices[person] for person in same) <= 1
                assert len(same & set(asked.electorate)) <= 1

    async def _rounds(self) -> list[ConsentRound]:
        async with self.house.store.read() as work:
            keys = list((await work.connection.execute(sql("select id from rounds"))).scalars())
            found = [await work.rounds.get(RoundId(key)) for key in keys]
        return [one for one in found if one is not None]

    async def _person(self, who: str) -> PersonId:
        async with self.house.store.read() as work:
            account = await work.people.find_account(AccountRef(TOWN, who))
        assert account is not None
        return account.person


def test_whatever_is_linked_one_person_has_one_voice(template: Template) -> None:
    """Whatever is asked, answered, linked and undone, in whatever order, each person has one voice."""
    Voices.template = template
    run_state_machine_as_test(
        Voices,
        settings=settings(
            max_examples=4, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.mark.parametrize("both", [True, False], ids=["two-seats", "one-seat"])
def test_a_voice_stays_one_after_the_undo(both: bool, template: Template) -> None:
    """Whoever spoke on one account, linked the other and took it back has spoken once, and cannot speak again."""
    Voices.template = template
    town = Voices()
    town.they_form(both)
    town.asks("omar", "/decide Tea at five")
    town.says_fine("lenka")

    town.links("lena")
    town.one_voice_each()
    town.undoes("lena")
    town.one_voice_each()
    town.says_fine("lena")
    town.says_fine("lenka")

    town.one_voice_each()
    town.teardown()
