"""Does a list in plain words become the names the person meant?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.lists import read_seats, read_topics
from core.errors import Refused
from core.groups.limits import SEAT, SEATS_WANTED


@pytest.mark.parametrize(
    ("written", "seats"),
    [
        ("electronics, sewing, tea", ("electronics", "sewing", "tea")),
        ("electronics; sewing ;tea;", ("electronics", "sewing", "tea")),
        ("electronics, sewing and tea", ("electronics", "sewing", "tea")),
        ("electronics, sewing, and tea", ("electronics", "sewing", "tea")),
        ("электроника, шитьё и чай", ("электроника", "шитьё", "чай")),
        ("електроніка, шиття та чай", ("електроніка", "шиття", "чай")),
        ("Elektronik, Nähen und Tee", ("Elektronik", "Nähen", "Tee")),
        ("electrónica, costura y té", ("electrónica", "costura", "té")),
        ("research and development", ("research and development",)),
        ("sewing and tea", ("sewing and tea",)),
        ("Tea, tea, TEA", ("Tea",)),
        ("- tea\n- sewing", ("tea", "sewing")),
        ("t\u200bea,  sew\u202eing ", ("tea", "sewing")),
        ("sandals, andirons", ("sandals", "andirons")),
        ("-", ()),
        ("none", ()),
        ("No.", ()),
        ("нет", ()),
        ("немає", ()),
        ("keine", ()),
        ("ninguno", ()),
        (", ,", ()),
    ],
)
def test_seats_are_the_names_the_person_meant(written: str, seats: tuple[str, ...]) -> None:
    """List what you need as you would say it; a name of two words stays one."""
    assert read_seats(written) == seats


@pytest.mark.parametrize(
    ("written", "topics"),
    [
        ("#repair, #sewing", ("repair", "sewing")),
        ("#repair #sewing", ("repair", "sewing")),
        ("repair, open source", ("repair", "open source")),
        ("#ремонт", ("ремонт",)),
        ("-", ()),
        ("#", ()),
    ],
)
def test_topics_may_wear_a_hash(written: str, topics: tuple[str, ...]) -> None:
    """Write topics with or without a hash sign."""
    assert read_topics(written) == topics


@pytest.mark.parametrize(
    ("written", "key"),
    [
        (", ".join(f"seat {number}" for number in range(40)), "seats-many"),
        ("x" * 10_000, "name-long"),
        ("tea, " + "y" * 41, "name-long"),
    ],
)
def test_a_list_past_its_bounds_says_which(written: str, key: str) -> None:
    """Forty seats or an endless name get a short answer that says how much fits."""
    with pytest.raises(Refused) as refused:
        read_seats(written)

    assert refused.value.why.key == key


@given(st.text(alphabet=st.characters() | st.sampled_from(",;|#\n -"), max_size=300))
def test_nothing_but_a_refusal_ever_comes_of_a_bad_list(written: str) -> None:
    """Whatever you write, the seats are few, short and distinct, or you hear what to do."""
    for read in (read_seats, read_topics):
        try:
            names = read(written)
        except Refused:
            continue

        assert len(names) <= SEATS_WANTED
        assert all(0 < len(name) <= SEAT for name in names)
        assert len({name.casefold() for name in names}) == len(names)
