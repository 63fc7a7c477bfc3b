"""Is what waits to be said kept as it was put, and are acts noted once an hour, on both databases?"""

from dataclasses import replace
from datetime import timedelta

from core.app.reminding.ports import Decided, Nudge, Whom, Wish
from core.groups.group import Group, GroupStage, Member
from core.ids import GroupId, NudgeId, PersonId, PostId, ProposalId, new_id
from core.reminding.plan import Fate
from core.storage.work import Database
from tests.storage.samples import NOW, a_message, some_place

HOUR = timedelta(hours=1)


def a_nudge(person: PersonId, thing: str = "promise:1", after: timedelta = timedelta(0)) -> Nudge:
    """Make a thing that waits for someone."""
    return Nudge(NudgeId(new_id()), thing, a_message(), NOW, NOW + after, person, quiet=("60", "120", "UTC"))


async def test_what_waits_is_kept_as_it_was_put(database: Database) -> None:
    """What waits for you comes in the order in which it came up, and once it is said it waits no more."""
    place = await some_place(database)
    first, second = a_nudge(place.person), a_nudge(place.person, "promise:2", HOUR)
    whom = Whom(place.person)
    async with database.write() as work:
        for one in (second, first):
            await work.reminders.add(one)
        assert await work.reminders.waiting(whom) == [first, second]
        await work.reminders.decide(Decided(first.id, Fate.SAID, NOW, PostId("post")))

    async with database.write() as work:
        assert await work.reminders.waiting(whom) == [second]
        assert await work.reminders.waiting(Whom(chat=place.room.id)) == []
        assert await work.reminders.history(whom, ("promise:1", "promise:2")) == {"promise:1": [Fate.SAID]}
        assert await work.reminders.get(first.id) == replace(first, fate=Fate.SAID, at=NOW, post=PostId("post"))


async def test_who_answered_hears_no_more(database: Database) -> None:
    """An answer ends what waits about that thing, and is remembered even if nothing was ever said of it."""
    place = await some_place(database)
    whom = Whom(place.person)
    async with database.write() as work:
        await work.reminders.add(a_nudge(place.person))
        await work.reminders.settle("promise:1", place.person, Fate.ANSWERED, NOW)
        await work.reminders.settle("promise:9", place.person, Fate.HUSHED, NOW)

        assert await work.reminders.waiting(whom) == []
        found = await work.reminders.history(whom, ("promise:1", "promise:9"))
    assert Fate.ANSWERED in found["promise:1"]
    assert found["promise:9"] == [Fate.HUSHED]


async def test_a_card_that_waits_changes_with_the_others(database: Database) -> None:
    """A card that waits to be said is never said as it was before."""
    place = await some_place(database)
    card = replace(a_nudge(place.person), about="round:1")
    async with database.write() as work:
        await work.reminders.add(card)
        await work.reminders.redraw("round:1", a_message("changed"))

        assert await work.reminders.waiting(Whom(place.person)) == [replace(card, message=a_message("changed"))]


async def test_acts_are_noted_once_an_hour_and_only_of_members(database: Database) -> None:
    """That you did something is kept to the hour; it ends being asked, and a stranger's act is none of the group's."""
    place = await some_place(database)
    member = Member(place.person, "tea", NOW)
    group = Group(GroupId("g1"), "Choir", ProposalId("p1"), GroupStage.LIVING, (member,), "en", NOW)
    async with database.write() as work:
        await work.groups.put(group)
        assert await work.reminders.acted(group.id, place.person, NOW)
        assert not await work.reminders.acted(group.id, place.person, NOW + HOUR / 2)
        assert not await work.reminders.acted(group.id, PersonId("stranger"), NOW)
        (act,) = await work.reminders.acts(group.id)
        await work.reminders.put_act(replace(act, asked=1, asked_at=NOW))
        assert await work.reminders.acted(group.id, place.person, NOW + 2 * HOUR)

    async with database.write() as work:
        (act,) = await work.reminders.acts(group.id)
        assert (act.at, act.asked, act.asked_at) == (NOW + 2 * HOUR, 0, None)
        assert await work.reminders.wish(group.id) == Wish(group.id)


async def test_reach_is_one_row_each_and_a_sign_of_life_counts(database: Database) -> None:
    """How you can be reached is kept once; whatever you do here, nothing was ignored."""
    place = await some_place(database)
    whom = Whom(place.person)
    async with database.write() as work:
        reached = await work.reminders.reach(whom)
        await work.reminders.put_reach(replace(reached, ignored=3, begin=1200, end=480, day="2026-05-01", sent=1))
        await work.reminders.heard(place.person, place.room.id)

    async with database.write() as work:
        assert await work.reminders.reach(whom) == replace(
            reached, ignored=0, begin=1200, end=480, day="2026-05-01", sent=1
        )
        assert (await work.reminders.reach(Whom(chat=place.room.id))).id != reached.id
