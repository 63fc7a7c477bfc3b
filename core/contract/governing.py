"""Which line of a contract governs a decision, so that it is quoted where the decision is asked?"""

import re
from collections import Counter

from core.contract.clauses import Clause, ClauseKind
from core.contract.versions import Version

STEM = 5
"""Letters: words that begin alike so far are taken for the same word, "Tuesday" and "Tuesdays"."""
_HOW = (ClauseKind.SILENCE_FINE, ClauseKind.QUORUM, ClauseKind.ANSWER_WITHIN)


def governing(version: Version, what: str) -> Clause | None:
    """Choose the one line to quote.

    A line in the group's own words that speaks of what the decision speaks of comes first. A word that stands in
    several lines says nothing about any of them. Else it is the line on how we decide: what silence means, how many
    must have spoken, within which time.

    Args:
        version: The one that binds.
        what: The decision, in its asker's words.
    """
    own = [line for line in version.clauses if line.kind is ClauseKind.OWN]
    counts = Counter(stem for line in own for stem in _stems(line.words))
    wanted = {stem for stem in _stems(what) if counts[stem] == 1}
    shared = {line.id: len(wanted & _stems(line.words)) for line in own}
    closest = max(own, key=lambda line: shared[line.id], default=None)
    if closest is not None and shared[closest.id]:
        return closest
    return next((line for line in map(version.of, _HOW) if line is not None), None)


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[^\W\d_]+", words.casefold())
    return frozenset(word[:STEM] for word in found if len(word) >= STEM)
