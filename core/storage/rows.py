"""How does a value of ours become a row, and a row the value again?

A column has the name of the field it holds and a type that converts, so that both ways are the same for all.

Statements that every event needs are made once, with a place for each value: making one costs more than running it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from sqlalchemy.sql.dml import ReturningInsert

Value = TypeVar("Value", bound="DataclassInstance")
Columns = Mapping[Any, Any]

THESE: BindParameter[Any] = bindparam("these", expanding=True)
"""The place for a list of values in a statement made once."""


class Question:
    """A question made once, in both ways in which it is asked.

    Attributes:
        looking: As it is asked by who only looks.
        holding: As it is asked by who keeps the rows of one table from others, where the database locks rows.
    """

    def __init__(self, looking: Select[Any], table: Table) -> None:
        self.looking, self.holding = looking, looking.with_for_update(of=table)


def to_row(value: "DataclassInstance", table: Table) -> dict[str, Any]:
    """Take the fields of a value that have a column of their own name."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name in table.c}


def from_row(kind: type[Value], row: Columns, **more: Any) -> Value:
    """Make a value of the columns named like its fields, and of what lies elsewhere."""
    own = {field.name: row[field.name] for field in fields(kind) if field.name in row and field.name not in more}
    return kind(**own, **more)


class Rows:
    """What every repository needs: its connection, and whether what it reads is kept from others.

    Args:
        connection: Inside a transaction.
        locks: True while writing: rows read for a change are locked where the database locks rows.
    """

    def __init__(self, connection: AsyncConnection, locks: bool) -> None:
        self._connection = connection
        self._locks = locks

    async def _all(self, question: Select[Any] | Question, values: Columns | None = None) -> Sequence[Columns]:
        rows: Sequence[Columns] = (await self._connection.execute(self._as_asked(question), values)).mappings().all()
        return rows

    async def _first(self, question: Select[Any] | Question, values: Columns | None = None) -> Columns | None:
        row: Columns | None = (await self._connection.execute(self._as_asked(question), values)).mappings().first()
        return row

    def _as_asked(self, question: Select[Any] | Question) -> Select[Any]:
        if isinstance(question, Question):
            return question.holding if self._locks else question.looking
        return question

    def _held(self, question: Select[Any], table: Table) -> Select[Any]:
        return question.with_for_update(of=table) if self._locks else question

    async def _put(self, table: Table, row: Columns) -> None:
        """Insert a row, or renew the one of the same primary key."""
        keys = tuple(column.name for column in table.primary_key)
        await self._connection.execute(_put(table, self._connection.dialect.name, tuple(row), keys), row)

    async def _put_all(self, table: Table, rows: Sequence[Columns], keys: Sequence[str] = ()) -> None:
        """Insert rows with the same columns, or renew those of the same keys, one after the other in one statement.

        Args:
            table: Where.
            rows: In order; of two of the same keys the later one stays.
            keys: Columns that are unique together; the primary key unless told.
        """
        if not rows:
            return
        by = tuple(keys or (column.name for column in table.primary_key))
        question = _put(table, self._connection.dialect.name, tuple(rows[0]), by)
        await self._connection.execute(question, list(rows))

    async def _put_if_new(self, table: Table, row: Columns, keys: Sequence[str]) -> bool:
        """Insert a row unless one with these keys is there; says whether it did.

        The row comes back when it went in: a driver's count of rows is not to be trusted here.
        """
        question = _put_if_new(table, self._connection.dialect.name, tuple(keys))
        return (await self._connection.execute(question, row)).first() is not None

    async def _put_children(self, table: Table, parent: str, of: str, children: Sequence[Columns]) -> None:
        """Replace the rows that belong to a parent, in order."""
        await self._connection.execute(_without_children(table, parent), {"is": of})
        if children:
            rows = [{parent: of, "place": place, **child} for place, child in enumerate(children)]
            await self._connection.execute(into(table), rows)

    async def _children(self, table: Table, parent: str, of: Sequence[str]) -> Mapping[str, Sequence[Columns]]:
        """Return the rows that belong to each parent, in order."""
        found: dict[str, list[Columns]] = {one: [] for one in of}
        if of:
            for row in await self._all(_children(table, parent), {"these": list(of)}):
                found[row[parent]].append(row)
        return found

    def _insert(self, table: Table) -> "postgresql.Insert":
        """Begin an insert that knows what to do about a conflict; both databases say it alike."""
        return insert_into(table, self._connection.dialect.name)


@cache
def into(table: Table) -> Insert:
    """Begin an insert, made once for each table."""
    return insert(table)


@cache
def _children(table: Table, parent: str) -> Select[Any]:
    return table.select().where(table.c[parent].in_(THESE)).order_by(table.c.place)


@cache
def _without_children(table: Table, parent: str) -> Delete:
    return delete(table).where(table.c[parent] == bindparam("is"))


@cache
def _put(table: Table, dialect: str, columns: tuple[str, ...], keys: tuple[str, ...]) -> "postgresql.Insert":
    question = insert_into(table, dialect)
    changed = {name: question.excluded[name] for name in columns if name not in keys}
    return question.on_conflict_do_update(index_elements=keys, set_=changed)


@cache
def _put_if_new(table: Table, dialect: str, keys: tuple[str, ...]) -> "ReturningInsert[Any]":
    return insert_into(table, dialect).on_conflict_do_nothing(index_elements=keys).returning(table.c[keys[0]])


def insert_into(table: Table, dialect: str) -> "postgresql.Insert":
    """Begin an insert that knows what to do about a conflict; both databases say it alike."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)  # type: ignore[return-value]  # both have it all


def holds(column: Column[Any], person: str) -> ColumnElement[bool]:
    """Say whether an id stands in a column of lists or JSON, by its own words."""
    return type_coerce(column, Text).contains(json.dumps(person), autoescape=True)
