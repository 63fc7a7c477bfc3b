"""What exactly may be said to strangers, and what stands above and below what crosses?"""

import pytest

from core.exchange.first_contact import first_contact, visible
from core.exchange.relay import body, header, is_relayed, left_behind, reacted
from core.exchange.sharing import File, Reacted, Reactions, Share
from core.ids import ShareId
from core.wording import Text, text
from tests.rules.exchange.sides import share
from tests.rules.refusing import refuses


def test_a_first_line_is_refused_in_words() -> None:
    """Which say how long it may be, or what to leave out."""
    assert first_contact("x" * 200) == "x" * 200
    with refuses("refused-first-line-long", most=200, length=201):
        first_contact("x" * 201)
    with refuses("refused-first-line-empty"):
        first_contact(" \u200b\n")
    with refuses("refused-first-line-link", words="t.me/repair"):
        first_contact("see t.me/repair or not")
    with refuses("refused-first-line-link", words="+43 660 123 45 67"):
        first_contact("from 2026-05-20 call +43 660 123 45 67 any time")
    with refuses("refused-first-line-name", name="Al"):
        first_contact("ask AL about it", ("L", "Bo", "Al"))
    assert first_contact("Alas, we miss a seamster", ("A", "Al")) == "Alas, we miss a seamster"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x07b", "a b"),
        ("a\t\n b", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("a\u200bb", "ab"),
        ("a\ud800b", "ab"),
        ("a\ue000b", "ab"),
        ("a\u0378b", "ab"),
        (" e\u0301 ", "é"),
    ],
)
def test_only_what_can_be_seen_is_shown(written: str, shown: str) -> None:
    """Controls and line ends are blanks; what is hidden, torn or unknown falls away."""
    assert visible(written, "NFC") == shown


@pytest.mark.parametrize("messenger", ["Telegram", ""])
@pytest.mark.parametrize(("group", "of"), [("Café (us)", "Café us"), ("⇄", text("relay-some-group"))])
@pytest.mark.parametrize(
    ("author", "who"),
    [
        ("Lena", "Lena"),
        ("L\u200be⇄n·a\x00", "L e n a"),
        ("\uff2cena", "Lena"),
        ("a" * 79 + " b", "a" * 79),
        ("a" * 81, "a" * 80),
        ("()", text("relay-someone")),
    ],
)
def test_a_header_has_its_parts(author: str, who: str | Text, group: str, of: str | Text, messenger: str) -> None:
    """Who, of which group, and on which messenger if that is known; without the signs a header is made of."""
    said = Share(ShareId("s"), author, group, messenger, "hello")

    if messenger:
        assert header(said) == text("relay-header-from", author=who, group=of, messenger="Telegram")
    else:
        assert header(said) == text("relay-header", author=who, group=of)
    assert header(share()) == text("relay-header-from", author="Lena", group="Repair café", messenger="Telegram")


def test_words_are_shown_paragraph_by_paragraph() -> None:
    """Without blanks around them and without our sign; empty ones fall away, long ones are divided."""
    assert body(" one \n\n⇄ two⇆\r\n" + "x" * 2401) == tuple(
        text("relay-words", words=words) for words in ("one", "two", "x" * 2400, "x")
    )


@pytest.mark.parametrize(
    ("words", "relayed"),
    [
        ("\u2060⇄ Lena", True),
        ("Ivo] ⇄ Lena", True),
        ("\n⇄ Lena", True),
        ("x" * 80 + ": ⇄", True),
        ("x" * 81 + ": ⇄", False),
        ("Ivo: hello\n⇄ Lena", False),
        ("one\ntwo: ⇄ Lena", False),
        (" " * 199 + "⇄", True),
        (" " * 200 + "⇄", False),
        ("see ⇄ Lena", False),
        ("Lena", False),
    ],
)
def test_only_what_begins_like_a_header_is_ours(words: str, relayed: bool) -> None:
    """Perhaps after a name that a bridge put before it."""
    assert is_relayed(words) is relayed


@pytest.mark.parametrize(("size", "kilobytes"), [(1, 1), (1_000, 1), (1_001, 2), (52_000_001, 52_001)])
@pytest.mark.parametrize(("name", "told"), [("plan.pdf", "plan.pdf"), ("(⇄)", text("relay-some-file"))])
def test_what_stayed_behind_is_named(name: str, told: str | Text, size: int, kilobytes: int) -> None:
    """With its size in kilobytes, rounded up, where it is known."""
    assert left_behind((File(name, "x/y", size), File(name, "x/y", 0))) == (
        text("relay-file-stayed", name=told, size=kilobytes),
        text("relay-file-stayed-unmeasured", name=told),
    )


def test_reactions_are_told_most_given_first() -> None:
    """Equals in the order of their signs; one that is no sign has a question mark."""
    given = Reactions(ShareId("s"), (Reacted("b", 1), Reacted("⇄", 2), Reacted("a", 1)))

    assert reacted(given) == text(
        "relay-reactions",
        reactions=tuple(
            text("relay-reaction", symbol=symbol, count=count) for symbol, count in (("?", 2), ("a", 1), ("b", 1))
        ),
    )
