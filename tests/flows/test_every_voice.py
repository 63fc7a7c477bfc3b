"""Is every voice heard, once, and by all at the same time?"""

from datetime import timedelta

from tests.flows.living import agreed_group
from tests.flows.table import Table
from tests.stage import PRIVATE


async def speaks(table: Table, home: str, person: str, words: str) -> None:
    """Let someone say something in the round."""
    await table.taps(person, home, "I speak")
    await table.sees(person, PRIVATE, "What do you say?")
    await table.says(person, PRIVATE, words)


async def test_answers_are_shown_when_all_have_spoken(table: Table) -> None:
    """Until then nobody reads what the others said; then all stand together, in the order of the lot."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/round What should we try next?")
    card = await table.sees("Mei", home, "Every voice once: What should we try next?", "by lot")
    order = sorted(("Lena", "Omar", "Mei"), key=card.text.rindex)
    await speaks(table, home, "Lena", "a bicycle day")
    await speaks(table, home, "Omar", "a soup evening")
    await table.sees("Mei", home, "2 of 3 have spoken")
    assert await table.counts("Mei", home, "bicycle day") == 0

    await speaks(table, home, "Mei", "a quiet month")

    shown = await table.sees("Omar", home, "Lena: a bicycle day", "Omar: a soup evening", "Mei: a quiet month")
    assert sorted(order, key=lambda name: shown.text.index(f"{name}: ")) == order


async def test_every_voice_is_heard_once(table: Table) -> None:
    """Who has spoken cannot speak again."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/round What should we try next?")
    await speaks(table, home, "Lena", "a bicycle day")
    await table.sees("Mei", home, "1 of 3 have spoken")

    await table.taps("Lena", home, "Nothing to add")

    await table.sees("Lena", PRIVATE, "Every voice is heard once")


async def test_who_has_not_spoken_is_asked_once_and_not_waited_for(table: Table) -> None:
    """Privately, only those whose voice is missing; when the time is up, what was said is shown."""
    home = await agreed_group(table)
    await table.says("Lena", home, "/round What should we try next?")
    await speaks(table, home, "Lena", "a bicycle day")
    await speaks(table, home, "Omar", "a soup evening")
    await table.sees("Mei", home, "2 of 3 have spoken")

    await table.passes(timedelta(hours=47))
    await table.sees("Mei", PRIVATE, "waiting for your voice")
    assert await table.counts("Mei", PRIVATE, "waiting for your voice") == 1
    assert await table.counts("Omar", PRIVATE, "waiting for your voice") == 0
    await table.passes(timedelta(hours=2))

    await table.sees("Mei", home, "Lena: a bicycle day", "Omar: a soup evening", "2 of 3 have spoken.")
