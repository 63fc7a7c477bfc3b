"""Does a number of people in plain words become a size?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.size import read_size
from core.commands.vocabulary import known_languages
from core.constitution import Size
from core.errors import Refused


@pytest.mark.parametrize(
    ("written", "language", "size"),
    [
        ("3-7 people", "en", (3, 7)),
        ("3–7", "en", (3, 7)),
        ("3 - 7", "en", (3, 7)),
        ("7-3", "en", (3, 7)),
        ("5", "en", (5, 5)),
        ("5 people", "en", (5, 5)),
        ("five", "en", (5, 5)),
        ("from 3 to 5", "en", (3, 5)),
        ("3 to 7", "en", (3, 7)),
        ("between four and six people", "en", (4, 6)),
        ("at least 4", "en", (4, 7)),
        ("4+", "en", (4, 7)),
        ("from 4", "en", (4, 7)),
        ("up to 5", "en", (3, 5)),
        ("от 3 до 7 человек", "ru", (3, 7)),
        ("3-7 чел.", "ru", (3, 7)),
        ("от четырёх до шести", "ru", (4, 6)),
        ("пять человек", "ru", (5, 5)),
        ("не меньше 4", "ru", (4, 7)),
        ("до 5 человек", "ru", (3, 5)),
        ("3-7 осіб", "uk", (3, 7)),
        ("від 3 до 7 осіб", "uk", (3, 7)),
        ("п’ять людей", "uk", (5, 5)),
        ("5 Leute", "de", (5, 5)),
        ("3 bis 7 Personen", "de", (3, 7)),
        ("mindestens 4 Leute", "de", (4, 7)),
        ("3-7 personas", "es", (3, 7)),
        ("de 3 a 5 personas", "es", (3, 5)),
        ("entre tres y siete", "es", (3, 7)),
        ("from 3 to 5", "ru", (3, 5)),
    ],
)
def test_a_size_is_what_the_person_meant(written: str, language: str, size: tuple[int, int]) -> None:
    """Say how many you want to be in your own words; five people are exactly five."""
    assert read_size(written, language) == Size(*size)


@pytest.mark.parametrize("written", ["0-99 people", "2", "8", "3-8", "0", "up to 2", "at least 8", "999999999"])
def test_a_group_outside_the_bounds_hears_the_bounds(written: str) -> None:
    """A group has three to seven people, and you are told so."""
    with pytest.raises(Refused) as refused:
        read_size(written, "en")

    assert refused.value.why.key == "size-bounds"
    assert refused.value.why.values == {"fewest": 3, "most": 7}


@pytest.mark.parametrize("written", ["", "many", "3-5-7", "-5", "5 seats", "9" * 5000, "from"])
def test_what_is_no_size_is_asked_again(written: str) -> None:
    """If I cannot tell how many you mean, I ask with an example; I never guess."""
    with pytest.raises(Refused):
        read_size(written, "en")


@given(st.text(max_size=80) | st.from_regex(r"(от |from )?[0-9]{1,3} ?(-|to|до|bis|y) ?[0-9]{1,3}( people)?"))
def test_nothing_but_a_refusal_ever_comes_of_a_bad_size(written: str) -> None:
    """Whatever you write, you get a size within the bounds or a word on what to do."""
    for language in known_languages():
        try:
            size = read_size(written, language)
        except Refused:
            continue

        assert 3 <= size.fewest <= size.most <= 7
