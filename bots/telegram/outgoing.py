"""How does a post look on Telegram?

Pure. Text goes with entities, never with a parse mode: nothing a person wrote can become markup.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import telegram

from bots.telegram.homes import home_keyboard
from bots.telegram.names import LINE
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatKind, ChatRef
from core.messenger.fit import ELLIPSIS
from core.messenger.messages import Offered, Style
from core.messenger.port import Paragraph, Post
from core.texts.harmless import plain

TEXT_UNITS = 4096
"""UTF-16 units in one message. Source: Bot API, sendMessage (counted in characters; units are the safe side)."""

FILE_LIMIT = 20_000_000
"""Bytes. Source: Bot API, getFile: bots download up to 20 MB; they may send 50."""
PICTURE_LIMIT = 10_000_000
"""Bytes of a picture shown as such. Source: Bot API, sendPhoto."""
CAPTION = 1024
"""Characters under a file. Source: Bot API, sendDocument."""

CAPABILITIES = Capabilities(
    buttons=Can.NATIVE,
    edits=Can.NATIVE,
    private_answers=Can.ABSENT,
    private_messages=Can.IMITATED,
    rooms=Can.IMITATED,
    send_keys=Can.ABSENT,
    typed_numbers=False,
    text_limit=4000,
    label_limit=60,
    choice_limit=100,
    file_limit=FILE_LIMIT,
    hears_edits=True,
)
"""Of a room. The text limit leaves room for the marks of list items; 100 buttons are the most Telegram shows. Edits are
heard of what we were shown; deletions never, for the Bot API does not report them."""

IN_PRIVATE = replace(CAPABILITIES, typed_numbers=True, hears_talk=True)

IN_LINE = replace(CAPABILITIES, hears_talk=True)
"""In a topic we made as a line to another group: as its administrators we read along there."""

_BULLET = "• "
_ROW_UNITS = 30
_MOST_IN_ROW = 3
_ENTITY = {
    Style.TITLE: telegram.MessageEntity.BOLD,
    Style.QUOTE: telegram.MessageEntity.BLOCKQUOTE,
    Style.NOTE: telegram.MessageEntity.ITALIC,
}
_BLANK = re.compile(r"[\s\u2060\u200b]*")

Markup = (
    telegram.InlineKeyboardMarkup
    | telegram.ForceReply
    | telegram.ReplyKeyboardMarkup
    | telegram.ReplyKeyboardRemove
    | None
)


@dataclass(frozen=True, slots=True)
class Written:
    """A post as `sendMessage` takes it."""

    text: str
    entities: tuple[telegram.MessageEntity, ...]
    markup: Markup


@dataclass(frozen=True, slots=True)
class Asked:
    """Who a question in a room is for, as far as we still know.

    Attributes:
        user: The person.
        message: The message of theirs that the question answers; None after a tap, which is no message.
    """

    user: telegram.User
    message: int | None = None


def capabilities(chat: ChatRef) -> Capabilities:
    """Say what a chat can show: in private everything typed arrives, in rooms it does not."""
    if chat.kind is ChatKind.PRIVATE:
        return IN_PRIVATE
    return IN_LINE if chat.parent and chat.title.startswith(LINE) else CAPABILITIES


def write(post: Post, asked: Asked | None = None) -> Written:
    """Turn a post into text, entities and what stands below it.

    Args:
        post: What is said.
        asked: The one a question in a room is for: named when there is no message of theirs to answer.
    """
    name = plain(asked.user.full_name) if asked is not None and asked.message is None else ""
    text, entities = _text(post.body, name)
    if asked is not None and name:
        mention = telegram.MessageEntity(telegram.MessageEntity.TEXT_MENTION, 0, units(name), user=asked.user)
        entities = (mention, *entities)
    return Written(text, entities, _below(post, text, asked))


def keyboard(choices: Sequence[Offered], asks: bool = False) -> telegram.InlineKeyboardMarkup | None:
    """Lay choices out as buttons that carry nothing but their key; None when there is nothing to choose.

    Args:
        choices: In order; short ones share a row.
        asks: Whether the reply field should open too (Bot API 10.3; older servers leave it out).
    """
    if not choices:
        return None
    rows = [[_button(one) for one in row] for row in _rows(choices)]
    return telegram.InlineKeyboardMarkup(rows, api_kwargs={"force_reply": True} if asks else None)


def units(text: str) -> int:
    """Count a text as Telegram's entities do, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _below(post: Post, text: str, asked: Asked | None) -> Markup:
    in_room = post.chat.kind is ChatKind.ROOM
    if post.choices:
        return keyboard(post.choices, asks=post.asks and in_room)
    if post.asks and in_room:
        # In privacy mode only an answer to our message reaches us, so the reply field is opened for the asked one.
        return telegram.ForceReply(selective=asked is not None or post.reply_to is not None)
    return None if in_room else home_keyboard(text, post.language)


def _button(choice: Offered) -> telegram.InlineKeyboardButton:
    return telegram.InlineKeyboardButton(choice.label.strip() or ELLIPSIS, callback_data=choice.key)


def _rows(choices: Sequence[Offered]) -> list[list[Offered]]:
    rows: list[list[Offered]] = []
    for choice in choices:
        row = rows[-1] if rows else []
        width = sum(units(one.label) for one in [*row, choice])
        if row and len(row) < _MOST_IN_ROW and width <= _ROW_UNITS:
            row.append(choice)
        else:
            rows.append([choice])
    return rows


def _text(body: Sequence[Paragraph], name: str = "") -> tuple[str, tuple[telegram.MessageEntity, ...]]:
    lines = [name] if name else []
    entities: list[telegram.MessageEntity] = []
    offset = units(name) + 1 if name else 0
    for paragraph in body:
        line = _line(paragraph, TEXT_UNITS - offset)
        if not line:
            continue
        if paragraph.style in _ENTITY:
            entities.append(telegram.MessageEntity(_ENTITY[paragraph.style], offset, units(line)))
        lines.append(line)
        offset += units(line) + 1
    return "\n".join(lines) or ELLIPSIS, tuple(entities)


def _line(paragraph: Paragraph, room: int) -> str:
    bare = paragraph.text.strip()
    if _BLANK.fullmatch(bare):
        return ""
    line = _BULLET + bare if paragraph.style is Style.ITEM else bare
    return line if units(line) <= room else _cut(line, room)


def _cut(line: str, room: int) -> str:
    """Shorten to UTF-16 units without splitting a character; empty when not even the ellipsis fits."""
    if room < 2:
        return ""
    kept = line.encode("utf-16-le", "surrogatepass")[: 2 * (room - 1)]
    return kept.decode("utf-16-le", "ignore").rstrip() + ELLIPSIS
