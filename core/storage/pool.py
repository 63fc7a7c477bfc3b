"""How is kept who seeks, what they were asked and what they would rather not be asked?"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, union, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app.pool.ports import InPool, Wish
from core.app.rows import Person
from core.exchange.notices import PairingStage
from core.exchange.stages import IntroductionStage
from core.groups.group import Group, GroupStage
from core.ids import OfferId, PersonId, ProposalId
from core.matching.offers import Answer, Asked, Offer, OfferStage
from core.matching.profile import Profile, Seeking
from core.matching.reasons import Reason, Why
from core.matching.season import new_around
from core.slices import A_SLICE, slices
from core.storage.groups import GroupRows
from core.storage.proposals import GATHERING
from core.storage.rows import Columns, Question, Rows, from_row, to_row
from core.storage.tables import (
    asked,
    bars,
    groups,
    introductions,
    members,
    offers,
    pairings,
    people,
    plans,
    profiles,
    proposals,
    seats,
    seekings,
)

ALL = "all"
_IN = (Answer.WAITING, Answer.YES)
_NONE: dict[str, Any] = {"id": ALL, "turn": 0, "whole": False, "around": (), "taken_until": None}
_PLAN = Question(select(plans).where(plans.c.id == ALL), plans)


class PoolRows(Rows):
    """Implements `core.app.pool.ports.Pool`."""

    async def seeking(self, person: PersonId) -> Seeking | None:
        """Return what someone seeks."""
        row = await self._first(self._held(select(seekings).where(seekings.c.person == person), seekings))
        return from_row(Seeking, row) if row else None

    async def put_seeking(self, seeking: Seeking) -> None:
        """Keep what someone seeks."""
        await self._put(seekings, to_row(seeking, seekings))

    async def stop(self, person: PersonId) -> None:
        """Let someone seek no more."""
        await self._connection.execute(delete(seekings).where(seekings.c.person == person))

    async def count(self) -> int:
        """Count who seeks."""
        return int((await self._connection.execute(select(func.count()).select_from(seekings))).scalar_one())

    async def everybody(self, now: datetime) -> AsyncIterator[Sequence[InPool]]:
        """Go through who seeks now in the order of their ids, some at a time: others have their turn in between."""
        joined = seekings.join(people, people.c.id == seekings.c.person).outerjoin(
            profiles, profiles.c.person == seekings.c.person
        )
        told = [column.label(f"told_{column.name}") for column in profiles.c]
        question = select(*seekings.c, people.c.language, people.c.zone, *told).select_from(joined)
        question = question.where(seekings.c.until > now).order_by(seekings.c.person).limit(A_SLICE)
        rows = await self._all(question)
        while rows:
            yield [_in_pool(row) for row in rows]
            rows = await self._all(question.where(seekings.c.person > rows[-1]["person"]))

    async def keep_vector(self, person: PersonId, topic: str, vector: str, way: str) -> None:
        """Keep a vector that was worked out, unless the topic has changed meanwhile."""
        same = and_(seekings.c.person == person, seekings.c.topic == topic)
        await self._connection.execute(update(seekings).where(same).values(vector=vector, way=way))

    async def offer(self, offer: OfferId) -> Offer | None:
        """Return an offer."""
        found = await self._read(self._held(select(offers).where(offers.c.id == offer), offers))
        return found[0] if found else None

    async def put_offer(self, offer: Offer) -> None:
        """Keep an offer with everybody who was asked."""
        await self._put(offers, to_row(offer, offers))
        rows = [{**to_row(one, asked), "why": [_kept(reason) for reason in one.why]} for one in offer.people]
        await self._put_children(asked, "offer", offer.id, rows)

    async def open_offers(self) -> Sequence[Offer]:
        """List the offers that still ask, oldest first."""
        question = select(offers.c.id).where(offers.c.stage == OfferStage.ASKING)
        names = (await self._connection.execute(question.order_by(offers.c.made, offers.c.id))).scalars().all()
        found: list[Offer] = []
        for some in slices(names):
            these = select(offers).where(offers.c.id.in_(some)).order_by(offers.c.made, offers.c.id)
            found += await self._read(self._held(these, offers))
        return found

    async def offer_for(self, person: PersonId) -> Offer | None:
        """Return the open offer that someone was asked about or said yes to."""
        mine = select(asked.c.offer).where(asked.c.person == person, asked.c.answer.in_(_IN))
        question = select(offers).where(offers.c.stage == OfferStage.ASKING, offers.c.id.in_(mine))
        found = await self._read(question.order_by(offers.c.made.desc()).limit(1))
        return found[0] if found else None

    async def asked_since(self, since: datetime, people: Collection[PersonId]) -> Mapping[PersonId, int]:
        """Count how often each of these people was asked since a moment; who was not is left out."""
        mine = (asked.c.at > since, asked.c.person.in_(people))
        question = select(asked.c.person, func.count().label("times")).where(*mine)
        return {row["person"]: row["times"] for row in await self._all(question.group_by(asked.c.person))}

    async def bar(self, person: PersonId, what: str, until: datetime) -> None:
        """Note that someone is not to be asked about a thing until then."""
        await self._put(bars, {"person": person, "what": what, "until": until})

    async def barred(self, now: datetime, people: Collection[PersonId]) -> frozenset[tuple[str, str]]:
        """Return the pairs (one of these people, thing) that are not to be asked now."""
        mine = (bars.c.until > now, bars.c.person.in_(people))
        rows = await self._all(select(bars.c.person, bars.c.what).where(*mine))
        return frozenset((row["person"], row["what"]) for row in rows)

    async def together(self, since: datetime) -> frozenset[tuple[PersonId, PersonId]]:
        """Return the pairs of seekers and others who were in one group, or were introduced, since a moment."""
        one, other = members.alias(), members.alias()
        seek = select(seekings.c.person)
        both = and_(_lately(one.c.left, since), _lately(other.c.left, since))
        grouped = (
            select(one.c.person.label("one"), other.c.person.label("other"))
            .join_from(one, other, and_(one.c.group == other.c.group, one.c.person != other.c.person))
            .where(one.c.person.in_(seek), both)
        )
        met = and_(introductions.c.stage == IntroductionStage.MET, introductions.c.opened > since)
        groups_met = (
            select(one.c.person.label("one"), other.c.person.label("other"))
            .join_from(introductions, one, one.c.group == introductions.c.group)
            .join(other, other.c.group == introductions.c.asked)
            .where(met, both, or_(one.c.person.in_(seek), other.c.person.in_(seek)))
        )
        alone = (
            select(introductions.c.person.label("one"), other.c.person.label("other"))
            .join_from(introductions, other, other.c.group == introductions.c.asked)
            .where(met, _lately(other.c.left, since))
            .where(or_(introductions.c.person.in_(seek), other.c.person.in_(seek)))
        )
        paired = select(pairings.c.owner.label("one"), pairings.c.comer.label("other")).where(
            pairings.c.stage == PairingStage.MET,
            pairings.c.since > since,
            or_(pairings.c.owner.in_(seek), pairings.c.comer.in_(seek)),
        )
        pairs = union(grouped, groups_met, alone, paired).subquery()
        rows = await self._all(select(pairs.c.one, pairs.c.other))
        return frozenset((row["one"], row["other"]) for row in rows if row["one"] != row["other"])

    async def seats_held(self, persons: Collection[PersonId]) -> Mapping[PersonId, int]:
        """Count the seats people hold, in gathering proposals and in groups."""
        gathering = select(proposals.c.id).where(proposals.c.stage.in_(GATHERING))
        sitting = select(seats.c.person).where(seats.c.person.in_(persons), seats.c.proposal.in_(gathering))
        here = select(members.c.person).where(members.c.person.in_(persons), members.c.left.is_(None))
        both = union_all(sitting, here).subquery()
        question = select(both.c.person, func.count().label("held")).group_by(both.c.person)
        return {row["person"]: row["held"] for row in await self._all(question)}

    async def groups_with_room(self) -> Sequence[Group]:
        """List the living groups that miss somebody, newest first."""
        seeking = and_(groups.c.stage == GroupStage.LIVING, groups.c.open_seats != ())
        question = select(groups).where(seeking).order_by(groups.c.born.desc(), groups.c.id)
        return await GroupRows(self._connection, False)._read(await self._all(question))

    async def want_plan(self, around: ProposalId | OfferId | None = None) -> None:
        """Note that a plan is wanted: of everything, or around one thing."""
        row = dict(await self._plan() or _NONE)
        row["whole"] = row["whole"] or around is None
        row["around"] = tuple(dict.fromkeys((*row["around"], *([around] if around else ()))))
        await self._put(plans, row)

    async def plan_wanted(self, now: datetime) -> bool:
        """Say whether a plan is wanted and none is running."""
        row = await self._first(_PLAN.looking)
        return row is not None and _is_free(row, now)

    async def take_plan(self, now: datetime, until: datetime) -> Wish | None:
        """Take the plan that is wanted; nobody else takes one until then."""
        row = await self._plan()
        if row is None or not _is_free(row, now):
            return None
        turn = row["turn"] + 1
        await self._put(plans, {**_NONE, "turn": turn, "taken_until": until})
        return Wish(turn, () if row["whole"] else row["around"])

    async def plan_done(self) -> None:
        """Let the next plan be taken."""
        await self._connection.execute(update(plans).where(plans.c.id == ALL).values(taken_until=None))

    async def _plan(self) -> Columns | None:
        return await self._first(_PLAN)

    async def _read(self, question: Select[Any]) -> list[Offer]:
        rows = await self._all(question)
        told = await self._children(asked, "offer", [row["id"] for row in rows])
        return [from_row(Offer, row, people=tuple(_asked(one) for one in told[row["id"]])) for row in rows]


async def forget_bars(connection: AsyncConnection, person: PersonId) -> None:
    """Forget what others declined around somebody."""
    await connection.execute(delete(bars).where(bars.c.what == new_around(person)))


async def move_bars(connection: AsyncConnection, goes: PersonId, stays: PersonId) -> None:
    """Let what others declined around the one who goes stay declined around the one who stays."""
    old, new = bars.c.what == new_around(goes), new_around(stays)
    both = select(bars.c.person).where(bars.c.what == new).scalar_subquery()
    await connection.execute(delete(bars).where(old, bars.c.person.in_(both)))
    await connection.execute(update(bars).where(old).values(what=new))


def _is_free(row: Columns, now: datetime) -> bool:
    wanted = row["whole"] or bool(row["around"])
    return wanted and (row["taken_until"] is None or row["taken_until"] <= now)


def _lately(left: ColumnElement[datetime], since: datetime) -> ColumnElement[bool]:
    return or_(left.is_(None), left > since)


def _in_pool(row: Columns) -> InPool:
    told = {name.removeprefix("told_"): row[name] for name in row if name.startswith("told_")}
    profile = from_row(Profile, told) if told["person"] else Profile(row["person"])
    return InPool(Person(row["person"], row["language"], row["zone"]), profile, from_row(Seeking, row))


def _asked(row: Columns) -> Asked:
    why = tuple(Reason(Why(name), tuple(told), number) for name, told, number in row["why"])
    return from_row(Asked, row, why=why)


def _kept(reason: Reason) -> list[object]:
    return [reason.why.value, list(reason.words), reason.number]
