"""May a third group share a line, by consent of all, and does it read only what is said afterwards?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.app.carrying import carry_written
from core.app.links.kept import party_of
from core.app.links.opening import open_link
from core.app.ports import Work
from core.app.turn import Node, Scene
from core.errors import Refused
from core.exchange.inviting import Invite
from core.exchange.links import next_number
from core.exchange.parties import Party, PartyKind
from core.exchange.said import Said
from core.exchange.wire import write
from core.groups.group import Group
from core.ids import LinkId, SaidId
from core.messenger.events import ChatRef
from tests.flows.beginnings import beginning
from tests.flows.linked import GARDEN, REPAIR, across, linked, makes_rooms, own, table_account, words_kept
from tests.flows.table import Table
from tests.stage import PRIVATE

BEES = ("Ute", "Kai", "Nora")
BEE_PROPOSAL = "/propose Beehive | need: electronics, sewing | 3-7 people | by 20 May"
LINE = "We keep bees and lend a honey press"


@beginning
async def three(table: Table) -> tuple[str, str, str]:
    """Form three groups; the Repair café has a line to each of the others. Returns their homes."""
    both = await linked(table)
    meadow = await table.room("Meadow", *BEES)
    await table.forms(meadow, BEES, BEE_PROPOSAL)
    hive = await table.home("Ute", "Beehive")
    await table.sees("Ute", hive, "draft of version 1")
    store = table.store
    assert store is not None
    async with store.write() as work:
        capabilities = table.stage.messenger.capabilities
        scene = Scene(work, table.clock.now(), Node("en", "UTC", capabilities))
        groups: list[Group] = []
        for person in ("Lena", "Ute"):
            account = await work.people.find_account(await table_account(table, person))
            assert account is not None
            groups += await work.groups.of_person(account.person)
        await open_link(scene, *groups)
    await table.sees("Ute", hive, "You have met: Repair café")
    for person in BEES:
        await table.home(person, "Beehive")
    await table.passes(timedelta(days=1))  # A room hears of one thing a day that nobody there asked for.
    return both.home, both.other, hive


async def invites(table: Table, home: str) -> None:
    """Let Lena ask whether the Beehive may share the line to the Garden tools, and her group consent."""
    await table.says("Lena", home, "/links")
    await table.taps("Lena", home, "Invite a third group: Garden tools")
    await table.sees("Lena", PRIVATE, "Which group shall share our line to Garden tools?")
    await table.taps("Lena", PRIVATE, "Beehive")
    await table.sees("Lena", PRIVATE, "What shall the others read about Beehive")
    await table.says("Lena", PRIVATE, "We are Beehive, ask Ute")
    await table.sees("Lena", PRIVATE, "Beehive")
    await table.says("Lena", PRIVATE, LINE)
    await table.sees("Omar", home, "Shall Beehive share our line to Garden tools?", LINE)
    for person in REPAIR:
        await table.taps(person, home, "Fine")
    await table.sees("Lena", home, "Beehive is asked now")


async def test_a_third_group_shares_a_line(table: Table) -> None:
    """Everyone in all three says fine first; names come with the last yes; the third reads what is said afterwards."""
    home, other, hive = await three(table)
    place = await _reading(table, "Lena", home, "⇄ Garden tools")
    garden = await _reading(table, "Ivo", other, "⇄ Repair café")
    await across(table, "Lena", place, "Said between the two of us", "Garden tools")
    early = await own(table, "Lena", place, "between the two")
    await table.sees("Ivo", garden, "Said between the two of us")

    await invites(table, home)
    await table.sees("Ute", hive, "Repair café invites us to share the line it has with one other group", LINE)
    for person in BEES:
        await table.taps(person, hive, "Fine")
    await table.sees("Ivo", other, "Repair café would like to let one more group share our line", LINE)
    assert await table.counts("Ivo", other, "Beehive") == 0
    assert await table.counts("Ute", hive, "Garden tools") == 0
    for person in GARDEN:
        await table.taps(person, other, "Fine")

    await table.sees("Ivo", other, "You have met: Beehive")
    await table.sees("Ute", hive, "You have met: Garden tools")
    await table.sees("Lena", home, "Beehive shares this line now")
    bees = await _reading(table, "Ute", hive, "⇄ Repair café · Garden tools")
    await across(table, "Ivo", garden, "Hello to both of you")
    await table.sees("Lena", place, "⇄ Ivo · Garden tools", "Hello to both of you")
    await table.sees("Ute", bees, "⇄ Ivo · Garden tools", "Hello to both of you")
    await table.stage.edits("Lena", place, early.id, "Said differently between the two of us")
    if table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, place)).hears_edits:
        await table.sees("Ivo", garden, "Said differently")
    await across(table, "Ute", bees, "And hello from the hive", "Repair café · Garden tools")
    await table.sees("Ivo", garden, "⇄ Ute · Beehive", "hello from the hive")
    await table.sees("Omar", place, "⇄ Ute · Beehive", "hello from the hive")
    for chat in (hive, bees):
        assert await table.counts("Ute", chat, "between the two of us") == 0

    await table.passes(timedelta(days=1))
    await table.says("Ivo", other, "/links")
    await table.taps("Ivo", other, "Close: Repair café · Beehive")
    await table.sees("Lena", home, "Garden tools left the line we share")
    await across(table, "Ute", bees, "Just the two of us now", "Repair café")
    await table.sees("Lena", place, "Just the two of us now")
    assert await table.counts("Ivo", garden, "Just the two of us") == 0
    assert await words_kept(table) == []


@pytest.mark.parametrize("who", ["newcomer", "line"])
async def test_one_missing_yes_keeps_the_line_as_it_is(table: Table, who: str) -> None:
    """Whoever does not say yes, those who asked hear the same at the same time, and nobody else is named."""
    home, other, hive = await three(table)
    await invites(table, home)
    if who == "line":
        for person in BEES:
            await table.taps(person, hive, "Fine")
        await table.sees("Ivo", other, "would like to let one more group")
        for person in GARDEN[1:]:
            await table.taps(person, other, "Fine")
    await table.passes(timedelta(days=3))
    assert await table.counts("Lena", home, "does not share") == 0
    await table.passes(timedelta(days=1, hours=1))

    await table.passes(timedelta(days=1))
    await table.sees("Lena", home, "Beehive does not share our line to Garden tools this time")
    assert await table.counts("Ivo", other, "Beehive") == 0
    assert await table.counts("Ute", hive, "Garden tools") == 0


async def test_an_invitation_comes_over_the_wire(table: Table) -> None:
    """The third group is asked by a value that may come as bytes; only over a line it has, and only by those on it."""
    _home, _other, hive = await three(table)
    store = table.store
    assert store is not None
    async with store.write() as work:
        scene = Scene(work, table.clock.now(), Node("en", "UTC", table.stage.messenger.capabilities))
        cafe, bees, garden = [await _group_of(table, work, person) for person in ("Lena", "Ute", "Ivo")]
        between = next(one for one in await work.links.of(cafe) if bees in one.here)
        number = next_number(between, cafe, bees)
        body = Invite(Party(PartyKind.GROUP, "as whom"), LINE, 3, scene.now + timedelta(days=4))
        invitation = Said(SaidId("i1"), cafe, bees, between.id, number, scene.now, body)

        for stranger in (replace(invitation, sender=garden), replace(invitation, about=LinkId("none"))):
            with pytest.raises(Refused):
                await carry_written(scene, write(stranger))
        for _twice in range(2):
            assert await carry_written(scene, write(invitation)) is None

    await table.sees("Ute", hive, "Repair café invites us to share the line it has with 3 other groups", LINE)
    assert await table.counts("Ute", hive, "invites us to share") == 1
    for person in BEES:
        await table.taps(person, hive, "Fine")
    async with store.read() as work:
        assert len(await work.links.of(bees)) == 1  # Whoever never asked for it hears the yes, and lets nobody in.


async def _group_of(table: Table, work: Work, person: str) -> Party:
    account = await work.people.find_account(await table_account(table, person))
    assert account is not None
    groups = await work.groups.of_person(account.person)
    return party_of(groups[0])


async def test_to_which_group(table: Table) -> None:
    """With several lines you are asked, and the message you meant crosses after you chose, or wrote the name."""
    home, other, hive = await three(table)
    square = await table.room("Market", *REPAIR)
    for number, chat in enumerate((home, square)):
        await table.says("Omar", chat, f"A ladder, number {number}")
        said = await own(table, "Omar", chat, f"number {number}")
        await table.stage.replies("Lena", chat, said.id, "/share")
        await table.sees("Lena", PRIVATE, "To which linked group?")
        if number == 0:
            await table.taps("Lena", PRIVATE, "Beehive")
            await table.sees("Lena", PRIVATE, "Shared with Beehive")
        else:
            await table.says("Lena", PRIVATE, "nobody of that name")
            await table.sees("Lena", PRIVATE, "several lines")
            await table.says("Lena", PRIVATE, "Garden tools")
            await table.sees("Lena", PRIVATE, "Shared with Garden tools")

    bees = await _reading(table, "Ute", hive, "⇄ Repair café")
    garden = await _reading(table, "Ivo", other, "⇄ Repair café")
    await table.sees("Ute", bees, "⇄ Omar · Repair café", "A ladder, number 0")
    await table.sees("Ivo", garden, "⇄ Omar · Repair café", "A ladder, number 1")
    assert await table.counts("Ivo", garden, "number 0") == 0
    assert await words_kept(table) == []


async def _reading(table: Table, person: str, home: str, title: str) -> str:
    """Return where a group reads what crosses."""
    return await table.home(person, title) if makes_rooms(table, home) else home
