"""How does a post look as a Matrix event?"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from itertools import groupby

from bots.matrix.wire import Content
from core.messenger.capabilities import Can, Capabilities
from core.messenger.fit import SYMBOLS, cut
from core.messenger.messages import Style
from core.messenger.port import Paragraph, Post

# An event may have 65,536 bytes. In an encrypted room nio writes a sign outside of ASCII as 6 or 12 bytes of
# JSON, and base64 makes a third more: the widest text fits once. HTML, a second copy, comes along while there
# is room for it. Source: Matrix client-server API, "Size limits".
_TEXT = 3800
_WITH_HTML = 44_000
_BESIDE_AN_EDIT = 200

FILE_LIMIT = 20_000_000
"""Bytes: less than the 50 MB a homeserver takes by default, for a file is in memory while it crosses."""

CAPABILITIES = Capabilities(
    buttons=Can.IMITATED,
    edits=Can.NATIVE,
    private_answers=Can.IMITATED,
    private_messages=Can.NATIVE,
    rooms=Can.NATIVE,
    send_keys=Can.NATIVE,
    typed_numbers=True,
    text_limit=_TEXT,
    label_limit=80,
    choice_limit=len(SYMBOLS),
    command_prefix="!",
    file_limit=FILE_LIMIT,
    hears_edits=True,
    hears_deletions=True,
    hears_reactions=True,
    hears_talk=True,
)

_MARKS = {Style.PLAIN: "", Style.TITLE: "", Style.NOTE: "", Style.ITEM: "• ", Style.QUOTE: "» "}
_TAGS = {Style.PLAIN: "{}", Style.TITLE: "<strong>{}</strong>", Style.NOTE: "<em>{}</em>"}


def write(post: Post, file: Content | None = None) -> Content:
    """Write a post as the content of `m.room.message`: a notice that mentions nobody.

    Args:
        post: What is said.
        file: What `bots.matrix.files.put` says of the file that comes along.
    """
    content = {**_words(post.body), **(file or {})}
    if post.reply_to is not None:
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": post.reply_to.id}}
    return content


def write_edit(message: str, post: Post) -> Content:
    """Write a post as the new self of a message of ours, by event id.

    Clients that know no edits see the first words after a star.
    """
    content = _words(post.body)
    return {
        "msgtype": "m.notice",
        "body": f"* {cut(content['body'], _BESIDE_AN_EDIT)}",
        "m.mentions": {},
        "m.new_content": content,
        "m.relates_to": {"rel_type": "m.replace", "event_id": message},
    }


def edit_key(post: Post) -> str:
    """Name an edit so that the same words under the same key are sent once."""
    words = "\x1f".join(f"{line.style}\x1e{line.text}" for line in post.body)
    return f"{post.key}.e{sha256(words.encode()).hexdigest()[:12]}"


def _words(body: Iterable[Paragraph]) -> Content:
    body = tuple(body)
    plain: Content = {
        "msgtype": "m.notice",
        "body": "\n".join(_MARKS[line.style] + line.text for line in body),
        "m.mentions": {},
    }
    rich = {**plain, "format": "org.matrix.custom.html", "formatted_body": "".join(_blocks(body))}
    return rich if len(json.dumps(rich)) <= _WITH_HTML else plain


def _blocks(body: tuple[Paragraph, ...]) -> Iterator[str]:
    """Write neighbours of one kind as one block: a list, a quotation, or lines with breaks."""
    for kind, lines in groupby(body, key=lambda line: line.style if line.style in {Style.ITEM, Style.QUOTE} else None):
        match kind:
            case Style.ITEM:
                yield "<ul>" + "".join(f"<li>{_html(line)}</li>" for line in lines) + "</ul>"
            case Style.QUOTE:
                yield "<blockquote>" + "<br>".join(_html(line) for line in lines) + "</blockquote>"
            case _:
                yield "<p>" + "<br>".join(_TAGS[line.style].format(_html(line)) for line in lines) + "</p>"


def _html(line: Paragraph) -> str:
    return escape(line.text, quote=False).replace("\n", "<br>")
