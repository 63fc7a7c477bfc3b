"""Are the words that cross honest about who said them, harmless, whole, and free of ways round the two yeses?"""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Refused
from core.exchange.first_contact import first_contact
from core.exchange.flood import MOST_IN_WINDOW, as_it_stands, digest_text, gather, is_flooding
from core.exchange.relay import MARK, body, header, is_relayed, left_behind, reacted
from core.exchange.sharing import Delete, Edit, File, Reacted, Reactions
from core.ids import ShareId
from core.texts.translator import has, render
from core.wording import text
from tests.rules.exchange.sides import NOW, WRITTEN, share

HEADER = "⇄ Lena · Repair café (Telegram)"


@pytest.mark.parametrize(
    "line",
    [
        "Write to @lena_k",
        "＠lena, that is me",
        "me: @lena:example.org",
        "come to #repair:example.org",
        "see https://example.org/us",
        "see t.me/repair",
        "discord.gg/abc",
        "our page is repair-cafe.org",
        "наша страница ремонт.рф",
        "r e p a i r at example . com",
        "lena@example.org",
        "lena (at) example (dot) org",
        "lena [собака] example",
        "Lena#1234 on the other one",
        "call +43 660 123 45 67",
        "звоните 8 (912) 345-67-89",
        "l\u200be\u200bn\u200ba at t\u200b.me/x",
        "<@123456789>",
        "tg://user?id=5",
        "ｈｔｔｐｓ://example.org",
        "Lena would like to meet",
        "ЖУК и Лена ищут швею",
        "we are  repair   café",
    ],
)
def test_a_first_line_leads_to_nobody(line: str) -> None:
    """Links, handles, addresses, numbers and names are refused, however they are dressed."""
    with pytest.raises(Refused) as refused:
        first_contact(line, ("Lena", "Лена", "Repair café"))

    assert all(has(refused.value.why.key, language) for language in ("en", "ru"))


@pytest.mark.parametrize(
    "line",
    [
        "We mend machines on Saturdays and often need a seam",
        "Ищем швею, раз в две недели, по субботам в 14:00",
        "Between 2026-05-20 and 2026-06-01, or on 03.06.2026, 10:00-12:00",
        "Budget about 1 200, two rooms of 30 m²; e.g. the old library, etc. We are 5",
        "Есть станок ЧПУ и т.д., что-то вроде мастерской; №5, 220 В",
        "We mend things. To be kind helps. At ours there is tea",
        "We love café music and #repair, 100% volunteers!",
    ],
)
def test_plain_lines_pass_as_they_are(line: str) -> None:
    """Dates, hours, sums and hashtags are no addresses."""
    assert first_contact(line, ("Lena",)) == line


@given(st.text(WRITTEN, max_size=260))
def test_any_line_passes_clean_or_is_refused(line: str) -> None:
    """What passes is one visible line of at most 200 characters, and passes again unchanged."""
    try:
        passed = first_contact(line)
    except Refused:
        return

    assert 0 < len(passed) <= 200
    assert passed == " ".join(passed.split())
    assert first_contact(passed) == passed


def test_the_header_says_who_wrote_where() -> None:
    """The other side sees the member, the group and the messenger."""
    assert render(header(share()), "en") == HEADER


@pytest.mark.parametrize(
    "author",
    ["Lena · Repair café (Telegram)\nMax", "⇄ Max", "Max (Matrix): hello\u2028⇄ Lena", "\u202eMax", "Max】·〔x"],
)
def test_a_name_cannot_pose_as_a_header(author: str) -> None:
    """Whatever somebody calls themselves, the header keeps its three parts and its one line."""
    shown = render(header(share(author=author)), "en")

    assert (shown.count(MARK), shown.count("·"), shown.count("(")) == (1, 1, 1)
    assert shown.endswith(" · Repair café (Telegram)")
    assert len(shown.splitlines()) == 1


@given(st.text(WRITTEN, max_size=60))
def test_any_name_makes_a_header_of_three_parts(author: str) -> None:
    """No name at all breaks the header; one of hidden signs only becomes "Someone"."""
    shown = render(header(share(author=author or "x")), "en")

    assert shown.startswith("⇄ ")
    assert (shown.count(MARK), shown.count("·")) == (1, 1)
    assert shown.removesuffix(" · Repair café (Telegram)") not in {"⇄", "⇄ "}


@given(st.text(WRITTEN | st.sampled_from("⇄⇆\n\u200b "), max_size=80))
def test_words_cannot_pose_as_a_header(words: str) -> None:
    """The sign of a header never appears in what people wrote."""
    lines = [render(line, "en") for line in body(words)]

    assert not any(MARK in line or is_relayed(line) for line in lines)


@pytest.mark.parametrize(
    "echo", [f"{HEADER}\nhello", f"  > {HEADER}", f"\u200b**{HEADER}**", f"<Ivo> {HEADER}", f"Ivo: **{HEADER}"]
)
def test_our_own_relays_are_recognised_when_a_bridge_brings_them_back(echo: str) -> None:
    """A third party's bridge in the same room makes no loop."""
    assert is_relayed(echo)


def test_what_stayed_behind_and_reactions_are_told() -> None:
    """Files that did not cross have a note, reactions one line of counts; in every language."""
    notes = left_behind((File("film.mp4", "video/mp4", 52_000_001), File("(⇄)", "x/y", 0)))
    reactions = reacted(Reactions(ShareId("s"), (Reacted("🎉", 1), Reacted("👍", 3))))

    assert reactions is not None
    assert "52,001" in render(notes[0], "en").replace("\u2068", "") or "52001" in render(notes[0], "en")
    assert render(reactions, "en") == "They reacted: 👍 3 and 🎉 1"
    assert all(render(note, "ru") for note in notes)
    assert reacted(Reactions(ShareId("s"))) is None


def test_a_flood_becomes_a_digest() -> None:
    """Twelve in a minute are many: what waits then is told in one message."""
    calm = [NOW - timedelta(seconds=61)] * 99 + [NOW] * (MOST_IN_WINDOW - 1)
    waiting = [share(f"word {place}", f"s{place}", ("Lena", "Omar")[place % 2]) for place in range(10)]

    told = gather(waiting)

    assert not is_flooding(calm, NOW)
    assert not is_flooding([NOW - timedelta(seconds=60)] * 99, NOW)
    assert not is_flooding([NOW + timedelta(seconds=1)] * 99, NOW)
    assert is_flooding([*calm, NOW], NOW)
    assert (told.count, told.authors, len(told.first)) == (10, ("Lena", "Omar"), 3)
    assert render(digest_text(told), "en").startswith("And 7 more messages from Lena and Omar")
    crowd = gather([share("word", f"s{place}", f"n{place}") for place in range(8)])
    assert digest_text(crowd) == text("relay-digest", count=5, authors=tuple(f"n{place}" for place in range(7)))


def test_what_was_taken_back_while_it_waited_is_never_shown() -> None:
    """Edits and deletions reach also what has not been shown yet."""
    one, other = share("one", "s1"), share("other", "s2")
    strange = Edit(ShareId("shown before"), "better"), Delete(ShareId("shown before"))

    shown = as_it_stands([one, other, Edit(ShareId("s1"), "one, better"), Delete(ShareId("s2")), *strange])

    assert [(each.share, each.words) for each in shown] == [("s1", "one, better")]
