"""Is "stop" obeyed at once, wherever and in whatever language it is said?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from core.texts.translator import languages, render
from core.wording import text
from tests.flows.living import THREE, agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE, until

pytestmark = pytest.mark.parametrize("table", ["local", "telegram"], indirect=True)
NOTHING = "I say nothing unasked any more"
BACK = "nothing between 22:00 and 8:00"


def stops() -> Iterator[str]:
    """Take one word of each language, as people write it."""
    for place, language in enumerate(sorted(languages())):
        word = render(text("words-stop"), language).split(",")[-1].strip()
        yield word.upper() + "!" if place % 2 else word.capitalize() + "."


async def reads_often(table: Table, person: str, chat: str, part: str, often: int) -> None:
    """Wait until someone has read something so often."""

    async def has_read() -> bool:
        return await table.counts(person, chat, part) >= often

    await until(has_read)
    assert await table.counts(person, chat, part) == often


async def test_stop_in_a_room_is_an_answer_to_me(table: Table) -> None:
    """ "Stop" as a plain answer to anything I said quietens a room for all; one tap brings me back.

    Said to nobody in particular it may be meant for someone else. Where privacy mode is on, an answer to me is all
    that reaches me.
    """
    home = await agreed_group(table)
    words = list(stops())
    assert len(words) == len(languages())
    await table.says("Lena", home, words[0])
    await table.says("Lena", home, "/group")
    card = await table.sees("Lena", home, "Repair café · 3 people")
    assert await table.counts("Lena", home, NOTHING) == 0

    for often, (person, word) in enumerate(zip((*THREE, *THREE), words, strict=False), 1):
        await table.stage.replies(person, home, card.id, word)
        await reads_often(table, "Omar", home, NOTHING, often)
        await table.taps("Mei", home, "As usual")
        await reads_often(table, "Omar", home, BACK, often)

    await table.stage.replies("Lena", home, card.id, words[0])
    await reads_often(table, "Omar", home, NOTHING, len(words) + 1)
    await table.says("Lena", home, "/weekly every Monday 9:00")
    await table.sees("Omar", home, "Once a week you get four lines")
    await table.passes(timedelta(days=8))
    await table.says("Lena", home, "/group")
    await reads_often(table, "Lena", home, "Repair café · 3 people", 2)
    assert await table.counts("Lena", home, "Nobody is away") == 0


async def test_stop_in_private_in_every_language(table: Table) -> None:
    """In private the bare word is enough, also where I had just asked something; one tap brings me back."""
    home = await agreed_group(table)

    for often, word in enumerate(stops(), 1):
        await table.says("Lena", home, "/concern")
        await table.taps("Lena", PRIVATE, "Something else")
        await table.taps("Lena", PRIVATE, "Bring it to the group")
        await table.says("Lena", PRIVATE, word)
        await reads_often(table, "Lena", PRIVATE, NOTHING, often)
        await table.taps("Lena", PRIVATE, "As usual")
        await reads_often(table, "Lena", PRIVATE, BACK, often)
    assert await table.counts("Lena", PRIVATE, "with or without") == 0
