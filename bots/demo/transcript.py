"""How does what happens in the local world read as a script?"""

from collections.abc import Callable
from textwrap import wrap
from zoneinfo import ZoneInfo

from bots.local.happened import BotEdited, BotSaid, ChatMade, Entry, PersonReacted, PersonSaid, PersonTapped, Words
from bots.local.state import State
from core.messenger.fit import place_of
from core.messenger.messages import Style
from core.messenger.port import Shown

WIDTH = 92
NAMES = 10
ZONE = ZoneInfo("Europe/Vienna")


class Transcript:
    """Writes each entry of the world as a few lines.

    Args:
        state: The world as it stands.
        write: Takes one line.
    """

    def __init__(self, state: State, write: Callable[[str], None]) -> None:
        self._state, self._write = state, write
        self._scene = ""
        self._before: Words | None = None

    def __call__(self, entry: Entry) -> None:
        """Write one entry; what only the page needs is passed over."""
        match entry.what:
            case PersonSaid(chat, person, text):
                self._speaks(chat, self._state.people[person].name, [text], entry)
            case PersonTapped(chat, person, message, option):
                labels = {one.key: one.label for one in self._words(chat, message).options}
                self._speaks(chat, self._state.people[person].name, [f"[{labels[option]}]"], entry)
            case PersonReacted(chat, person, message, symbol):
                place = place_of(symbol)
                options = self._words(chat, message).options
                label = f" {options[place].label}" if place is not None and place < len(options) else ""
                self._speaks(chat, self._state.people[person].name, [symbol + label], entry)
            case BotSaid(chat, words):
                self._speaks(chat, "Socium", _lines(words), entry)
            case BotEdited(chat, _message, words):
                self._speaks(chat, "  (card)", _changed(words), entry)
            case ChatMade(_chat, title, members, _private, home) if home:
                names = ", ".join(self._state.people[one].name for one in members)
                self._write(f"\n   a new room: {title} · keys for {names}")

    def _words(self, chat: str, message: str) -> Words:
        return self._state.chats[chat].said[message].words

    def _speaks(self, chat: str, who: str, lines: list[str], entry: Entry) -> None:
        where = self._state.chats[chat]
        alone = f"{self._state.people[where.members[0]].name}, in private"
        scene = alone if where.private else f"{where.title} · as on {chat.partition(':')[0].title()}"
        if scene != self._scene:
            at = entry.at.astimezone(ZONE)
            self._write(f"\n── {scene} {'─' * (WIDTH - len(scene) - 24)} {at:%a %d %b, %H:%M}")
            self._scene = scene
        for line in [part for whole in lines for part in wrap(whole, WIDTH - NAMES) or [""]]:
            self._write(f"{who:<{NAMES}}{line}")
            who = ""


def _lines(words: Words) -> list[str]:
    lines = [f"• {line.text}" if line.style is Style.ITEM else line.text for line in words.body]
    if words.shown is Shown.BUTTONS and words.options:
        lines.append(" ".join(f"[{one.label}]" for one in words.options))
    return lines


def _changed(words: Words) -> list[str]:
    """Show a changed card by its first line and where it stands now."""
    told = [
        line.text for line in words.body if line.style is not Style.ITEM and place_of(line.text.split(" ")[0]) is None
    ]
    return told[:1] + [line for line in told[1:] if line][-1:]
