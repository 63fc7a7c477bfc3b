"""How are first contacts kept, and which groups could be met?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select

from core.app.meeting.ports import Findable, FirstContact
from core.exchange.introductions import Introduction
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import IntroductionStage
from core.groups.group import GroupStage
from core.ids import GroupId, IntroductionId, PersonId
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import groups, introductions, proposals


class IntroductionRows(Rows):
    """Implements `core.app.meeting.ports.Introductions`."""

    async def get(self, introduction: IntroductionId) -> FirstContact | None:
        """Return a first contact."""
        question = select(introductions).where(introductions.c.id == introduction)
        row = await self._first(self._held(question, introductions))
        return _contact(row) if row else None

    async def put(self, contact: FirstContact) -> None:
        """Keep a first contact; of the parties only the aliases, who they are stands beside them."""
        told = to_row(contact.introduction, introductions)
        behind = to_row(contact, introductions)
        asked = contact.introduction.asked
        names = {"alias": contact.introduction.asker.id, "asked_alias": asked.id if asked else None}
        await self._put(introductions, {**told, **behind, **names, "id": contact.id})

    async def asked_by(self, group: GroupId | None, person: PersonId, since: datetime) -> Sequence[FirstContact]:
        """List what a group, or a person without one, asked since then, oldest first."""
        mine = introductions.c.person == person
        whose = introductions.c.group == group if group else mine & introductions.c.group.is_(None)
        question = select(introductions).where(whose, introductions.c.opened >= since)
        rows = await self._all(question.order_by(introductions.c.opened, introductions.c.id))
        return [_contact(row) for row in rows]

    async def asks_since(self, since: datetime) -> Mapping[GroupId, int]:
        """Count what was put to each group since then."""
        question = (
            select(introductions.c.asked, func.count().label("count"))
            .where(introductions.c.asked.is_not(None), introductions.c.opened >= since)
            .group_by(introductions.c.asked)
        )
        return {row["asked"]: row["count"] for row in await self._all(question)}

    async def met(self, group: GroupId) -> Mapping[GroupId, int]:
        """Count how often a group met each other group, whoever asked."""
        both = (introductions.c.group == group) | (introductions.c.asked == group)
        question = select(introductions.c.group, introductions.c.asked)
        rows = await self._all(question.where(both, introductions.c.stage == IntroductionStage.MET))
        return Counter(one for row in rows for one in (row["group"], row["asked"]) if one is not None and one != group)

    async def findable(self) -> Sequence[Findable]:
        """List the groups that live, with the topics of the proposal they came from."""
        question = (
            select(groups.c.id, groups.c.name, proposals.c.topics)
            .outerjoin(proposals, proposals.c.id == groups.c.proposal)
            .where(groups.c.stage == GroupStage.LIVING)
            .order_by(groups.c.born, groups.c.id)
        )
        return [from_row(Findable, row, topics=row["topics"] or ()) for row in await self._all(question)]


def _contact(row: Columns) -> FirstContact:
    asker = Party(PartyKind.GROUP if row["group"] else PartyKind.PERSON, row["alias"])
    asked = Party(PartyKind.GROUP, row["asked_alias"]) if row["asked_alias"] else None
    introduction = from_row(Introduction, row, asker=asker, asked=asked)
    return from_row(FirstContact, row, introduction=introduction)
