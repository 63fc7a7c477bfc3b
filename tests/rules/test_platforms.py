"""Does every topic pack help in every language, and is the right one found?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.clauses import ClauseKind, clause_text
from core.errors import Refused
from core.groups.limits import CLAUSES, SEATS_WANTED
from core.ids import ClauseId
from core.platforms.pack import BYTES, Pack, read_pack
from core.platforms.packs import (
    card_fields,
    in_language,
    name_of,
    need_called,
    pack_for,
    pack_named,
    packs,
    serves,
    usual_clauses,
    usual_line,
    usual_seats,
    usual_topics,
)
from core.texts.harmless import plain
from core.texts.translator import render

LANGUAGES = ("en", "ru")
SMALLEST = '[name]\nen = "X"\n[seats]\n[topics]\n[words]\n[clauses]\n'


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.key)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pack_is_complete_in_every_language(pack: Pack, language: str) -> None:
    """Name, seats, topics, clauses, card fields and kinds of need are there, and fit a proposal and a contract."""
    told = [
        *(many[language] for many in (pack.seats, pack.topics, pack.clauses, pack.words)),
        *((one[language],) for one in (pack.name, *pack.fields.values(), *pack.kinds.values())),
    ]

    assert all(told)
    assert all(plain(one) == one for many in told for one in many)
    assert all(len(set(many)) == len(many) for many in told)
    assert 4 <= len(pack.seats[language]) <= SEATS_WANTED
    assert 3 <= len(pack.clauses[language]) <= CLAUSES - 5


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.key)
def test_needs_are_passed_to_packs_that_exist(pack: Pack) -> None:
    """What one platform passes on, another one serves."""
    assert pack.passes
    for need in pack.passes:
        served = serves(pack, need)
        assert served is not None
        assert served.key != pack.key


def test_making_needs_materials_and_supply_has_them() -> None:
    """The essay's example holds, and what nobody serves stays where it is."""
    making = pack_for(["woodworking"], "")

    assert serves(making, "materials") == pack_named("supply")
    assert serves(making, "sunshine") is None
    assert (need_called(making, "materials", "ru"), need_called(making, "sunshine", "ru")) == ("материалы", "sunshine")


@pytest.mark.parametrize("language", LANGUAGES)
def test_usual_topics_lead_back_to_their_pack(language: str) -> None:
    """Whoever picks a suggested topic gets the pack that suggested it."""
    lost = [
        (topic, pack.key)
        for pack in packs()
        for topic in pack.topics[language]
        if pack_for([topic], "").key != pack.key
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Repair café on Saturdays", "repair"),
        ("Ремонтное кафе по субботам", "repair"),
        ("Чиним велосипеды во дворе", "repair"),
        ("Build a CNC router", "making"),
        ("Учимся паять", "making"),
        ("Community garden behind the library", "garden"),
        ("Сажаем рассаду и делим урожай", "garden"),
        ("Пчёлы на крыше", "garden"),
        ("Learn Italian in a tandem", "learning"),
        ("Читательский клуб: изучаем Платонова", "learning"),
        ("Bird count in the park: citizen science", "research"),
        ("Измеряем качество воздуха", "research"),
        ("Утренние пробежки", "health"),
        ("Caring for parents with dementia", "health"),
        ("Медиация для жильцов", "judgement"),
        ("A jury for neighbour disputes", "judgement"),
        ("Translate a free textbook", "open-works"),
        ("Открытый код для библиотек", "open-works"),
        ("A tool library for our street", "supply"),
        ("Совместные закупки овощей у фермера", "supply"),
        ("Craft market in December", "trade"),
        ("Обмен детскими вещами", "trade"),
        ("Dinner with neighbours", "everyday"),
        ("Поход в горы", "everyday"),
        ("Спортивный зал для всех", "everyday"),
        ("Что-то совсем другое", "everyday"),
        ("", "everyday"),
    ],
)
def test_titles_are_recognised(title: str, key: str) -> None:
    """A proposal without topics still finds its words, in the inflections people write."""
    assert pack_for((), title).key == key


def test_a_topic_counts_more_than_the_title() -> None:
    """People know better than their title what it is about."""
    assert pack_for(["repair"], "Dinner with neighbours").key == "repair"


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=120))
def test_any_title_has_a_pack(topics: list[str], title: str) -> None:
    """Whatever people write, there is something to suggest."""
    pack = pack_for(topics, title)

    assert usual_seats(pack, "en")
    assert usual_clauses(pack, "en")


@pytest.mark.parametrize(("language", "same_as"), [("ru-RU", "ru"), ("de", "en"), ("uk", "en"), ("", "en")])
def test_a_missing_language_falls_back(language: str, same_as: str) -> None:
    """Where a language is missing, English is there."""
    repair = pack_for((), "repair")

    assert usual_seats(repair, language) == usual_seats(repair, same_as)
    assert usual_topics(language) == usual_topics(same_as)
    assert name_of(repair, language) == name_of(repair, same_as)
    assert card_fields(repair, language) == card_fields(repair, same_as)


def test_a_pack_in_one_language_still_reads() -> None:
    """A group may write its own pack in its own language only."""
    own = read_pack("choir", SMALLEST.replace("en", "uk").replace("[seats]", '[seats]\nuk = ["сопрано"]'))

    assert usual_seats(own, "en") == ("сопрано",)
    assert usual_clauses(own, "en") == ()
    assert in_language({}, "en") is None


@pytest.mark.parametrize(
    "written",
    [
        "not = [toml",
        "",
        SMALLEST + 'colour = "green"',
        SMALLEST.replace("[seats]", f'[seats]\nen = ["{"x" * 41}"]'),
        SMALLEST.replace("[seats]", '[seats]\nen = ["a", "b"]\nru = ["а"]'),
        SMALLEST.replace("[words]", '[words]\nen = [".."]'),
        'passes = { materials = "supply" }\n' + SMALLEST,
        SMALLEST + '\n[[acting]]\nkind = "rhythm"\n',
        SMALLEST + '\n[[acting]]\nkind = "own"\n',
        SMALLEST + '\n[[acting]]\nkind = "joining"\nnumbers = { step = 9 }\n',
        SMALLEST + '\n[[acting]]\nkind = "silence-fine"\n' * 2,
        SMALLEST.replace('"X"', "3"),
        "#" * (BYTES + 1),
        "a = " + "[" * 20_000,
    ],
)
def test_a_wrong_pack_is_refused_with_its_place(written: str) -> None:
    """Whoever writes a pack hears what is wrong, and nothing breaks."""
    with pytest.raises(Refused):
        read_pack("own", written)


def test_a_pack_may_name_lines_the_house_acts_on() -> None:
    """Those who make open works are offered a licence such groups often have."""
    pack = pack_named("open-works")
    line = usual_line(pack, ClauseKind.LICENCE, ClauseId("l")) if pack else None

    assert line is not None
    assert render(clause_text(line), "en") == "What we make together is for everyone, under CC-BY-SA-4.0."
    assert pack is not None
    assert usual_line(pack, ClauseKind.RHYTHM, ClauseId("r")) is None
