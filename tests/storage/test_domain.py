"""Does what people agreed come back from the database exactly as it was put?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from core.constitution import Size
from core.contract.clauses import Clause, ClauseKind, first_clauses
from core.contract.promises import Promise, PromiseStage
from core.contract.rounds import Answer, ConsentRound, RoundKind, RoundStage, Voice
from core.contract.versions import Version, agree
from core.groups.group import Group, GroupStage, Member
from core.groups.proposal import Proposal, ProposalStage, Seat, Waiting
from core.ids import ClauseId, GroupId, PersonId, PromiseId, ProposalId, RoundId, SeatId, VersionId
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import NOW, some_account, some_room

GROUP = GroupId("group")


async def some_people(work: DatabaseWork) -> tuple[PersonId, ...]:
    return tuple([(await some_account(work, name)).person for name in ("lena", "olaf", "mira")])


async def a_proposal(work: DatabaseWork) -> Proposal:
    lena, olaf, mira = await some_people(work)
    return Proposal(
        ProposalId("proposal"),
        "Repair café — Ремонт ☕",
        ("Repair", "Ремонт"),
        Size(3, 5),
        NOW + timedelta(days=9),
        (await some_room(work)).id,
        lena,
        ProposalStage.STARTING,
        (Seat(SeatId("a"), "tea", True, olaf), Seat(SeatId("b"), "sewing", True), Seat(SeatId("c"), "", False, lena)),
        NOW,
        (Waiting(mira, "tea", NOW),),
        (lena,),
        NOW,
    )


async def a_group(work: DatabaseWork) -> Group:
    lena, olaf, mira = await some_people(work)
    members = (Member(lena, "", NOW), Member(olaf, "tea", NOW, NOW + timedelta(days=1)), Member(mira, "sewing", NOW))
    waiting = (Waiting(olaf, "tea", NOW),)
    return Group(GROUP, "Café", ProposalId("proposal"), GroupStage.LIVING, members, "en", NOW, ("tea",), waiting)


async def test_a_proposal_comes_back_as_it_was_put(database: Database) -> None:
    """A project keeps its seats, who waits and who said yes, in order."""
    async with database.write() as work:
        proposal = await a_proposal(work)
        await work.proposals.put(proposal)

    async with database.write() as work:
        assert await work.proposals.get(proposal.id) == proposal
        assert await work.proposals.gathering() == [proposal]
        assert await work.proposals.open_of(proposal.proposer) == 1
        assert await work.proposals.seats_of(proposal.people[0]) == 1
        assert await work.proposals.get(ProposalId("none")) is None


async def test_nobody_holds_two_seats_even_by_mistake(database: Database) -> None:
    """The database itself refuses a second seat of one person in one proposal."""
    async with database.write() as work:
        proposal = await a_proposal(work)
        twice = tuple(Seat(SeatId(name), name, True, proposal.proposer) for name in "ab")

        with pytest.raises(IntegrityError):
            await work.proposals.put(replace(proposal, seats=twice))


async def test_a_group_comes_back_as_it_was_put(database: Database) -> None:
    """A group keeps who is here, who left, who waits and what is missing."""
    async with database.write() as work:
        group = await a_group(work)
        await work.groups.put(group)
        await work.groups.put(group)

    async with database.write() as work:
        assert await work.groups.get(GROUP) == group
        assert await work.groups.of_person(group.members[0].person) == [group]
        assert await work.groups.of_person(group.members[1].person) == []


async def test_versions_of_a_contract_come_back_in_order(database: Database) -> None:
    """A group reads every version it agreed on, and the newest one binds."""
    ids = tuple(ClauseId(name) for name in "abcde")
    first = Version(VersionId("one"), GROUP, 1, first_clauses(ids, NOW))
    own = Clause(ClauseId("f"), ClauseKind.OWN, "Мы говорим по очереди")
    second = Version(VersionId("two"), GROUP, 2, (*first.clauses, own))
    async with database.write() as work:
        group = await a_group(work)
        await work.groups.put(group)
        first = agree(first, group.people, NOW)
        await work.contracts.put(first)
        await work.contracts.put(second)

    async with database.write() as work:
        assert await work.contracts.current(GROUP) == first
        assert await work.contracts.get(second.id) == second
        await work.contracts.put(agree(second, group.people, NOW))
        assert await work.contracts.versions(GROUP) == [first, agree(second, group.people, NOW)]


async def test_only_a_draft_can_be_dropped(database: Database) -> None:
    """What all agreed on stays, whatever is asked."""
    draft = Version(VersionId("one"), GROUP, 1, first_clauses(tuple(ClauseId(name) for name in "abcde"), NOW))
    agreed = agree(Version(VersionId("two"), GROUP, 1, draft.clauses), (), NOW)
    async with database.write() as work:
        await work.groups.put(await a_group(work))
        await work.contracts.put(draft)
        await work.contracts.put(agreed)

    async with database.write() as work:
        await work.contracts.drop(draft.id)
        await work.contracts.drop(agreed.id)

        assert await work.contracts.get(draft.id) is None
        assert await work.contracts.get(agreed.id) == agreed


async def test_a_round_comes_back_with_every_voice(database: Database) -> None:
    """A question keeps its fixed circle and what each person said."""
    async with database.write() as work:
        group = await a_group(work)
        await work.groups.put(group)
        lena, _, mira = (member.person for member in group.members)
        answers = (Answer(mira, Voice.BLOCK, "my evenings", "mornings", NOW), Answer(lena, Voice.FINE, at=NOW))
        asked = ConsentRound(
            RoundId("round"), RoundKind.DECISION, GROUP, "Meet?", lena, (lena, mira), NOW, NOW, answers=answers
        )
        done = ConsentRound(
            RoundId("done"),
            RoundKind.DECISION,
            GROUP,
            "Tea",
            lena,
            (lena,),
            NOW,
            NOW,
            RoundStage.AGREED,
            revision=2,
            data={"version": "one"},
        )
        await work.rounds.put(asked)
        await work.rounds.put(done)

    async with database.write() as work:
        assert await work.rounds.get(asked.id) == asked
        assert await work.rounds.open_in(GROUP) == [asked]
        assert await work.rounds.agreed_in(GROUP, 5) == [done]


async def test_promises_come_back_soonest_first(database: Database) -> None:
    """What is promised is listed by when it is due; what is kept is not listed."""
    async with database.write() as work:
        group = await a_group(work)
        await work.groups.put(group)
        lena = group.members[0].person
        late = Promise(PromiseId("late"), GROUP, lena, "sockets", NOW + timedelta(days=3), NOW)
        soon = Promise(PromiseId("soon"), GROUP, lena, "tea", NOW, NOW, PromiseStage.LOOKING, quiet=True)
        kept = Promise(PromiseId("kept"), GROUP, lena, "key", NOW, NOW, PromiseStage.KEPT)
        for promise in (late, soon, kept):
            await work.promises.put(promise)

    async with database.write() as work:
        assert await work.promises.unfinished(GROUP) == [soon, late]
        assert await work.promises.get(kept.id) == kept
