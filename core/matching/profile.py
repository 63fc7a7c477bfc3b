"""What has someone declared about themselves, for being matched and for nothing else?"""

from dataclasses import dataclass
from datetime import date, datetime

from core.ids import ChatId, PersonId
from core.matching.week import WHOLE_WEEK, all_year


@dataclass(frozen=True, slots=True)
class Profile:
    """One person in their own words; everything may be empty.

    Attributes:
        brings: What they could bring.
        languages: Codes; empty means the one we speak with them.
        hours: Week on their own wall; 0 when they told none.
        looks: How often they looked for open seats: lists begin elsewhere each time.
    """

    person: PersonId
    topics: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    hours: int = 0
    looks: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was declared."""
        return not (self.topics or self.brings or self.languages or self.hours)


@dataclass(frozen=True, slots=True)
class Seeking:
    """Someone who asked to be told when something fits.

    Attributes:
        topic: In their words; empty for whatever needs them.
        chat: Where they said so.
        since: Aware UTC; who sought longest goes first.
        until: Aware UTC; after it they are asked no more.
        vector: As `core.matching.signature.pack` writes it, of the topic.
        way: How that vector was worked out.
    """

    person: PersonId
    topic: str
    chat: ChatId
    since: datetime
    until: datetime
    vector: str = ""
    way: str = ""


def hours_in_utc(profile: Profile, zone: str, today: date) -> int:
    """Return when someone can, in UTC, on both sides of the next change of the clocks; any time if they told none."""
    return all_year(profile.hours, zone, today) if profile.hours else WHOLE_WEEK


def languages_of(profile: Profile, spoken: str) -> frozenset[str]:
    """Return what someone speaks: what they declared, else the language they chose to read here."""
    return frozenset(profile.languages or (spoken,))
