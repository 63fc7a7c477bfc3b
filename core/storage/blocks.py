"""How is kept who does not want to hear of whom, or of what?"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from core.app.meeting.ports import Block
from core.groups.limits import TOPIC
from core.ids import BlockId, PersonId
from core.slices import slices
from core.storage.rows import Rows, from_row, to_row
from core.storage.tables import blocks, nevers


class BlockRows(Rows):
    """Implements `core.app.meeting.ports.Blocks`."""

    async def put(self, block: Block) -> bool:
        """Keep a block; False when the same stands already."""
        same = select(blocks.c.id).where(
            blocks.c.person == block.person,
            blocks.c.blocked == block.blocked if block.blocked else blocks.c.blocked_group == block.blocked_group,
        )
        if await self._first(same) is not None:
            return False
        await self._put(blocks, to_row(block, blocks))
        return True

    async def lift(self, block: BlockId, person: PersonId) -> Block | None:
        """Take back one's own block."""
        row = await self._first(select(blocks).where(blocks.c.id == block, blocks.c.person == person))
        await self._connection.execute(delete(blocks).where(blocks.c.id == block, blocks.c.person == person))
        return from_row(Block, row) if row else None

    async def of(self, people: Collection[PersonId]) -> Sequence[Block]:
        """List the blocks of people, however many these are, oldest first."""
        found: list[Block] = []
        for some in slices(list(people)):
            rows = await self._all(select(blocks).where(blocks.c.person.in_(some)))
            found += [from_row(Block, row) for row in rows]
        return sorted(found, key=lambda one: (one.since, one.id))

    async def against(self, people: Collection[PersonId]) -> Sequence[Block]:
        """List the blocks that name one of these people."""
        return [from_row(Block, row) for row in await self._all(select(blocks).where(blocks.c.blocked.in_(people)))]

    async def never(self, person: PersonId, topic: str, now: datetime) -> None:
        """Note that someone does not want to hear of a topic."""
        await self._put(nevers, {"person": person, "topic": topic.casefold()[:TOPIC], "since": now})

    async def hear_again(self, person: PersonId, topic: str) -> bool:
        """Forget that; says whether it was there."""
        question = delete(nevers).where(nevers.c.person == person, nevers.c.topic == topic.casefold()[:TOPIC])
        return (await self._connection.execute(question.returning(nevers.c.topic))).first() is not None

    async def nevers(self, people: Collection[PersonId]) -> Sequence[str]:
        """List the topics that one of these people does not want to hear of, folded."""
        rows = await self._all(select(nevers.c.topic).where(nevers.c.person.in_(people)).distinct())
        return [row["topic"] for row in rows]
