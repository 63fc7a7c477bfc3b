"""Which lines bind a group now, and which did before?"""

from dataclasses import dataclass, replace
from datetime import datetime

from core.contract.acting import LICENCES, SLEEP_DAYS, Act, Fallback, Introduced, QuietHours, Step
from core.contract.clauses import REVIEW_AFTER, Clause, ClauseKind, in_own_words, review_date
from core.contract.rhythm import Rhythm, rhythm_from
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

    def of(self, kind: ClauseKind) -> Clause | None:
        """Return the first line of a kind."""
        return next((one for one in self.clauses if one.kind is kind), None)

    @property
    def answer_days(self) -> int:
        """Say how many days an answer may take."""
        return next((c.numbers["days"] for c in self.clauses if c.kind is ClauseKind.ANSWER_WITHIN), 2)

    @property
    def review_on(self) -> datetime | None:
        """Say when it is read again, aware UTC; None when no line says so."""
        return next((review_date(c) for c in self.clauses if c.kind is ClauseKind.REVIEW_ON), None)

    @property
    def quorum(self) -> int:
        """Say how many must have spoken before a decision stands."""
        line = self.of(ClauseKind.QUORUM)
        return line.numbers["people"] if line else 1

    @property
    def silence_is_fine(self) -> bool:
        """Say whether, in decisions, whoever has not answered in time can live with it; only if a line says so."""
        return self.of(ClauseKind.SILENCE_FINE) is not None

    @property
    def rhythm(self) -> Rhythm | None:
        """Say how often the group meets; None when no line says so."""
        line = self.of(ClauseKind.RHYTHM)
        return rhythm_from(line.numbers, line.zone) if line else None

    @property
    def quiet_hours(self) -> QuietHours | None:
        """Say when the group wants no message nobody asked for; None when no line says so."""
        line = self.of(ClauseKind.QUIET_HOURS)
        return QuietHours(line.numbers["begin"], line.numbers["end"]) if line else None

    @property
    def sleep_days(self) -> int:
        """Say after how many days without an act a member is asked kindly; 21 when no line says so."""
        line = self.of(ClauseKind.SLEEP_LIMIT)
        return line.numbers["days"] if line else SLEEP_DAYS

    @property
    def joining(self) -> Step:
        """Say what comes before the members are asked to let somebody in."""
        line = self.of(ClauseKind.JOINING)
        return Step(line.numbers["step"]) if line else Step.NONE

    @property
    def introduced(self) -> Introduced:
        """Say how the group answers a stranger who would like to meet it; by everyone's yes when no line says so."""
        line = self.of(ClauseKind.INTRODUCTIONS)
        return Introduced(line.numbers["way"]) if line else Introduced.BY_ALL

    @property
    def licence(self) -> str:
        """Name the licence of the group's works, as SPDX does; empty when no line says so."""
        line = self.of(ClauseKind.LICENCE)
        return LICENCES[line.numbers["licence"]] if line else ""

    @property
    def when_blocked(self) -> Fallback:
        """Say what becomes of a decision that stays blocked."""
        line = self.of(ClauseKind.WHEN_BLOCKED)
        return Fallback(Act(line.numbers["act"]), line.numbers["days"]) if line else Fallback()


def change(version: Version, clause: ClauseId, words: str, numbers: dict[str, int]) -> Version:
    """Return the draft with one line said differently."""
    changed = in_own_words(version.clause(clause), words, numbers)
    return replace(version, clauses=tuple(changed if one.id == clause else one for one in version.clauses))


def restate(version: Version, clause: Clause) -> Version:
    """Return the draft with the line of the same id said anew."""
    kept = version.clause(clause.id)
    return replace(version, clauses=tuple(clause if one is kept else one for one in version.clauses))


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
