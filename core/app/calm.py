"""How often may one account, and one room, call on the house before it asks for a pause?

Kept in memory: a messenger account is read by one process alone, and after a restart everybody begins afresh. Whoever
is asked to pause costs nothing more: what they still send is let go before anything is read or written for it.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.messenger.events import Called, ChatKind, Incoming, Reacted, Said, Tapped
from core.wording import Text, text


@dataclass(frozen=True, slots=True)
class Pace:
    """How much at once, and how much for ever.

    Attributes:
        burst: So many in one breath.
        every: After that, one in this time.
    """

    burst: int
    every: timedelta


OF_AN_ACCOUNT = Pace(30, timedelta(seconds=2))
"""Commands, taps and words written to the bot alone: far more than a conversation of taps ever needs."""

OF_A_ROOM = Pace(120, timedelta(seconds=1))
"""Commands of all people in one room together; it takes several who hammer to get there, and taps go on."""

SYMBOLS = Pace(60, timedelta(seconds=1))
"""Reactions of one account; they belong to a group's own talk, so what is too much is let go without a word."""

PAUSE = timedelta(seconds=30)
"""How long whoever hammered is asked to wait."""

REMEMBERED = 20_000
"""Accounts and rooms, those seen last; about 5 MB."""


@dataclass(frozen=True, slots=True)
class Pausing:
    """What was too much, and what is said to it.

    Attributes:
        words: What to say, once; None when it was said before, or nothing is.
        to_all: Whether it is said to the room and not to the one person.
    """

    words: Text | None = None
    to_all: bool = False


@dataclass(slots=True)
class _Known:
    """When the next would be due if all came evenly, and until when is paused."""

    due: datetime
    until: datetime | None = None


class Calm:
    """Notices who hammers.

    Args:
        account: For one account.
        room: For one room.
        symbols: For one account's reactions.
        pause: How long to wait.
        remembered: How many are kept in mind.

    Source:
        ITU-T I.371, the generic cell rate algorithm.
    """

    def __init__(
        self,
        account: Pace = OF_AN_ACCOUNT,
        room: Pace = OF_A_ROOM,
        symbols: Pace = SYMBOLS,
        pause: timedelta = PAUSE,
        remembered: int = REMEMBERED,
    ) -> None:
        self._account, self._room, self._symbols, self._pause = account, room, symbols, pause
        self._remembered = remembered
        self._known: OrderedDict[tuple[str, str, str], _Known] = OrderedDict()

    def judge(self, incoming: Incoming, now: datetime) -> Pausing | None:
        """Say whether this is too much just now; None lets it act. Talk among people is never counted.

        Args:
            incoming: What happened.
            now: Aware UTC.
        """
        what, messenger = incoming.what, incoming.chat.messenger
        if isinstance(what, Reacted):
            over = self._over(("symbols", messenger, incoming.account.id), self._symbols, now)
            return Pausing() if over is not None else None
        in_room = incoming.chat.kind is ChatKind.ROOM
        is_command = isinstance(what, Called) or (isinstance(what, Said) and what.text.startswith("/"))
        if not (is_command or isinstance(what, Tapped) or (isinstance(what, Said) and not in_room)):
            return None
        over = self._over(("account", messenger, incoming.account.id), self._account, now)
        if over is not None:
            return Pausing(text("calm-account", seconds=self._seconds) if over else None)
        if is_command and in_room:
            over = self._over(("room", messenger, incoming.chat.id), self._room, now)
            if over is not None:
                return Pausing(text("calm-room", seconds=self._seconds) if over else None, to_all=True)
        return None

    @property
    def _seconds(self) -> int:
        return int(self._pause.total_seconds())

    def _over(self, who: tuple[str, str, str], pace: Pace, now: datetime) -> bool | None:
        """Count one more; None within the pace, True for the first above it, False while the pause lasts."""
        known = self._known.setdefault(who, _Known(now))
        self._known.move_to_end(who)
        while len(self._known) > self._remembered:
            self._known.popitem(last=False)
        if known.until is not None and now < known.until:
            return False
        if known.until is not None:
            known.due, known.until = now, None
        known.due = max(known.due, now) + pace.every
        if known.due - now > pace.burst * pace.every:
            known.until = now + self._pause
            return True
        return None
