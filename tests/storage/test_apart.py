"""Does a block hold on every account of a person, and against everybody in a group?"""

from core.app.accounts.ports import Joining
from core.app.meeting.ports import Block
from core.app.pool.apart import kept_apart
from core.groups.group import Group, GroupStage, Member
from core.ids import BlockId, GroupId, JoiningId, ProposalId
from core.storage.work import Database
from tests.storage.samples import NOW, some_account


async def test_it_holds_on_all_accounts(database: Database) -> None:
    """Who blocked someone on one messenger is kept apart from them on every other, both ways."""
    async with database.write() as work:
        lena, lenka, omar = [(await some_account(work, name)).person for name in ("lena", "lenka", "omar")]
        await work.blocks.put(Block(BlockId("b"), omar, lenka, None, "Lenka", NOW))
        assert await kept_apart(work, (lena, omar)) == {}

        await work.accounts.join(Joining(JoiningId("joining"), lena, lenka, NOW))

        assert await kept_apart(work, (lena, omar)) == {lena: {omar}, omar: {lena}}


async def test_a_blocked_group_is_everybody_in_it(database: Database) -> None:
    """Who blocked a group meets nobody who sits in it; who left it is somebody else again."""
    async with database.write() as work:
        lena, omar, mei, ana = [(await some_account(work, name)).person for name in ("lena", "omar", "mei", "ana")]
        members = (Member(omar, "", NOW), Member(mei, "tea", NOW, NOW))
        await work.groups.put(Group(GroupId("g"), "Café", ProposalId("p"), GroupStage.LIVING, members, "en", NOW))
        await work.blocks.put(Block(BlockId("b"), lena, None, GroupId("g"), "Café", NOW))

        apart = await kept_apart(work, (lena, omar, mei, ana))

        assert apart == {lena: {omar}, omar: {lena}}
