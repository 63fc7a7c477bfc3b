"""How does a value of ours lie in a column, on either database?"""

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Text, text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def millis(moment: datetime) -> int:
    """Count whole milliseconds since 1970, UTC.

    Raises:
        ValueError: The moment has no zone; nobody could say when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone cannot be stored")
    return (moment - _EPOCH) // _MILLISECOND


def moment(stored: int) -> datetime:
    """Return the aware UTC moment of a count of milliseconds."""
    return _EPOCH + stored * _MILLISECOND


class UtcMillis(TypeDecorator[datetime]):
    """An aware moment as epoch milliseconds: exact, comparable and the same on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else millis(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else moment(value)


class Json(TypeDecorator[Any]):
    """Anything JSON can say, as text; None is SQL NULL, never JSON null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        return None if value is None else canonical(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        return None if value is None else json.loads(value)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A tuple of strings, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else canonical(list(value))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Week(TypeDecorator[int]):
    """168 hours as bits: more than a database's number holds, so 42 hexadecimal digits."""

    impl = String(42)
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:042x}"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value, 16)


class Word(TypeDecorator[StrEnum]):
    """One word of a closed list, as the word itself."""

    impl = String(20)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


def canonical(value: object) -> str:
    """Write JSON so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def key(name: str, to: str = "", *, primary: bool = False, optional: bool = False) -> Column[str]:
    """Make a column for one of our own ids.

    Args:
        name: Of the column.
        to: `table.column` it points to; checked at commit, so that rows may be put in any order.
        primary: Whether it is the row's own id.
        optional: Whether it may be empty.
    """
    links = [ForeignKey(to, deferrable=True, initially="DEFERRED")] if to else []
    return Column(name, String(40), *links, primary_key=primary, nullable=optional)


def words(name: str, most: int, *, optional: bool = False, primary: bool = False) -> Column[str]:
    """Make a column for words of at most `most` characters."""
    return Column(name, Text, primary_key=primary, nullable=optional, info={"most": most})


def at(name: str, *, optional: bool = False) -> Column[datetime]:
    """Make a column for a moment."""
    return Column(name, UtcMillis, nullable=optional)


def yes(name: str) -> Column[bool]:
    """Make a column for yes or no."""
    return Column(name, Boolean(create_constraint=False), nullable=False)


def index_where(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """Make an index of those rows alone for which a condition holds."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))
