"""What does a line of a contract say, and what does it make the house do?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from core.ids import ClauseId
from core.wording import Moment, Text, text

REVIEW_AFTER = timedelta(days=42)
ANSWER_DAYS = 2


class ClauseKind(StrEnum):
    """Which lines the house understands; all others it can only quote."""

    ANSWER_WITHIN = "answer-within"
    CONSENT = "consent"
    SPEAK_FIRST = "speak-first"
    LEAVE_FREELY = "leave-freely"
    REVIEW_ON = "review-on"
    GIVES = "gives"
    UNTIL = "until"
    WHEN_LATE = "when-late"
    OWN = "own"


FIRST = (
    ClauseKind.ANSWER_WITHIN,
    ClauseKind.CONSENT,
    ClauseKind.SPEAK_FIRST,
    ClauseKind.LEAVE_FREELY,
    ClauseKind.REVIEW_ON,
)
"""What every contract of people begins with; contracts of groups begin as `core.contract.agreements` says."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of a contract, first person plural.

    Attributes:
        words: In the group's own words; empty for a line the texts have in every language.
        numbers: What the house acts on: `days` of ANSWER_WITHIN and WHEN_LATE, `on` (epoch seconds) of REVIEW_ON and
            UNTIL; of GIVES the place of the giving `party` among the parties, from 0, and `by` (epoch seconds) if
            there is a day.
    """

    id: ClauseId
    kind: ClauseKind
    words: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)


def clause_text(clause: Clause) -> Text:
    """Read a line out: the group's own words, or the house's in the reader's language."""
    if clause.words:
        return text("own-words", words=clause.words)
    if clause.kind is ClauseKind.REVIEW_ON:
        return text("clause-review-on", on=Moment(review_date(clause), date_only=True))
    if clause.kind is ClauseKind.UNTIL:
        return text("clause-until", on=Moment(datetime.fromtimestamp(clause.numbers["on"], UTC), date_only=True))
    return Text(f"clause-{clause.kind}", dict(clause.numbers))


def review_date(clause: Clause) -> datetime:
    """Return when a REVIEW_ON line is due, aware UTC."""
    return datetime.fromtimestamp(clause.numbers["on"], UTC)


def first_clauses(ids: tuple[ClauseId, ...], now: datetime) -> tuple[Clause, ...]:
    """Return the five lines every contract begins with.

    Args:
        ids: Five new ids.
        now: Aware UTC; the first review is six weeks later.
    """
    numbers: dict[ClauseKind, dict[str, int]] = {
        ClauseKind.ANSWER_WITHIN: {"days": ANSWER_DAYS},
        ClauseKind.REVIEW_ON: {"on": int((now + REVIEW_AFTER).timestamp())},
    }
    return tuple(Clause(ids[place], kind, numbers=numbers.get(kind, {})) for place, kind in enumerate(FIRST))


def in_own_words(clause: Clause, words: str, numbers: Mapping[str, int]) -> Clause:
    """Say a line differently; what the house acts on changes only by the numbers given."""
    return replace(clause, words=words, numbers={**clause.numbers, **numbers})
