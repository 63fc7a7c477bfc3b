"""Which IANA zone does a person mean?"""

from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

from core.errors import Refused
from core.wording import text


@cache
def zones() -> tuple[str, ...]:
    """List all IANA names in order; the disk is walked through once."""
    return tuple(sorted(available_timezones()))


def zone_named(words: str) -> str:
    """Return the zone that a name or a city means, such as "europe/berlin" or "Berlin".

    Raises:
        Refused: There is none.
    """
    wanted = _folded(words)
    found = next((one for one in zones() if wanted in {one.casefold(), _city(one)}), None)
    if found is None:
        raise Refused(text("refused-zone"))
    return found


def zones_with(typed: str, most: int) -> Sequence[str]:
    """List zones that hold what is being typed."""
    folded = _folded(typed)
    return [zone for zone in zones() if folded in zone.casefold()][:most]


def _folded(words: str) -> str:
    return words.strip().replace(" ", "_").casefold()


def _city(zone_name: str) -> str:
    return zone_name.rsplit("/", 1)[-1].casefold()
