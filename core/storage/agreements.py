"""How are agreements between groups kept, copy by copy and text by text?"""

from collections.abc import Sequence

from sqlalchemy import select

from core.contract.clauses import Clause
from core.contract.versions import Version
from core.exchange.agreements import Agreement, Sealed
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import AgreementStage
from core.ids import AgreementId, GroupId, LinkId
from core.storage.rows import Columns, Rows, from_row, to_row
from core.storage.tables import agreement_lines, agreement_texts, agreements


class AgreementRows(Rows):
    """Implements `core.app.agreeing.ports.Agreements`."""

    async def get(self, agreement: AgreementId, group: GroupId) -> Agreement | None:
        """Return a group's copy."""
        question = select(agreements).where(agreements.c.id == agreement, agreements.c.group == group)
        row = await self._first(self._held(question, agreements))
        return _agreement(row) if row else None

    async def put(self, group: GroupId, agreement: Agreement) -> None:
        """Keep a group's copy."""
        asked, standing, ended = agreement.asked, agreement.standing, agreement.ended_by
        apart = {
            "group": group,
            "parties": [_written(one) for one in agreement.parties],
            "consents": [_written(one) for one in agreement.consents],
            "asked_number": asked.number if asked else None,
            "asked_seal": asked.seal if asked else None,
            "standing_number": standing.number if standing else None,
            "standing_seal": standing.seal if standing else None,
            "ended_by": _written(ended) if ended else None,
        }
        await self._put(agreements, {**to_row(agreement, agreements), **apart})

    async def of(self, group: GroupId) -> Sequence[Agreement]:
        """List a group's copies of all that have not ended."""
        alive = select(agreements).where(agreements.c.group == group, agreements.c.stage != AgreementStage.ENDED)
        return [_agreement(row) for row in await self._all(alive.order_by(agreements.c.id))]

    async def on(self, link: LinkId) -> Sequence[tuple[GroupId, Agreement]]:
        """List all copies kept here of what has not ended on a link."""
        alive = select(agreements).where(agreements.c.link == link, agreements.c.stage != AgreementStage.ENDED)
        rows = await self._all(alive.order_by(agreements.c.id, agreements.c.group))
        return [(row["group"], _agreement(row)) for row in rows]

    async def text(self, agreement: AgreementId, group: GroupId, number: int) -> Version | None:
        """Return a group's own copy of a text."""
        of = agreement_texts.c
        question = select(agreement_texts).where(of.agreement == agreement, of.group == group, of.number == number)
        row = await self._first(question)
        if row is None:
            return None
        lines = (await self._children(agreement_lines, "version", [row["id"]]))[row["id"]]
        return from_row(Version, row, clauses=tuple(from_row(Clause, line) for line in lines))

    async def put_text(self, agreement: AgreementId, version: Version) -> None:
        """Keep a text with its lines."""
        await self._put(agreement_texts, {**to_row(version, agreement_texts), "agreement": agreement})
        lines = [{**to_row(one, agreement_lines), "numbers": dict(one.numbers)} for one in version.clauses]
        await self._put_children(agreement_lines, "version", version.id, lines)


def _agreement(row: Columns) -> Agreement:
    return from_row(
        Agreement,
        row,
        parties=tuple(_party(one) for one in row["parties"]),
        consents=tuple(_party(one) for one in row["consents"]),
        asked=_sealed(row["asked_number"], row["asked_seal"]),
        standing=_sealed(row["standing_number"], row["standing_seal"]),
        ended_by=_party(row["ended_by"]) if row["ended_by"] else None,
    )


def _sealed(number: int | None, seal: str | None) -> Sealed | None:
    return Sealed(number, seal) if number is not None and seal is not None else None


def _written(party: Party) -> list[str]:
    return [party.kind, party.id, party.node]


def _party(written: Sequence[str]) -> Party:
    kind, name, node = written
    return Party(PartyKind(kind), name, node)
