"""Is whoever hammers asked once, kindly, to pause, and does nobody else notice?"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.app.calm import OF_A_ROOM, OF_AN_ACCOUNT, PAUSE, Calm
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import ChoiceKey, EventKey
from core.messenger.events import (
    AccountRef,
    ChatKind,
    ChatRef,
    Edited,
    Incoming,
    MessageRef,
    Reacted,
    Said,
    Tapped,
    What,
)
from core.storage.tables import inbox
from core.storage.work import Database
from tests.databases import Template
from tests.flows.courier import Courier
from tests.flows.house import START
from tests.flows.worlds import ABLE, TOWN

SQUARE = ChatRef(TOWN, "square", title="Square")
PRIVATE = ChatRef(TOWN, "private", ChatKind.PRIVATE)
ASKED = f"Give me {int(PAUSE.total_seconds())} seconds"


class Town:
    """A house that notices who hammers, and everything it said."""

    def __init__(self, store: Database) -> None:
        self.store, self.clock = store, VirtualClock(START)
        node = Node("en", "UTC", lambda _chat: ABLE)
        self.application = Application(store, self.clock, node, calm=Calm())
        self.courier = Courier(store, self.application, self.clock, TOWN)
        self._events = 0

    async def happens(self, person: str, what: What, chat: ChatRef = SQUARE, times: int = 1) -> None:
        """Let the same happen some times, each time anew."""
        for _ in range(times):
            self._events += 1
            account = AccountRef(TOWN, person, person.title(), "en")
            key = EventKey(f"e{self._events}")
            await self.application.handle(Incoming(key, chat, account, what, self.clock.now()))
        await self.courier.deliver()

    async def handled(self) -> int:
        """Count the events that reached the database."""
        async with self.store.read() as work:
            return int((await work.connection.execute(select(func.count()).select_from(inbox))).scalar_one())

    def said_to(self, person: str, part: str) -> int:
        """Count what was said with a part in it."""
        return sum(part in words for who, words in self.courier.words if who == person)


@pytest.fixture
async def town(template: Template, tmp_path: Path) -> AsyncIterator[Town]:
    """A town on a database of its own."""
    store = Database.at(template.copy(tmp_path))
    yield Town(store)
    await store.close()


async def test_whoever_hammers_is_told_once_for_how_long(town: Town) -> None:
    """Of a hundred commands those within the pace act, one kind word comes, the rest costs no row; later all go on."""
    await town.happens("omar", Said("/group"), times=100)

    assert town.said_to("Omar", "You are not in a group yet") == OF_AN_ACCOUNT.burst
    assert town.said_to("Omar", ASKED) == 1
    assert await town.handled() == OF_AN_ACCOUNT.burst + 1

    await town.happens("lena", Said("/group"))
    assert town.said_to("Lena", "You are not in a group yet") == 1
    assert town.said_to("Lena", ASKED) == 0

    town.clock.advance(PAUSE)
    await town.happens("omar", Said("/group"))
    assert town.said_to("Omar", "You are not in a group yet") == OF_AN_ACCOUNT.burst + 1


async def test_taps_and_private_words_count_and_talk_never_does(town: Town) -> None:
    """Hammering a button is hammering; what a group says among itself, edits and reacts to, is never limited."""
    here = MessageRef(SQUARE, "m1")
    for what in (Said("How are you all?"), Edited(here, "Well"), Said("1")):
        await town.happens("mei", what, times=OF_AN_ACCOUNT.burst * 3)
    assert town.said_to("Mei", ASKED) == 0
    assert await town.handled() == OF_AN_ACCOUNT.burst * 9

    await town.happens("mei", Tapped(ChoiceKey("nothing")), times=OF_AN_ACCOUNT.burst * 3)
    await town.happens("ada", Said("hello there"), PRIVATE, times=OF_AN_ACCOUNT.burst * 3)
    assert town.said_to("Mei", ASKED) == 1
    assert sum(ASKED in words for _who, words in town.courier.words) == 2


async def test_many_who_hammer_one_room_leave_its_buttons_alone(town: Town) -> None:
    """The room is told once; taps of whoever did not hammer still act, and so do other rooms."""
    for person in range(6):
        await town.happens(f"guest {person}", Said("/topics"), times=OF_AN_ACCOUNT.burst)
    assert town.said_to("", "Many commands at once in this chat") == 1
    assert await town.handled() == OF_A_ROOM.burst + 1

    await town.happens("lena", Tapped(ChoiceKey("nothing")))
    assert town.said_to("Lena", "This is over") == 1
    await town.happens("lena", Said("/topics"), ChatRef(TOWN, "yard", title="Yard"))
    assert town.said_to("", "This chat follows nothing yet") == OF_A_ROOM.burst + 1


def test_an_even_pace_goes_on_for_ever() -> None:
    """One act in two seconds, all day, is never too much; a flood of symbols is let go without a word."""
    calm, now = Calm(), START
    account = AccountRef(TOWN, "lena", "Lena")
    for number in range(2_000):
        event = Incoming(EventKey(str(number)), SQUARE, account, Tapped(ChoiceKey("x")), now)
        assert calm.judge(event, now) is None
        now += OF_AN_ACCOUNT.every

    symbol = Incoming(EventKey("s"), SQUARE, account, Reacted(MessageRef(SQUARE, "m"), "👍"), now)
    judged = [calm.judge(symbol, now) for _ in range(500)]
    assert judged[0] is None
    assert {one.words for one in judged if one is not None} == {None}


def test_memory_is_bounded() -> None:
    """A million accounts that come once leave no more behind than a few thousand."""
    calm = Calm(remembered=100)
    for number in range(1_000):
        account = AccountRef(TOWN, f"a{number}", "A")
        now = START + timedelta(seconds=number)
        assert calm.judge(Incoming(EventKey("e"), PRIVATE, account, Said("hi"), now), now) is None

    assert len(calm._known) == 100
