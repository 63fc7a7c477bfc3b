"""Is a long text divided where it reads well, with nothing lost and no sign torn apart?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.split import split
from tests.rules.exchange.sides import WRITTEN

FAMILY = "👩\u200d👩\u200d👧"


def test_long_words_are_divided_at_paragraphs() -> None:
    """Paragraphs stay together where they fit, and sentences where paragraphs do not."""
    words = "First one. It is short.\n\nSecond one here. And more of it.\nThird."

    assert split(words, 40) == ("First one. It is short.", "Second one here. And more of it.\nThird.")
    assert split("One sentence. Another sentence.", 20) == ("One sentence.", "Another sentence.")


@pytest.mark.parametrize(
    ("words", "limit", "parts"),
    [
        ("", 5, ()),
        (" \n\n ", 5, ()),
        ("ab\ncd", 5, ("ab\ncd",)),
        ("ab\ncd", 4, ("ab", "cd")),
        ("\nab\ncd", 5, ("ab\ncd",)),
        # At a sentence whose last sign is the last that fits, past half of it; else at a word past half of it.
        ("Aaa bb. Cc. Dd", 11, ("Aaa bb. Cc.", "Dd")),
        ("Aaa bb. Cc. Dd", 10, ("Aaa bb.", "Cc. Dd")),
        ("Aaa. bb cc dd", 8, ("Aaa. bb", "cc dd")),
        ("Aaaa. b cc dd", 8, ("Aaaa.", "b cc dd")),
        ("Aaaa b.c dddd", 10, ("Aaaa b.c", "dddd")),
        ("aaaa bbbbbbbbb", 8, ("aaaa bbb", "bbbbbb")),
        ("aaaaa bbbbbbbb", 8, ("aaaaa", "bbbbbbbb")),
        ("aaaa bbb cc", 8, ("aaaa bbb", "cc")),
        ("aaaaa b cccc", 8, ("aaaaa b", "cccc")),
        ("aaaaaaaaa bb", 8, ("aaaaaaaa", "a bb")),
        ("aaa bb ccccccc", 8, ("aaa bb", "ccccccc")),
        ('He said "no." And left', 16, ('He said "no."', "And left")),
        # What is parted by many blanks stands on two lines where both fit.
        ("aaaaaaa.        bbbbbb", 16, ("aaaaaaa.\nbbbbbb",)),
        ("aaaaaaaaaa", 4, ("aaaa", "aaaa", "aa")),
    ],
)
def test_where_a_cut_falls(words: str, limit: int, parts: tuple[str, ...]) -> None:
    """At a line end, a sentence, a word, or where it must be."""
    assert split(words, limit) == parts


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0903", "\ufe0f", "\U0001f3fb", "\U0001f3ff", "\u200dx"])
def test_a_sign_keeps_its_marks(mark: str) -> None:
    """Accents, circles, vowel signs, colours of skin and what is joined are not torn off."""
    assert split(f"aaa{mark}", 3) == ("aa", f"a{mark}")
    assert split(f"ab{mark * 3}", 1 + len(mark) * 3) == ("a", f"b{mark * 3}")
    assert split(f"a{mark * 9}", 3) != ()


@pytest.mark.parametrize("other", ["\U0001f3fa", "\U0001f400", "b"])
def test_signs_of_their_own_are_parted(other: str) -> None:
    """What stands beside colours of skin in the tables is none."""
    assert split(f"aaa{other}", 3) == ("aaa", other)


def test_an_emoji_family_stays_together() -> None:
    """A cut never falls inside a sign made of several, wherever it would."""
    for limit in (5, 6, 7, 8):
        assert split("aaaa" + FAMILY, limit) == ("aaaa", FAMILY)


@given(st.text(WRITTEN, max_size=400), st.integers(1, 60))
def test_nothing_is_lost_in_dividing(words: str, limit: int) -> None:
    """Every sign but the blanks at the cuts arrives, in order, in parts that fit."""
    parts = split(words, limit)

    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(words.split())
