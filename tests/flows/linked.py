"""How do two groups come to a line between them in a dialogue, and what lies in the database afterwards?"""

from dataclasses import dataclass

from sqlalchemy import select

from core.app.links.opening import open_link
from core.app.patience import begun_anew
from core.app.queue import Deed
from core.app.turn import Node, Scene
from core.groups.group import Group
from core.ids import LinkId
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, ChatRef
from core.storage.tables import accounts, outbox, shares
from core.storage.tables.queue import State
from tests.flows.beginnings import beginning
from tests.flows.table import Table
from tests.stage import Seen, until

_SAYING = (Deed.SEND, Deed.EDIT, Deed.ERASE)
REPAIR = ("Lena", "Omar", "Mei")
GARDEN = ("Ivo", "Ana", "Tom")
GARDEN_PROPOSAL = "/propose Garden tools | need: electronics, sewing | 3-7 people | by 20 May"


@dataclass
class Linked:
    """Two groups with a line between them.

    Attributes:
        here: Where the Repair café is.
        there: Where the Garden tools are; the same table when both are on one messenger.
        home: Of the Repair café.
        other: Home of the Garden tools.
        place: Where the Repair café reads what crosses: its own place for the link, else its home.
        garden: Likewise on the other side.
    """

    here: Table
    there: Table
    link: LinkId
    home: str
    other: str
    place: str = ""
    garden: str = ""


async def linked(here: Table, there: Table | None = None, square: str = "") -> Linked:
    """Form two groups by commands and open a line between them, as both having said yes does.

    Args:
        here: Where the first forms.
        there: Where the other does; on the same messenger when nothing is said.
        square: A room in which the first forms, where it must not be any.
    """
    if there is None and not square:
        return Linked(here, here, *await _linked_alone(here))
    return await _linked(here, there or here, square or await here.room("Square", *REPAIR))


@beginning
async def _linked_alone(here: Table) -> tuple[LinkId, str, str, str, str]:
    both = await _linked(here, here, await here.room("Square", *REPAIR))
    return both.link, both.home, both.other, both.place, both.garden


async def _linked(here: Table, there: Table, square: str) -> Linked:
    await here.forms(square, REPAIR)
    yard = await there.room("Yard", *GARDEN)
    await there.forms(yard, GARDEN, GARDEN_PROPOSAL)
    home, other = await here.home("Lena", "Repair café"), await there.home("Ivo", "Garden tools")
    await here.sees("Lena", home, "draft of version 1")
    await there.sees("Ivo", other, "draft of version 1")
    link = await opened(here, there)
    await here.sees("Lena", home, "You have met: Garden tools")
    await there.sees("Ivo", other, "You have met: Repair café")
    both = Linked(here, there, link, home, other, home, other)
    if makes_rooms(here, home):
        both.place = await here.home("Lena", "⇄ Garden tools")
        await here.sees("Lena", both.place, "This is our line to them")
    if makes_rooms(there, other):
        both.garden = await there.home("Ivo", "⇄ Repair café")
        await there.sees("Ivo", both.garden, "This is our line to them")
    await _all_go_in(here, REPAIR, both.home, ("Repair café", "⇄ Garden tools"))
    await _all_go_in(there, GARDEN, both.other, ("Garden tools", "⇄ Repair café"))
    return both


async def _all_go_in(table: Table, people: tuple[str, ...], home: str, titles: tuple[str, str]) -> None:
    """Let everyone use their key: on Matrix nobody can speak who has not come in."""
    for person in people if makes_rooms(table, home) else ():
        for title in titles:
            await table.home(person, title)


def hears_talk(table: Table, chat: str) -> bool:
    """Say whether plain talk in a chat reaches the bot."""
    return table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, chat)).hears_talk


def makes_rooms(table: Table, chat: str) -> bool:
    """Say whether the bot can make a place for a line beside a chat by itself."""
    return table.stage.messenger.capabilities(ChatRef(table.stage.messenger.name, chat)).rooms is Can.NATIVE


async def opened(here: Table, there: Table) -> LinkId:
    """Open the line; where this meets what the house does just then, it is done anew, as there."""
    return await begun_anew(lambda: _opened(here, there))


async def _opened(here: Table, there: Table) -> LinkId:
    store = here.store
    assert store is not None
    stages = {table.stage.messenger.name: table.stage.messenger for table in (here, there)}
    node = Node("en", "UTC", lambda chat: stages[chat.messenger].capabilities(chat))
    async with store.write() as work:
        scene = Scene(work, here.clock.now(), node)
        groups = [await _group(scene, "Repair café", here), await _group(scene, "Garden tools", there)]
        return (await open_link(scene, *groups)).id


async def _group(scene: Scene, name: str, table: Table) -> Group:
    ref = await table_account(table, "Lena" if name == "Repair café" else "Ivo")
    account = await scene.work.people.find_account(ref)
    assert account is not None
    return next(group for group in await scene.work.groups.of_person(account.person) if group.name == name)


async def table_account(table: Table, person: str) -> AccountRef:
    """Find someone's account by the name shown."""
    assert table.store is not None
    messenger = table.stage.messenger.name
    async with table.store.read() as work:
        question = select(accounts).where(accounts.c.messenger == messenger, accounts.c.name == person)
        row = (await work.connection.execute(question)).mappings().first()
    assert row is not None, person
    return AccountRef(messenger, row["messenger_id"])


async def own(table: Table, person: str, chat: str, part: str) -> Seen:
    """Wait for a person's own message and return it."""

    async def look() -> Seen | None:
        found = [seen for seen in await table.stage.reads(person, chat) if not seen.from_bot and part in seen.text]
        return found[-1] if found else None

    seen = await until(look)
    assert isinstance(seen, Seen)
    return seen


async def across(table: Table, person: str, chat: str, text: str, to: str = "") -> None:
    """Let a person say something that crosses: by itself where talk is heard, else by /share as an answer to it.

    Args:
        table: Where.
        person: Who.
        chat: Where there.
        text: What; its last word finds it again.
        to: Which group, where there are several lines.
    """
    await table.says(person, chat, text)
    if not hears_talk(table, chat):
        # The last word is enough to know it by: clients show markup applied.
        said = await own(table, person, chat, text.rsplit(maxsplit=1)[-1])
        await table.stage.replies(person, chat, said.id, f"/share {to}".strip())


async def gone(table: Table, person: str, chat: str, part: str) -> None:
    """Wait until no message of the bot has that part any more."""

    async def look() -> bool:
        return await table.counts(person, chat, part) == 0

    await until(look)


async def words_kept(table: Table) -> list[str]:
    """Return every word that crossed or waits to, wherever the database still has it."""
    assert table.store is not None
    async with table.store.read() as work:
        left = await work.connection.execute(
            select(outbox.c.message, outbox.c.data).where(outbox.c.state != State.WAITING, outbox.c.deed.in_(_SAYING))
        )
        held = await work.connection.execute(select(shares.c.held))
        rows = [value for row in left.all() for value in row] + [row[0] for row in held.all()]
    return [str(one) for one in rows if one is not None]
