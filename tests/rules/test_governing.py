"""Is the line quoted that governs a decision, and no other?"""

from datetime import UTC, datetime

import pytest

from core.contract.clauses import Clause, ClauseKind, first_clauses
from core.contract.governing import governing
from core.contract.versions import Version
from core.ids import ClauseId, GroupId, VersionId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
OWN = (
    ("quiet", "We drill until eight in the evening, never after"),
    ("tools", "Инструменты возвращаем чистыми"),
    ("money", "We spend money together, never alone"),
)


def a_version(*more: Clause) -> Version:
    """Take the first five lines, three of the group's own, and some more."""
    first = first_clauses(tuple(ClauseId(name) for name in "abcde"), NOW)
    own = tuple(Clause(ClauseId(name), ClauseKind.OWN, words) for name, words in OWN)
    return Version(VersionId("v"), GroupId("g"), 1, (*first, *own, *more))


@pytest.mark.parametrize(
    ("what", "quoted"),
    [
        ("Drilling on Sunday evenings", "quiet"),
        ("Купить новый инструмент", "tools"),
        ("Spend the money on paint", "money"),
        ("We never meet on Mondays", "a"),
        ("Tea at five", "a"),
        ("", "a"),
    ],
)
def test_the_line_that_speaks_of_it(what: str, quoted: str) -> None:
    """A word that only one of our lines has leads to it; what stands in several, or in none, leads to how we decide."""
    found = governing(a_version(), what)

    assert found is not None
    assert found.id == quoted


def test_what_silence_means_comes_before_the_time() -> None:
    """Of the lines on how we decide, the one that changes most is quoted; without any, nothing is."""
    silence = Clause(ClauseId("silence"), ClauseKind.SILENCE_FINE)

    assert governing(a_version(silence), "Tea at five") == silence
    assert governing(Version(VersionId("v"), GroupId("g"), 1, ()), "Tea at five") is None
