"""Do pauses, the history of a contract and concerns come back as they were put, and the history true to what binds?"""

from dataclasses import replace
from datetime import timedelta

from alembic import command
from sqlalchemy import text
from sqlalchemy.engine import Connection

from core.contract.clauses import Clause, ClauseKind, first_clauses
from core.contract.concerns import Advice, AdviceStage, Concern, ConcernStage
from core.contract.history import accepted, events_of, fold, later
from core.contract.versions import Version, add, agree, change, drop
from core.groups.group import Group, GroupStage, Member
from core.groups.pauses import Pause
from core.ids import ClauseId, ConcernId, GroupId, PersonId, ProposalId, VersionId
from core.storage.schema import alone, config, migrate
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import NOW, some_account

GROUP = GroupId("group")
OTHER = GroupId("other")


async def people(work: DatabaseWork, *names: str) -> tuple[PersonId, ...]:
    """Make people."""
    return tuple([(await some_account(work, name)).person for name in names])


def a_group(group: GroupId, *members: PersonId) -> Group:
    """Seat them."""
    seated = tuple(Member(person, "tea", NOW) for person in members)
    return Group(group, "Café", ProposalId("proposal"), GroupStage.LIVING, seated, "en", NOW)


def three_versions(by: tuple[PersonId, ...]) -> tuple[Version, ...]:
    """Agree on five lines; then change, drop and add some; then give one a zone."""
    ids = tuple(ClauseId(name) for name in "abcde")
    first = agree(Version(VersionId("v1"), GROUP, 1, first_clauses(ids, NOW)), by, NOW)
    draft = replace(first, id=VersionId("v2"), number=2)
    draft = add(drop(change(draft, ids[0], "Мы отвечаем за 4 дня", {"days": 4}), ids[2]), own_line())
    second = agree(draft, by[:2], NOW + timedelta(days=1))
    third = add(replace(second, id=VersionId("v3"), number=3), rhythm_line())
    return first, second, agree(third, by, NOW + timedelta(days=2))


def own_line() -> Clause:
    """Say something of our own."""
    return Clause(ClauseId("f"), ClauseKind.OWN, "We bring cups ☕")


def rhythm_line() -> Clause:
    """Meet every Tuesday."""
    numbers = {"weekday": 2, "hour": 19, "minute": 0, "every": 1, "nth": 0, "day": 0, "anchor": 0}
    return Clause(ClauseId("g"), ClauseKind.RHYTHM, numbers=numbers, zone="Europe/Berlin")


async def test_the_history_makes_every_stored_version_again(database: Database) -> None:
    """What happened, told from the first event on, is exactly what is stored: lines, who agreed and when."""
    async with database.write() as work:
        by = await people(work, "lena", "olaf", "mira")
        await work.groups.put(a_group(GROUP, *by))
        before = None
        for version in three_versions(by):
            await work.contracts.put(version)
            await work.histories.add(events_of(before, version))
            before = version
        await work.histories.add((accepted(three_versions(by)[1], by[2], NOW),))

    async with database.read() as read:
        events = await read.histories.of(GROUP)
        assert list(fold(events)) == await read.contracts.versions(GROUP) == list(three_versions(by))
        assert [one.person for one in later(events)[VersionId("v2")]] == [by[2]]
        assert await read.histories.of(OTHER) == []


async def test_older_contracts_get_their_history(database_url: str) -> None:
    """A group that agreed before there was a history finds it written down after the migration."""

    def back(connection: Connection) -> None:
        described = config()
        described.attributes["connection"] = connection
        command.downgrade(described, "0001")

    def put(connection: Connection) -> None:
        group = """INSERT INTO groups (id, name, proposal, stage, language, born, open_seats)
            VALUES ('group', 'Café', 'p', 'living', 'en', 0, '[]')"""
        connection.execute(text(group))
        connection.execute(text("INSERT INTO people (id, language, zone) VALUES ('lena', 'en', '')"))
        for number, lines in ((1, {"a": "one", "b": "two"}), (2, {"b": "two, really", "c": "three"})):
            version = """INSERT INTO versions (id, "group", number, agreed_at, agreed_by)
                VALUES (:id, 'group', :number, :at, '["lena"]')"""
            connection.execute(text(version), {"id": f"v{number}", "number": number, "at": number})
            for place, (key, words) in enumerate(lines.items()):
                line = """INSERT INTO clauses (version, place, id, kind, words, numbers)
                    VALUES (:version, :place, :id, 'own', :words, '{}')"""
                values = {"version": f"v{number}", "place": place, "id": key, "words": words}
                connection.execute(text(line), values)

    await alone(database_url, back)
    await alone(database_url, put)
    await migrate(database_url)

    database = Database.at(database_url)
    async with database.read() as work:
        versions = await work.contracts.versions(GROUP)
        assert [len(one.clauses) for one in versions] == [2, 2]
        assert list(fold(await work.histories.of(GROUP))) == versions
    await database.close()


async def test_who_is_away_comes_back_as_put(database: Database) -> None:
    """A pause is there until it ends; saying it anew moves it."""
    async with database.write() as work:
        lena, olaf = await people(work, "lena", "olaf")
        await work.groups.put(a_group(GROUP, lena, olaf))
        pause = Pause(GROUP, lena, NOW, NOW + timedelta(days=9))
        await work.pauses.put(replace(pause, until=NOW + timedelta(days=3)))
        await work.pauses.put(pause)

        assert await work.pauses.of_group(GROUP) == [pause]
        assert await work.pauses.of_person(lena) == [pause]
        await work.pauses.end(GROUP, lena)
        assert await work.pauses.of_group(GROUP) == []


async def test_concerns_and_advice_come_back_as_put(database: Database) -> None:
    """A concern and what neighbours were asked are kept, in the order of the lot."""
    async with database.write() as work:
        lena, olaf, mira = await people(work, "lena", "olaf", "mira")
        await work.groups.put(a_group(GROUP, lena))
        concern = Concern(ConcernId("c"), GROUP, lena, NOW, ConcernStage.HEARD, ClauseId("a"), "the rain", True)
        second = Advice(concern.id, olaf, 1, NOW)
        first = Advice(concern.id, mira, 0, NOW, AdviceStage.GIVEN, "build a shed")
        await work.concerns.put(concern)
        await work.concerns.put_advice(second)
        await work.concerns.put_advice(first)

        assert await work.concerns.get(concern.id) == concern
        assert await work.concerns.advice(concern.id) == [first, second]
        assert await work.concerns.get(ConcernId("none")) is None


async def test_only_people_without_ties_are_asked(database: Database) -> None:
    """Who sits or sat with one of us is no neighbour to be asked; who sits nowhere is none either."""
    async with database.write() as work:
        lena, olaf, mira, ana, ben = await people(work, "lena", "olaf", "mira", "ana", "ben")
        left = replace(a_group(GROUP, lena, mira), members=(Member(lena, "", NOW), Member(mira, "", NOW, NOW)))
        await work.groups.put(left)
        await work.groups.put(a_group(OTHER, mira, olaf))
        await work.groups.put(a_group(GroupId("far"), ana))
        for person in (lena, olaf, mira, ana, ben):
            await work.concerns.offer_advice(person, NOW)

        tied = await work.concerns.groups_sharing_members(GROUP)
        assert sorted(tied) == sorted([GROUP, OTHER])
        assert await work.concerns.advisers(tied) == [ana]
        await work.concerns.stop_advice(ana)
        assert not await work.concerns.gives_advice(ana)
        assert await work.concerns.advisers(tied) == []
