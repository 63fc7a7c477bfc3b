"""What happens to what is said to a group in a way, or by someone, that this house does not know?"""

from pathlib import Path

import pytest

from core.app.carrying import carry, carry_written
from core.app.turn import Node, Scene
from core.errors import Refused
from core.exchange.meeting import Pause, Yes
from core.exchange.parties import Party, PartyKind
from core.exchange.said import Body, NotUnderstood, Said, Why
from core.exchange.wire import write
from core.ids import IntroductionId, SaidId
from tests.databases import Template
from tests.flows.worlds import ABLE, START, House

STRANGER, NOBODY = Party(PartyKind.GROUP, "stranger"), Party(PartyKind.GROUP, "nobody")


def said(body: Body) -> Said:
    """A stranger says something about an introduction that never was."""
    return Said(SaidId("s1"), STRANGER, NOBODY, IntroductionId("none"), 1, START, body)


async def test_what_is_not_understood_is_answered(template: Template, tmp_path: Path) -> None:
    """Unknown kinds, versions and garbage are answered with what was wrong; an answer like that is never answered."""
    house = House(template, tmp_path)
    async with house.store.write() as work:
        scene = Scene(work, START, Node("en", "UTC", lambda _chat: ABLE))

        newer = write(said(Yes())).replace(b'"version":1', b'"version":2')
        stranger = write(said(Yes())).replace(b'"kind":"yes"', b'"kind":"dance"')
        answers = [await carry_written(scene, raw) for raw in (b"\xff{", newer, stranger)]

        assert [one.why for one in answers if one] == [Why.MALFORMED, Why.VERSION, Why.KIND]
        assert await carry(scene, said(Pause())) == NotUnderstood(Why.KIND, "s1")
        assert await carry(scene, said(NotUnderstood(Why.KIND))) is None
    await house.close()


async def test_nobody_says_yes_for_another(template: Template, tmp_path: Path) -> None:
    """A yes to an introduction that is not here, or from somebody who was not asked, opens nothing."""
    house = House(template, tmp_path)
    async with house.store.write() as work:
        scene = Scene(work, START, Node("en", "UTC", lambda _chat: ABLE))

        with pytest.raises(Refused):
            await carry_written(scene, write(said(Yes())))
    await house.close()
