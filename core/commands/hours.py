"""Which hours of the week do these words tell: "weekday evenings", "Sat 10-14", «пн–пт после 18»?

Days and times follow one another; a day after a time begins the next part. Every word has to be understood: half of
what somebody said would be worse than asking again. The words are data, `hours.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from core.commands.vocabulary import fold
from core.errors import Refused
from core.matching.week import WHOLE_WEEK
from core.wording import text

LONG_ENOUGH = 4
LONGEST_PHRASE = 4
AWAKE = (8, 22)
PARTS = {"morning": (6, 12), "noon": (12, 14), "afternoon": (12, 18), "evening": (18, 22), "night": (22, 24)}
WEEKDAYS, WEEKEND, EVERY = frozenset(range(5)), frozenset((5, 6)), frozenset(range(7))

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<clock>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))?(?![0-9])
    | (?P<dash>-)
    | (?P<comma>[,;/+&|])
    | (?P<word>[^\W\d_]+(?:[.'][^\W\d_]+)*\.?)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What one phrase means.

    Attributes:
        role: `days`, a part of the day, `any`, `after`, `before`, `to`, `am`, `pm` or `fill`.
        days: Of the week, 0 is Monday.
    """

    role: str
    days: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Reader:
    """What has been said so far: the days and times that belong together, and what is still awaited.

    Attributes:
        week: Hours of the parts that are complete.
        last: The day before a dash, if a day was just said.
        clock: An hour that waits for its "to".
        awaits: `to`, `after` or `before`, when an hour or a day has to follow.
        cut: Whether a comma stood behind the last time.
        between: Whether "between" was said: the next two hours are one span.
    """

    week: int = 0
    days: frozenset[int] = frozenset()
    spans: list[tuple[int, int]] = field(default_factory=list)
    last: int | None = None
    clock: int | None = None
    awaits: str = ""
    cut: bool = False
    between: bool = False

    def day(self, days: frozenset[int]) -> None:
        """Take a day, the end of a row of days, or a word for several."""
        one = min(days) if len(days) == 1 else None
        if self.awaits == "to" and self.last is not None and one is not None:
            days = _through(self.last, one)
        elif self.spans and (self.days or self.cut):
            self.finish()
        self.days |= days
        self.last, self.awaits, self.cut = one, "", False

    def hour(self, hour: int, ends: bool, half: str) -> None:
        """Take an hour: the beginning or the end of a span.

        Args:
            ends: Whether an end is named behind it.
            half: `am` or `pm`, where that stands behind it.
        """
        if self.awaits == "to" and self.clock is not None:
            first = self.clock + 12 if half == "pm" and self.clock < 12 and self.clock + 12 < hour else self.clock
            self.spans.append((first, hour))
            self.clock = None
        elif self.awaits in {"before", "to"}:
            self.spans.append((0, hour))
        elif self.between and self.clock is not None:
            self.spans.append((self.clock, hour))
            self.clock, self.between = None, False
        elif self.awaits == "after" and not ends:
            self.spans.append((hour, 24))
        elif self.clock is None:
            self.clock = hour
        else:
            raise Refused(text("hours-unclear"))
        self.last, self.awaits, self.cut = None, "", False

    def time(self, part: tuple[int, int]) -> None:
        """Take a part of the day."""
        self.spans.append(part)
        self.last, self.awaits, self.cut = None, "", False

    def bound(self, role: str) -> None:
        """Take "to", "after", "before"; "bis" and "до" are both an end and a limit."""
        goes_on = self.clock is not None or self.last is not None
        if role == "through":
            role = "to" if goes_on else self.awaits
        self.awaits = "to" if role == "before" and goes_on else role

    def finish(self) -> int:
        """Close the part in hand and return the whole week so far."""
        if self.clock is not None or self.awaits in {"to", "before", "after"}:
            raise Refused(text("hours-unclear"))
        if self.days or self.spans:
            for day in self.days or EVERY:
                for first, end in self.spans or [AWAKE]:
                    for hour in range(first, end if end > first else end + 24):
                        self.week |= 1 << (day * 24 + hour) % 168
        self.days, self.spans, self.last = frozenset(), [], None
        return self.week


def read_hours(written: str, language: str) -> int:
    """Read hours of the week as bits; bit 0 is Monday 00:00-01:00 on the wall.

    Raises:
        Refused: Something in it could not be understood, or it tells no hour.
    """
    reader, tokens = _Reader(), list(_read(fold(written), _order(language)))
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 :]
        match token:
            case int(hour):
                half = _half(rest)
                reader.hour(_of_day(hour, half), _goes_on(rest), half)
            case Meant("days", days):
                reader.day(days)
            case Meant("any", _):
                return WHOLE_WEEK
            case Meant("between", _):
                reader.between = True
            case Meant("comma", _):
                reader.cut = bool(reader.spans)
            case Meant("to" | "through" | "after" | "before" as role, _):
                reader.bound(role)
            case Meant(role, _) if role in PARTS:
                reader.time(PARTS[role])
            case _:
                continue
    week = reader.finish()
    if not week:
        raise Refused(text("hours-unclear"))
    return week


def _goes_on(rest: "list[int | Meant]") -> bool:
    """Say whether "from 10" is followed by "to 14"."""
    for token in rest:
        if isinstance(token, Meant) and token.role in {"fill", "am", "pm"}:
            continue
        return isinstance(token, Meant) and token.role in {"to", "through", "before"}
    return False


def _half(rest: "list[int | Meant]") -> str:
    """Return the "am" or "pm" that stands behind an hour."""
    return rest[0].role if rest and isinstance(rest[0], Meant) and rest[0].role in {"am", "pm"} else ""


def _of_day(hour: int, half: str) -> int:
    """Read "6 pm"."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise Refused(text("hours-unclear"))
    return hour % 12 + (12 if half == "pm" else 0)


def _through(first: int, last: int) -> frozenset[int]:
    return frozenset(day % 7 for day in range(first, last + 1 if last >= first else last + 8))


def _read(folded: str, order: "tuple[str, ...]") -> "Iterator[int | Meant]":
    """Go through what is said; words that belong together ("every day") are one."""
    tokens = _tokens(folded)
    place = 0
    while place < len(tokens):
        kind, said = tokens[place]
        if kind == "clock":
            yield _clock(said)
            place += 1
        elif kind != "word":
            yield Meant("to" if kind == "dash" else "comma")
            place += 1
        else:
            meant, length = _phrase([word for _kind, word in _run(tokens, place)], order)
            yield from meant
            place += length


def _run(tokens: list[tuple[str, str]], place: int) -> list[tuple[str, str]]:
    run = []
    for token in tokens[place : place + LONGEST_PHRASE]:
        if token[0] != "word":
            break
        run.append(token)
    return run


def _tokens(folded: str) -> list[tuple[str, str]]:
    tokens, place, end = [], 0, len(folded.rstrip(" ."))
    while place < end:
        found = _TOKEN.match(folded, place)
        if found is None or found.lastgroup is None:
            raise Refused(text("hours-unclear"))
        if found["clock"]:
            tokens.append(("clock", f"{found['clock']}:{found['minute'] or 0}"))
        elif found["word"]:
            tokens.append(("word", found["word"].strip(".")))
        else:
            tokens.append(("dash" if found["dash"] else "comma", ""))
        place = found.end()
    return tokens


def _clock(said: str) -> int:
    """Read an hour; a broken one is counted with the hour it lies in."""
    hour, minute = map(int, said.split(":"))
    if hour > 24 or minute > 59:
        raise Refused(text("hours-unclear"))
    return hour


def _phrase(words: list[str], order: tuple[str, ...]) -> tuple[list[Meant], int]:
    """Find what the longest phrase here means, in the person's own language first; "Freitagabend" is two."""
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        for language in order:
            meant = _whole(language).get(phrase)
            if meant is not None:
                return [meant], length
    for language in order:
        stem = _longest(words[0], language)
        if stem:
            rest = words[0].removeprefix(stem)
            end = _longest(rest, language)
            both = [_whole(language)[one] for one in (stem, end) if one]
            return both, 1
    raise Refused(text("hours-unclear"))


def _longest(word: str, language: str) -> str:
    return max((stem for stem in _whole(language) if _begins(word, stem)), key=len, default="")


def _begins(word: str, stem: str) -> bool:
    return len(stem) >= LONG_ENOUGH and " " not in stem and word.startswith(stem)


def _order(language: str) -> tuple[str, ...]:
    short = language.replace("_", "-").split("-")[0].lower()
    return tuple(sorted(_words(), key=lambda code: code != short))


@cache
def _words() -> dict[str, dict[str, dict[str, list[str]]]]:
    file = Path(__file__).parent / "hours.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _whole(language: str) -> dict[str, Meant]:
    known = _words()[language]
    groups = {"weekdays": WEEKDAYS, "weekend": WEEKEND, "every": EVERY}
    found = {fold(word): Meant(role) for role, words in known["words"].items() for word in words}
    for name, words in known["days"].items():
        days = groups.get(name) or frozenset({int(name) - 1})
        found |= {fold(word): Meant("days", days) for word in words}
    return found
