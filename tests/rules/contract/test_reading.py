"""Does each line of a contract read as what the house acts on?"""

from datetime import UTC, date, datetime, time

import pytest

from core.contract.clauses import Clause, ClauseKind, clause_text
from core.contract.rhythm import LAST, Rhythm, numbers_of
from core.ids import ClauseId
from core.wording import Moment, Text, text

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
ON = {"on": int(NOW.timestamp())}
DAY = Moment(NOW, date_only=True)
BERLIN = "Europe/Berlin"
WEEKLY = Rhythm(2, time(19, 5), BERLIN, every=2, anchor=date(2026, 5, 5))
MONTHLY, ON_A_DAY = Rhythm(5, time(9), BERLIN, nth=LAST), Rhythm(0, time(9), BERLIN, day=15)


@pytest.mark.parametrize(
    ("kind", "numbers", "told"),
    [
        (ClauseKind.REVIEW_ON, ON, text("clause-review-on", on=DAY)),
        (ClauseKind.UNTIL, ON, text("clause-until", on=DAY)),
        (ClauseKind.CONSENT, {}, text("clause-consent")),
        (ClauseKind.ANSWER_WITHIN, {"days": 3}, text("clause-answer-within", days=3)),
        (ClauseKind.SLEEP_LIMIT, {"days": 30}, text("clause-sleep-limit", days=30)),
        (ClauseKind.QUORUM, {"people": 3}, text("clause-quorum", people=3)),
        (ClauseKind.QUIET_HOURS, {"begin": 1325, "end": 69}, text("clause-quiet-hours", begin="22:05", end="01:09")),
        (ClauseKind.JOINING, {"step": 0}, text("clause-joining-consent")),
        (ClauseKind.JOINING, {"step": 2}, text("clause-joining-visit")),
        (ClauseKind.INTRODUCTIONS, {"way": 1}, text("clause-introductions-silence")),
        (ClauseKind.LICENCE, {"licence": 1}, text("clause-licence", licence="CC-BY-4.0")),
        (ClauseKind.WHEN_BLOCKED, {"act": 1, "days": 7}, text("clause-blocked-try", days=7)),
        (
            ClauseKind.RHYTHM,
            numbers_of(WEEKLY),
            text("clause-rhythm-weekly", every=2, weekday=2, at="19:05", zone=BERLIN),
        ),
        (
            ClauseKind.RHYTHM,
            numbers_of(MONTHLY),
            text("clause-rhythm-monthly", nth=5, weekday=5, at="09:00", zone=BERLIN),
        ),
        (ClauseKind.RHYTHM, numbers_of(ON_A_DAY), text("clause-rhythm-day", day=15, at="09:00", zone=BERLIN)),
    ],
)
def test_a_line_is_read_out_with_its_numbers(kind: ClauseKind, numbers: dict[str, int], told: Text) -> None:
    """In the house's words, in the reader's language; said in the group's own words, those are read."""
    line = Clause(ClauseId("c"), kind, "", numbers, BERLIN if kind is ClauseKind.RHYTHM else "")

    assert clause_text(line) == told
    own = Clause(ClauseId("c"), kind, "We sing", numbers)
    assert clause_text(own) == text("own-words", words="We sing")
