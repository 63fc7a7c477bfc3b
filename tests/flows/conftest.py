"""Which tables are there: the real application, a real database, and one messenger each?"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bots.assemble import build, loops
from core.clock import VirtualClock
from core.storage.work import Database
from tests.databases import KINDS, Template
from tests.edges.discord_stage import discord_on_loopback
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.edges.telegram_stage import playing
from tests.flows.beginnings import Beginnings, Local
from tests.flows.house import START
from tests.flows.table import Table
from tests.flows.town import Town, town_at
from tests.stage import Stage

MESSENGERS = ("local", "matrix", "telegram", "discord")
MAIN_STORY = {f"tests.flows.{name}" for name in ("test_forming", "test_contract", "test_coming_and_going", "test_talk")}
TOO_MANY_ACCOUNTS = {"test_the_eighth_by_consent_the_ninth_never"}
"""Nine accounts on a homeserver take a quarter of a minute: played on Matrix with `--every-messenger` only."""


@asynccontextmanager
async def laid(stage: Stage, template: Template, folder: Path, clock: VirtualClock) -> AsyncIterator[Table]:
    """Lay a table: the whole house on a database of its own, with the stage's messenger running."""
    async with laid_together((stage,), template, folder, clock) as (one,):
        yield one


@asynccontextmanager
async def laid_together(
    stages: Sequence[Stage], template: Template, folder: Path, clock: VirtualClock
) -> AsyncIterator[tuple[Table, ...]]:
    """Lay a table for each messenger, in one house: they share the database and the time."""
    async with laid_at(stages, template.copy(folder), clock) as tables:
        yield tables


@asynccontextmanager
async def laid_at(stages: Sequence[Stage], address: str, clock: VirtualClock) -> AsyncIterator[tuple[Table, ...]]:
    """Lay them in a house on the database of that address."""
    store = Database.at(address)
    messengers = {stage.messenger.name: stage.messenger for stage in stages}
    house = build(store, messengers, clock, "en", "UTC", limits={})
    async with loops(house):
        running = [asyncio.create_task(one.run(house.application)) for one in messengers.values()]
        try:
            yield tuple(Table(stage, house.application, clock, store=store) for stage in stages)
        finally:
            for one in running:
                one.cancel()
            await asyncio.gather(*running, return_exceptions=True)
    await store.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Play everything on the local page and the main story on every messenger, all on both databases.

    `pytest --every-messenger` plays everything everywhere; `--database sqlite` leaves the other out.
    """
    if "template" not in metafunc.fixturenames:
        return
    own = any(mark.args[0] == "table" for mark in metafunc.definition.iter_markers("parametrize"))
    if own or "table" not in metafunc.fixturenames or "table" in metafunc.module.__dict__:
        metafunc.parametrize("template", _databases(metafunc), indirect=True)
        return
    everywhere = metafunc.config.getoption("--every-messenger")
    played = MESSENGERS if everywhere or metafunc.module.__name__ in MAIN_STORY else MESSENGERS[:1]
    left_out = {"matrix"} if metafunc.function.__name__ in TOO_MANY_ACCOUNTS and not everywhere else set()
    pairs = [(one, kind) for one in played if one not in left_out for kind in _databases(metafunc)]
    metafunc.parametrize(("table", "template"), pairs, indirect=True)


def _databases(metafunc: pytest.Metafunc) -> tuple[str, ...]:
    asked = metafunc.config.getoption("--database")
    return KINDS if asked == "both" else (asked,)


@pytest.fixture
async def table(request: pytest.FixtureRequest, template: Template, tmp_path: Path) -> AsyncIterator[Table]:
    """People on the local page as on Matrix, on a real homeserver, and on local wires of Telegram and Discord."""
    clock = VirtualClock(START)
    if request.param == "telegram":
        async with playing() as telegram, laid(telegram, template, tmp_path, clock) as one:
            yield one
        return
    if request.param == "discord":
        async with discord_on_loopback() as discord, laid(discord, template, tmp_path, clock) as one:
            yield one
        return
    if request.param == "local":
        local = Local(_laid_alone, template, tmp_path, clock, request.getfixturevalue("beginnings"))
        yield local.table
        await local.close()
        return
    server: Synapse = request.getfixturevalue("synapse")
    async with laid(MatrixStage(server, tmp_path / "store"), template, tmp_path, clock) as one:
        yield one


@asynccontextmanager
async def _laid_alone(stage: Stage, address: str, clock: VirtualClock) -> AsyncIterator[Table]:
    async with laid_at((stage,), address, clock) as (one,):
        yield one


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    """Return what dialogues left to others that begin alike."""
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


@pytest.fixture
async def town(template: Template, tmp_path: Path) -> AsyncIterator[Town]:
    """A town in which nobody has met yet, for dialogues that need no messenger."""
    async with town_at(template, tmp_path) as one:
        yield one
