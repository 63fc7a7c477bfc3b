"""Does a typed line become the call the person meant?"""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.catalogue import CATALOGUE
from core.commands.check import Value, check
from core.commands.names import command_named, command_of
from core.commands.parse import Call, answer, called, parse
from core.commands.spec import Argument, Command, Kind
from core.constitution import Size
from core.errors import Refused
from core.texts.translator import languages, render

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
BERLIN = "Europe/Berlin"
MAY_20 = datetime(2027, 5, 20, 18, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 19, tzinfo=UTC)


def said(line: str, language: str = "en") -> Call:
    taken = command_of(line)
    assert taken is not None
    return parse(command_named(taken[0]), taken[1], language, NOW, BERLIN)


def argument(command: str, name: str) -> Argument:
    return next(one for one in command_named(command).arguments if one.name == name)


def problems(call: Call) -> list[tuple[str, str]]:
    return [(problem.argument, problem.why.key) for problem in call.problems]


REPAIR: dict[str, Value] = {
    "what": "Repair café on Saturdays",
    "need": ("electronics", "sewing", "tea"),
    "people": Size(3, 7),
    "by": MAY_20,
}


@pytest.mark.parametrize(
    ("line", "language", "values"),
    [
        ("/propose Repair café on Saturdays | need: electronics, sewing, tea | 3-7 people | by 20 May", "en", REPAIR),
        ("/propose Repair café on Saturdays\n20 May\n3-7\nneed electronics, sewing and tea", "en", REPAIR),
        ("/propose@socium_bot by: 20 May | Need : electronics, sewing, tea | people: 3-7 | what: Repair café on Saturdays", "en", REPAIR),  # noqa: E501 - one line, as typed
        (
            "/propose Ремонт по субботам | нужны: пайка, шитьё и чай | от 3 до 5 человек | до 20 мая | #ремонт",
            "ru",
            {
                "what": "Ремонт по субботам",
                "need": ("пайка", "шитьё", "чай"),
                "people": Size(3, 5),
                "by": MAY_20,
                "topics": ("ремонт",),
            },
        ),
        ("/propose Ремонт | need: чай | 5 people | by Friday", "ru", {"what": "Ремонт", "need": ("чай",), "people": Size(5, 5), "by": FRIDAY}),  # noqa: E501 - one line, as typed
        ("/promise order sockets by Friday", "en", {"what": "order sockets", "by": FRIDAY}),
        ("/promise order sockets | Friday", "en", {"what": "order sockets", "by": FRIDAY}),
        ("/promise заказать розетки до пятницы", "ru", {"what": "заказать розетки", "by": FRIDAY}),
        ("/promise Steckdosen bestellen bis Freitag", "de", {"what": "Steckdosen bestellen", "by": FRIDAY}),
        ("/promise comprar clavos para el viernes", "es", {"what": "comprar clavos", "by": FRIDAY}),
        ("/promise замовити розетки до п’ятниці", "uk", {"what": "замовити розетки", "by": FRIDAY}),
        ("/promise go by bus by Friday", "en", {"what": "go by bus", "by": FRIDAY}),
        ("/lang ru", "en", {"language": "ru"}),
        ("/lang русский", "en", {"language": "ru"}),
        ("/lang Russian", "ru", {"language": "ru"}),
        ("/decide Tea | or coffee: what\nshall we have by Friday", "en", {"what": "Tea | or coffee: what shall we have by Friday"}),  # noqa: E501 - one line, as typed
        ("/help between", "en", {"part": "between"}),
    ],
)  # fmt: skip
def test_a_whole_line_is_understood_at_once(line: str, language: str, values: dict[str, Value]) -> None:
    """Write it all in one line, in your own order and words, and you are asked nothing."""
    call = said(line, language)

    assert call.values == values
    assert not call.missing
    assert not call.problems


@pytest.mark.parametrize(
    ("line", "values", "missing"),
    [
        ("/propose", {}, ("what", "need", "people", "by")),
        ("/propose Repair: café", {"what": "Repair: café"}, ("need", "people", "by")),
        ("/propose | | Repair café", {"what": "Repair café"}, ("need", "people", "by")),
        ("/propose Tea | need: -", {"what": "Tea", "need": ()}, ("people", "by")),
        ("/promise order sockets", {"what": "order sockets"}, ("by",)),
        ("/promise stand by me", {"what": "stand by me"}, ("by",)),
        ("/promise bake 5 cakes", {"what": "bake 5 cakes"}, ("by",)),
        ("/lang", {}, ()),
    ],
)
def test_what_is_missing_is_asked_in_order(line: str, values: dict[str, Value], missing: tuple[str, ...]) -> None:
    """What you left out I ask for, one by one; what you wrote I keep."""
    call = said(line)

    assert call.values == values
    assert call.missing == missing
    assert not call.problems


@pytest.mark.parametrize(
    ("line", "found", "missing"),
    [
        ("/propose " + "x" * 10_000, [("what", "value-long")], ("what", "need", "people", "by")),
        ("/propose T | 0-99 people", [("people", "size-bounds")], ("need", "people", "by")),
        ("/propose T | need: " + ", ".join(map(str, range(1, 41))), [("need", "seats-many")], ("need", "people", "by")),
        ("/propose T | by 20 May 2020", [("by", "when-past")], ("need", "people", "by")),
        ("/propose T | by someday", [("by", "when-unclear")], ("need", "people", "by")),
        ("/propose T | need:", [("need", "value-empty")], ("need", "people", "by")),
        ("/propose T | blah", [("", "part-unclear")], ("need", "people", "by")),
        ("/propose T | 5 | people: 6", [("", "part-twice")], ("need", "by")),
        ("/propose \u200b\u202e", [("what", "value-empty")], ("what", "need", "people", "by")),
        ("/promise call home by 1 May 2020", [("by", "when-past")], ("by",)),
        ("/lang klingon", [("language", "choice-unclear")], ("language",)),
        ("/propose T | topics: a, b, c, d, e, f", [("topics", "topics-many")], ("need", "people", "by", "topics")),
    ],
)
def test_a_wrong_part_is_named_and_the_rest_is_kept(
    line: str, found: list[tuple[str, str]], missing: tuple[str, ...]
) -> None:
    """If one part cannot be taken, I say which and what to write; you never type the line again."""
    call = said(line)

    assert problems(call) == found
    assert call.missing == missing


def test_what_people_write_is_kept_visible_and_on_one_line() -> None:
    """Hidden signs and line ends never get into a title."""
    assert said("/decide Meet\u202e at\u200b the\tlibrary\n soon").values == {"what": "Meet at the library soon"}


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("/propose Repair café", ("propose", "Repair café")),
        ("/propose@socium_bot  Repair café ", ("propose", "Repair café")),
        ("/Propose", ("propose", "")),
        ("/propose\nRepair café", ("propose", "Repair café")),
        ("hello", None),
        ("", None),
        ("/", None),
        ("/ propose", None),
        ("/etc/hosts", None),
        ("1/2", None),
    ],
)
def test_a_command_is_told_from_talk(line: str, taken: tuple[str, str] | None) -> None:
    """Only what begins like a command is one; a path or a fraction is just talk."""
    assert command_of(line) == taken


@pytest.mark.parametrize(
    ("line", "near"), [("/propse x", "/propose"), ("/promice", "/promise"), ("/halp", "/help"), ("/qqq", None)]
)
def test_an_unknown_command_names_the_nearest(line: str, near: str | None) -> None:
    """A misspelt command is answered with the one you meant, an unknown one with /help."""
    with pytest.raises(Refused) as refused:
        command_of(line)

    for language in languages():
        assert (near or "/help") in render(refused.value.why, language)


def test_native_options_obey_the_same_bounds() -> None:
    """On a messenger with its own option fields the same rules hold as for a typed line."""
    command = command_named("propose")
    good = called(command, {"what": "Tea", "need": "tea", "people": "3-5", "by": "20 May"}, "en", NOW, BERLIN)
    bad = called(command, {"what": "x" * 500, "people": 9, "unknown": True}, "en", NOW, BERLIN)

    assert good.values == {"what": "Tea", "need": ("tea",), "people": Size(3, 5), "by": MAY_20}
    assert problems(bad) == [("what", "value-long"), ("people", "size-bounds")]


def test_one_question_takes_one_answer() -> None:
    """Asked for one thing, you may answer shortly, or with its name before it."""
    assert answer(argument("propose", "need"), "need: tea", "en", NOW, BERLIN) == ("tea",)
    assert answer(argument("propose", "need"), "нужны: чай", "ru", NOW, BERLIN) == ("чай",)
    assert answer(argument("propose", "people"), "5", "en", NOW, BERLIN) == Size(5, 5)
    assert answer(argument("propose", "what"), "Idea 1: 20 May", "en", NOW, BERLIN) == "Idea 1: 20 May"
    with pytest.raises(Refused):
        answer(argument("propose", "by"), "  ", "en", NOW, BERLIN)


@pytest.mark.parametrize(
    ("given_value", "number"), [("7", 7), (7, 7), (7.0, 7), ("0", None), ("13", None), ("x", None), ("9" * 99, None)]
)
def test_a_number_keeps_its_bounds(given_value: str | float, number: int | None) -> None:
    """A number outside its bounds is refused, however it was given."""
    wanted = Argument("count", Kind.NUMBER, least=1, most=12)
    if number is not None:
        assert check(wanted, given_value, "en", NOW, BERLIN) == number
        return

    with pytest.raises(Refused):
        check(wanted, given_value, "en", NOW, BERLIN)


LINES = st.lists(
    st.sampled_from(["need:", "до", "by", "|", "\n", "3-7", "20 May", "topics", "#a", ":", "/", "x" * 130])
)


@given(
    line=st.text(max_size=200) | LINES.map(" ".join),
    command=st.sampled_from(CATALOGUE),
    language=st.sampled_from(languages()),
    now=st.datetimes(timezones=st.just(UTC)),
)
def test_no_line_ever_breaks_the_reading(line: str, command: Command, language: str, now: datetime) -> None:
    """Whatever you write after a command, it is read, and every problem can be told in your language."""
    call = parse(command, line, language, now, BERLIN)

    assert all(render(problem.why, language) for problem in call.problems)
    assert set(call.missing).isdisjoint(call.values) or call.problems


@given(st.text(max_size=100).map(lambda words: "/" + words))
def test_no_slash_ever_breaks_the_reading(line: str) -> None:
    """Whatever follows a slash is a command, talk, or a kind word."""
    try:
        taken = command_of(line)
    except Refused:
        return

    assert taken is None or taken[0] in {command.name for command in CATALOGUE}
