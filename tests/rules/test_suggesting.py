"""What is offered while an argument is being typed?"""

import pytest

from core.app.suggest import MOST, suggestions
from core.commands.zones import zone_named
from core.errors import Refused
from core.texts.translator import languages


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("command", "argument"), [("propose", "need"), ("propose", "topics")])
def test_a_list_goes_on(language: str, command: str, argument: str) -> None:
    """Each offer is the list so far with one more; what stands there already is not offered again."""
    first = [value for _label, value in suggestions(command, argument, "", language)]
    one, two = first[:2]
    assert 1 < len(first) == len(set(first)) <= MOST

    more = [value for _label, value in suggestions(command, argument, f" {one.upper()} ,", language)]
    assert len(more) == len(first) - 1
    assert f"{one.upper()}, {two}" in more
    assert [value for _label, value in suggestions(command, argument, f"{one}, {two[:4]}", language)] >= [
        f"{one}, {two}"
    ]
    assert not suggestions(command, argument, f"{one}, no such thing", language)


def test_a_zone_is_found_by_a_part_of_its_name() -> None:
    """Whatever is offered as a zone can be taken as one, and there are never more than fit."""
    found = suggestions("zone", "zone", "berl", "en")
    assert ("Europe/Berlin", "Europe/Berlin") in found
    for typed in ("", "a", "Europe/"):
        offered = suggestions("zone", "zone", typed, "en")
        assert 0 < len(offered) <= MOST
        assert all(zone_named(value) == value for _label, value in offered)


def test_nothing_is_made_up() -> None:
    """Where nothing is known to fit nothing is offered; a command that is none is refused."""
    assert not suggestions("propose", "what", "Rep", "en")
    with pytest.raises(Refused):
        suggestions("no-such-command", "need", "", "en")
