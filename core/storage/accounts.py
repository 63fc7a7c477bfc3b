"""How do two people become one, and what is kept about someone, in every table there is?

Both walk the schema: every column that points to a person or an account is found, also those of tables to come. Ids in
lists and in JSON are found by their own words: an id is 80 random bits and means nothing else.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    UniqueConstraint,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)

from core.app.accounts.ports import Joining, Kept, LinkCode
from core.groups.proposal import Proposal
from core.ids import AccountId, JoiningId, PersonId, ProposalId, new_id
from core.storage.erasing import erase
from core.storage.parting import PartingRows
from core.storage.pool import move_bars
from core.storage.proposals import GATHERING, ProposalRows
from core.storage.rows import Columns, from_row, holds
from core.storage.tables import (
    METADATA,
    accounts,
    joinings,
    link_codes,
    link_tries,
    proposal_waiting,
    proposals,
    seats,
)
from core.storage.types import Json, Strings

LOOSE = {("timers", "person")}
"""Columns that hold a person's id without a foreign key: an empty one there means everybody."""

NOT_MOVED = {"people", "joinings"}
"""Tables whose rows are about who somebody is; they stay with the id they were made for."""

NOT_SHOWN = {
    "asked",
    "choices",
    "electorate",
    "handed",
    "joinings",
    "link_codes",
    "link_tries",
    "pairings",
    "people",
    "private_asks",
    "reaches",
    "timers",
}
"""Tables that hold of a person nothing but that they are there; `/mydata` tells what they say in other words."""

OF_OTHERS = {("blocks", "blocked"), ("mutes", "author")}
"""Columns by which others speak of a person: what those others did is theirs to read."""


def personal_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Find every column that holds a person's id by itself."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            links = {link.column.table.name for link in column.foreign_keys}
            if "people" in links or (table.name, column.name) in LOOSE:
                yield table, column


def account_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Find every column that points to an account."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if any(link.column.table is accounts for link in column.foreign_keys):
                yield table, column


def written_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Find every column in which ids may stand among other words: lists and JSON."""
    for table in METADATA.sorted_tables:
        if table.name not in NOT_MOVED:
            yield from ((table, column) for column in table.columns if isinstance(column.type, Json | Strings))


class AccountRows(PartingRows):
    """Implements `core.app.accounts.ports.Accounts`."""

    async def keep_code(self, code: LinkCode, digest: str) -> None:
        """Keep a code, in place of any other of the same account."""
        row = {"account": code.account, "digest": digest, "made": code.made, "typed_by": code.typed_by}
        await self._put(link_codes, row)

    async def code_of(self, digest: str) -> LinkCode | None:
        """Find the code with that digest."""
        return await self._code(link_codes.c.digest == digest)

    async def code_from(self, account: AccountId) -> LinkCode | None:
        """Find the code made by an account."""
        return await self._code(link_codes.c.account == account)

    async def put_code(self, code: LinkCode) -> None:
        """Note who typed it."""
        changed = update(link_codes).where(link_codes.c.account == code.account)
        await self._connection.execute(changed.values(typed_by=code.typed_by))

    async def drop_code(self, account: AccountId) -> None:
        """Forget a code."""
        await self._connection.execute(delete(link_codes).where(link_codes.c.account == account))

    async def tries_since(self, account: AccountId, since: datetime) -> int:
        """Count how often an account typed a code since a moment; older tries are forgotten."""
        mine = link_tries.c.account == account
        await self._connection.execute(delete(link_tries).where(mine, link_tries.c.at < since))
        return int((await self._connection.execute(select(func.count()).where(mine))).scalar_one())

    async def note_try(self, account: AccountId, at: datetime) -> None:
        """Note that an account typed a code."""
        await self._put(link_tries, {"id": new_id(), "account": account, "at": at})

    async def proposals_with(self, person: PersonId) -> Sequence[Proposal]:
        """List the gathering proposals in which someone sits, waits, or which they proposed."""
        sits = select(seats.c.proposal).where(seats.c.person == person)
        waits = select(proposal_waiting.c.proposal).where(proposal_waiting.c.person == person)
        theirs = or_(proposals.c.proposer == person, proposals.c.id.in_(sits), proposals.c.id.in_(waits))
        question = select(proposals.c.id).where(theirs, proposals.c.stage.in_(GATHERING)).order_by(proposals.c.id)
        rows = ProposalRows(self._connection, self._locks)
        found = [await rows.get(ProposalId(one)) for one in (await self._connection.execute(question)).scalars().all()]
        return [one for one in found if one is not None]

    async def join(self, joining: Joining) -> None:
        """Give everything of the one who goes to the one who stays; where both have it, the latter's remains."""
        moved: list[dict[str, Any]] = []
        for table, column in personal_columns():
            if table.name not in NOT_MOVED:
                moved += await self._give(table, column, joining)
        for table, column in written_columns():
            await self._write_anew(table, column, joining)
        await move_bars(self._connection, joining.goes, joining.stays)
        row = {"id": joining.id, "stays": joining.stays, "goes": joining.goes, "at": joining.at, "moved": moved}
        await self._put(joinings, row)

    async def joining(self, joining: JoiningId) -> Joining | None:
        """Find a joining that can still be undone."""
        row = await self._first(select(joinings).where(joinings.c.id == joining))
        return from_row(Joining, row) if row else None

    async def kept_about(self, person: PersonId) -> Kept:
        """List everything that is kept about a person, by table: the words and moments of each row."""
        found: dict[str, list[Sequence[str | datetime]]] = {}
        mine = select(accounts.c.id).where(accounts.c.person == person)
        about = ((table, column) for table, column in personal_columns() if (table.name, column.name) not in OF_OTHERS)
        where = [(table, column == person) for table, column in about]
        where += [(table, column.in_(mine)) for table, column in account_columns()]
        for table, theirs in where:
            if table.name in NOT_SHOWN:
                continue
            lines = [_told(table, row) for row in await self._all(select(table).where(theirs))]
            found.setdefault(table.name, []).extend(line for line in lines if line)
        return {name: lines for name, lines in found.items() if lines}

    async def erase(self, person: PersonId) -> None:
        """Erase who a person is, on all their accounts; what groups agreed on stays, by nobody."""
        await erase(self._connection, person)

    async def _code(self, which: ColumnElement[bool]) -> LinkCode | None:
        row = await self._first(select(link_codes).where(which))
        return from_row(LinkCode, row) if row else None

    async def _give(self, table: Table, column: Column[Any], joining: Joining) -> list[dict[str, Any]]:
        """Point rows to the one who stays, or drop them where that one has such a row; returns keys of the moved."""
        moved = []
        keys = [one.name for one in table.primary_key]
        for row in await self._all(select(table).where(column == joining.goes)):
            this = and_(*(table.c[name] == row[name] for name in keys))
            if await self._collides(table, column, row, joining.stays):
                await self._connection.execute(delete(table).where(this))
                continue
            await self._connection.execute(update(table).where(this).values({column.name: joining.stays}))
            key = {name: joining.stays if name == column.name else row[name] for name in keys}
            moved.append({"table": table.name, "column": column.name, "key": key})
        return moved

    async def _collides(self, table: Table, column: Column[Any], row: Columns, stays: PersonId) -> bool:
        for names in _unique_with(table, column.name):
            same = [table.c[name] == (stays if name == column.name else row[name]) for name in names]
            if (await self._first(select(table).where(*same))) is not None:
                return True
        return False

    async def _write_anew(self, table: Table, column: Column[Any], joining: Joining) -> None:
        """Replace an id where it stands in a list or in JSON; in a list it then stands once."""
        goes, stays = json.dumps(joining.goes), json.dumps(joining.stays)
        keys = list(table.primary_key)
        for row in await self._all(select(*keys, column.label("found")).where(holds(column, joining.goes))):
            value = row["found"]
            if isinstance(value, tuple):
                anew: Any = tuple(dict.fromkeys(joining.stays if one == joining.goes else one for one in value))
            else:
                anew = json.loads(json.dumps(value).replace(goes, stays))
            this = and_(*(key == row[key.name] for key in keys))
            await self._connection.execute(update(table).where(this).values({column.name: anew}))


def _unique_with(table: Table, column: str) -> Iterator[Sequence[str]]:
    """Find the sets of columns that may stand together only once, and that a column is in."""
    sets = [[one.name for one in table.primary_key]]
    sets += [[one.name for one in rule.columns] for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    sets += [[one.name for one in index.columns] for index in table.indexes if index.unique]
    yield from (names for names in sets if column in names)


def _told(table: Table, row: Columns) -> Sequence[str | datetime]:
    """Take what a person would read in a row: words and moments, never our own ids."""
    told: list[str | datetime] = []
    for column in table.columns:
        value = row[column.name]
        is_words = "most" in column.info and isinstance(value, str) and value
        if is_words or isinstance(value, datetime):
            told.append(value)
        elif isinstance(value, tuple) and value and column.name not in {"keys", "ready", "agreed_by"}:
            told.append(", ".join(value))
    return told
