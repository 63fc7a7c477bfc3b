"""Does a chat hear of what it follows, whatever the language, and of nothing else?"""

import pytest

from core.app.topics.keys import keys_of_need, keys_of_thing, keys_of_topic


@pytest.mark.parametrize(
    ("topic", "written", "title"),
    [
        ("repair", ("ремонт",), "Clock evening"),
        ("ремонт", ("reparatur",), "Lampen"),
        ("Garten", ("huerto",), "Domingo"),
        ("sewing", (), "Шьём вместе"),
        ("chess", (), "Chess on Sundays"),
        ("board games", (), "An evening of board games"),
        ("Supply", ("tool library",), "Ladders to lend"),
    ],
)
def test_what_is_meant_is_heard(topic: str, written: tuple[str, ...], title: str) -> None:
    """A topic is found by its word or its meaning, in any of the five languages."""
    assert keys_of_topic(topic) & keys_of_thing(written, title)


@pytest.mark.parametrize(
    ("topic", "title"), [("repair", "Choir on Mondays"), ("chess", "Cheese making"), ("bike repair", "Bike tour")]
)
def test_what_is_not_meant_is_not(topic: str, title: str) -> None:
    """Nothing else is brought; two words of one topic are meant together."""
    assert not keys_of_topic(topic) & keys_of_thing((), title)


def test_a_need_is_passed_on() -> None:
    """Who follows the platform that serves a kind of need hears of it."""
    assert keys_of_topic("supply") & keys_of_need(("woodwork",), "materials")
    assert not keys_of_topic("supply") & keys_of_need(("woodwork",), "a second pair of hands")


@pytest.mark.parametrize("nothing", ["", "---", "🎈"])
def test_no_topic(nothing: str) -> None:
    """What has no letters is no topic."""
    assert not keys_of_topic(nothing)
