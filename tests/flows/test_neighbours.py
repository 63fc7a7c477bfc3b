"""Does a group see the groups around it, in words and as a picture, and nothing that is not its to know?"""

from io import BytesIO

from PIL import Image

from core.exchange.agreements import Agreement, Sealed
from core.exchange.stages import AgreementStage
from core.ids import AgreementId, GroupId, new_id
from tests.flows.beginnings import beginning
from tests.flows.linked import REPAIR, linked, words_kept
from tests.flows.table import Table
from tests.flows.test_kin import budded
from tests.stage import PRIVATE, Seen, until

STRANGERS = ("Olga", "Vera", "Jonas")
STRANGE = "/propose Repair café North | need: electronics, sewing | 3-7 people | by 20 May"


@beginning
async def agreed(table: Table) -> str:
    """Let two groups have met and agreed; returns the home of the Repair café."""
    both = await linked(table)
    assert table.store is not None
    async with table.store.write() as work:
        link = await work.links.get(both.link)
        assert link is not None
        parties = tuple(link.here)
        stands = Agreement(
            AgreementId(new_id()), both.link, parties, AgreementStage.STANDING, standing=Sealed(1, "seal")
        )
        for side in parties:
            await work.agreements.put(GroupId(side.id), stands)
    return both.home


async def pictures(table: Table, person: str, chat: str, count: int) -> list[Image.Image]:
    """Wait until so many pictures stand in a chat; returns them."""

    async def look() -> list[Seen] | None:
        found = [seen for seen in await table.reading(person, chat) if seen.files]
        return found if len(found) == count else None

    seen = await until(look)
    assert isinstance(seen, list)
    return [Image.open(BytesIO(one.files[0])) for one in seen]


def ground(picture: Image.Image) -> int:
    """Return how bright the corner of a picture is, 0 to 255."""
    return picture.convert("L").tobytes()[0]


async def test_whom_we_met_is_named_and_a_stranger_is_a_dot(table: Table) -> None:
    """A group we agreed with stands there by name; one that shares a topic is counted, and never named."""
    home = await agreed(table)
    yard = await table.room("Backyard", *STRANGERS)
    await table.forms(yard, STRANGERS, STRANGE)
    strange = await table.home("Olga", "Repair café North")
    await table.agrees(strange, STRANGERS)

    await table.says("Lena", home, "/neighbours")

    known = "1. Garden tools · we have an agreement"
    shown = await table.sees("Omar", home, "The groups around “Repair café”", known, "one group we have not met")
    assert "North" not in shown.text
    (light,) = await pictures(table, "Omar", home, 1)
    assert light.format == "PNG"
    assert min(light.size) >= 600
    await table.taps("Mei", home, "On a dark background")
    _, dark = await pictures(table, "Omar", home, 2)
    assert ground(dark) < 60
    assert ground(light) > 200
    kept = await words_kept(table)
    assert not [words for words in kept if "Garden tools" in words]


async def test_away_from_home_only_the_one_who_asks_sees_it(table: Table) -> None:
    """Asked in another room, the list and the picture are for the asker alone."""
    await agreed(table)

    square = await table.room("Market", *REPAIR, "Vera")
    await table.says("Lena", square, "/neighbours")

    await table.sees("Lena", PRIVATE, "The groups around “Repair café”", "1. Garden tools")
    await pictures(table, "Lena", PRIVATE, 1)
    assert await table.counts("Vera", square, "Garden tools") == 0


async def test_halves_of_one_group_see_each_other_as_kin(table: Table) -> None:
    """Kin is named, and its topic is not counted once more."""
    await budded(table)
    ours = await table.home("Omar", "Repair café · 1")
    await table.agrees(ours, ("Omar", "Mei", "Olga"))
    await table.agrees(await table.home("Lena", "Repair café · 2"), ("Lena", "Jonas", "Tomas"))

    await table.says("Mei", ours, "/neighbours")

    shown = await table.sees("Omar", ours, "The groups around “Repair café · 1”", "1. Repair café · 2 · kin")
    assert "not met" not in shown.text


async def test_a_group_alone_is_told_so(table: Table) -> None:
    """Where nobody is around there is no empty picture, but a way to find someone."""
    square = await table.room("Square", *REPAIR)
    await table.forms(square, REPAIR)
    home = await table.home("Lena", "Repair café")
    await table.agrees(home, REPAIR)

    await table.says("Lena", home, "/neighbours")

    await table.sees("Omar", home, "We know of nobody around us yet", "meet finds a group")
    assert not [seen for seen in await table.reading("Omar", home) if seen.files]
