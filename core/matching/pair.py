"""Which groups should be introduced to each other?

Each card says what a group needs and what it offers. A pair is good when both give and both get; few introductions are
made per group and week, and those who were introduced longest ago come first.

Source:
    MATCHING, introductions: w = sqrt(P * Q) + 0.25 (P + Q);
    K. Sparck Jones, A statistical interpretation of term specificity (1972), for the weights of words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ROTATION = 0.10
SETTLED_WEEKS = 4.0
ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Card:
    """What one group, or one person, needs and offers.

    Attributes:
        room: Introductions it may still have this week.
        weeks_alone: Weeks since its last introduction.
        barred: Groups it is not to be introduced to: blocked, or met lately.
    """

    group: str
    needs: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    room: int = 1
    weeks_alone: float = 0.0
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two groups that should meet, and why: what each would give the other."""

    one: str
    other: str
    weight: float
    one_gives: frozenset[str]
    other_gives: frozenset[str]


def rarity(cards: Iterable[Card]) -> dict[str, float]:
    """Weigh words: the fewer cards hold one, the more it says."""
    held = Counter(word for card in cards for word in card.needs | card.offers)
    total = max(held.values(), default=1)
    return {word: math.log(1 + total / count) for word, count in held.items()}


def fit(needs: frozenset[str], offers: frozenset[str], weight: Mapping[str, float]) -> float:
    """Say which part of the needs the offers meet, 0 to 1; 0 when nothing is needed."""
    asked = sum(weight.get(word, 1.0) for word in needs)
    return sum(weight.get(word, 1.0) for word in needs & offers) / asked if asked else 0.0


def both_ways(one: Card, other: Card, weight: Mapping[str, float]) -> float:
    """Weigh one pair, 0 to 1.5."""
    p, q = fit(one.needs, other.offers, weight), fit(other.needs, one.offers, weight)
    return math.sqrt(p * q) + 0.25 * (p + q)


def introductions(cards: Sequence[Card]) -> list[Introduction]:
    """Choose who meets whom, the best first; nobody meets more than their room allows.

    Pairs are taken greedily by weight and turn, then exchanged where that gives more.
    """
    known = {card.group: card for card in cards}
    pairs = {pair: weight for pair, weight in _candidates(cards).items() if _may_meet(known, *pair)}
    chosen = _greedy(known, pairs)
    _exchange(known, pairs, chosen)
    found = [_introduction(known[one], known[other], pairs[one, other]) for one, other in chosen]
    return sorted(found, key=lambda meeting: (-meeting.weight, meeting.one, meeting.other))


def _introduction(one: Card, other: Card, weight: float) -> Introduction:
    return Introduction(one.group, other.group, weight, one.offers & other.needs, other.offers & one.needs)


def _may_meet(known: Mapping[str, Card], one: str, other: str) -> bool:
    apart = one in known[other].barred or other in known[one].barred
    return not apart and known[one].room > 0 and known[other].room > 0


def _candidates(cards: Sequence[Card]) -> dict[tuple[str, str], float]:
    """Weigh every pair in which one offers what the other needs."""
    offering: dict[str, list[Card]] = defaultdict(list)
    weight = rarity(cards)
    for card in cards:
        for word in card.offers:
            offering[word].append(card)
    pairs: dict[tuple[str, str], float] = {}
    for card in cards:
        for word in card.needs:
            for other in offering[word]:
                pair = (min(card.group, other.group), max(card.group, other.group))
                if other.group != card.group and pair not in pairs:
                    pairs[pair] = both_ways(card, other, weight) * _turn(card) * _turn(other)
    return pairs


def _turn(card: Card) -> float:
    """Prefer who has waited longer, by up to a tenth after four weeks."""
    return 1.0 + ROTATION * min(1.0, card.weeks_alone / SETTLED_WEEKS)


def _greedy(known: Mapping[str, Card], pairs: Mapping[tuple[str, str], float]) -> set[tuple[str, str]]:
    room = {group: card.room for group, card in known.items()}
    chosen: set[tuple[str, str]] = set()
    for one, other in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if room[one] and room[other]:
            chosen.add((one, other))
            room[one] -= 1
            room[other] -= 1
    return chosen


def _exchange(known: Mapping[str, Card], pairs: Mapping[tuple[str, str], float], chosen: set[tuple[str, str]]) -> None:
    """Put a pair in the place of those in its way, and let who lost one find another, while that gives more."""
    options: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        options[pair[0]].append(pair)
        options[pair[1]].append(pair)
    held = Counter(group for pair in chosen for group in pair)
    for _ in range(ROUNDS):
        changed = sum(_try(pair, known, pairs, options, chosen, held) for pair in sorted(pairs))
        if not changed:
            return


def _try(
    pair: tuple[str, str],
    known: Mapping[str, Card],
    pairs: Mapping[tuple[str, str], float],
    options: Mapping[str, list[tuple[str, str]]],
    chosen: set[tuple[str, str]],
    held: Counter[str],
) -> bool:
    """Try one pair that was not chosen; say whether it is now."""
    if pair in chosen:
        return False
    gone: set[tuple[str, str]] = set()
    for group in pair:
        if held[group] >= known[group].room:
            gone.add(min((p for p in options[group] if p in chosen), key=lambda p: (pairs[p], p)))
    _change(chosen, held, gone, {pair})
    fresh = {pair}
    for group in sorted({group for lost in gone for group in lost} - set(pair)):
        for option in options[group]:
            free = all(held[end] < known[end].room for end in option)
            if option not in chosen and free:
                _change(chosen, held, set(), {option})
                fresh.add(option)
                break
    if sum(pairs[p] for p in fresh) > sum(pairs[p] for p in gone) + 1e-9:
        return True
    _change(chosen, held, fresh, gone)
    return False


def _change(
    chosen: set[tuple[str, str]], held: Counter[str], gone: set[tuple[str, str]], fresh: set[tuple[str, str]]
) -> None:
    chosen -= gone
    chosen |= fresh
    held.subtract(group for pair in gone for group in pair)
    held.update(group for pair in fresh for group in pair)
