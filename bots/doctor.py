"""Is everything there that a run needs, and what is to be done where it is not?"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bots.assemble import configured
from core.config import Settings
from core.errors import SociumError, WrongSetting
from core.matching import semantic, worker
from core.messenger.port import Messenger
from core.storage.schema import current, newest

PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One line about one thing.

    Attributes:
        fine: Whether nothing is to be done.
        line: What was found and, where it is not fine, what to do.
    """

    fine: bool
    line: str


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Look at settings, database, schema and each messenger, one after the other."""
    yield Finding(True, f"settings: language {settings.language}, zone {settings.zone}")
    yield await _database(settings)
    yield _groups()
    yield _topics()
    try:
        messengers = configured(settings)
    except WrongSetting as wrong:
        yield Finding(False, str(wrong))
        return
    for messenger in messengers.values():
        yield await _messenger(messenger)


def _groups() -> Finding:
    if worker.is_installed():
        return Finding(True, "groups: formed from everybody who seeks, in a process of their own")
    return Finding(True, "groups: /seek is closed, /find works; to open it, install socium[matching]")


def _topics() -> Finding:
    if semantic.is_installed():
        return Finding(True, "topics: compared by meaning, spelling and thesaurus")
    return Finding(True, "topics: compared by spelling and thesaurus; by meaning too with socium[semantic]")


async def _database(settings: Settings) -> Finding:
    try:
        found = await current(settings.database_url)
    except (WrongSetting, OSError) as wrong:
        return Finding(False, f"database: {wrong}")
    except Exception as failed:
        return Finding(False, f"database: cannot be opened ({type(failed).__name__}); check SOCIUM_DATABASE_URL")
    if found != newest():
        return Finding(False, f"database: schema {found or 'empty'}, needed {newest()}; run `socium migrate`")
    return Finding(True, f"database: schema {found}")


async def _messenger(messenger: Messenger) -> Finding:
    try:
        async with asyncio.timeout(PATIENCE):
            return Finding(True, await messenger.check())
    except TimeoutError:
        return Finding(False, f"{messenger.name}: no answer within {PATIENCE:.0f} s; check its address and the network")
    except SociumError as wrong:
        return Finding(False, f"{messenger.name}: {wrong}")
