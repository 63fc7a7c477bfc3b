"""Does the budget hold in the whole house, whatever people tap, say and ignore, and however long it was down?

The town of the constitution once more, on a real SQLite file, in four zones; in three of them clocks change on the way.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from sqlalchemy import text as sql

from core.ids import ChoiceKey
from core.messenger.events import ChatRef, Said, Tapped
from tests.flows.test_constitution import PEOPLE, SQUARE, TOWN, Town

_SAID = "select post, person, chat, at, message, thing from nudges where fate in ('said', 'merged')"
_SENT = "select id, deed from outbox where seq > :since"


class Reminded(Town):
    """Ten people in one town square, reminded through spring."""

    begin = datetime(2026, 3, 20, 10, tzinfo=UTC)
    zone = "Europe/Berlin"

    @initialize()
    def someone_proposes(self) -> None:
        """Begin with a group of three that lives."""
        self._happens("omar", SQUARE, Said("/propose Band | need: drum, bass | 3-5 people | in 2 weeks"))
        for person, key in zip(("lena", "mei"), self.runner.run(self._offered("proposal.take")), strict=False):
            self._happens(person, SQUARE, Tapped(key))
        for action in ("proposal.start", "proposal.ready", "round.fine"):
            for key in self.runner.run(self._offered(action)):
                for person in ("lena", "mei", "omar"):
                    self._happens(person, SQUARE, Tapped(key))
        for person, days in (("lena", 3), ("mei", 3), ("omar", 9)):
            self.promises(person, days, 0)

    @rule(person=st.sampled_from(PEOPLE[:4]), days=st.integers(1, 20), place=st.integers(0, 3))
    def promises(self, person: str, days: int, place: int) -> None:
        """Promise things at home, some to be due together."""
        homes = self.runner.run(self._homes())
        for home in homes[place % len(homes) :][:1]:
            self._happens(person, home, Said(f"/promise bake bread | in {days} days"))
            self._happens(person, home, Said(f"/promise sweep | in {days} days"))
            self._happens(person, home, Said("/decide Tea at five"))

    @rule(hours=st.sampled_from((5, 13, 24, 72)), times=st.integers(1, 10))
    def days_pass_one_by_one(self, hours: int, times: int) -> None:
        """Let time pass in steps, as a house does that is up."""
        for _ in range(times):
            self.time_passes(hours)

    async def _ring(self) -> None:
        before = await self._last()
        await super()._ring()
        await self._nothing_past_the_budget(before)

    async def _check(self) -> None:
        await super()._check()
        await self._budget_holds()

    async def _offered(self, action: str) -> list[ChoiceKey]:
        async with self.store.read() as work:
            asked = sql("select key from choices where action = :action order by key")
            return [ChoiceKey(key) for key in (await work.connection.execute(asked, {"action": action})).scalars()]

    async def _homes(self) -> list[ChatRef]:
        async with self.store.read() as work:
            asked = 'select messenger_id, title from chats where "group" is not null order by id'
            rows = (await work.connection.execute(sql(asked))).all()
        return [ChatRef(TOWN, row[0], title=row[1]) for row in rows]

    async def _last(self) -> int:
        async with self.store.read() as work:
            return int((await work.connection.execute(sql("select coalesce(max(seq), 0) from outbox"))).scalar_one())

    async def _nothing_past_the_budget(self, before: int) -> None:
        """While timers rang, no message left that is not in the book of reminders, except to welcome in a new home."""
        async with self.store.read() as work:
            put = (await work.connection.execute(sql(_SENT), {"since": before})).all()
            posts = set((await work.connection.execute(sql("select post from nudges"))).scalars())
        if {row.deed for row in put} <= {"send", "edit"}:
            assert not [row for row in put if row.deed == "send" and row.id not in posts]

    async def _budget_holds(self) -> None:
        async with self.store.read() as work:
            rows = (await work.connection.execute(sql(_SAID))).all()
        told = {(row.post, row.person, row.chat): _wall(row.at, self.zone) for row in rows}
        days = Counter((person, chat, at.date()) for (_post, person, chat), at in told.items())
        assert all(count <= (2 if person else 1) for (person, _chat, _day), count in days.items())
        assert all(8 <= at.hour < 22 for at in told.values())
        things = Counter((row.person, row.chat, row.thing) for row in rows)
        assert all(count <= 2 for count in things.values())
        names = [person.title() for person in PEOPLE]
        assert not any(sum(name in row.message for name in names) > 1 for row in rows if row.chat)


class InNewYork(Reminded):
    """Where clocks jump in the second week of March."""

    begin = datetime(2026, 3, 2, 15, tzinfo=UTC)
    zone = "America/New_York"


class OnLordHowe(Reminded):
    """Where clocks go back half an hour only, in April."""

    begin = datetime(2026, 3, 29, 0, tzinfo=UTC)
    zone = "Australia/Lord_Howe"


class InKathmandu(Reminded):
    """Where the clock is a quarter of an hour beside everybody else's."""

    begin = datetime(2026, 3, 20, 6, tzinfo=UTC)
    zone = "Asia/Kathmandu"


def _wall(millis: int, zone: str) -> datetime:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=millis)).astimezone(ZoneInfo(zone))


_FEW = settings(max_examples=2, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck))
TestReminded = Reminded.TestCase
TestInNewYork = InNewYork.TestCase
TestOnLordHowe = OnLordHowe.TestCase
TestInKathmandu = InKathmandu.TestCase
TestReminded.settings = TestInNewYork.settings = TestOnLordHowe.settings = TestInKathmandu.settings = _FEW
