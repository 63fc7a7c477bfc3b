"""Which lines bind a group now, and which did before?"""

from dataclasses import dataclass, replace
from datetime import datetime

from core.contract.clauses import REVIEW_AFTER, Clause, ClauseKind, in_own_words, review_date
from core.errors import Refused
from core.groups.limits import CLAUSES
from core.ids import ClauseId, GroupId, PersonId, VersionId
from core.wording import text


@dataclass(frozen=True, slots=True)
class Version:
    """A contract, or the draft of one.

    Attributes:
        number: 1 and up once agreed; for a draft, the number it would get.
        clauses: In order.
        agreed_at: Aware UTC; None for a draft.
        agreed_by: Every member present when it was agreed; each of them had seen it.
    """

    id: VersionId
    group: GroupId
    number: int
    clauses: tuple[Clause, ...]
    agreed_at: datetime | None = None
    agreed_by: tuple[PersonId, ...] = ()

    def clause(self, clause: ClauseId) -> Clause:
        """Return a line; raises `Refused` when it is no longer there."""
        found = next((one for one in self.clauses if one.id == clause), None)
        if found is None:
            raise Refused(text("refused-gone"))
        return found

    @property
    def answer_days(self) -> int:
        """Say how many days an answer may take."""
        return next((c.numbers["days"] for c in self.clauses if c.kind is ClauseKind.ANSWER_WITHIN), 2)

    @property
    def review_on(self) -> datetime | None:
        """Say when it is read again, aware UTC; None when no line says so."""
        return next((review_date(c) for c in self.clauses if c.kind is ClauseKind.REVIEW_ON), None)


def change(version: Version, clause: ClauseId, words: str, numbers: dict[str, int]) -> Version:
    """Return the draft with one line said differently."""
    changed = in_own_words(version.clause(clause), words, numbers)
    return replace(version, clauses=tuple(changed if one.id == clause else one for one in version.clauses))


def add(version: Version, clause: Clause) -> Version:
    """Return the draft with one line more; raises `Refused` past fifteen lines."""
    if len(version.clauses) >= CLAUSES:
        raise Refused(text("refused-too-many-clauses", most=CLAUSES))
    return replace(version, clauses=(*version.clauses, clause))


def drop(version: Version, clause: ClauseId) -> Version:
    """Return the draft without one line."""
    kept = version.clause(clause)
    return replace(version, clauses=tuple(one for one in version.clauses if one is not kept))


def next_review(draft: Version, now: datetime) -> Version:
    """Move the date on which the contract is read again, when it has come, six weeks on."""
    on = draft.review_on
    if on is None or on > now:
        return draft
    later = int((now + REVIEW_AFTER).timestamp())
    moved = (
        in_own_words(clause, clause.words, {"on": later}) if clause.kind is ClauseKind.REVIEW_ON else clause
        for clause in draft.clauses
    )
    return replace(draft, clauses=tuple(moved))


def agree(draft: Version, by: tuple[PersonId, ...], now: datetime) -> Version:
    """Turn a draft into the version that binds."""
    return replace(draft, agreed_at=now, agreed_by=by)
