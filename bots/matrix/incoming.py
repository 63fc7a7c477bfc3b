"""What does a Matrix event mean to us?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import nio

from bots.matrix import MATRIX
from bots.matrix.files import attached, caption
from bots.matrix.reactions import is_puppet
from core.commands.catalogue import CATALOGUE
from core.ids import EventKey
from core.messenger.events import (
    AccountRef,
    Change,
    ChatChanged,
    ChatRef,
    Deleted,
    Edited,
    Incoming,
    MessageRef,
    Quoted,
    Reacted,
    Said,
    What,
)

_COMMAND = re.compile(r"[!/](?=[^\W\d_])")
_COMMANDS = frozenset(command.name for command in CATALOGUE)
_GONE = {"leave", "ban"}
_LAST_MOMENT = 250_000_000_000_000
"""Milliseconds; a homeserver may write any number as the time, and years have four digits."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, as far as reading it needs to know.

    Attributes:
        chat: The room.
        me: Our own full user id.
        my_name: How we are shown there, for "Socium: help".
        names: Shown names by user id; whoever is missing is shown by the id.
    """

    chat: ChatRef
    me: str
    my_name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def read(event: nio.Event, place: Place) -> Incoming | None:
    """Read one event of a room's timeline; None when it does not concern us.

    Notices, our own events and bridge puppets do not.
    """
    match event:
        case nio.RoomMemberEvent():
            return _membership(event, place)
        case nio.RoomMessageText():
            return _by_person(event, place, _edit(event, place) if _is_edit(event) else _said(event, place))
        case nio.RoomMessageMedia() | nio.RoomEncryptedMedia():
            return _by_person(event, place, None if _is_edit(event) else _file(event, place))
        case nio.RedactionEvent():
            return _by_person(event, place, Deleted(MessageRef(place.chat, event.redacts)))
        case nio.ReactionEvent():
            return _by_person(event, place, Reacted(MessageRef(place.chat, event.reacts_to), event.key))
    return None


def quoted(event: nio.Event, place: Place) -> Quoted:
    """Say what an answered message says; a bot's notice, a bridge's puppet and our own words have no author."""
    content = _content(event)
    newest = content.get("m.new_content")
    shown = newest if isinstance(newest, dict) else content
    by_person = (
        event.sender != place.me
        and not is_puppet(event.sender, content)
        and isinstance(event, nio.RoomMessageText | nio.RoomMessageMedia | nio.RoomEncryptedMedia)
    )
    author = AccountRef(MATRIX, event.sender, place.names.get(event.sender, event.sender)) if by_person else None
    files = attached(shown)
    if isinstance(event, nio.RoomMessageText):
        words = _without_quote(event) if shown is content else str(shown.get("body") or "")
    else:
        words = caption(shown)
    return Quoted(author, words, files, _reply_to(event, place))


def moved(event: nio.Event, old: Place, to: ChatRef) -> Incoming:
    """Read the event that showed us the true new room of an upgrade: a tombstone, or our coming in there.

    The key is made from both rooms: whichever event shows it first, the move acts once.
    """
    told = _incoming(event, old, event.sender, ChatChanged(Change.MOVED, to))
    return replace(told, key=EventKey(f"{old.chat.id}>{to.id}"))


def _said(event: nio.RoomMessageText, place: Place) -> Said:
    here = MessageRef(place.chat, event.event_id)
    return Said(_command(_without_quote(event), place), _reply_to(event, place), here)


def _file(event: nio.Event, place: Place) -> Said | None:
    content = _content(event)
    files = attached(content)
    here = MessageRef(place.chat, event.event_id)
    return Said(caption(content), _reply_to(event, place), here, files) if files else None


def _edit(event: nio.Event, place: Place) -> Edited | None:
    """Read an edit; whether its author may make it, the desk knows: a homeserver does not ask."""
    words = _content(event).get("m.new_content")
    edited = _relation(event).get("event_id")
    if not isinstance(words, dict) or not isinstance(words.get("body"), str) or not isinstance(edited, str):
        return None
    return Edited(MessageRef(place.chat, edited), words["body"])


def _content(event: nio.Event) -> Mapping[str, object]:
    content = event.source.get("content", {})
    return content if isinstance(content, dict) else {}


def _by_person(event: nio.Event, place: Place, what: What | None) -> Incoming | None:
    content = _content(event)
    if what is None or event.sender == place.me or is_puppet(event.sender, content):
        return None
    return _incoming(event, place, event.sender, what)


def _membership(event: nio.RoomMemberEvent, place: Place) -> Incoming | None:
    before, after, who = event.prev_membership, event.membership, event.state_key
    if who == place.me:
        return _own_membership(event, place)
    if is_puppet(who, {}) or before == after:
        return None
    if after == "join":
        return _incoming(event, place, who, ChatChanged(Change.PERSON_JOINED))
    if str(after) in _GONE and str(before) in {"join", "invite"}:
        return _incoming(event, place, who, ChatChanged(Change.PERSON_LEFT))
    return None


def _own_membership(event: nio.RoomMemberEvent, place: Place) -> Incoming | None:
    inviter = invited_by(event)
    if event.membership == "join" and event.prev_membership != "join" and inviter not in {"", place.me}:
        return _incoming(event, place, inviter, ChatChanged(Change.BOT_ADDED))
    if event.membership in _GONE and event.prev_membership == "join" and event.sender != place.me:
        return _incoming(event, place, event.sender, ChatChanged(Change.BOT_REMOVED))
    return None


def invited_by(event: nio.RoomMemberEvent) -> str:
    """Return who sent the invite that this join answers, empty when nobody did."""
    unsigned = event.source.get("unsigned")
    if not isinstance(unsigned, dict) or event.prev_membership != "invite":
        return ""
    return str(unsigned.get("prev_sender", ""))


def _command(words: str, place: Place) -> str:
    """Reduce "!help", "/help" and "Socium: help" to "/help"; leave everything else as it was written."""
    words = words.strip()
    rest = _addressed(words, place)
    if _COMMAND.match(rest):
        return "/" + rest[1:]
    first = rest.split(maxsplit=1)[0].lower() if rest else ""
    return "/" + rest if rest != words and first in _COMMANDS else words


def _addressed(words: str, place: Place) -> str:
    for name in (place.me, place.my_name):
        if name and words.lower().startswith(name.lower()) and words[len(name) : len(name) + 1] in {":", ","}:
            return words[len(name) + 1 :].strip()
    return words


def _without_quote(event: nio.RoomMessageText) -> str:
    """Drop the quotation that older clients put before a reply: lines with "> " up to the first empty one."""
    if not _in_reply_to(event) or not event.body.startswith("> "):
        return str(event.body)
    lines = event.body.split("\n")
    while lines and lines[0].startswith("> "):
        lines.pop(0)
    return "\n".join(lines).lstrip("\n")


def _relation(event: nio.Event) -> Mapping[str, object]:
    relation = _content(event).get("m.relates_to")
    return relation if isinstance(relation, dict) else {}


def _is_edit(event: nio.Event) -> bool:
    return _relation(event).get("rel_type") == "m.replace"


def _in_reply_to(event: nio.Event) -> str:
    relation = _relation(event)
    answered = relation.get("m.in_reply_to")
    if relation.get("is_falling_back") or not isinstance(answered, dict):
        return ""
    return str(answered.get("event_id", ""))


def _reply_to(event: nio.Event, place: Place) -> MessageRef | None:
    answered = _in_reply_to(event)
    return MessageRef(place.chat, answered) if answered else None


def _incoming(event: nio.Event, place: Place, who: str, what: What) -> Incoming:
    at = datetime.fromtimestamp(min(event.server_timestamp, _LAST_MOMENT) / 1000, UTC)
    account = AccountRef(MATRIX, who, place.names.get(who, who))
    return Incoming(EventKey(event.event_id), place.chat, account, what, at)
