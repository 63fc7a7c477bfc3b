"""Is nobody asked about what cannot be, and is nobody forgotten, when people are brought together?"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.matching.circles import AT_ONCE, looked_at_together
from core.matching.formation.cutting import LARGEST
from core.matching.people import Person
from core.matching.reasons import Why
from core.matching.season import Place, Season, Seeker, Sitting, Suggestion
from core.matching.sowing import sow
from core.matching.week import WHOLE_WEEK, week_of
from tests.rules.matching.markets import examples

FEW = examples(8)
TOPICS = ("gardening", "сад", "chess", "ajedrez", "choir", "")
SKILLS = ("sewing", "шитьё", "electronics", "tea", "a van")
EVENINGS = week_of(day * 24 + hour for day in range(5) for hour in range(18, 22))
SATURDAY = week_of(range(5 * 24 + 10, 5 * 24 + 14))
ANNA, BEN = Sitting("anna", frozenset({"en"}), WHOLE_WEEK), Sitting("ben", frozenset({"en"}), EVENINGS)


def seeker(name: str, topic: str = "gardening", **more: object) -> Seeker:
    """Somebody who speaks English and told no hours."""
    told: dict[str, object] = {
        "brings": (),
        "languages": frozenset({"en"}),
        "hours": WHOLE_WEEK,
        "wait_days": 1.0,
        **more,
    }
    return Seeker(name, topic, "", "", **told)  # type: ignore[arg-type]  # fields by name


def drawn(seed: int) -> Season:
    """Draw a season in which much is possible and not everything."""
    luck = random.Random(seed)
    ids = [f"p{i}" for i in range(16)]

    def some(share: float) -> frozenset[str]:
        return frozenset(one for one in ids if luck.random() < share)

    people = tuple(
        seeker(
            name,
            luck.choice(TOPICS),
            brings=tuple(luck.sample(SKILLS, luck.randint(0, 2))),
            languages=frozenset(luck.sample(("en", "de", "uk"), luck.randint(1, 2))),
            hours=luck.choice((WHOLE_WEEK, EVENINGS, SATURDAY, EVENINGS | SATURDAY)),
            wait_days=luck.choice((0.5, 8.0, 20.0)),
            apart=some(0.06) - {name},
            again=some(0.06) - {name},
        )
        for name in ids
    )
    sitting = (Sitting("anna", frozenset({"en", "de"}), EVENINGS, some(0.05)), BEN)
    places = (
        Place("cafe", "Repair café", sitting[: luck.randint(1, 2)], ("electronics", "sewing", "tea"), 3, 5),
        Place("garden", "Gemeinschaftsgarten", sitting[:1], (), 0, 3),
    )
    barred = frozenset((luck.choice(ids), luck.choice(("cafe", "garden", "new:p1"))) for _ in range(8))
    return Season(people, places, barred, seed=seed)


@FEW
@given(st.integers(0, 10_000))
def test_whatever_is_suggested_is_possible(seed: int) -> None:
    """One thing each; a common language, two hours; nobody kept apart meets; nothing declined comes again."""
    season = drawn(seed)
    people = {one.id: one for one in season.seekers}
    places = {one.id: one for one in season.places}

    suggestions = sow(season).suggestions

    asked = [one.person for suggestion in suggestions for one in suggestion.people]
    assert len(asked) == len(set(asked))
    for suggestion in suggestions:
        place = places.get(suggestion.place)
        sitting = place.sitting if place else ()
        _check(suggestion, [people[one.person] for one in suggestion.people], sitting)
        what = suggestion.place or f"new:{suggestion.people[0].person}"
        assert not {(one.person, what) for one in suggestion.people} & season.barred
        if place is not None:
            assert len(suggestion.people) <= place.room
            seats = [one.seat for one in suggestion.people]
            assert not place.seats or (set(seats) <= set(place.seats) and len(set(seats)) == len(seats))
        else:
            assert 3 <= len(suggestion.people) <= 7


def _check(suggestion: Suggestion, newcomers: list[Seeker], sitting: tuple[Sitting, ...]) -> None:
    everybody: list[Seeker | Sitting] = [*newcomers, *sitting]
    common, languages = WHOLE_WEEK, newcomers[0].languages
    for one in everybody:
        common, languages = common & one.hours, languages & one.languages
    assert common == suggestion.common
    assert common.bit_count() >= 2
    assert languages == suggestion.languages != frozenset()
    names = {one.id for one in everybody}
    assert not any(one.apart & names for one in everybody)
    assert suggestion.again == any(one.again & names - {one.id} for one in everybody)


@FEW
@given(st.integers(0, 10_000))
def test_those_who_met_lately_meet_again_only_when_nothing_else_fits(seed: int) -> None:
    """Without the second look, nobody who met recently would meet again; it only adds people who were left over."""
    season = drawn(seed)
    first = [one for one in sow(season).suggestions if not one.again]

    strangers = {asked.person for one in first for asked in one.people}
    for suggestion in sow(season).suggestions:
        if suggestion.again:
            assert not {one.person for one in suggestion.people} & strangers


def test_the_order_in_which_people_are_told_changes_nothing() -> None:
    """Same seed and same people, same suggestions."""
    season = drawn(7)
    luck = random.Random(1)
    mixed = Season(
        tuple(luck.sample(season.seekers, len(season.seekers))), season.places[::-1], season.barred, seed=season.seed
    )

    assert set(sow(season).suggestions) == set(sow(mixed).suggestions)


@FEW
@given(st.integers(0, 10_000))
def test_who_waited_two_weeks_is_asked_before_others(seed: int) -> None:
    """One seat, several who suit it: it is offered to whoever waited longest over 14 days."""
    luck = random.Random(seed)
    people = [seeker(f"p{i}", "", brings=("tea",), wait_days=luck.uniform(0, 10)) for i in range(6)]
    waited = seeker("long", "", brings=("tea",), wait_days=15.0, hours=EVENINGS)
    place = Place("cafe", "Repair café", (ANNA, BEN), ("tea",), 3, 5)
    mixed = luck.sample([*people, waited], 7)

    found = sow(Season(tuple(mixed), (place,), seed=seed)).suggestions

    assert [one.person for one in found[0].people] == ["long"]


def test_a_seat_is_known_in_another_language() -> None:
    """«Шитьё» fills the seat “sewing”, and the reason says so."""
    place = Place("cafe", "Repair café", (ANNA,), ("electronics", "sewing"), 2, 6)

    found = sow(Season((seeker("mei", "", brings=("шитьё",)),), (place,))).suggestions[0]

    assert found.people[0].seat == "sewing"
    assert found.people[0].reasons[0].why is Why.COVERS
    assert found.people[0].reasons[0].words == ("sewing",)


def test_a_group_begins_only_among_those_who_seek_the_same() -> None:
    """Gardeners of three languages meet; a chess player is left in peace."""
    people = (seeker("a"), seeker("b", "сад и огород"), seeker("c", "Gemeinschaftsgarten"), seeker("d", "chess"))

    found = sow(Season(people)).suggestions

    assert [{one.person for one in suggestion.people} for suggestion in found] == [{"a", "b", "c"}]


def test_after_a_decline_only_the_neighbourhood_is_planned() -> None:
    """Around one place, its seat goes to somebody else; nothing else begins."""
    people = tuple(seeker(name) for name in "abcd")
    asked = Place("offer", "gardening", (ANNA, BEN), (), 0, 1)

    around = sow(Season(people, (asked,), frozenset({("a", "offer")}), frozenset({"offer"})))
    everywhere = sow(Season(people, (asked,), frozenset({("a", "offer")})))

    assert [one.place for one in around.suggestions] == ["offer"]
    assert len(around.suggestions[0].people) == 1
    assert around.suggestions[0].people[0].person != "a"
    assert {one.place for one in everywhere.suggestions} == {"offer", ""}


@pytest.mark.parametrize("season", [Season(()), Season((seeker("a"),)), Season((), (Place("p", "", (), (), 0, 3),))])
def test_an_empty_season_has_an_honest_empty_answer(season: Season) -> None:
    """Nobody, one alone, or a place of nobody: nothing is suggested and nothing breaks."""
    assert sow(season).suggestions == ()


def test_everybody_apart_from_everybody_is_left_alone() -> None:
    """Where all keep all away, nothing is suggested."""
    names = frozenset("abcdef")
    people = tuple(seeker(name, apart=names - {name}) for name in sorted(names))

    assert sow(Season(people)).suggestions == ()


@FEW
@given(st.integers(0, 10_000))
def test_who_waited_two_weeks_and_could_sit_somewhere_is_asked_within_two_plans(seed: int) -> None:
    """The first plan may give their seat to one who waited longer; the second asks them."""
    luck = random.Random(seed)
    waited = seeker("long", "", brings=("tea",), wait_days=15.0, hours=luck.choice((EVENINGS, WHOLE_WEEK)))
    others = [
        seeker(f"p{i}", luck.choice(("", "chess")), brings=(luck.choice(SKILLS),), wait_days=0.0 if i else 30.0)
        for i in range(luck.randint(0, 8))
    ]
    place = Place("cafe", "Repair café", (ANNA, BEN), ("electronics", "tea"), 2, 5)
    season = Season((*others, waited), (place,), seed=seed)

    asked: set[str] = set()
    for _plan in range(2):
        suggestions = sow(season).suggestions
        asked |= {one.person for suggestion in suggestions for one in suggestion.people}
        left = tuple(one for one in season.seekers if one.id not in asked or one.id == "long")
        season = Season(left, (place,), seed=seed + 1)

    assert "long" in asked


@FEW
@given(st.integers(0, 10_000), st.lists(st.sampled_from(["come", "go", "say no", "bud", "merge"]), max_size=8))
def test_blocks_hold_after_any_sequence_of_events(seed: int, events: list[str]) -> None:
    """People come, go and decline; groups bud and merge: who keeps whom apart is never suggested together."""
    luck = random.Random(seed)
    season = drawn(seed)
    people, coming = list(season.seekers[:10]), list(season.seekers[10:])
    groups = {one.id: list(one.sitting) for one in season.places}
    barred = set(season.barred)
    for event in events:
        if event == "come" and coming:
            people.append(coming.pop())
        elif event == "go" and people:
            people.pop(luck.randrange(len(people)))
        elif event == "say no" and people:
            barred.add((luck.choice(people).id, luck.choice(list(groups))))
        elif event == "bud" and len(groups["cafe"]) > 1:
            groups["bud"] = [groups["cafe"].pop()]
        elif event == "merge" and "bud" in groups:
            groups["cafe"] += groups.pop("bud")
        places = tuple(Place(name, "Repair café", tuple(there), ("tea",), 3, 4) for name, there in groups.items())
        now = Season(tuple(people), places, frozenset(barred), seed=seed)
        sitting = {place.id: place.sitting for place in places}
        known = {one.id: one for one in people}

        for suggestion in sow(now).suggestions:
            newcomers = [known[one.person] for one in suggestion.people]
            _check(suggestion, newcomers, sitting.get(suggestion.place, ()))
            assert not {(one.person, suggestion.place) for one in suggestion.people} & barred


def test_very_many_are_looked_at_in_parts_and_nobody_is_left_out() -> None:
    """Over 3,000 people: everybody is in one part of at most 1,600, near topics together, cut otherwise each time."""
    luck = random.Random(1)
    people = [
        Person(f"p{at}", tuple(luck.gauss(0, 1) for _ in range(4)), frozenset(), frozenset({"en"}), EVENINGS, at % 30)
        for at in range(AT_ONCE + 1)
    ]

    first, second = ([[one.id for one in part] for part in looked_at_together(people, turn)] for turn in (0, 1))

    assert len(first) > 1
    for parts in (first, second):
        assert sorted(name for part in parts for name in part) == sorted(one.id for one in people)
        assert max(map(len, parts)) <= LARGEST
    assert {frozenset(part) for part in first} != {frozenset(part) for part in second}
    assert [len(part) for part in looked_at_together(people[:AT_ONCE], 0)] == [AT_ONCE]
