"""Under any order of events, does the outbox do what a simple list would?

The model is one list of texts per chat. Whatever is put, leased, noted, delayed, lost or changed, each chat hears
its texts once and in order, and at the end nothing is left.
"""

import asyncio
import atexit
import shutil
import tempfile
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.app.outbox import Leased
from core.app.queue import Deed, Sending
from core.app.rows import Chat
from core.ids import PostId, new_id
from core.storage.schema import migrate
from core.storage.work import Database
from tests.storage.samples import HERE, NOW, a_message, sending, shown, some_room

Result = TypeVar("Result")

ROOMS = 2
LEASE = timedelta(seconds=30)
_template: list[Path] = []


def template() -> Path:
    """Migrate once; each run of the machine copies."""
    if not _template:
        folder = Path(tempfile.mkdtemp(prefix="socium-machine-"))
        atexit.register(shutil.rmtree, folder)
        file = folder / "template.db"
        asyncio.run(migrate(f"sqlite:///{file}"))
        _template.append(file)
    return _template[0]


@dataclass
class Card:
    """A message as the model knows it: what a chat shows once it arrived."""

    deed: Sending
    words: str
    arrived: bool = False
    shown: str = ""


@dataclass
class Model:
    """What should be true.

    Attributes:
        waiting: Per chat, what has not arrived, in order.
        out: Deeds in the air, by lane, with the moment their lease ends.
        paused: Per lane, until when it waits.
        tried: Every deed that was ever handed out.
    """

    cards: dict[PostId, Card] = field(default_factory=dict)
    waiting: dict[str, list[Sending]] = field(default_factory=dict)
    out: dict[str, tuple[Leased, datetime]] = field(default_factory=dict)
    paused: dict[str, datetime] = field(default_factory=dict)
    tried: set[PostId] = field(default_factory=set)


class OutboxMachine(RuleBasedStateMachine):
    """Puts, takes and notes at random, beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="socium-machine-"))
        shutil.copy(template(), self.folder / "socium.db")
        self.loop = asyncio.new_event_loop()
        self.database = Database.at(f"sqlite:///{self.folder}/socium.db")
        self.now = NOW
        self.model = Model()
        self.rooms: list[Chat] = []

    def wait(self, call: Awaitable[Result]) -> Result:
        """Run one call."""
        return self.loop.run_until_complete(call)

    @initialize()
    def make_rooms(self) -> None:
        self.rooms = self.wait(self._make_rooms())

    @rule(room=st.integers(0, ROOMS - 1), many=st.integers(1, 4))
    def put(self, room: int, many: int) -> None:
        """Say something new."""
        for _ in range(many):
            words = new_id()
            deed = sending(self.rooms[room], words)
            self.wait(self._put(deed))
            self.model.cards[deed.id] = Card(deed, words)
            self.model.waiting.setdefault(deed.lane, []).append(deed)

    @precondition(lambda self: self.model.cards)
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        """Change something said before; what was never tried is changed before it is seen."""
        card = self.model.cards[data.draw(st.sampled_from(sorted(self.model.cards)))]
        words = new_id()
        edit = replace(card.deed, id=PostId(new_id()), deed=Deed.EDIT, message=a_message(words), edits=card.deed.id)
        self.wait(self._put(edit))
        card.words = words
        if card.deed.id in self.model.tried:
            self._model_edit(edit)

    @rule(most=st.integers(1, ROOMS))
    def lease(self, most: int) -> None:
        """Take what may go."""
        self._lease(most)

    def _lease(self, most: int) -> None:
        """Check that exactly the heads of the lanes that are free were handed out."""
        leased = self.wait(self.database.outbox.lease("me", [HERE], self.now, self.now + LEASE, most))
        free = {lane: line[0].id for lane, line in self.model.waiting.items() if line and self._is_free(lane)}
        assert len(leased) == min(most, len(free))
        for one in leased:
            lane = one.sending.lane
            assert free[lane] == one.sending.id
            self.model.out[lane] = (one, self.now + LEASE)
            self.model.tried.add(one.sending.id)

    @precondition(lambda self: self.model.out)
    @rule(data=st.data())
    def arrive(self, data: st.DataObject) -> None:
        """Let one in the air arrive, and take what comes after it."""
        self._arrive(self._one_out(data).sending)
        self._lease(ROOMS)

    @precondition(lambda self: self.model.out)
    @rule(data=st.data(), seconds=st.integers(1, 40))
    def delay(self, data: st.DataObject, seconds: int) -> None:
        """Let one in the air come back to be tried later."""
        leased = self._one_out(data)
        until = self.now + timedelta(seconds=seconds)
        self.wait(self.database.outbox.later(leased.sending.id, until, "busy"))
        self.model.paused[leased.sending.lane] = until

    @rule(seconds=st.integers(1, 60))
    def pass_time(self, seconds: int) -> None:
        """Let time pass; leases that end are lost, as when a process died."""
        self.now += timedelta(seconds=seconds)
        self.model.out = {lane: held for lane, held in self.model.out.items() if held[1] > self.now}

    @rule()
    def restart(self) -> None:
        """Die and come back: all lanes are free at once."""
        self.wait(self.database.outbox.reclaim("me", self.now))
        self.model.out = {}

    @invariant()
    def next_time_is_told(self) -> None:
        """The loop is never told to sleep past a deed."""
        told = self.wait(self.database.outbox.next_time([HERE]))
        assert (told is None) == (not any(self.model.waiting.values()))

    def teardown(self) -> None:
        """In the end everything arrives, and every chat shows what was said last."""
        while any(self.model.waiting.values()):
            self.now += timedelta(seconds=60)
            self.model.out = {}
            self._lease(ROOMS)
            for leased, _until in tuple(self.model.out.values()):
                self._arrive(leased.sending)
        self.wait(self.database.close())
        self.loop.close()
        shutil.rmtree(self.folder)
        assert all(card.arrived and card.shown == card.words for card in self.model.cards.values())

    def _arrive(self, sent: Sending) -> None:
        self._hear(sent)
        name = shown(self.rooms[0], sent.id) if sent.deed is Deed.SEND else None
        self.wait(self.database.outbox.done(sent.id, name, self.now))
        self.model.waiting[sent.lane].pop(0)

    def _hear(self, sent: Sending) -> None:
        assert sent.message is not None
        words = str(sent.message.lines[0].text.values["words"])
        card = self.model.cards[sent.id if sent.deed is Deed.SEND else PostId(str(sent.edits))]
        assert sent.deed is Deed.EDIT or not card.arrived, "said twice"
        assert sent.deed is Deed.SEND or card.arrived, "changed before it was said"
        card.arrived, card.shown = True, words

    def _model_edit(self, edit: Sending) -> None:
        line = self.model.waiting.setdefault(edit.lane, [])
        same = [one for one in line if one.edits == edit.edits and one.id not in self.model.tried]
        if not same:
            line.append(edit)

    def _one_out(self, data: st.DataObject) -> Leased:
        lane = data.draw(st.sampled_from(sorted(self.model.out)))
        return self.model.out.pop(lane)[0]

    def _is_free(self, lane: str) -> bool:
        return lane not in self.model.out and self.model.paused.get(lane, self.now) <= self.now

    async def _make_rooms(self) -> list[Chat]:
        async with self.database.write() as work:
            return [await some_room(work, f"room{number}") for number in range(ROOMS)]

    async def _put(self, deed: Sending) -> None:
        async with self.database.write() as work:
            await work.queue.put(deed, self.now)


TestOutboxMachine = OutboxMachine.TestCase
TestOutboxMachine.settings = settings(
    max_examples=16, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
