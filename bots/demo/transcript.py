"""How does what happens in the local world read as a script?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import shorten, wrap
from zoneinfo import ZoneInfo

from bots.local.happened import (
    BotEdited,
    BotSaid,
    ChatMade,
    Entry,
    PersonEdited,
    PersonReacted,
    PersonSaid,
    PersonTapped,
    Words,
)
from bots.local.state import State
from core.messenger.fit import SYMBOLS, place_of
from core.messenger.messages import Style
from core.messenger.port import Shown

WIDTH = 92
NAMES = 10
ZONE = ZoneInfo("Europe/Vienna")
_US, _CARD, _ROOM = "Socium", "  (card)", ""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one or several chats heard in the same words.

    Attributes:
        chats: Ids; several when the same was said to each of a group in private.
        who: Who spoke.
        lines: What was said.
        at: When.
        changes: Id of the message that changed; empty when it is new.
    """

    chats: tuple[str, ...]
    who: str
    lines: tuple[str, ...]
    at: datetime
    changes: str = ""


class Transcript:
    """Writes what happens as a script, a little later than it happens.

    What is said alike to several is written once, and of a card that changes with every tap only how it stands before
    somebody speaks again.

    Args:
        state: The world as it stands.
        write: Takes one line.
    """

    def __init__(self, state: State, write: Callable[[str], None]) -> None:
        self._state, self._write = state, write
        self._scene = ""
        self._held: list[_Spoken] = []
        self._known: dict[str, frozenset[str]] = {}
        self._newest: dict[str, frozenset[str]] = {}

    def __call__(self, entry: Entry) -> None:
        """Take in one entry; what only the page needs is passed over."""
        match entry.what:
            case PersonSaid(chat, person, text, reply_to):
                self.flush()
                self._hears(entry, chat, self._name(person), [*self._answered(chat, reply_to), text])
            case PersonEdited(chat, person, _message, text):
                self.flush()
                self._hears(entry, chat, self._name(person), [f"✎ {text}"])
            case PersonTapped(chat, person, message, option):
                labels = {one.key: one.label for one in self._words(chat, message).options}
                self._hears(entry, chat, self._name(person), [f"[{labels[option]}]"])
            case PersonReacted(chat, person, message, symbol):
                label = self._label(chat, message, symbol)
                self._hears(entry, chat, self._name(person), [f"{symbol} {label}"])
            case BotSaid(chat, words):
                self._known[str(entry.number)] = frozenset(_changed(words))
                self._hears(entry, chat, _US, _lines(words))
            case BotEdited(chat, message, words):
                self._changes(entry, chat, message, words)
            case ChatMade(_chat, title, members, _private, home) if home:
                names = ", ".join(self._name(one) for one in members)
                self._hears(entry, entry.what.chat, _ROOM, [f"\n   a new room: {title} · keys for {names}"])

    def flush(self) -> None:
        """Write what is still held back."""
        held, self._held = self._held, []
        self._known |= self._newest
        for spoken in _said_once(held):
            self._speaks(spoken)

    def _hears(self, entry: Entry, chat: str, who: str, lines: Sequence[str]) -> None:
        self._held.append(_Spoken((chat,), who, tuple(lines), entry.at))

    def _changes(self, entry: Entry, chat: str, message: str, words: Words) -> None:
        """Take in how a card stands now; what it said before is not said again, its title excepted."""
        self._held = [one for one in self._held if one.changes != message]
        known, lines = self._known.get(message, frozenset()), _changed(words)
        self._newest[message] = frozenset(lines)
        new = [line for line in lines if line not in known]
        if not new:
            return
        shown = [line for line in lines[:1] if line in known] + new
        self._held.append(_Spoken((chat,), _CARD, tuple(shown), entry.at, message))

    def _answered(self, chat: str, message: str) -> list[str]:
        """Say which message is answered, by its last words."""
        if not message:
            return []
        words = self._words(chat, message).body[-1].text
        return [f"↩ {shorten(words, WIDTH - 2 * NAMES, placeholder=' …')}"]

    def _name(self, person: str) -> str:
        return self._state.people[person].name

    def _speaks(self, spoken: _Spoken) -> None:
        if spoken.who == _ROOM:
            self._write(*spoken.lines)
            return
        scene = self._place(spoken.chats)
        if scene != self._scene:
            line = "─" * max(3, WIDTH - len(scene) - 24)
            self._write(f"\n── {scene} {line} {spoken.at.astimezone(ZONE):%a %d %b, %H:%M}")
            self._scene = scene
        who = spoken.who
        for line in [part for whole in spoken.lines for part in wrap(whole, WIDTH - NAMES) or [""]]:
            self._write(f"{who:<{NAMES}}{line}")
            who = ""

    def _place(self, chats: tuple[str, ...]) -> str:
        first = self._state.chats[chats[0]]
        if not first.private:
            return f"{first.title} · as on {first.id.partition(':')[0].title()}"
        names = [self._state.people[self._state.chats[chat].members[0]].name for chat in chats]
        return f"{names[0]}, in private" if len(names) == 1 else f"{', '.join(names)}, each in private"

    def _words(self, chat: str, message: str) -> Words:
        return self._state.chats[chat].said[message].words

    def _label(self, chat: str, message: str, symbol: str) -> str:
        place, options = place_of(symbol), self._words(chat, message).options
        return options[place].label if place is not None and place < len(options) else ""


def _said_once(held: Sequence[_Spoken]) -> list[_Spoken]:
    """Let what was said alike to several, before anybody did something again, be said once."""
    once: list[_Spoken] = []
    begin = 0
    for said in held:
        if said.who not in {_US, _CARD, _ROOM}:
            begin = len(once)
        place = next((at for at in range(begin, len(once)) if _alike(once[at], said)), None)
        if place is None:
            once.append(said)
        else:
            once[place] = replace(once[place], chats=tuple(dict.fromkeys((*once[place].chats, *said.chats))))
    return once


def _alike(one: _Spoken, other: _Spoken) -> bool:
    return (one.who, one.lines) == (other.who, other.lines)


def _lines(words: Words) -> list[str]:
    lines = [f"• {line.text}" if line.style is Style.ITEM else line.text for line in words.body]
    if words.shown is Shown.BUTTONS and words.options:
        lines.append(" ".join(f"[{one.label}]" for one in words.options))
    return lines


def _changed(words: Words) -> list[str]:
    """Show a changed card by its title and where it stands now."""
    body = [line for line in words.body if line.style is not Style.ITEM and not line.text.startswith(SYMBOLS)]
    plain = [line.text for line in body if line.style is Style.PLAIN]
    titles = [line.text for line in body if line.style is Style.TITLE]
    rest = [line.text for line in body if line.style in {Style.QUOTE, Style.NOTE}]
    return [*titles, *(plain or rest)]
