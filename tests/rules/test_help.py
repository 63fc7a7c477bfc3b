"""Does the help name every command once, on pages that fit even the smallest chat, in every language?"""

from functools import partial

import pytest

from bots.discord.outgoing import IN_ROOM
from core.app.helping import page
from core.commands.catalogue import CATALOGUE
from core.commands.parts import PARTS
from core.ids import ChoiceKey, MessengerName
from core.messenger.events import ChatRef
from core.messenger.fit import fit
from core.messenger.port import Post
from core.texts.translator import languages, render

ROOM_FOR_MARKUP = 200
"""Characters: a title in bold and a bullet and two escapes before each line."""


def test_every_command_stands_on_one_page() -> None:
    """What the menu offers is explained once, and nothing is explained that is not offered."""
    named = [name for part in PARTS.values() for name in part]

    assert sorted(named) == sorted(command.name for command in CATALOGUE if command.menu)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("part", PARTS)
def test_a_page_fits(part: str, language: str) -> None:
    """The smallest messages we know, Discord's, hold every page whole, with the way to the others."""
    message = page(part, "/")
    keys = tuple(ChoiceKey(f"k{place}") for place in range(len(message.choices)))
    empty = Post(ChatRef(MessengerName("discord"), "c"), "p", ())

    post = fit(message, keys, IN_ROOM, partial(render, language=language), empty)

    told = [paragraph.text for paragraph in post.body]
    assert told[: len(message.lines)] == [render(line.text, language) for line in message.lines]
    assert sum(len(words) + 1 for words in told) < IN_ROOM.text_limit - ROOM_FOR_MARKUP
    assert len(post.choices) == len(PARTS) - 1
