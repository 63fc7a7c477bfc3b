"""Does joining two and forgetting one reach every column there is, those of tables to come included?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from core.app.accounts.ports import Joining
from core.groups.group import Group, GroupStage, Member
from core.groups.joining import as_one_in_group
from core.groups.proposal import Waiting
from core.ids import GroupId, JoiningId, PersonId, ProposalId
from core.messenger.events import AccountRef
from core.storage.accounts import NOT_SHOWN, account_columns, personal_columns, written_columns
from core.storage.tables import METADATA, members, outbox
from core.storage.work import Database, DatabaseWork
from core.texts.translator import languages, render
from core.wording import Text
from tests.storage.filled import fill
from tests.storage.samples import HERE, NOW

PEOPLE = tuple(PersonId(f"p{number}") for number in range(8))


async def everything(work: DatabaseWork) -> Sequence[tuple[str, str, str]]:
    """Read every value of every row, as table, column and words."""
    found = []
    for table in METADATA.sorted_tables:
        for row in (await work.connection.execute(select(table))).mappings():
            found += [(table.name, column.name, repr(row[column.name])) for column in table.columns]
    return found


async def person_of(work: DatabaseWork, name: str) -> PersonId:
    """Find who somebody is."""
    account = await work.people.find_account(AccountRef(HERE, name))
    assert account is not None
    return account.person


async def test_after_joining_the_second_id_stands_nowhere(database_url: str) -> None:
    """No seat, voice, promise, list or half-finished question is left under the other name."""
    await fill(database_url)
    database = Database.at(database_url)
    async with database.write() as work:
        stays, goes = await person_of(work, "Lena"), await person_of(work, "Omar")
        await work.accounts.join(Joining(JoiningId("joining"), stays, goes, NOW))

    async with database.read() as work:
        where = {(table, column) for table, column, words in await everything(work) if goes in words}
    await database.close()

    assert where == {("people", "id"), ("joinings", "goes")}


@pytest.mark.parametrize("both", [False, True], ids=["one-seat", "two-seats"])
async def test_parting_gives_back_what_was_moved(database_url: str, both: bool) -> None:
    """After the undo each is asked for what is theirs, and parting twice changes nothing more.

    Where both sat in one group, the seat that became one stays one, with what it promised.
    """
    await fill(database_url)
    database = Database.at(database_url)
    async with database.write() as work:
        stays, goes = await person_of(work, "Lena"), await person_of(work, "Omar")
        group = await a_group(work)
        promised = len(await work.promises.unfinished(group))
        if not both:
            await work.connection.execute(delete(members).where(members.c.person == stays))
        await work.accounts.join(Joining(JoiningId("joining"), stays, goes, NOW))
    async with database.write() as work:
        await work.accounts.part(JoiningId("joining"))
        await work.accounts.part(JoiningId("joining"))

    async with database.read() as work:
        again = await person_of(work, "Omar")
        whose = {one.person for one in await work.promises.unfinished(group)}
    await database.close()

    assert again == goes
    assert whose == {stays if both else goes}
    assert promised == 10


async def test_after_being_forgotten_no_name_and_no_messengers_id_is_left(database_url: str) -> None:
    """Whoever reads the whole database finds nothing that says who it was; the contract still counts all who agreed."""
    await fill(database_url)
    database = Database.at(database_url)
    async with database.write() as work:
        group = await a_group(work)
        before = await work.contracts.current(group)
        await work.connection.execute(outbox.update().values(message=None))  # what waited has been delivered
        await work.accounts.erase(await person_of(work, "Omar"))

    async with database.read() as work:
        left = [(table, column) for table, column, words in await everything(work) if "Omar" in words]
        after = await work.contracts.current(group)
    await database.close()

    assert left == []
    assert after == before


@pytest.mark.parametrize("language", languages())
def test_my_data_has_words_for_every_table_that_knows_me(language: str) -> None:
    """A new table that holds something of a person must be told by `/mydata`, or be named as one that says nothing."""
    tables = {table.name for table, _column in (*personal_columns(), *account_columns())} - NOT_SHOWN

    for name in tables:
        assert render(Text(f"mydata-{name.replace('_', '-')}", {"count": 1}), language)


def test_every_column_that_could_hold_an_id_is_looked_at() -> None:
    """Lists and JSON too: an id somebody puts there is found by its own words."""
    looked_at = {(table.name, column.name) for table, column in (*personal_columns(), *written_columns())}

    assert {("versions", "agreed_by"), ("proposals", "ready"), ("timers", "person"), ("rounds", "data")} <= looked_at
    assert {("members", "person"), ("voices", "person"), ("accounts", "person")} <= looked_at


groups = st.lists(st.sampled_from(PEOPLE), min_size=3, max_size=8, unique=True).flatmap(
    lambda inside: st.tuples(
        st.just(inside),
        st.lists(st.sampled_from([p for p in PEOPLE if p not in inside] or [PersonId("x")]), unique=True),
        st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), max_size=5),
    )
)


@given(groups)
@settings(max_examples=200, deadline=None)
def test_one_person_one_seat_after_any_linking(drawn: tuple[list[PersonId], list[PersonId], Any]) -> None:
    """However often people link accounts: nobody sits or waits twice, and nobody else loses their seat."""
    inside, outside, links = drawn
    members = tuple(Member(person, f"seat {person}", NOW + timedelta(hours=n)) for n, person in enumerate(inside))
    waiting = tuple(Waiting(person, "tea", NOW) for person in outside)
    group = Group(GroupId("g"), "Choir", ProposalId("p"), GroupStage.LIVING, members, "en", NOW, (), waiting)
    really = {person: person for person in PEOPLE}

    for stays, goes in _distinct(links, really):
        group = as_one_in_group(group, stays, goes)
        really = {one: stays if who == goes else who for one, who in really.items()}
        group = _renamed(group, stays, goes)

    assert sorted(group.people) == sorted({really[person] for person in inside})
    assert len({one.person for one in group.waiting}) == len(group.waiting)
    assert all(f"seat {person}" in str(group.member(really[person])) for person in inside)


def _distinct(links: list[tuple[PersonId, PersonId]], really: dict[PersonId, PersonId]) -> Iterator[Any]:
    for one, other in links:
        stays, goes = really[one], really[other]
        if stays != goes:
            yield stays, goes
            really.update({person: stays for person, who in really.items() if who == goes})


def _renamed(group: Group, stays: PersonId, goes: PersonId) -> Group:
    """Do what storage does with whatever is left of the other name."""
    members = tuple(replace(one, person=stays) if one.person == goes else one for one in group.members)
    waiting = tuple(replace(one, person=stays) if one.person == goes else one for one in group.waiting)
    return replace(group, members=members, waiting=waiting)


async def a_group(work: DatabaseWork) -> GroupId:
    """Find the one group there is."""
    return (await work.groups.of_person(await person_of(work, "Lena")))[0].id
