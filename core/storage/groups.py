"""How are groups kept, with everyone who ever was in them and who waits?"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import bindparam, select

from core.groups.group import Group, Member
from core.groups.proposal import Waiting
from core.ids import GroupId, PersonId
from core.storage.rows import THESE, Columns, Question, Rows, from_row, to_row
from core.storage.tables import group_waiting, groups, members

# In one order, so that two who ask for the same groups never wait in a circle.
_THESE_GROUPS = Question(select(groups).where(groups.c.id.in_(THESE)).order_by(groups.c.id), groups)
_OF_PERSON = Question(
    select(groups)
    .where(
        groups.c.id.in_(select(members.c.group).where(members.c.person == bindparam("is"), members.c.left.is_(None)))
    )
    .order_by(groups.c.born, groups.c.id),
    groups,
)


class GroupRows(Rows):
    """Implements `core.app.ports.Groups`."""

    async def get(self, group: GroupId) -> Group | None:
        """Return a group."""
        return (await self.get_all((group,))).get(group)

    async def get_all(self, some: Collection[GroupId]) -> Mapping[GroupId, Group]:
        """Return many groups at once; those that are not there are left out."""
        return {one.id: one for one in await self._read(await self._all(_THESE_GROUPS, {"these": list(some)}))}

    async def put(self, group: Group) -> None:
        """Keep a group with all that belongs to it."""
        await self._put(groups, to_row(group, groups))
        people = [to_row(member, members) for member in group.members]
        await self._put_children(members, "group", group.id, people)
        standing = [to_row(one, group_waiting) for one in group.waiting]
        await self._put_children(group_waiting, "group", group.id, standing)

    async def of_person(self, person: PersonId) -> Sequence[Group]:
        """List the groups someone is in now, oldest first."""
        return await self._read(await self._all(_OF_PERSON, {"is": person}))

    async def _read(self, rows: Sequence[Columns]) -> Sequence[Group]:
        ids = [row["id"] for row in rows]
        people = await self._children(members, "group", ids)
        standing = await self._children(group_waiting, "group", ids)
        return [
            from_row(
                Group,
                row,
                members=tuple(from_row(Member, member) for member in people[row["id"]]),
                waiting=tuple(from_row(Waiting, one) for one in standing[row["id"]]),
            )
            for row in rows
        ]
