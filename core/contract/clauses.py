"""What does a line of a contract say, and what does it make the house do?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from core.contract.acting import LICENCES, Act, Introduced, Step
from core.contract.rhythm import rhythm_from, rhythm_text
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
    QUORUM = "quorum"
    SILENCE_FINE = "silence-fine"
    RHYTHM = "rhythm"
    QUIET_HOURS = "quiet-hours"
    SLEEP_LIMIT = "sleep-limit"
    JOINING = "joining"
    INTRODUCTIONS = "introductions"
    LICENCE = "licence"
    WHEN_BLOCKED = "when-blocked"


FIRST = (
    ClauseKind.ANSWER_WITHIN,
    ClauseKind.CONSENT,
    ClauseKind.SPEAK_FIRST,
    ClauseKind.LEAVE_FREELY,
    ClauseKind.REVIEW_ON,
)
"""What every contract of people begins with; contracts of groups begin as `core.contract.agreements` says."""


ACTING = (
    ClauseKind.RHYTHM,
    ClauseKind.QUIET_HOURS,
    ClauseKind.SLEEP_LIMIT,
    ClauseKind.QUORUM,
    ClauseKind.SILENCE_FINE,
    ClauseKind.WHEN_BLOCKED,
    ClauseKind.JOINING,
    ClauseKind.INTRODUCTIONS,
    ClauseKind.LICENCE,
)
"""In the order in which they are offered; a contract has each of them once."""

_JOINING = {Step.NONE: "clause-joining-consent", Step.TALK: "clause-joining-talk", Step.VISIT: "clause-joining-visit"}
_INTRODUCED = {
    Introduced.BY_ALL: "clause-introductions-all",
    Introduced.SILENCE_FINE: "clause-introductions-silence",
    Introduced.NEVER: "clause-introductions-never",
}
_BLOCKED = {
    Act.POSTPONE: "clause-blocked-postpone",
    Act.TRY: "clause-blocked-try",
    Act.BUD: "clause-blocked-bud",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of a contract, first person plural.

    Attributes:
        words: In the group's own words; empty for a line the texts have in every language.
        numbers: What the house acts on: `days` of ANSWER_WITHIN and WHEN_LATE, `on` (epoch seconds) of REVIEW_ON and
            UNTIL; of GIVES the place of the giving `party` among the parties, from 0, and `by` (epoch seconds) if
            there is a day. Those of the kinds in `core.contract.acting` are described there.
        zone: IANA name in which the hours of a RHYTHM are meant; empty for all other kinds.
    """

    id: ClauseId
    kind: ClauseKind
    words: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    zone: str = ""


def clause_text(clause: Clause) -> Text:
    """Read a line out: the group's own words, or the house's in the reader's language."""
    if clause.words:
        return text("own-words", words=clause.words)
    if clause.kind is ClauseKind.REVIEW_ON:
        return text("clause-review-on", on=Moment(review_date(clause), date_only=True))
    if clause.kind is ClauseKind.UNTIL:
        return text("clause-until", on=Moment(datetime.fromtimestamp(clause.numbers["on"], UTC), date_only=True))
    if clause.kind in ACTING:
        return _acting_text(clause.kind, clause.numbers, clause.zone)
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


def _acting_text(kind: ClauseKind, numbers: Mapping[str, int], zone: str) -> Text:
    match kind:
        case ClauseKind.RHYTHM:
            return rhythm_text(rhythm_from(numbers, zone))
        case ClauseKind.QUIET_HOURS:
            return text("clause-quiet-hours", begin=_clock(numbers["begin"]), end=_clock(numbers["end"]))
        case ClauseKind.JOINING:
            return Text(_JOINING[Step(numbers["step"])])
        case ClauseKind.INTRODUCTIONS:
            return Text(_INTRODUCED[Introduced(numbers["way"])])
        case ClauseKind.LICENCE:
            return text("clause-licence", licence=LICENCES[numbers["licence"]])
        case ClauseKind.WHEN_BLOCKED:
            return Text(_BLOCKED[Act(numbers["act"])], {"days": numbers["days"]})
        case _:
            return Text(f"clause-{kind}", dict(numbers))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
