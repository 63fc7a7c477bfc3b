"""Does everything people get wrong have a short answer in their language, and is nothing lost?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from core.clock import VirtualClock
from tests.databases import Template
from tests.edges.local_stage import LocalStage
from tests.flows.conftest import laid
from tests.flows.house import START
from tests.flows.table import PROPOSAL, Table
from tests.stage import PRIVATE

HOSTILE = (
    "@everyone",
    "@room",
    "@here come",
    "<@123456789>",
    "<@&1>",
    "[click](http://evil.example)",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "**not bold**",
    "||spoiler||",
    "```code```",
    "> quote",
    "# heading",
    "-# small",
    "\u202etxet desrever",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u200bspace",
    "soft\u00adhyphen",
    "\ufeffmark",
    "null\x00byte",
    "bell\x07ring",
    "tab\tand\rreturn",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "Z̸̨͓̈a̶̛͔l̵̝̈g̴̱̈o̶",
    "{ $count }",
    "{ -term }",
    '{ "nested" }',
    "%s %d %n",
    "${jndi:ldap://x}",
    "'; DROP TABLE groups; --",
    '" OR 1=1',
    "\\u0041",
    "\ufffd",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "＠everyone",
    "⇄ Lena · Repair café (Telegram)",
    "1️⃣",
    "\ue000123d\ue001",
    "<t:0:F>",
    "mxc://example.org/x",
    "tg://user?id=1",
)


@pytest.fixture
async def table(template: Template, tmp_path: Path) -> AsyncIterator[Table]:
    """People on the local page, with buttons as on Telegram."""
    clock = VirtualClock(START)
    stage = LocalStage(LocalMessenger(port=None, clock=clock, empty=True), Flavour.TELEGRAM)
    async with laid(stage, template, tmp_path, clock) as one:
        yield one


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/propose " + "x" * 10_000, "120"),
        ("/propose Choir | need: " + ", ".join(f"voice {n}" for n in range(40)), "7"),
        ("/propose Choir | 0-99 people", "3"),
        ("/propose Choir | 2 people", "3"),
        ("/propose Choir | by yesterday", "could not read that date"),
        ("/propose Choir | by 1 January 2020", "already passed"),
        ("/propose Choir | by the moon", "could not read that date"),
    ],
)
async def test_a_part_that_cannot_be_taken_is_asked_for_again(table: Table, typed: str, answer: str) -> None:
    """What is wrong is said in one line, and only that is asked again."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, typed)

    await table.sees("Lena", square, answer)
    await table.sees("Lena", square, "?")


async def test_the_rest_of_the_line_is_kept(table: Table) -> None:
    """After the one wrong part is mended the proposal stands with everything else that was typed."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/propose Choir | need: alto, bass | 0-99 people | by 20 May")
    await table.sees("Lena", square, "How many of you")
    await table.says("Lena", square, "a lot")
    await table.sees("Lena", square, "How many people is that?")
    await table.says("Lena", square, "4-6")

    await table.sees("Lena", square, "Choir", "1 of 4–6", "missing: alto and bass", "May 20")


async def test_an_unknown_command_names_the_nearest(table: Table) -> None:
    """A slip of the finger is answered with what was probably meant; another bot's command is left alone in a room."""
    square = await table.room("Square", "Lena")

    await table.says("Lena", square, "/propse Choir")
    await table.sees("Lena", PRIVATE, "The nearest", "propose")
    before = await table.counts("Lena", square, "")
    await table.says("Lena", square, "/qqqq")
    await table.says("Lena", square, "/help")
    await table.sees("Lena", PRIVATE, "What I can do")

    assert await table.counts("Lena", square, "") == before


async def test_in_russian_it_is_said_in_russian(table: Table) -> None:
    """Whoever reads Russian is told in Russian, in a room that reads English too."""
    square = await table.room("Square", "Olga")
    await table.says("Olga", PRIVATE, "/lang ru")
    await table.sees("Olga", PRIVATE, "Теперь по-русски")

    await table.says("Olga", square, "/leave")

    await table.sees("Olga", PRIVATE, "Вы пока не в группе")


async def test_a_choice_that_is_over_says_so(table: Table) -> None:
    """An old button leads to a kind word on what is open now, never to silence and never to a trace."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, "/propose")
    await table.sees("Lena", square, "What would you like to do together?")
    await table.says("Lena", square, "Choir")
    await table.sees("Lena", square, "Who or what do you need")
    await table.says("Lena", square, "/cancel")
    await table.sees("Lena", PRIVATE, "Forgotten")

    await table.taps("Lena", square, "No particular seats")

    await table.sees("Lena", PRIVATE, "This is over")


async def test_what_is_for_one_is_not_for_another(table: Table) -> None:
    """Someone else's button answers privately whose it is."""
    square = await table.room("Square", "Lena", "Omar")
    await table.says("Lena", square, PROPOSAL)
    await table.sees("Lena", square, "1 of 3–7")
    await table.says("Lena", square, "/propose Repair café two")
    await table.sees("Lena", square, "Who or what")

    await table.taps("Omar", square, "No particular seats")

    await table.sees("Omar", PRIVATE, "This is over")


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_as_words(table: Table, words: str) -> None:
    """Titles, seats and lines of a contract hold any sign and ping, hide, turn around or break nothing."""
    square = await table.room("Square", "Lena", "Omar")

    await table.says("Lena", square, f"/propose Tea {words} now | need: cups {words} | 3-5 people | by 20 May")

    card = await table.sees("Omar", square, "1 of 3–5")
    assert not set(card.text) & set("\u202e\u2066\u2069\u200b\ufeff\x00\x07\ue000\ue001")
    assert "@everyone" not in card.text
    assert "@room" not in card.text
    await table.taps("Omar", square, "I bring something else")
    await table.sees("Omar", square, "What do you bring")
    await table.says("Omar", square, f"a {words[:20]} van")
    await table.sees("Lena", square, "2 of 3–5")


def test_the_list_is_long_enough() -> None:
    """At least forty hostile strings go through every text people can write."""
    assert len(HOSTILE) >= 40
