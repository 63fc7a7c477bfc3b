"""How does what happens in the local world read as a script?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import wrap
from zoneinfo import ZoneInfo

from bots.local.happened import BotEdited, BotSaid, ChatMade, Entry, PersonReacted, PersonSaid, PersonTapped, Words
from bots.local.state import State
from core.messenger.fit import SYMBOLS, place_of
from core.messenger.messages import Style
from core.messenger.port import Shown

WIDTH = 92
NAMES = 10
ZONE = ZoneInfo("Europe/Vienna")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one or several chats heard in the same words.

    Attributes:
        chats: Ids; several when the same was said to each of a group in private.
        who: Who spoke.
        lines: What was said.
        at: When.
    """

    chats: tuple[str, ...]
    who: str
    lines: tuple[str, ...]
    at: datetime


class Transcript:
    """Writes what happens as a script; what is said alike to several is written once.

    Args:
        state: The world as it stands.
        write: Takes one line.
    """

    def __init__(self, state: State, write: Callable[[str], None]) -> None:
        self._state, self._write = state, write
        self._scene = ""
        self._held: _Spoken | None = None

    def __call__(self, entry: Entry) -> None:
        """Take in one entry; what only the page needs is passed over."""
        match entry.what:
            case PersonSaid(chat, person, text):
                self._hears(entry, chat, self._state.people[person].name, [text])
            case PersonTapped(chat, person, message, option):
                labels = {one.key: one.label for one in self._words(chat, message).options}
                self._hears(entry, chat, self._state.people[person].name, [f"[{labels[option]}]"])
            case PersonReacted(chat, person, message, symbol):
                label = self._label(chat, message, symbol)
                self._hears(entry, chat, self._state.people[person].name, [f"{symbol} {label}"])
            case BotSaid(chat, words):
                self._hears(entry, chat, "Socium", _lines(words))
            case BotEdited(chat, _message, words):
                self._hears(entry, chat, "  (card)", _changed(words))
            case ChatMade(_chat, title, members, _private, home) if home:
                self.flush()
                names = ", ".join(self._state.people[one].name for one in members)
                self._write(f"\n   a new room: {title} · keys for {names}")

    def flush(self) -> None:
        """Write what is still held back."""
        if self._held is not None:
            self._speaks(self._held)
        self._held = None

    def _hears(self, entry: Entry, chat: str, who: str, lines: Sequence[str]) -> None:
        held, said = self._held, _Spoken((chat,), who, tuple(lines), entry.at)
        if held is not None and (held.who, held.lines) == (said.who, said.lines):
            self._held = replace(held, chats=tuple(dict.fromkeys((*held.chats, chat))))
            return
        self.flush()
        self._held = said

    def _speaks(self, spoken: _Spoken) -> None:
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
