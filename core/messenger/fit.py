"""How does a message become something that one chat can show?

One pure function for every messenger: words in the reader's language, made harmless; choices as
buttons where there are buttons, else as reactions, else as typed numbers; cut with dignity.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.ids import ChoiceKey
from core.messenger.capabilities import Can, Capabilities
from core.messenger.messages import Message, Offered
from core.messenger.port import Paragraph, Post, Shown
from core.wording import Text

Render = Callable[[Text], str]

SYMBOLS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")
ELLIPSIS = "…"


def fit(
    message: Message,
    keys: Sequence[ChoiceKey],
    capabilities: Capabilities,
    render: Render,
    post: Post,
    *,
    body_render: Render | None = None,
) -> Post:
    """Fill an empty post with a message.

    Args:
        message: What is to be said.
        keys: One for each choice, in order.
        capabilities: Of the chat it goes to.
        render: Words in the chat's language and zone, with what people wrote already made harmless.
        post: Where it goes and under which key; its body and choices are replaced.
        body_render: Likewise for the paragraphs where the chat shows moments by itself; None means `render`.

    Returns:
        The post, within the chat's limits. Choices past `choice_limit` are left out from the end.
    """
    labels = [cut(render(choice.label), capabilities.label_limit) for choice in message.choices]
    offered = tuple(Offered(key, label) for key, label in zip(keys, labels, strict=True))
    offered = offered[: capabilities.choice_limit]
    shown = _shown(capabilities)
    numbered = [] if shown is Shown.BUTTONS else numbers(offered)
    room = capabilities.text_limit - sum(len(line.text) + 1 for line in numbered)
    read = body_render or render
    body = _within([Paragraph(read(line.text), line.style) for line in message.lines], room)
    return replace(post, body=(*body, *numbered), choices=offered, shown=shown, asks=message.asks)


def numbers(offered: Sequence[Offered]) -> list[Paragraph]:
    """Write choices as numbered lines, for chats without buttons."""
    return [Paragraph(f"{SYMBOLS[place]} {choice.label}") for place, choice in enumerate(offered)]


def place_of(symbol: str) -> int | None:
    """Return which choice a reaction or a typed number means, counted from 0; None when it means none."""
    bare = symbol.strip().replace("\ufe0f", "")
    for place, ours in enumerate(SYMBOLS):
        if bare == ours.replace("\ufe0f", ""):
            return place
    digits = bare.removesuffix(".")
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:3]) <= len(SYMBOLS):
        return int(digits) - 1
    return None


def cut(words: str, limit: int) -> str:
    """Shorten to `limit` characters, at a word where one is near, with an ellipsis."""
    if len(words) <= limit:
        return words
    kept = words[: limit - 1]
    space = kept.rfind(" ")
    return (kept[:space] if space > limit // 2 else kept).rstrip() + ELLIPSIS


def _shown(capabilities: Capabilities) -> Shown:
    match capabilities.buttons:
        case Can.NATIVE:
            return Shown.BUTTONS
        case Can.IMITATED:
            return Shown.REACTIONS
        case Can.ABSENT:
            return Shown.NUMBERS


def _within(body: list[Paragraph], room: int) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for paragraph in body:
        if len(paragraph.text) + 1 > room:
            return [*kept, replace(paragraph, text=cut(paragraph.text, room))] if room > 1 else kept
        kept.append(paragraph)
        room -= len(paragraph.text) + 1
    return kept
