"""Are groups that know each other already neither introduced as strangers nor asked as impartial neighbours?"""

import pytest

from core.app.concerns.ties import tied_groups
from core.app.links.kept import party_of
from core.app.meeting.finding import Wish, find
from core.app.turn import Node, Scene
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.groups.kin import Kin, KinHow
from core.ids import GroupId, LinkId, ProposalId
from core.messenger.capabilities import Can, Capabilities
from core.storage.work import Database, DatabaseWork
from tests.storage.samples import NOW, some_account

ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.NATIVE, Can.NATIVE, True, 4000, 80, 25)


async def a_group(work: DatabaseWork, key: str, name: str) -> Group:
    """Seat three who sit nowhere else."""
    people = [(await some_account(work, f"{key}{number}")).person for number in range(3)]
    members = tuple(Member(person, "", NOW) for person in people)
    group = Group(GroupId(key), name, ProposalId(f"of-{key}"), GroupStage.LIVING, members, "en", NOW)
    await work.groups.put(group)
    return group


@pytest.mark.parametrize("tie", ["kin", "link"])
async def test_kin_and_linked_groups_are_no_strangers(database: Database, tie: str) -> None:
    """A group is found for us, and its people may advise us, until it is our kin or linked with us."""
    async with database.write() as work:
        scene = Scene(work, NOW, Node("en", "UTC", lambda _chat: ABLE))
        ours, theirs = await a_group(work, "a", "Repair café"), await a_group(work, "b", "Garden tools")
        wish = Wish("Garden tools", ours.people[0], ours.id, ours.people)
        assert await find(scene, wish) == theirs
        assert await tied_groups(scene, ours) == [ours.id]

        if tie == "kin":
            await work.family.put(Kin(ours.id, theirs.id, KinHow.SISTER, NOW))
        else:
            await work.links.put(link_of(LinkId("l"), party_of(ours), party_of(theirs)))

        assert await find(scene, wish) is None
        assert set(await tied_groups(scene, ours)) == {ours.id, theirs.id}
