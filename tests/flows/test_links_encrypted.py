"""Does a line whose place is an encrypted room on Matrix carry both ways, and stay encrypted there?"""

from pathlib import Path

from core.app.links.kept import party_of
from core.app.patience import begun_anew
from core.clock import VirtualClock
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.ids import GroupId, LinkId, ProposalId, new_id
from core.messenger.events import AccountRef, ChatRef
from tests.databases import Template
from tests.edges.matrix_stage import MatrixStage
from tests.edges.matrix_strict import StrictPerson
from tests.edges.synapse import Synapse
from tests.edges.test_matrix_encrypted import enter, reads, vouched_for
from tests.flows.conftest import laid
from tests.flows.house import START
from tests.flows.linked import words_kept
from tests.flows.table import Table


async def test_an_encrypted_place(synapse: Synapse, template: Template, tmp_path: Path) -> None:
    """What is said behind the curtain crosses, what comes over is sealed there, and none of it is kept."""
    stage = MatrixStage(synapse, tmp_path / "store")
    async with laid(stage, template, tmp_path, VirtualClock(START)) as table:
        table.waits_for(30)
        lena = StrictPerson(synapse.register("Lena", "Lena"), synapse.url, tmp_path / "Lena")
        await lena.sync()
        await vouched_for(stage, lena)
        hidden = (await enter(stage, lena)).id
        garden = await table.room("Garden", "Ivo")
        await begun_anew(lambda: _line(table, (lena.user.id, hidden), (stage.person("Ivo").user.id, garden)))

        await lena.write(hidden, "Behind the curtain stands a ladder")
        copy = await table.sees("Ivo", garden, "⇄", "Behind the curtain stands a ladder")
        await stage.replies("Ivo", garden, copy.id, "Can we borrow it?")

        await reads(lena, hidden, "Can we borrow it?")
        assert "m.room.message" not in {event["type"] for event in await lena.plain.events(hidden)}
        assert lena.sealed(hidden) == 0
        assert await words_kept(table) == []
        await lena.close()


async def _line(table: Table, *ends: tuple[str, str]) -> None:
    """Put two groups of one with an open line into the database, each room the line's place of one.

    Raises:
        TryAgain: The house, which has just come into these rooms, met this; what is here is begun anew as there.
    """
    store, name = table.store, table.stage.messenger.name
    assert store is not None
    async with store.write() as work:
        groups = []
        for person, room in ends:
            account = await work.people.account(AccountRef(name, person, person), "en", START)
            members = (Member(account.person, "", START),)
            group = Group(GroupId(new_id()), "Group", ProposalId(new_id()), GroupStage.LIVING, members, "en", START)
            await work.groups.put(group)
            groups.append((group, await work.people.chat(ChatRef(name, room), "en")))
        link = link_of(LinkId(new_id()), *(party_of(group) for group, _chat in groups))
        await work.links.put(link)
        for group, chat in groups:
            await work.links.put_place(link.id, party_of(group), chat.id)
