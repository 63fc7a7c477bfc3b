"""Who meets whom in these tests, and what could they say?"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st
from pydantic import AwareDatetime

from core.exchange.agreeing import Propose, Term, proposal
from core.exchange.meeting import NotNow
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.said import Body, Said
from core.exchange.sharing import Share
from core.ids import AgreementId, LinkId, SaidId, ShareId

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
CAFE = Party(PartyKind.GROUP, "cafe")
SEWERS = Party(PartyKind.GROUP, "sewers")
GARDEN = Party(PartyKind.GROUP, "garden")
LINK = LinkId("link")
CARD = Card(CAFE, "Repair café on Saturdays", 5, ("repair",), ("electronics", "tea"), "Telegram")

WRITTEN = st.characters(codec="utf-8")
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds it
PLAIN_TEXT = st.text(WRITTEN, max_size=40)


def share(words: str = "Ours has a loose belt", name: str = "s1", author: str = "Lena") -> Share:
    """Lena shares one message."""
    return Share(ShareId(name), author, "Repair café", "Telegram", words)


def said(body: Body, number: int, sender: Party = CAFE, receiver: Party = SEWERS) -> Said:
    """One side says something on the link."""
    return Said(SaidId(f"{sender.id}-{number}"), sender, receiver, LINK, number, NOW, body)


@st.composite
def anything_said(draw: st.DrawFn) -> Said:
    """Draw any well-formed thing one side can say."""
    body, ids = draw(st.one_of(*_bodies())), draw(_names())
    reason = "" if isinstance(body, NotNow) else draw(PLAIN_TEXT)
    sender, receiver = draw(_of(Party)), draw(_of(Party))
    number, at = draw(st.integers(1, 2**53 - 1)), draw(MOMENTS)
    return Said(SaidId(ids), sender, receiver, LinkId(ids), number, at, body, reason)


def _bodies() -> Iterator[st.SearchStrategy[Any]]:
    terms = st.lists(_of(Term), min_size=1, max_size=15).map(tuple)
    parties = st.lists(_of(Party), min_size=2, max_size=8).map(tuple)
    for kind in get_args(Body):
        if kind is Propose:
            yield st.builds(proposal, _names().map(AgreementId), st.integers(1, 99), parties, _names(40), terms)
        else:
            yield _of(kind)


def _of(kind: type) -> st.SearchStrategy[Any]:
    """Draw a value within the bounds its fields' types carry."""
    hints = get_type_hints(kind, include_extras=True)
    drawn = {one.name: st.from_type(hints[one.name]) for one in fields(kind) if one.name not in {"kind", "speaks"}}
    return st.builds(kind, **drawn)


def _names(most: int = 80) -> st.SearchStrategy[str]:
    return st.text(WRITTEN, min_size=1, max_size=most)


st.register_type_strategy(str, st.text(WRITTEN))
st.register_type_strategy(AwareDatetime, MOMENTS)
for _kind in (Party, Card, Term, *(k for k in get_args(Body) if k is not Propose)):
    st.register_type_strategy(_kind, _of)
