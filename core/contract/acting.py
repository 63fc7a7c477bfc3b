"""What do the numbers of a line mean, where the house acts on them?

QUORUM: `people`, 2 to 8. SILENCE_FINE: none. RHYTHM: as `core.contract.rhythm`. QUIET_HOURS: `begin` and `end`,
minutes of the local day, over midnight when the end is not after the beginning. SLEEP_LIMIT: `days`, 1 to 366.
JOINING: `step`, of `Step`. INTRODUCTIONS: `way`, of `Introduced`. LICENCE: `licence`, the place in `LICENCES`.
WHEN_BLOCKED: `act`, of `Act`, and `days`.
"""

from dataclasses import dataclass
from datetime import time
from enum import IntEnum

SLEEP_DAYS = 21
"""After so many days without an act someone is asked kindly, where no line says otherwise."""
BLOCKED_DAYS = 42
QUIET_BEGIN = 22 * 60
QUIET_END = 8 * 60


class Step(IntEnum):
    """What comes before all members are asked to let somebody in; nothing replaces their consent."""

    NONE = 0
    TALK = 1
    VISIT = 2


class Introduced(IntEnum):
    """How a group answers a stranger who would like to meet it; one objection is always a no."""

    BY_ALL = 0
    SILENCE_FINE = 1
    NEVER = 2


class Act(IntEnum):
    """What happens to a decision that was revised twice and still harms someone."""

    POSTPONE = 0
    TRY = 1
    BUD = 2


LICENCES = ("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-SA-4.0", "MIT", "GPL-3.0", "AGPL-3.0", "CERN-OHL-S-2.0")
"""SPDX names.

Source:
    https://spdx.org/licenses
"""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nobody is to be disturbed, local wall time.

    Attributes:
        begin: Minutes of the day.
        end: Likewise; over midnight when it is not after the beginning.
    """

    begin: int = QUIET_BEGIN
    end: int = QUIET_END

    def holds(self, local: time) -> bool:
        """Say whether a local time lies in them."""
        minute = local.hour * 60 + local.minute
        if self.begin < self.end:
            return self.begin <= minute < self.end
        return minute >= self.begin or minute < self.end


@dataclass(frozen=True, slots=True)
class Fallback:
    """What a group does with what stays blocked: after how many days it is asked again, where it is."""

    act: Act = Act.POSTPONE
    days: int = BLOCKED_DAYS
