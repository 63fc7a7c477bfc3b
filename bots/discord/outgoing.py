"""How does a post look on Discord, and what can a Discord chat show?"""

from dataclasses import dataclass, replace

import discord

from bots.discord.files import outgoing_file
from bots.discord.markdown import page
from core.ids import ChoiceKey
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatKind, ChatRef
from core.messenger.fit import ELLIPSIS
from core.messenger.messages import Offered
from core.messenger.port import File, Post
from core.texts.translator import render
from core.wording import text

ANSWER = "answer"
"""The custom id of the button that opens a field to write in; no choice key has fewer than 16 characters."""

# Source: Discord API v10, Create Message and Component Reference: 2,000 characters, 5 rows of 5 buttons,
# 80 characters a label. One button is kept back for "Answer".
IN_ROOM = Capabilities(
    buttons=Can.NATIVE,
    edits=Can.NATIVE,
    private_answers=Can.NATIVE,
    private_messages=Can.NATIVE,
    rooms=Can.NATIVE,
    send_keys=Can.NATIVE,
    typed_numbers=False,
    text_limit=2000,
    label_limit=80,
    choice_limit=24,
    own_times=True,
    file_limit=10_000_000,
    hears_deletions=True,
    hears_reactions=True,
)
"""Edits reach us only where we are mentioned and in conversations of two: without the privileged intent Discord
shows us no other words."""
IN_PRIVATE = replace(IN_ROOM, rooms=Can.ABSENT, typed_numbers=True, hears_talk=True, hears_edits=True)


@dataclass(frozen=True, slots=True)
class Written:
    """A post as Discord takes it.

    Attributes:
        content: Markdown in which nothing people wrote is markup.
        view: The buttons, already closed to the library: whoever presses one reaches us by its custom id,
            also after a restart, and nothing is kept in memory.
        nonce: At most 25 characters; the library sends it with `enforce_nonce`.
        allowed_mentions: Nobody is ever pinged.
        file: What comes along.
    """

    content: str
    view: discord.ui.View
    nonce: str
    allowed_mentions: discord.AllowedMentions
    file: File | None = None

    @property
    def files(self) -> list[discord.File]:
        """Return what comes along, opened anew for each try."""
        return [outgoing_file(self.file)] if self.file else []


def capabilities(chat: ChatRef) -> Capabilities:
    """Say what a chat of Discord can show."""
    return IN_PRIVATE if chat.kind is ChatKind.PRIVATE else IN_ROOM


def write(post: Post) -> Written:
    """Write a post for Discord."""
    content = page(post.body, IN_ROOM.text_limit)
    offered = _distinct(post.choices)[: IN_ROOM.choice_limit]
    if post.asks:
        offered = (*offered, Offered(ChoiceKey(ANSWER), render(text("discord-answer"), post.language)))
    words = content if content.strip() else ELLIPSIS
    return Written(words, _buttons(offered), post.key[:25], discord.AllowedMentions.none(), post.file)


def _distinct(choices: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """Keep the first of each key: Discord refuses a message with two buttons of one custom id."""
    first: dict[ChoiceKey, Offered] = {}
    for choice in choices:
        first.setdefault(choice.key, choice)
    return tuple(first.values())


def _buttons(offered: tuple[Offered, ...]) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for choice in offered:
        # All look alike: no answer is nudged.
        view.add_item(discord.ui.Button(label=choice.label[:80] or ELLIPSIS, custom_id=choice.key))
    view.stop()
    return view
