"""In which words is a dialogue written: who says, taps and sees what, and how time passes?

One `Table` seats people of one messenger, or of several at once, before the real application with a real database.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from datetime import timedelta
from typing import Protocol, TypeVar

from core.app.dispatch import Application
from core.clock import VirtualClock
from core.storage.work import Database
from tests.stage import PRIVATE, Seen, Stage, until

Result = TypeVar("Result")
PROPOSAL = "/propose Repair café | need: electronics, sewing, tea | 3-7 people | by 20 May"


class Begins(Protocol):
    """What knows how dialogues began before, and opens a house only for whoever begins otherwise."""

    async def opened(self) -> None:
        """Open a house unless one is open."""
        ...

    async def begins(self, name: Hashable, play: Callable[[], Awaitable[Result]]) -> Result:
        """As `Table.begins`."""
        ...


class Table:
    """People around one table.

    Attributes:
        stage: The messenger they are on.
        clock: Their time; it moves only when the dialogue says so.
    """

    def __init__(
        self,
        stage: Stage,
        application: Application | None,
        clock: VirtualClock,
        patience: float = 30.0,
        *,
        store: Database | None = None,
    ) -> None:
        """Seat people.

        Args:
            stage: The messenger they are on.
            application: Whose timers ring when time passes; None where it runs in a process of its own.
            clock: Their time.
            patience: Seconds to wait for anything.
            store: Their database, for tests that look into it.
        """
        self.stage = stage
        self.clock = clock
        self.store = store
        self.beginnings: Begins | None = None
        self._application = application
        self._patience = patience

    async def begins(self, name: Hashable, play: Callable[[], Awaitable[Result]]) -> Result:
        """Play how a dialogue begins, or go on from what the same beginning left before; see `tests.flows.beginnings`.

        Args:
            name: Of the beginning; the same name means the same acts.
            play: Acts on this table.
        """
        return await (self.beginnings.begins(name, play) if self.beginnings else play())

    async def opened(self) -> None:
        """Let the house be open; whoever reads in it before anybody has said anything asks for that."""
        if self.beginnings is not None:
            await self.beginnings.opened()

    def goes_on_at(self, other: "Table") -> None:
        """Move everybody to a table in another house."""
        self.stage, self.store, self._application = other.stage, other.store, other._application

    def waits_for(self, seconds: float) -> None:
        """Be more patient: what follows takes longer than a message does."""
        self._patience = seconds

    async def reading(self, person: str, chat: str) -> list[Seen]:
        """Return what the bot has said there."""
        return await self._reads(person, chat)

    async def room(self, title: str, *people: str) -> str:
        """Make a room with these people and the bot."""
        await self.opened()
        return await self.stage.room(title, people)

    async def says(self, person: str, chat: str, text: str) -> None:
        """Let someone write."""
        await self.opened()
        await self.stage.says(person, chat, text)

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let someone choose; waits until it is offered."""
        await until(lambda: self._taps(person, chat, label), self._patience)

    async def sees(self, person: str, chat: str, *parts: str) -> Seen:
        """Wait until a message of the bot with all these parts stands there; returns the newest such."""
        try:
            found = await until(lambda: self._find(person, chat, parts), self._patience)
        except AssertionError:
            shown = "\n---\n".join(seen.text for seen in await self._reads(person, chat))
            raise AssertionError(f"{person} never saw {parts}, but:\n{shown}") from None
        assert isinstance(found, Seen)
        return found

    async def counts(self, person: str, chat: str, part: str) -> int:
        """Say how many messages of the bot hold a part."""
        return sum(part in seen.text for seen in await self._reads(person, chat))

    async def home(self, person: str, title: str) -> str:
        """Wait until someone is in the room of that title; returns it."""
        return str(await until(lambda: self._home(person, title), self._patience))

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and let ring what is due, in order; what the house itself has begun to ring is waited for.

        Else the next day might come while yesterday's timer is still ringing: it would come late, which is another
        story.
        """
        self.clock.advance(time)
        while self._application is not None:
            if not await self._application.ring():
                if not await self._is_due():
                    return
                await asyncio.sleep(0.005)

    async def _is_due(self) -> bool:
        due = await self.store.next_due() if self.store is not None else None
        return due is not None and due <= self.clock.now()

    async def lives(self, days: int, people: Sequence[str] = (), home: str = "") -> None:
        """Let days pass one by one, as they do: what is due comes on its day, not all of it late and in one.

        Args:
            days: How many.
            people: Who does something in the group now and then, so that no seat opens and nothing falls asleep.
            home: Where.
        """
        for day in range(days):
            for person in people if day % 10 == 9 else ():
                await self.says(person, home, "/group")
            await self.passes(timedelta(days=1))

    async def forms(self, chat: str, people: Sequence[str], proposal: str = PROPOSAL) -> None:
        """Let three people propose, sit down and start, as the first dialogue tells at length."""
        first, second, third = people[:3]
        await self.says(first, chat, proposal)
        await self.taps(second, chat, "I bring electronics")
        await self.sees(first, chat, "2 of 3–7")
        await self.taps(third, chat, "I bring sewing")
        for place, more in enumerate(people[3:], 4):
            await self.taps(more, chat, "I bring something else")
            await self.sees(more, chat, "What do you bring")
            await self.says(more, chat, f"skill {place}")
            await self.sees(first, chat, f"{place} of 3–7")
        await self.taps(first, chat, "Start")
        for other in people[1:]:
            await self.taps(other, PRIVATE, "Yes, let's start")
        await self.sees(first, chat, f"a group of {len(people)}")

    async def agrees(self, home: str, people: Sequence[str]) -> None:
        """Let everyone say fine to the first contract."""
        for person in people:
            await self.taps(person, home, "All fine")
        await self.sees(people[0], home, f"agreed by all {len(people)}")

    async def _reads(self, person: str, chat: str) -> list[Seen]:
        try:
            return [seen for seen in await self.stage.reads(person, chat) if seen.from_bot]
        except LookupError:
            await self.stage.chats(person)  # Whoever was invited goes in; the others still see nothing.
            return []

    async def _find(self, person: str, chat: str, parts: Sequence[str]) -> Seen | None:
        fitting = [seen for seen in await self._reads(person, chat) if all(part in seen.text for part in parts)]
        return fitting[-1] if fitting else None

    async def _taps(self, person: str, chat: str, label: str) -> bool:
        try:
            await self.stage.taps(person, chat, label)
        except LookupError:
            await self.stage.chats(person)
            return False
        return True

    async def _home(self, person: str, title: str) -> str | None:
        return (await self.stage.chats(person)).get(title)
