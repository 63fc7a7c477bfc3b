"""What is kept no longer than it is needed?

The table of docs/operating.md. Rows are looked for where only is read, and go in small transactions: nobody waits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, select, tuple_

from core.app.queue import Deed
from core.storage.commits import Writer
from core.storage.tables import drafts, inbox, outbox
from core.storage.tables.queue import State
from core.storage.trouble import Reader

AT_ONCE = 500

SEEN = timedelta(days=30)
"""Longer than any messenger repeats an event. Source: Telegram keeps updates for 24 hours."""

DELIVERED = timedelta(days=30)
ANSWERABLE = timedelta(days=365)
"""A message with choices that is no card: who answers it later is told it is gone."""

HALF_FINISHED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Rule:
    table: Table
    is_old: ColumnElement[bool]


def _rules(now: datetime) -> Sequence[_Rule]:
    over = outbox.c.state.in_((State.DONE, State.GIVEN_UP))
    no_card = (outbox.c.about == "") & (outbox.c.deed == Deed.SEND)
    said = (outbox.c.deed != Deed.SEND) | (no_card & outbox.c["keys"].is_(None))
    is_old = (said & (outbox.c.done_at < now - DELIVERED)) | (no_card & (outbox.c.done_at < now - ANSWERABLE))
    return (
        _Rule(inbox, inbox.c.at < now - SEEN),
        _Rule(outbox, over & is_old),
        _Rule(drafts, drafts.c.asked_at < now - HALF_FINISHED),
    )


async def tidy(read: Reader, writer: Writer, now: datetime) -> int:
    """Let go of what is past its time; returns how many rows went."""
    gone = 0
    for rule in _rules(now):
        keys = tuple(rule.table.primary_key)
        while old := await _some(read, select(*keys).where(rule.is_old)):
            async with writer.begin() as connection:
                await connection.execute(delete(rule.table).where(tuple_(*keys).in_(old), rule.is_old))
            gone += len(old)
    return gone


async def _some(read: Reader, question: Select[Any]) -> list[tuple[Any, ...]]:
    async with read.connect() as connection:
        return [tuple(row) for row in await connection.execute(question.limit(AT_ONCE))]
