"""Which way of comparing topics finds the right one, in five languages and across them?"""

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.matching import semantic, topics

PAIRS = Path(__file__).parents[1] / "tests" / "rules" / "matching" / "topics_pairs.json"


def first_hit(pairs: Sequence[Mapping[str, Any]], alike: topics.Likeness) -> float:
    """Say how often the most alike of all other sides is of the same topic."""
    same = [pair for pair in pairs if pair["same"]]
    hits = 0
    for pair in same:
        rivals = [other for other in same if other["topic"] != pair["topic"] and other["one"] != pair["one"]]
        best = max(alike(pair["one"], rival["other"]) for rival in rivals)
        hits += alike(pair["one"], pair["other"]) > best
    return hits / len(same)


def area_under(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Say how often a right pair scores above a wrong one.

    Source:
        J. Hanley, B. McNeil, The meaning and use of the area under a ROC curve (1982).
    """
    wins = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return wins / (len(right) * len(wrong))


def judge(pairs: Sequence[Mapping[str, Any]], alike: topics.Likeness) -> dict[str, float]:
    """Score one way."""
    same = [pair for pair in pairs if pair["same"]]
    begun = time.perf_counter()
    right = [alike(pair["one"], pair["other"]) for pair in same]
    seconds = time.perf_counter() - begun
    hard = [alike(pair["one"], pair["other"]) for pair in pairs if not pair["same"]]
    apart = [alike(one["one"], other["other"]) for one in same for other in same if one["topic"] != other["topic"]]
    return {
        "first hit": first_hit(pairs, alike),
        "auc": area_under(right, hard + apart[:: max(1, len(apart) // 2000)]),
        "auc hard": area_under(right, hard),
        "ms per pair": seconds / len(same) * 1000,
    }


def main() -> None:
    """Compare all ways; print a table and one line of JSON."""
    pairs = json.loads(PAIRS.read_text("utf-8"))
    ways: dict[str, topics.Likeness] = {"trigrams": topics.spelled_alike, "trigrams and thesaurus": topics.likeness}
    if semantic.is_installed():
        ways |= {"encoder": semantic.meant, "encoder and thesaurus": semantic.likeness}
    rows = {name: judge(pairs, alike) for name, alike in ways.items()}
    columns = list(next(iter(rows.values())))
    print(f"{'topics, 200 pairs':26}" + "".join(f"{column:>12}" for column in columns))
    for name, row in rows.items():
        print(f"{name:26}" + "".join(f"{row[column]:12.3f}" for column in columns))
    print(json.dumps({"benchmark": "topics", "rows": rows}))


if __name__ == "__main__":
    main()
