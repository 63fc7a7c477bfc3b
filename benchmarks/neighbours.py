"""What does a picture of the groups around ours cost, in seconds and in memory, for 10, 50 and 200 groups?

Each size is drawn in a process of its own, so that one does not pay for another; the library is loaded in it, too. Half
of the groups have names, the others are dots; `all named` is the hardest case there is.
"""

import json
import multiprocessing
import resource
import time

from core.delivery.drawing import legend_of
from core.drawing.picture import Look, Picture
from core.groups.neighbours import Around, Nameless, Neighbour, Tie
from core.texts.translator import reader

SIZES = ((10, 5), (50, 25), (200, 100), (200, 200))
TIES = ((Tie.KIN,), (Tie.MET,), (Tie.AGREED,), (Tie.KIN, Tie.AGREED))


def main() -> None:
    """Print a table and one JSON line."""
    found = []
    for groups, named in SIZES:
        with multiprocessing.get_context("spawn").Pool(1) as fresh:
            found.append(fresh.apply(_measure, (groups, named)))
    for one in found:
        print("  ".join(f"{name} {value:,.4g}" for name, value in one.items()))
    print(json.dumps({"benchmark": "neighbours", "sizes": found}))


def _measure(groups: int, named: int) -> dict[str, float]:
    picture = Picture(_around(groups, named), Look.LIGHT)
    legend = legend_of(picture, reader("en", "UTC"))
    before = _memory()
    started = time.perf_counter()
    from core.drawing.paint import paint  # noqa: PLC0415 - loaded with the first picture, as in the house

    loaded, busy = time.perf_counter(), time.process_time()
    content = paint(picture, legend)
    return {
        "groups": groups,
        "named": named,
        "seconds to load": round(loaded - started, 3),
        "seconds to draw": round(time.perf_counter() - loaded, 3),
        "of them busy": round(time.process_time() - busy, 3),
        "MB more": round(_memory() - before),
        "kB": round(len(content) / 1000),
    }


def _around(groups: int, named: int) -> Around:
    known = tuple(Neighbour(f"Repair café number {place}", TIES[place % len(TIES)]) for place in range(named))
    dots = groups - named
    shared = (Nameless("repair", dots - dots // 3), Nameless("sewing", dots // 3)) if dots > 2 else ()
    return Around("Repair café on Saturdays", known, shared)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
