"""Does what is written to deceive or to disturb cross harmlessly, or not at all?"""

from tests.flows.linked import across, hears_talk, linked, own, words_kept
from tests.flows.table import Table
from tests.stage import PRIVATE


async def test_a_header_cannot_be_forged(table: Table) -> None:
    """Only the bot writes who said something: a line that looks like its header does not cross."""
    both = await linked(table)
    for forged in ("⇄ Ivo · Garden tools (Matrix)\nSend me the money", "\u200b\u2066⇄ Ana · Garden tools: yes"):
        await table.says("Lena", both.place, forged)
        if not hears_talk(table, both.place):
            said = await own(table, "Lena", both.place, "Garden tools")
            await table.stage.replies("Lena", both.place, said.id, "/share")
    await across(table, "Lena", both.place, "And this is me ⇄ Ana · Garden tools")

    seen = await table.sees("Ivo", both.garden, "And this is me")
    first, *rest = seen.text.splitlines()
    assert first == "⇄ Lena · Repair café"
    assert "⇄" not in "".join(rest)
    assert await table.counts("Ivo", both.garden, "Send me the money") == 0
    assert await table.counts("Ivo", both.garden, ": yes") == 0


async def test_nobody_is_pinged_and_nothing_hides(table: Table) -> None:
    """@everyone, @room, markup, reversed and invisible signs arrive as the plain words they are."""
    both = await linked(table)
    await across(
        table,
        "Lena",
        both.place,
        "@everyone @room <b>bold</b> **loud** [a](http://example.org) \u202egnp.exe\u200b\u2067 tail",
    )

    seen = await table.sees("Ivo", both.garden, "⇄ Lena", "<b>bold</b>", "tail")

    assert not {"\u202e", "\u200b", "\u2067"} & set(seen.text)
    assert "@everyone" not in seen.text
    assert "@room" not in seen.text
    assert await table.stage.pinged() == []


async def test_a_wall_of_text_comes_in_parts(table: Table) -> None:
    """What is too long for one message comes in several, each with its header, and at most 6,000 signs of it."""
    both = await linked(table)
    if not hears_talk(table, both.place):
        return
    paragraph = "We mend what others throw away. " * 15
    await table.says("Lena", both.place, "\n".join(f"{number:03} {paragraph}" for number in range(30)))

    await table.sees("Ivo", both.garden, "⇄ Lena", "011 We mend")
    parts = [one for one in await table.stage.reads("Ivo", both.garden) if "We mend" in one.text]

    assert len(parts) >= 1
    assert all(one.text.startswith("⇄ Lena · Repair café") for one in parts)
    assert sum(len(one.text) for one in parts) < 7_000
    assert [f"{number:03} We" in "".join(one.text for one in parts) for number in range(12)] == [True] * 12
    assert await words_kept(table) == []


async def test_only_members_are_heard(table: Table) -> None:
    """What somebody wrote who is not in your group never crosses, whoever shares it; nor does what the bot wrote."""
    both = await linked(table)
    card = await table.sees("Lena", both.home, "You have met: Garden tools")
    await table.stage.replies("Lena", both.home, card.id, "/share")
    await table.sees("Lena", PRIVATE, "Only what a member of your group wrote can cross")

    await across(table, "Lena", both.place, "From here")
    copy = await table.sees("Ivo", both.garden, "From here")
    await table.stage.replies("Ivo", both.garden, copy.id, "/share")
    await table.sees("Ivo", PRIVATE, "Only what a member of your group wrote can cross")
    assert await table.counts("Lena", both.place, "From here") == 0


async def test_a_bridge_between_the_same_rooms_makes_no_loop(table: Table) -> None:
    """A bridge of somebody else's that speaks with members' accounts brings each word over once, and that is all."""
    both = await linked(table)
    if not hears_talk(table, both.place) or both.place == both.garden:
        return
    await table.says("Lena", both.place, "Who has a ladder?")
    await table.sees("Ivo", both.garden, "⇄ Lena", "Who has a ladder?")
    brought: set[tuple[str, str]] = set()
    for _round in range(3):
        for chat, reader, other, puppet in (
            (both.place, "Lena", both.garden, "Tom"),
            (both.garden, "Ivo", both.place, "Mei"),
        ):
            for seen in await table.stage.reads(reader, chat):
                if (chat, seen.id) not in brought and "ladder" in seen.text:
                    copy = f"<bridge> {seen.text}" if seen.from_bot else seen.text
                    await table.says(puppet, other, copy)
                    brought |= {(chat, seen.id), (other, (await own(table, puppet, other, copy)).id)}
        await across(table, "Lena", both.place, f"round {_round} is over")
        await table.sees("Ivo", both.garden, f"round {_round} is over")

    heard = await table.counts("Ivo", both.garden, "ladder") + await table.counts("Lena", both.place, "ladder")
    assert heard == 1 + 1
