"""Which words of somebody who is forgotten go with them, where the row itself must stay?

Rows stay where others count on them: a pairing, a group's own list, an introduction that was answered. What only the
forgotten one said in them goes; what a group agreed on, or said over its links, is the group's, and stays by nobody.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.groups.pledges import PledgeStage
from core.ids import PersonId
from core.storage.tables import introductions, notice_words, notices, pledges, reports

Blank = Mapping[str, Any]


async def blank_words(connection: AsyncConnection, person: PersonId) -> None:
    """Empty what someone said for themselves alone."""
    theirs = (notices.c.person == person) & notices.c.group.is_(None)
    mine = select(notices.c.id).where(theirs).scalar_subquery()
    await connection.execute(delete(notice_words).where(notice_words.c.notice.in_(mine)))
    for table, which, blank in _blanks(person, theirs):
        await connection.execute(update(table).where(which).values(blank))


def _blanks(person: PersonId, own_notices: ColumnElement[bool]) -> tuple[tuple[Table, ColumnElement[bool], Blank], ...]:
    alone = (introductions.c.person == person) & introductions.c.group.is_(None)
    over = pledges.c.stage == PledgeStage.OVER  # On one that was reached, others count.
    return (
        (notices, own_notices, {"what": "", "place": "", "time": "", "topics": ()}),
        (introductions, alone, {"line": "", "topic": ""}),
        (pledges, (pledges.c.proposer == person) & over, {"what": "", "place_of": ""}),
        (reports, reports.c.person == person, {"person": None, "why": ""}),
    )
