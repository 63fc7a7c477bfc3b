"""What can no group, operator or message switch off?

The numbers and checks of PRODUCT.md's constitution, and nothing else.

Source:
    A. Volynets, The Socium of Small Groups (2020): seven people, eight at the most, no leader.
"""

from dataclasses import dataclass

FEWEST = 3
MOST_AT_START = 7
MOST_EVER = 8
SEATS_PER_PERSON = 5
OPEN_PROPOSALS_PER_PERSON = 2
OPEN_INTRODUCTIONS_PER_GROUP = 3
RULES = 10


@dataclass(frozen=True, slots=True)
class Size:
    """How many people a proposal is for.

    Raises:
        ValueError: Outside 3 to 7, or the fewest above the most.
    """

    fewest: int = FEWEST
    most: int = MOST_AT_START

    def __post_init__(self) -> None:
        if not FEWEST <= self.fewest <= self.most <= MOST_AT_START:
            raise ValueError(f"a group has {FEWEST} to {MOST_AT_START} people")


def is_thin(members: int) -> bool:
    """Say whether so few are left that a group should seek, merge, sleep or close."""
    return members < FEWEST


def has_room(members: int) -> bool:
    """Say whether one more could enter a living group, if all its members consent."""
    return members < MOST_EVER
