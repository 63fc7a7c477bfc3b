"""How are links kept?"""

from collections.abc import Sequence

from sqlalchemy import select

from core.exchange.links import Link
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import SideStage
from core.ids import LinkId
from core.storage.rows import Columns, Rows
from core.storage.tables import link_sides, links


class LinkRows(Rows):
    """Implements `core.app.links.ports.Links`."""

    async def get(self, link: LinkId) -> Link | None:
        """Return a link."""
        found = await self._read(await self._all(self._held(select(links).where(links.c.id == link), links)))
        return found[0] if found else None

    async def put(self, link: Link) -> None:
        """Keep a link with its ends."""
        widening = {f"{one.kind}:{one.id}": [by.id for by in said] for one, said in link.widening.items()}
        await self._put(links, {"id": link.id, "widening": widening})
        ends = [{"group": side.id, "stage": stage, "heard": _heard(link, side)} for side, stage in link.sides.items()]
        await self._put_children(link_sides, "link", link.id, ends)

    async def of(self, side: Party) -> Sequence[Link]:
        """List the links on which a side has an end that it has not left, oldest first."""
        mine = select(link_sides.c.link).where(link_sides.c.group == side.id, link_sides.c.stage != SideStage.GONE)
        return await self._read(await self._all(select(links).where(links.c.id.in_(mine)).order_by(links.c.id)))

    async def _read(self, rows: Sequence[Columns]) -> list[Link]:
        ends = await self._children(link_sides, "link", [row["id"] for row in rows])
        return [_link(row, ends[row["id"]]) for row in rows]


def _heard(link: Link, side: Party) -> dict[str, int]:
    return {receiver.id: number for (sender, receiver), number in link.heard.items() if sender == side}


def _link(row: Columns, ends: Sequence[Columns]) -> Link:
    heard = {(_side(end["group"]), _side(to)): number for end in ends for to, number in end["heard"].items()}
    sides = {_side(end["group"]): end["stage"] for end in ends}
    widening = {
        Party(PartyKind(one.split(":", 1)[0]), one.split(":", 1)[1]): tuple(_side(by) for by in said)
        for one, said in row["widening"].items()
    }
    return Link(LinkId(row["id"]), sides, heard, widening)


def _side(group: str) -> Party:
    return Party(PartyKind.GROUP, group)
