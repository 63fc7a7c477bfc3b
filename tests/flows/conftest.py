"""Which tables are there: the real application, a real database, and one messenger each?"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from zlib import crc32

import pytest

from bots.assemble import build, loops
from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from core.storage.work import Database
from tests.databases import KINDS, Template
from tests.edges.discord_stage import discord_on_loopback
from tests.edges.local_stage import LocalStage
from tests.edges.matrix_stage import MatrixStage
from tests.edges.synapse import Synapse
from tests.edges.telegram_stage import playing
from tests.flows.house import START
from tests.flows.table import Table
from tests.flows.town import Town, town_at
from tests.stage import Stage

MESSENGERS = ("local", "matrix", "telegram", "discord")
THOUSANDS_OF_STEPS = (
    "test_budget",
    "test_constitution",
    "test_hostile_calls",
    "test_indistinguishable",
    "test_linked_voices",
    "test_links_machine",
    "test_meeting_machine",
    "test_seeking_machine",
)
"""Played on the quicker database, unless one is asked for."""

MAIN_STORY = {f"tests.flows.{name}" for name in ("test_forming", "test_contract", "test_coming_and_going", "test_talk")}
TOO_MANY_ACCOUNTS = {"test_the_eighth_by_consent_the_ninth_never"}
"""Nine accounts on a homeserver take a quarter of a minute: played on Matrix with `--every-messenger` only."""
IN_TURN = 6
"""Without `--database` every sixth dialogue is played on PostgreSQL, the others on SQLite."""


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
    store = Database.at(template.copy(folder))
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
    """Play the main story on every messenger and both databases, and what was built on it on the local page.

    `pytest --every-messenger --database both` plays everything everywhere.
    """
    if "template" not in metafunc.fixturenames:
        return
    own = any(mark.args[0] == "table" for mark in metafunc.definition.iter_markers("parametrize"))
    if own or "table" not in metafunc.fixturenames or "table" in metafunc.module.__dict__:
        metafunc.parametrize("template", _databases(metafunc, ""), indirect=True)
        return
    everywhere = metafunc.config.getoption("--every-messenger")
    played = MESSENGERS if everywhere or metafunc.module.__name__ in MAIN_STORY else MESSENGERS[:1]
    left_out = {"matrix"} if metafunc.function.__name__ in TOO_MANY_ACCOUNTS and not everywhere else set()
    pairs = [(one, kind) for one in played if one not in left_out for kind in _databases(metafunc, one)]
    metafunc.parametrize(("table", "template"), pairs, indirect=True)


def _databases(metafunc: pytest.Metafunc, messenger: str) -> tuple[str, ...]:
    """Name the databases a dialogue is played on; in turn means by its name, so that each stays where it is."""
    asked = metafunc.config.getoption("--database")
    main = metafunc.module.__name__ in MAIN_STORY and messenger == MESSENGERS[0]
    if asked == "both" or (asked == "in-turn" and main):
        return KINDS
    if asked != "in-turn":
        return (asked,)
    if metafunc.module.__name__.rpartition(".")[2] in THOUSANDS_OF_STEPS:
        return KINDS[:1]
    name = f"{metafunc.module.__name__} {metafunc.function.__name__} {messenger}"
    return ("sqlite" if crc32(name.encode()) % IN_TURN else "postgresql",)


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
        stage: Stage = LocalStage(LocalMessenger(port=None, clock=clock, empty=True), Flavour.MATRIX)
    else:
        server: Synapse = request.getfixturevalue("synapse")
        stage = MatrixStage(server, tmp_path / "store")
    async with laid(stage, template, tmp_path, clock) as one:
        yield one


@pytest.fixture
async def town(template: Template, tmp_path: Path) -> AsyncIterator[Town]:
    """A town in which nobody has met yet, for dialogues that need no messenger."""
    async with town_at(template, tmp_path) as one:
        yield one
