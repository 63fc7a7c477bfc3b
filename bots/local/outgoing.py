"""How does a post become words of the local world, and what can each flavour show?"""

from base64 import b64encode

from bots.local.happened import File, Flavour, Line, Option, Words
from core.messenger.capabilities import Can, Capabilities
from core.messenger.port import Post

FILE_LIMIT = 64_000
"""Bytes; what a person's browser can send in one wish."""

CAPABILITIES: dict[Flavour, Capabilities] = {
    Flavour.TELEGRAM: Capabilities(
        buttons=Can.NATIVE,
        edits=Can.NATIVE,
        private_answers=Can.ABSENT,
        private_messages=Can.NATIVE,
        rooms=Can.ABSENT,
        send_keys=Can.NATIVE,
        typed_numbers=True,
        text_limit=4096,
        label_limit=64,
        choice_limit=20,
        command_prefix="/",
        file_limit=FILE_LIMIT,
        hears_edits=True,
        hears_deletions=True,
        hears_reactions=True,
        hears_talk=True,
    ),
    Flavour.MATRIX: Capabilities(
        buttons=Can.IMITATED,
        edits=Can.NATIVE,
        private_answers=Can.ABSENT,
        private_messages=Can.NATIVE,
        rooms=Can.NATIVE,
        send_keys=Can.NATIVE,
        typed_numbers=True,
        text_limit=16_000,
        label_limit=120,
        choice_limit=10,
        command_prefix="!",
        file_limit=FILE_LIMIT,
        hears_edits=True,
        hears_deletions=True,
        hears_reactions=True,
        hears_talk=True,
    ),
}
"""What each flavour can show. TELEGRAM imitates a messenger with buttons and without rooms: groups live in private
messages there. MATRIX imitates one with reactions, typed numbers and rooms. Both are kinder than what they imitate:
the bot may write first, a repeated send appears once, and it reads along, because nobody here is a stranger."""


def write(post: Post) -> Words:
    """Turn a fitted post into the words of a message."""
    body = tuple(Line(one.text, one.style) for one in post.body)
    options = tuple(Option(one.key, one.label) for one in post.choices)
    return Words(body, options, post.shown, post.asks, post.language, _files(post))


def _files(post: Post) -> tuple[File, ...]:
    if post.file is None:
        return ()
    described = post.file.described
    return (File(described.name, described.media, b64encode(post.file.content).decode()),)
