"""How are hours of the week said, and shown as a small picture?"""

from core.matching.week import spans
from core.messenger.messages import Line, Style
from core.wording import Text, Value, text

MOST_SPANS = 4
BLOCK = 3
NONE, SOME, FULL = "░", "▒", "█"


def hours_told(week: int, most: int = MOST_SPANS) -> tuple[Value, ...]:
    """Say hours as people do: "Mon–Fri 18–22"; a very broken week is cut."""
    return tuple(
        text("hours-of-days", days=_days(days), hours=", ".join(f"{first}–{end}" for first, end in hours))
        for days, hours in spans(week)[:most]
    )


def week_picture(week: int) -> tuple[Line, ...]:
    """Draw the week: a line for each day, a block for each three hours from midnight to midnight."""
    return tuple(
        Line(text("week-row", day=Text(f"day-{day + 1}"), blocks=_blocks(week >> day * 24)), Style.ITEM)
        for day in range(7)
    )


def _blocks(day: int) -> str:
    counts = ((day >> first & (1 << BLOCK) - 1).bit_count() for first in range(0, 24, BLOCK))
    return "".join(FULL if count == BLOCK else SOME if count else NONE for count in counts)


def _days(days: tuple[int, ...]) -> Value:
    """Name days; three or more in a row are a span."""
    first, last = days[0], days[-1]
    if len(days) > 2 and last - first == len(days) - 1:
        return text("days-through", first=Text(f"day-{first + 1}"), last=Text(f"day-{last + 1}"))
    return tuple(Text(f"day-{day + 1}") for day in days)
