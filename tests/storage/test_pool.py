"""Does what people declare, seek and are asked come back from the database exactly as it was put?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from core.app.accounts.ports import Joining
from core.app.meeting.ports import Block, FirstContact
from core.app.pool.apart import kept_apart
from core.app.rows import Person
from core.exchange.introductions import Introduction
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import IntroductionStage
from core.groups.group import Group, GroupStage, Member
from core.ids import BlockId, GroupId, IntroductionId, JoiningId, OfferId, PersonId, ProposalId
from core.matching.offers import Answer, Asked, Offer, OfferStage
from core.matching.profile import Profile, Seeking
from core.matching.reasons import Reason, Why
from core.matching.season import new_around
from core.matching.week import WHOLE_WEEK
from core.slices import A_SLICE
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import NOW, some_account, some_room

LATER = NOW + timedelta(days=30)
MOST_VALUES = 33_000
"""One statement takes 32,767 on PostgreSQL, and 32,766 on SQLite."""


async def some_people(work: DatabaseWork) -> tuple[PersonId, PersonId, PersonId]:
    lena, olaf, mira = [(await some_account(work, name)).person for name in ("lena", "olaf", "mira")]
    return lena, olaf, mira


def an_offer(*people: PersonId, key: str = "offer") -> Offer:
    why = (Reason(Why.COVERS, ("шитьё",)), Reason(Why.HOURS, (), 4))
    asked = tuple(Asked(person, "tea", NOW, why) for person in people)
    return Offer(OfferId(key), "Сад", None, asked, WHOLE_WEEK, True, NOW, LATER)


async def test_what_was_declared_comes_back(database: Database) -> None:
    """Topics, skills, languages and all 168 hours; nothing declared is an empty profile."""
    async with database.write() as work:
        lena, olaf, _ = await some_people(work)
        told = Profile(lena, ("сад", "chess"), ("tea",), ("en", "uk"), WHOLE_WEEK - 1, 3)
        await work.profiles.put(told)

        assert await work.profiles.get(lena) == told
        assert (await work.profiles.of([lena, olaf]))[olaf][1] == Profile(olaf)
        await work.profiles.drop(lena)
        assert (await work.profiles.get(lena)).is_empty


async def test_who_seeks_is_gone_through_until_it_ends(database: Database) -> None:
    """Each with what they declared; a vector is kept only for the topic it was made of."""
    async with database.write() as work:
        lena, olaf, mira = await some_people(work)
        chat = (await some_room(work)).id
        for person, days in ((lena, 1), (olaf, 9), (mira, 40)):
            since = NOW - timedelta(days=days)
            await work.pool.put_seeking(Seeking(person, "garden", chat, since, since + timedelta(days=30)))
        await work.profiles.put(Profile(lena, brings=("tea",)))
        await work.pool.keep_vector(lena, "another topic", "AAAA", "letters")
        await work.pool.keep_vector(olaf, "garden", "AAAA", "letters")

        found = {one.person.id: one async for page in work.pool.everybody(NOW) for one in page}

        assert {name: one.seeking.vector for name, one in found.items()} == {olaf: "AAAA", lena: ""}
        assert found[lena].profile.brings == ("tea",)
        await work.pool.stop(olaf)
        assert await work.pool.seeking(olaf) is None


async def test_however_many_seek_each_is_met_once(database: Database) -> None:
    """More than are read at a time; and more are asked about at once than a statement has places for."""
    async with database.write() as work:
        chat, many = (await some_room(work)).id, [PersonId(f"p{number}") for number in range(2 * A_SLICE + 1)]
        for person in many:
            await work.people.put_person(Person(person, "en", ""))
            await work.pool.put_seeking(Seeking(person, "", chat, NOW, NOW + timedelta(days=30)))
        await work.blocks.put(Block(BlockId("b"), many[0], many[1], None, "Ivo", NOW))

        pages = [page async for page in work.pool.everybody(NOW)]
        apart = await kept_apart(work, [*many, *(PersonId(f"q{number}") for number in range(MOST_VALUES))])

        assert [len(page) for page in pages] == [A_SLICE, A_SLICE, 1]
        assert {one.person.id for page in pages for one in page} == set(many)
        assert apart == {many[0]: {many[1]}, many[1]: {many[0]}}


async def test_an_offer_comes_back_with_everybody_asked(database: Database) -> None:
    """Who was asked, what they would bring, why, and what they said."""
    async with database.write() as work:
        lena, olaf, mira = await some_people(work)
        offer = an_offer(lena, olaf, mira)
        await work.pool.put_offer(offer)

        assert await work.pool.offer(offer.id) == offer
        assert await work.pool.open_offers() == [offer]
        assert await work.pool.offer_for(olaf) == offer
        assert await work.pool.asked_since(NOW - timedelta(days=7), (lena, olaf, mira)) == {lena: 1, olaf: 1, mira: 1}
        await work.pool.put_offer(replace(offer, stage=OfferStage.OVER))
        assert await work.pool.offer_for(olaf) is None


async def test_nobody_is_asked_two_things_at_once_even_by_mistake(database: Database) -> None:
    """The database itself refuses a second open question to one person; an answered one is none."""
    async with database.write() as work:
        lena, _, _ = await some_people(work)
        offer = an_offer(lena)
        await work.pool.put_offer(replace(offer, people=(replace(offer.people[0], answer=Answer.LATER),)))
        await work.pool.put_offer(an_offer(lena, key="second"))

        with pytest.raises(IntegrityError):
            await work.pool.put_offer(an_offer(lena, key="third"))


async def test_who_was_together_lately_is_known(database: Database) -> None:
    """Members of one group, also some who left; those who left long ago are strangers again."""
    async with database.write() as work:
        lena, olaf, mira = await some_people(work)
        chat = (await some_room(work)).id
        await work.pool.put_seeking(Seeking(lena, "garden", chat, NOW, LATER))
        left = NOW - timedelta(days=100)
        members = (Member(lena, "", left), Member(olaf, "tea", left), Member(mira, "tea", left, left))
        group = Group(GroupId("g"), "Café", ProposalId("p"), GroupStage.LIVING, members, "en", left, ("tea",))
        await work.groups.put(group)

        assert await work.pool.together(NOW - timedelta(days=90)) == {(lena, olaf)}
        assert await work.pool.together(NOW - timedelta(days=101)) == {(lena, olaf), (lena, mira)}
        assert await work.pool.groups_with_room() == [group]
        assert await work.pool.seats_held([lena, mira]) == {lena: 1}


async def test_one_plan_at_a_time(database: Database) -> None:
    """A plan is taken once; what is wanted meanwhile waits until it is done, or its time is up."""
    async with database.write() as work:
        assert await work.pool.take_plan(NOW, LATER) is None
        await work.pool.want_plan(OfferId("a"))
        await work.pool.want_plan(OfferId("b"))
        first = await work.pool.take_plan(NOW, LATER)
        await work.pool.want_plan(OfferId("c"))
        await work.pool.want_plan()

        assert first is not None
        assert first.around == ("a", "b")
        assert await work.pool.take_plan(NOW, LATER) is None
        await work.pool.plan_done()
        second = await work.pool.take_plan(NOW, LATER)
        assert second is not None
        assert (second.turn, second.around) == (first.turn + 1, ())
        await work.pool.want_plan()
        assert await work.pool.plan_wanted(NOW) is False
        assert await work.pool.plan_wanted(LATER) is True


async def test_what_was_declined_is_barred_for_its_time(database: Database) -> None:
    """Not now ends; not this lasts."""
    async with database.write() as work:
        lena, _, _ = await some_people(work)
        await work.pool.bar(lena, "proposal", NOW + timedelta(days=14))

        assert await work.pool.barred(NOW, (lena,)) == {(lena, "proposal")}
        assert await work.pool.barred(NOW + timedelta(days=14), (lena,)) == frozenset()


async def test_who_was_introduced_lately_is_known(database: Database) -> None:
    """A group and a group, a person and a group, two who fitted: only where both said yes, and not too long ago."""
    async with database.write() as work:
        lena, olaf, mira = await some_people(work)
        chat = (await some_room(work)).id
        for key, person in (("ours", olaf), ("theirs", mira)):
            members = (Member(person, "tea", NOW),)
            living = GroupStage.LIVING
            await work.groups.put(Group(GroupId(key), key, ProposalId(key), living, members, "en", NOW))
        await work.pool.put_seeking(Seeking(mira, "garden", chat, NOW, LATER))

        async def introduced(group: str | None, stage: IntroductionStage, days: int) -> frozenset[frozenset[PersonId]]:
            asker = Party(PartyKind.GROUP if group else PartyKind.PERSON, "alias")
            opened = NOW - timedelta(days=days)
            other = Party(PartyKind.GROUP, "other")
            met = Introduction(IntroductionId("met"), asker, other, "sewing", "hello", 1, "town", LATER, stage)
            which = GroupId(group) if group else None
            await work.introductions.put(FirstContact(met, lena, which, GroupId("theirs"), opened))
            return frozenset(map(frozenset, await work.pool.together(NOW - timedelta(days=90))))

        assert await introduced(None, IntroductionStage.ASKED, 1) == frozenset()
        assert await introduced(None, IntroductionStage.MET, 1) == {frozenset({lena, mira})}
        assert await introduced("ours", IntroductionStage.MET, 1) >= {frozenset({olaf, mira})}
        assert await introduced("ours", IntroductionStage.MET, 91) == frozenset()


async def test_after_being_forgotten_no_id_is_left_in_what_others_declined(database: Database) -> None:
    """A group that would have begun around somebody is named by them; joining two people renames it."""
    async with database.write() as work:
        lena, olaf, mira = await some_people(work)
        await work.pool.bar(lena, new_around(olaf), LATER)
        await work.pool.bar(mira, new_around(olaf), LATER)
        await work.pool.bar(mira, new_around(lena), LATER)

        await work.accounts.join(Joining(JoiningId("joining"), lena, olaf, NOW))
        assert await work.pool.barred(NOW, (lena, mira)) == {(lena, new_around(lena)), (mira, new_around(lena))}
        await work.accounts.erase(lena)

        assert await work.pool.barred(NOW, (lena, mira)) == frozenset()
