"""Is bad data refused with a reason, and good data read as it is?"""

import json
from typing import Any

import pytest

from core.matching.instance import BadInstance, read_market

PERSON: dict[str, Any] = {"id": "a", "topic": [1.0, 0.0], "roles": ["tea"], "languages": ["en"], "hours": [1, 2]}


def test_a_good_instance_is_read() -> None:
    """People and projects come out as they were written."""
    rows = {"people": [PERSON], "projects": [{"id": "g", "initiator": "a", "needs": ["tea"]}]}

    market = read_market(json.dumps(rows))

    assert market.people[0].hours == 0b110
    assert market.projects[0].needs == ("tea",)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"hours": [168]}, "hour outside the week"),
        ({"hours": ["noon"]}, "hour outside the week"),
        ({"blocks": ["a"]}, "person blocks themselves"),
        ({"topic": [float("nan"), 0.0]}, "topic is not a number"),
        ({"topic": "music"}, "topic is not a vector"),
        ({"roles": [7]}, "role is not a name"),
        ({"wait_days": -1}, "waiting is not a number of days"),
    ],
)
def test_a_bad_person_is_refused_with_a_reason(change: dict[str, Any], reason: str) -> None:
    """Whoever wrote the file learns what to mend."""
    with pytest.raises(BadInstance) as refused:
        read_market(json.dumps({"people": [PERSON | change], "projects": []}))

    assert refused.value.reason == reason
    assert refused.value.where == "a"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ({"people": [PERSON, PERSON]}, "id twice"),
        ({"people": [PERSON], "projects": [{"id": "g", "initiator": "b"}]}, "initiator unknown"),
        ({"people": [PERSON], "projects": [{"id": "g"}]}, "initiator missing"),
        ({"people": [PERSON], "roles": ["sewing"]}, "role unknown"),
        ({}, "people missing"),
    ],
)
def test_a_bad_market_is_refused_with_a_reason(rows: dict[str, Any], reason: str) -> None:
    """The same for what is between people."""
    with pytest.raises(BadInstance) as refused:
        read_market(json.dumps(rows))

    assert refused.value.reason == reason


def test_what_is_no_json_is_refused() -> None:
    """Broken text is named as such."""
    with pytest.raises(BadInstance):
        read_market("{")
