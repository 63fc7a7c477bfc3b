"""What do groups promise one another, by when and until when?

An agreement is a contract like any other: a `Version` with clauses, to which each group consents in a round of its own.
Only its parties are groups, and its lines begin otherwise. Every group keeps its own copy, agreed by its own members;
that both copies bind only together is `core.exchange.agreements`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.contract.clauses import ACTING, REVIEW_AFTER, Clause, ClauseKind, clause_text
from core.contract.versions import Version
from core.ids import ClauseId
from core.wording import Moment, Text, text

DAYS_BEFORE = 1
LAST_MOMENT = int(datetime(3000, 1, 1, tzinfo=UTC).timestamp())
"""Epoch seconds; a later one from another installation is no date anybody means."""

_NEEDS: Mapping[ClauseKind, str] = {
    ClauseKind.ANSWER_WITHIN: "days",
    ClauseKind.WHEN_LATE: "days",
    ClauseKind.REVIEW_ON: "on",
    ClauseKind.UNTIL: "on",
    ClauseKind.GIVES: "party",
}
_MOST: Mapping[str, int] = {"days": 366, "on": LAST_MOMENT, "by": LAST_MOMENT}


@dataclass(frozen=True, slots=True)
class Gift:
    """What one group gives within an agreement.

    Attributes:
        party: Its place among the agreement's parties, from 0.
        what: In the group's own words.
        by: Aware UTC; None when no day was named.
    """

    party: int
    what: str
    by: datetime | None = None


def agreement_clauses(
    ids: Sequence[ClauseId], gifts: Sequence[Gift], until: datetime, now: datetime
) -> tuple[Clause, ...]:
    """Return the lines an agreement between groups begins with: the gifts, and three more.

    Args:
        ids: New ids, three more than gifts.
        until: Aware UTC, when it ends by itself.
        now: Aware UTC; it is read again six weeks later, or at its end if that is sooner.
    """
    review = min(now + REVIEW_AFTER, until)
    lines: list[tuple[ClauseKind, str, dict[str, int]]] = [
        (ClauseKind.GIVES, one.what, {"party": one.party} | ({"by": int(one.by.timestamp())} if one.by else {}))
        for one in gifts
    ]
    lines += [
        (ClauseKind.UNTIL, "", {"on": int(until.timestamp())}),
        (ClauseKind.WHEN_LATE, "", {"days": DAYS_BEFORE}),
        (ClauseKind.REVIEW_ON, "", {"on": int(review.timestamp())}),
    ]
    return tuple(Clause(key, *line) for key, line in zip(ids, lines, strict=True))


def gifts_of(version: Version, party: int) -> tuple[Gift, ...]:
    """List what one group gives: what that group, and no other, is reminded of."""
    given = (clause for clause in version.clauses if clause.kind is ClauseKind.GIVES)
    return tuple(_gift(clause) for clause in given if clause.numbers["party"] == party)


def until(version: Version) -> datetime | None:
    """Say when an agreement ends by itself, aware UTC; None when no line says so."""
    ends = (clause.numbers["on"] for clause in version.clauses if clause.kind is ClauseKind.UNTIL)
    first = min(ends, default=None)
    return None if first is None else datetime.fromtimestamp(first, UTC)


def has_run_out(version: Version, now: datetime) -> bool:
    """Say whether its day has come."""
    last = until(version)
    return last is not None and now >= last


def term_text(clause: Clause, parties: Sequence[str]) -> Text:
    """Read a line of an agreement out.

    Args:
        parties: What the groups are called, in the agreement's order.
    """
    if clause.kind is not ClauseKind.GIVES:
        return clause_text(clause)
    gift = _gift(clause)
    if gift.by is None:
        return text("clause-gives", party=parties[gift.party], what=gift.what)
    return text("clause-gives-by", party=parties[gift.party], what=gift.what, by=Moment(gift.by, date_only=True))


def can_act_on(kind: ClauseKind, words: str, numbers: Mapping[str, int], parties: int) -> bool:
    """Say whether a line that came from elsewhere has what the house needs to act on it.

    Args:
        parties: How many groups the agreement has.
    """
    if kind in ACTING:
        return False  # What the house does within a group is that group's alone to say.
    needed = _NEEDS.get(kind)
    if (needed is not None and needed not in numbers) or (kind in {ClauseKind.GIVES, ClauseKind.OWN} and not words):
        return False
    most = {**_MOST, "party": parties - 1}
    return all(0 <= number <= most.get(name, number) for name, number in numbers.items())


def _gift(clause: Clause) -> Gift:
    by = clause.numbers.get("by")
    return Gift(clause.numbers["party"], clause.words, None if by is None else datetime.fromtimestamp(by, UTC))
