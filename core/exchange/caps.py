"""How much may anyone have at once, or be asked, so that nobody accumulates and nobody is worn out?

Checks that take counts; whoever counts has them from the database.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from core.constitution import OPEN_INTRODUCTIONS_PER_GROUP, OPEN_PROPOSALS_PER_PERSON, SEATS_PER_PERSON
from core.errors import Refused
from core.exchange.parties import Party
from core.wording import text

ASKS_A_WEEK = 3
"""How often one side is asked by strangers in seven days (PRODUCT.md, B12)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a side can be asked at all; the asker never learns which of these it was.

    Attributes:
        asks_this_week: Introductions and needs put before it in the last seven days.
        never_topics: Topics it does not want to hear of.
        never_parties: Whom it blocked, or never wants to meet; people count on all their linked accounts.
        awake: False while it sleeps, is paused or closed.
    """

    asks_this_week: int = 0
    never_topics: Collection[str] = ()
    never_parties: Collection[Party] = field(default_factory=frozenset)
    awake: bool = True


def check_seats(held: int) -> None:
    """Refuse one more seat to a person who holds five.

    Raises:
        Refused: With the number of seats one person may hold.
    """
    if held >= SEATS_PER_PERSON:
        raise Refused(text("refused-seats-cap", most=SEATS_PER_PERSON))


def check_proposals(opened: int) -> None:
    """Refuse a person's third open proposal.

    Raises:
        Refused: With the number of proposals one person may have open.
    """
    if opened >= OPEN_PROPOSALS_PER_PERSON:
        raise Refused(text("refused-proposals-cap", most=OPEN_PROPOSALS_PER_PERSON))


def check_introductions(opened: int) -> None:
    """Refuse a group's fourth open introduction.

    Args:
        opened: How many seem open to the asker (`introductions.seems_open`): a count of those really open would tell
            an early no from a silence.

    Raises:
        Refused: With the number of introductions a group may have open.
    """
    if opened >= OPEN_INTRODUCTIONS_PER_GROUP:
        raise Refused(text("refused-introductions-cap", most=OPEN_INTRODUCTIONS_PER_GROUP))


def may_be_asked(
    asked: Standing, asker: Collection[Party], askers_blocks: Collection[Party], who: Party, topic: str
) -> bool:
    """Say whether a side may be put a first contact.

    Args:
        asked: How the asked side stands.
        asker: The asking group, and everyone in it: one of them being blocked is enough.
        askers_blocks: Whom the asking side blocked: a block holds both ways.
        who: The asked side.
        topic: What the first contact is about; empty when it has none.
    """
    if not asked.awake or asked.asks_this_week >= ASKS_A_WEEK or who in askers_blocks:
        return False
    if any(one in asked.never_parties for one in asker):
        return False
    return topic.casefold() not in {never.casefold() for never in asked.never_topics}
