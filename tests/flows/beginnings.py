"""How do dialogues begin that need a group which lives already? With one that was formed once, and kept.

Forming a group and agreeing on a contract takes a third of the time of all dialogues, and only two of them test it. The
others begin on a copy of the database and of the local world as they were then, in a house started anew on both.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.local_stage import LocalStage
from tests.flows.table import Table
from tests.stage import Stage

Values = ParamSpec("Values")
Result = TypeVar("Result")


class Laying(Protocol):
    """What opens a house on a database, with one messenger, and lays a table in it."""

    def __call__(self, stage: Stage, address: str, clock: VirtualClock) -> AbstractAsyncContextManager[Table]:
        """Lay it, while the block lasts."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What a beginning left.

    Attributes:
        database: As `Template.keep` named it.
        world: The file of the local world.
        moment: What time it was.
        result: What the dialogue was told.
    """

    database: str
    world: Path
    moment: datetime
    result: object


class Beginnings:
    """All that this process of the tests has kept.

    Args:
        folder: Where.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count()
        self._kept: dict[Hashable, Kept] = {}

    def find(self, template: Template, name: Hashable) -> Kept | None:
        """Return what was kept of a beginning on that kind of database."""
        return self._kept.get((type(template), name))

    def keep(self, template: Template, name: Hashable, address: str, kept: Kept) -> None:
        """Keep a beginning; nobody uses its database and its world now."""
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        world = Path(shutil.copy(kept.world, folder))
        self._kept[type(template), name] = Kept(template.keep(address, folder), world, kept.moment, kept.result)


class Local:
    """A house on the local page that can be left, and entered again where another dialogue began.

    Args:
        laying: Opens one.
        template: Of its database.
        folder: Of the test.
        clock: Everybody's.
        beginnings: What was kept.
    """

    def __init__(
        self, laying: Laying, template: Template, folder: Path, clock: VirtualClock, beginnings: Beginnings
    ) -> None:
        self._laying, self._template, self._clock, self._beginnings = laying, template, clock, beginnings
        self._folder, self._numbers = folder, count()
        self._address, self._world = "", folder
        self._messenger: LocalMessenger | None = None
        self._leave = asyncio.Event()
        self._living: asyncio.Task[None] | None = None
        self.table = Table(cast("Stage", None), None, clock)
        self.table.beginnings = self

    async def opened(self) -> None:
        """Open a fresh house unless one is open: whoever goes on from what was kept needs none."""
        if self._living is None:
            await self._open()

    async def _open(self, kept: Kept | None = None) -> None:
        folder = self._folder / f"house{next(self._numbers)}"
        folder.mkdir()
        self._address = self._template.copy(folder, kept.database if kept else "")
        self._world = folder / "socium.world"
        if kept is not None:
            shutil.copy(kept.world, self._world)
            self._clock.advance(kept.moment - self._clock.now())
        await self._enter()

    async def close(self) -> None:
        """Close it; what it has in hand is finished."""
        self._leave.set()
        if self._living is not None:
            await self._living

    async def begins(self, name: Hashable, play: Callable[[], Awaitable[Result]]) -> Result:
        """Play a beginning, or go on where it was played before; see `Table.begins`."""
        if self._messenger is not None and self._messenger.world.state.entries:
            return await play()
        kept = self._beginnings.find(self._template, name)
        if kept is not None:
            await self.close()
            await self._open(kept)
            return cast("Result", kept.result)
        await self.opened()
        result = await play()
        await self.close()
        self._beginnings.keep(self._template, name, self._address, Kept("", self._world, self._clock.now(), result))
        await self._enter()
        return result

    async def _enter(self) -> None:
        """Let the house live in a task of its own, for whoever opens it may not be who closes it."""
        opened: asyncio.Future[Table] = asyncio.get_running_loop().create_future()
        self._leave.clear()
        self._living = asyncio.create_task(self._live(opened))
        await asyncio.wait((self._living, opened), return_when=asyncio.FIRST_COMPLETED)
        if not opened.done():
            await self._living
        self.table.goes_on_at(await opened)

    async def _live(self, opened: "asyncio.Future[Table]") -> None:
        self._messenger = LocalMessenger(port=None, store=self._world, clock=self._clock, empty=True)
        try:
            stage = LocalStage(self._messenger, Flavour.MATRIX)
            async with self._laying(stage, self._address, self._clock) as table:
                opened.set_result(table)
                await self._leave.wait()
        finally:
            self._messenger.world.close()


def beginning(
    play: Callable[Concatenate[Table, Values], Awaitable[Result]],
) -> Callable[Concatenate[Table, Values], Coroutine[Any, Any, Result]]:
    """Let a function that begins dialogues be played once for all that call it first, with the same values."""

    @wraps(play)
    async def begun(table: Table, /, *values: Values.args, **named: Values.kwargs) -> Result:
        name: tuple[Any, ...] = (play.__module__, play.__qualname__, values, tuple(sorted(named.items())))
        return await table.begins(name, lambda: play(table, *values, **named))

    return begun
