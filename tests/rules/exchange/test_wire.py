"""Does everything that can be said survive the wire, and does nothing foreign break us?"""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.exchange.agreeing import Propose, Term, proposal
from core.exchange.meeting import NotNow
from core.exchange.said import NotUnderstood, Said, Why
from core.exchange.schema import PUBLISHED, published
from core.exchange.sharing import File, Share
from core.exchange.sizes import BYTES, FILES, HOPS, ID, NAME, WORDS
from core.exchange.wire import read, write
from core.ids import AgreementId, LinkId, SaidId, ShareId
from tests.rules.exchange.sides import CAFE, LINK, NOW, SEWERS, anything_said, said, share

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def proposal_of(words: str) -> Propose:
    """An agreement of one line."""
    return proposal(
        AgreementId("a"),
        1,
        (CAFE, SEWERS),
        "repair",
        (Term("c1", "gives", f"The café gives {words}", words, {"party": 0}),),
    )


def changed(**parts: Any) -> bytes:
    """A good share with some parts of its JSON replaced."""
    return json.dumps({**json.loads(write(said(share(), 1))), **parts}).encode()


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(anything_said())
def test_what_is_said_arrives_as_it_was_said(one: Said) -> None:
    """Whatever a group says, the other installation reads the very same."""
    raw = write(one)

    assert len(raw) <= BYTES
    assert read(raw) == one


def test_the_published_schema_is_the_one_we_speak() -> None:
    """docs/exchange-schema.json is current; `python -m core.exchange.schema` writes it anew."""
    assert PUBLISHED.read_text(encoding="utf-8") == published()


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(raw: bytes) -> None:
    """Noise is answered, never crashed on."""
    assert isinstance(read(raw), NotUnderstood)


@given(JSON)
def test_any_json_gets_an_answer(found: Any) -> None:
    """JSON that is no envelope is answered, whatever is in it."""
    assert isinstance(read(json.dumps(found).encode()), NotUnderstood)


@given(st.sampled_from(["id", "sender", "receiver", "about", "number", "at", "body", "reason", "version"]), JSON)
def test_any_part_may_be_wrong(part: str, found: Any) -> None:
    """An envelope with one foreign part is read or answered."""
    assert isinstance(read(changed(**{part: found})), Said | NotUnderstood)


@pytest.mark.parametrize(
    ("raw", "why", "of"),
    [
        (changed(version=2), Why.VERSION, "cafe-1"),
        (changed(version="next"), Why.VERSION, "cafe-1"),
        (changed(body={"kind": "dance"}), Why.KIND, "cafe-1"),
        (changed(body={"kind": "share"}), Why.MALFORMED, "cafe-1"),
        (changed(number="1"), Why.MALFORMED, "cafe-1"),
        (changed(number=0), Why.MALFORMED, "cafe-1"),
        (changed(at="2026-05-01T12:00:00"), Why.MALFORMED, "cafe-1"),
        (changed(id="x" * (ID + 1)), Why.MALFORMED, ""),
        (b"[]", Why.MALFORMED, ""),
        (b"\xff\xfe\x00", Why.MALFORMED, ""),
        (b'"' * 999, Why.MALFORMED, ""),
        (b'{"id": "' + b'\\"' * 40_000, Why.MALFORMED, ""),
        (b" " * (BYTES + 1), Why.TOO_LARGE, ""),
        (b"[" * 90_000, Why.TOO_DEEP, ""),
        (b'{"a":' * 9 + b"1" + b"}" * 9, Why.TOO_DEEP, ""),
        (b'{"a":' * 8 + b"1" + b"}" * 8, Why.MALFORMED, ""),
        (b"[" + b"[]," * 9 + b"[" * 8, Why.TOO_DEEP, ""),
        (changed(number=0, id="x" * ID), Why.MALFORMED, "x" * ID),
        (changed(number=0, id="x\n"), Why.MALFORMED, ""),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, why: Why, of: str) -> None:
    """The other side hears what was wrong and with which of its messages."""
    found = read(raw)

    assert isinstance(found, NotUnderstood)
    assert (found.why, found.of) == (why, of)


def test_brackets_within_words_are_not_depth() -> None:
    """Someone may write as many brackets as they like."""
    one = said(share("[" * 2_000), 1)

    assert read(write(one)) == one


def test_a_newer_side_may_say_more() -> None:
    """Fields we do not know are passed over; an older one may leave out the version."""
    whole = changed(mood="sunny")
    assert read(whole) == said(share(), 1)
    assert read(whole.replace(b'"version": 1, ', b"")) == said(share(), 1)
    assert b"version" not in whole.replace(b'"version": 1, ', b"")
    assert read(whole + b" " * (BYTES - len(whole))) == said(share(), 1)


def test_the_largest_share_fits() -> None:
    """Everything at its longest, in signs that JSON writes six times as long, is still within 100 kB."""
    sign = "\x01"
    name, ident = sign * NAME, sign * ID
    file = File(name, name, 2**53 - 1, sign * 300, ident)
    path = (LinkId(ident),) * HOPS
    long = Share(ShareId(ident), name, name, name, sign * WORDS, ShareId(ident), (file,) * FILES, path)
    far = replace(CAFE, id=ident, node=name)
    one = Said(SaidId(ident), far, far, LinkId(ident), 2**53 - 1, NOW, long, sign * 300)

    raw = write(one)

    assert len(raw) <= BYTES
    assert read(raw) == one


def test_a_no_has_no_reason() -> None:
    """A reason would tell a no from a silence: it cannot even be written."""
    with pytest.raises(ValueError, match=r"^a reason would tell a no from a silence$"):
        Said(SaidId("n"), SEWERS, CAFE, LINK, 1, NOW, NotNow(), "we are tired")


def test_a_seal_of_another_text_is_refused() -> None:
    """Nobody can slip a changed word under a seal."""
    raw = json.loads(write(said(proposal_of("two evenings"), 1)))
    raw["body"]["terms"][0]["words"] = "ten evenings"

    found = read(json.dumps(raw).encode())

    assert isinstance(found, NotUnderstood)
    with pytest.raises(ValueError, match=r"^the seal is of another text$"):
        replace(proposal_of("two evenings"), number=2)


def test_every_installation_makes_the_same_seal() -> None:
    """Two that are years apart name the same text alike, whatever letters are in it."""
    assert proposal_of("чай и café").seal == "077a266dfe82bfd70b3ffd0055b3e1a27f15745b91d808f83d0d75ac553418c8"


def test_moments_are_aware() -> None:
    """What is read has a zone; nobody has to guess."""
    found = read(write(said(share(), 1)))

    assert isinstance(found, Said)
    assert found.at == NOW
    assert isinstance(found.at, datetime)
    assert found.at.utcoffset() is not None
