"""How are links kept, and what was shared over them?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, bindparam, delete, func, or_, select, update

from core.app.links.kept import KeptShare
from core.exchange.links import Link
from core.exchange.parties import Party, PartyKind
from core.exchange.sharing import Share
from core.exchange.stages import SideStage
from core.ids import ChatId, LinkId, PersonId, ShareId
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import link_heard, link_places, link_sides, links, outbox, share_reactions, shares
from core.storage.tables.queue import State

_SHARE = TypeAdapter(Share)
COPY = "share:"
"""How the card of what crossed a link is named."""
_FILES = "/files"
_OF_PLACE = select(link_places).where(link_places.c.chat == bindparam("is"))

Written = tuple[str, ...]


class LinkRows(Rows):
    """Implements `core.app.links.ports.Links`."""

    async def get(self, link: LinkId) -> Link | None:
        """Return a link."""
        found = await self._read(await self._all(self._held(select(links).where(links.c.id == link), links)))
        return found[0] if found else None

    async def put(self, link: Link) -> None:
        """Keep a link with its sides and numbers."""
        waiting = [[_written(one), [_written(side) for side in said]] for one, said in link.widening.items()]
        row = {"id": link.id, "number": await self._next(select(func.max(links.c.number))), "widening": waiting}
        if not await self._put_if_new(links, row, ("id",)):
            await self._connection.execute(update(links).where(links.c.id == link.id).values(widening=waiting))
        sides = [{"party": _written(party), "stage": stage} for party, stage in link.sides.items()]
        await self._put_children(link_sides, "link", link.id, sides)
        heard = [
            {"sender": _written(sender), "receiver": _written(receiver), "number": number}
            for (sender, receiver), number in link.heard.items()
        ]
        await self._put_children(link_heard, "link", link.id, heard)

    async def of(self, party: Party) -> Sequence[Link]:
        """List the links on which a side has an end it has not left, oldest first, closed ones left out."""
        mine = select(link_sides.c.link).where(
            link_sides.c.party == _written(party), link_sides.c.stage != SideStage.GONE
        )
        question = self._held(select(links).where(links.c.id.in_(mine)), links)
        found = await self._read(await self._all(question.order_by(links.c.number, links.c.id)))
        return [link for link in found if not link.is_closed]

    async def places(self, link: LinkId) -> Mapping[Party, ChatId]:
        """Return the chats where everything said crosses this link, by side."""
        rows = await self._all(select(link_places).where(link_places.c.link == link))
        return {_party(row["party"]): row["chat"] for row in rows}

    async def places_of(self, party: Party) -> Sequence[ChatId]:
        """List the chats that are a side's own places, on all its links."""
        question = select(link_places.c.chat).where(link_places.c.party == _written(party))
        found = await self._connection.execute(question.order_by(link_places.c.link))
        return [ChatId(one) for one in found.scalars().all()]

    async def put_place(self, link: LinkId, party: Party, chat: ChatId) -> None:
        """Make a chat a side's own place for a link."""
        await self._put(link_places, {"link": link, "party": _written(party), "chat": chat})

    async def of_place(self, chat: ChatId) -> tuple[LinkId, Party] | None:
        """Return whose place for which link a chat is."""
        row = await self._first(_OF_PLACE, {"is": chat})
        return (row["link"], _party(row["party"])) if row else None

    async def _next(self, greatest: Select[Any]) -> int:
        last: int | None = (await self._connection.execute(greatest)).scalar_one()
        return (last or 0) + 1

    async def _read(self, rows: Sequence[Columns]) -> list[Link]:
        ids = [row["id"] for row in rows]
        sides = await self._children(link_sides, "link", ids)
        heard = await self._children(link_heard, "link", ids)
        return [
            Link(
                row["id"],
                {_party(one["party"]): one["stage"] for one in sides[row["id"]]},
                {(_party(one["sender"]), _party(one["receiver"])): one["number"] for one in heard[row["id"]]},
                {_party(one): tuple(_party(side) for side in said) for one, said in row["widening"]},
            )
            for row in rows
        ]


class ShareRows(Rows):
    """Implements `core.app.links.ports.Shares`."""

    async def get(self, share: ShareId) -> KeptShare | None:
        """Return a share."""
        row = await self._first(self._held(select(shares).where(shares.c.id == share), shares))
        return _share(row) if row else None

    async def put(self, share: KeptShare) -> None:
        """Keep a share."""
        held = _SHARE.dump_python(share.held, mode="json") if share.held else None
        await self._put(shares, {**to_row(share, shares), "side": _written(share.side), "held": held})

    async def of_message(self, chat: ChatId, message: str) -> Sequence[KeptShare]:
        """List the shares of one message, oldest first."""
        question = select(shares).where(shares.c.chat == chat, shares.c.message == message)
        rows = await self._all(self._held(question, shares).order_by(shares.c.at, shares.c.id))
        return [_share(row) for row in rows]

    async def last_number(self, link: LinkId, side: Party) -> int:
        """Return how many shares a side has carried or waiting."""
        question = select(func.max(shares.c.number)).where(shares.c.link == link, shares.c.side == _written(side))
        return (await self._connection.execute(question)).scalar_one() or 0

    async def copied_in(self, chat: ChatId, message: str) -> ShareId | None:
        """Return the share of which a message of ours is a copy."""
        question = select(outbox.c.about).where(
            outbox.c.chat == chat, outbox.c.message_id == message, outbox.c.about.startswith(COPY)
        )
        about: str | None = (await self._connection.execute(question.limit(1))).scalar_one_or_none()
        return ShareId(about.removeprefix(COPY).removesuffix(_FILES)) if about else None

    async def carried(self, link: LinkId, side: Party, since: datetime) -> Sequence[datetime]:
        """List when shares of a side were carried after a moment."""
        question = select(shares.c.at).where(
            shares.c.link == link, shares.c.side == _written(side), shares.c.at > since, shares.c.held.is_(None)
        )
        return list((await self._connection.execute(question)).scalars().all())

    async def held(self, link: LinkId, side: Party) -> Sequence[KeptShare]:
        """List the shares of a side whose words wait, in the order they were said."""
        question = select(shares).where(
            shares.c.link == link, shares.c.side == _written(side), shares.c.held.is_not(None)
        )
        rows = await self._all(self._held(question, shares).order_by(shares.c.number))
        return [_share(row) for row in rows]

    async def unsent(self, link: LinkId) -> Sequence[ShareId]:
        """List the shares of which a copy still waits in the outbox."""
        copy = or_(outbox.c.about == COPY + shares.c.id, outbox.c.about == COPY + shares.c.id + _FILES)
        question = select(shares.c.id).distinct().join(outbox, copy).where(shares.c.link == link)
        waiting = question.where(outbox.c.state.in_((State.WAITING, State.PARKED)))
        return [ShareId(one) for one in (await self._connection.execute(waiting)).scalars().all()]

    async def react(self, share: ShareId, person: PersonId, symbol: str, given: bool) -> bool:
        """Note a reaction given or taken back."""
        row = {"share": share, "person": person, "symbol": symbol}
        if given:
            return await self._put_if_new(share_reactions, row, ("share", "person", "symbol"))
        table = share_reactions
        gone = delete(table).where(table.c.share == share, table.c.person == person, table.c.symbol == symbol)
        return (await self._connection.execute(gone.returning(table.c.share))).first() is not None

    async def reactions(self, share: ShareId) -> Sequence[tuple[str, int]]:
        """Count the reactions to a share by symbol."""
        table = share_reactions
        question = select(table.c.symbol, func.count()).where(table.c.share == share).group_by(table.c.symbol)
        found = (await self._connection.execute(question.order_by(table.c.symbol))).all()
        return [(symbol, count) for symbol, count in found]


def _share(row: Columns) -> KeptShare:
    held = _SHARE.validate_python(row["held"]) if row["held"] is not None else None
    return from_row(KeptShare, row, side=_party(row["side"]), held=held)


def _written(party: Party) -> Written:
    return (party.kind.value, party.id, party.node)


def _party(written: Sequence[str]) -> Party:
    kind, one, node = written
    return Party(PartyKind(kind), one, node)
