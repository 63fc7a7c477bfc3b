"""Is a group named only to those who know it, and does nothing in a picture stand on anything else?"""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.app.carried import drawing, drawn_with
from core.delivery.drawing import Easel, legend_of
from core.drawing.layout import Box, placed, sunflower
from core.drawing.lettering import LONGEST, lettering
from core.drawing.paint import paint
from core.drawing.picture import Look, Picture
from core.groups.neighbours import MOST_AROUND, Around, Nameless, Neighbour, Tie, around
from core.ids import GroupId
from core.matching.around import sharing
from core.texts.translator import languages, reader

GROUPS = tuple(GroupId(f"g{place}") for place in range(12))
OURS = (GROUPS[0], "Ours")
NAMES = {group: f"Name of {group}" for group in GROUPS[1:10]}

some = st.lists(st.sampled_from(GROUPS), max_size=8)
tied = st.fixed_dictionaries(dict.fromkeys(Tie, some))
topical = st.lists(st.tuples(st.sampled_from(("tea", "wool", "bikes")), some), max_size=3, unique_by=lambda one: one[0])


@given(tied, topical)
def test_nobody_is_named_without_a_tie(ties: dict[Tie, list[GroupId]], shared: list[tuple[str, list[GroupId]]]) -> None:
    """Only kin, met and agreed groups that are still there are named; each other counts once, and we do not count."""
    found = around(OURS, NAMES, ties, shared)

    joined = {group for groups in ties.values() for group in groups}
    assert {one.name for one in found.known} == {NAMES[one] for one in joined if one in NAMES and one != GROUPS[0]}
    strangers = {group for _, groups in shared for group in groups} - joined - {GROUPS[0]}
    assert sum(one.count for one in found.nameless) == len(strangers)
    assert {one.topic for one in found.nameless} <= {topic for topic, _ in shared}
    assert all(one.ties and list(one.ties) == [tie for tie in Tie if tie in one.ties] for one in found.known)


@given(st.integers(0, 260), st.lists(st.integers(1, 150), max_size=4))
def test_what_is_not_shown_is_counted(known: int, others: list[int]) -> None:
    """A neighbourhood of any size fits; the rest is a number."""
    names = {GroupId(f"n{place}"): f"n{place}" for place in range(known)}
    shared = [(f"t{place}", [GroupId(f"{place}/{i}") for i in range(count)]) for place, count in enumerate(others)]

    found = around(OURS, names, {Tie.MET: list(names)}, shared)

    shown = len(found.known) + sum(one.count for one in found.nameless)
    assert shown == min(MOST_AROUND, known + sum(others))
    assert shown + found.more == known + sum(others)


def test_topics_meet_across_languages() -> None:
    """A group that writes of repair in Russian shares the topic of one that writes of it in English."""
    living = ((GROUPS[1], ("ремонт",)), (GROUPS[2], ("sewing",)), (GROUPS[3], ("Repair and tea",)))

    assert sharing(("repair",), living) == (("repair", (GROUPS[1], GROUPS[3])),)


sizes = st.lists(st.tuples(st.floats(10, 400), st.floats(20, 260)), max_size=40)


@settings(deadline=None)
@given(st.tuples(st.floats(40, 400), st.floats(30, 60)), sizes)
def test_nothing_stands_on_anything(middle: tuple[float, float], wanted: list[tuple[float, float]]) -> None:
    """Whatever their sizes, names overlap neither one another nor ours in the middle."""
    boxes = [Box(0, 0, *middle), *placed(middle, wanted)]

    assert [(one.width, one.height) for one in boxes[1:]] == wanted
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]


def test_dots_do_not_touch() -> None:
    """Each of 200 groups without a name is a dot of its own."""
    dots = sunflower(MOST_AROUND, 21.0)

    nearest = min((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for i, a in enumerate(dots) for b in dots[:i])
    assert nearest >= 21.0**2


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Сад на крыше", "Сад на крыше"),
        ("Größe, café, añil, їжак", "Größe, café, añil, їжак"),
        ("Bikes 🚲 at night\u202e\u200b", "Bikes at night"),
        ("二手修理咖啡", "7."),
        ("@everyone\nhello", "@everyonehello"),
        ("", "7."),
        ("a" * 60, "a" * (LONGEST - 1) + "…"),
    ],
)
def test_a_name_is_drawn_or_numbered(written: str, drawn: str) -> None:
    """Letters the font has are drawn in one short line; a name in others has its number in the list."""
    assert lettering(20).readable(written, "7.") == drawn


FULL = Around(
    "Repair café",
    (Neighbour("Сад", (Tie.KIN, Tie.AGREED)), Neighbour("Choir", (Tie.MET,))),
    (Nameless("wool", 3),),
    2,
)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("language", languages())
def test_a_picture_is_painted_in_every_language(language: str, look: Look) -> None:
    """Whatever language its legend is in, on light and on dark ground, it is a picture a chat can show."""
    picture = Picture(FULL, look)

    content = paint(picture, legend_of(picture, reader(language, "UTC")))

    image = Image.open(BytesIO(content))
    assert image.format == "PNG"
    assert len(image.convert("RGB").getcolors(1 << 20) or ()) > 4
    assert len(content) < 200_000


@pytest.mark.parametrize("look", Look)
def test_what_is_to_be_drawn_comes_out_as_it_went_in(look: Look) -> None:
    """Between the answer and the messenger nothing of a picture is lost."""
    assert drawn_with(drawing(Picture(FULL, look))) == Picture(FULL, look)
    assert drawn_with(drawing(Picture(Around("alone"), look))) == Picture(Around("alone"), look)
    assert drawn_with({}) is None


async def test_a_picture_that_takes_too_long_is_let_go() -> None:
    """Nobody waits for a picture for ever; the words go out without it."""
    easel = Easel()
    easel.longest *= 0

    assert await easel.draw(Picture(FULL), reader("en", "UTC")) is None
