"""Does everything arrive in the other database, and does the operator hear of it when it does not?"""

from pathlib import Path

import pytest

from core.errors import WrongSetting
from core.storage.copying import backup, move, sums
from core.storage.work import Database
from tests.storage.filled import fill

QUIET = list[str]


async def test_there_and_back_again_nothing_is_lost(sqlite_url: str, postgres_url: str, tmp_path: Path) -> None:
    """Who outgrows one machine moves to PostgreSQL, and back if they like: counts and digests are the same."""
    await fill(sqlite_url)
    before = await sums(sqlite_url)
    back = f"sqlite:///{tmp_path}/back.db"

    moved = await move(sqlite_url, postgres_url, QUIET().append)
    returned = await move(postgres_url, back, QUIET().append)

    assert before == await sums(postgres_url) == await sums(back)
    assert moved == returned == sum(one.rows for one in before.values()) > 100
    await fill(postgres_url, again=True)  # the sequences go on where the copied rows end


async def test_a_database_that_holds_something_is_not_written_into(database_url: str, tmp_path: Path) -> None:
    """A mistyped target costs nothing: it is refused and unchanged."""
    await fill(database_url)
    other = f"sqlite:///{tmp_path}/other.db"
    await move(database_url, other, QUIET().append)
    before = await sums(other)

    with pytest.raises(WrongSetting, match="not empty"):
        await move(database_url, other, QUIET().append)

    assert await sums(other) == before


async def test_moving_onto_itself_is_refused(database_url: str) -> None:
    """The same address twice is a mistake, said in one line."""
    with pytest.raises(WrongSetting, match="same database"):
        await move(database_url, database_url, QUIET().append)


async def test_a_backup_is_whole_while_the_house_goes_on(database_url: str, tmp_path: Path) -> None:
    """A backup taken in the middle of work can be opened, holds all that was durable, and is never overwritten."""
    await fill(database_url)
    file = tmp_path / "kept.db"

    rows = await backup(database_url, file, QUIET().append)
    await fill(database_url, again=True)

    assert rows == sum(one.rows for one in (await sums(f"sqlite:///{file}")).values())
    opened = Database.at(f"sqlite:///{file}")
    async with opened.read() as work:
        assert len(await work.proposals.gathering()) == 1
    await opened.close()
    with pytest.raises(WrongSetting, match="already"):
        await backup(database_url, file, QUIET().append)
