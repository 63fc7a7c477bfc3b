"""Does an agreement stand until a member ends it, and is whoever left, or comes second, told so?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app.links.opening import open_link
from core.app.turn import Node, Scene
from core.groups.group import Group
from core.ids import ChoiceKey
from core.messenger.events import ChatRef
from core.storage.tables import agreements
from tests.databases import Template
from tests.flows.house import ABLE, TOWN
from tests.flows.town import Town, town_at

MENDERS = ("lena", "omar", "mei", "ivo")
SEWERS = ("jonas", "olga", "tomas")
AGREE = "/agree one machine mended | get: an evening at the machine | by 1 June | 1 September"


@pytest.fixture
async def town(template: Template, tmp_path: Path) -> AsyncIterator[Town]:
    """A town with two groups, a line between them, and an agreement on it."""
    async with town_at(template, tmp_path) as one:
        await one.seats(MENDERS, "Repairs")
        await one.seats(SEWERS, "Evenings")
        async with one.store.write() as work:
            scene = Scene(work, one.clock.now(), Node("en", "UTC", lambda _chat: ABLE))
            await open_link(scene, await group_of(one, scene, "lena"), await group_of(one, scene, "jonas"))
        await one.courier.deliver()
        await one.says("lena", AGREE)
        for people in (MENDERS, SEWERS):
            fine = one.keys_in(await home(one, people[0]), "Fine")
            for person in people:
                await one.taps_old(person, fine)
        yield one


async def group_of(town: Town, scene: Scene, person: str) -> Group:
    """Return the one group someone is in."""
    account = await scene.work.people.find_account(town.event(person, "").account)
    assert account is not None
    (group,) = await scene.work.groups.of_person(account.person)
    return group


async def home(town: Town, person: str) -> ChatRef:
    """Return where their group lives."""
    async with town.store.read() as work:
        group = await group_of(town, Scene(work, town.clock.now(), Node("en", "UTC", lambda _chat: ABLE)), person)
    return ChatRef(TOWN, f"home-{group.id}", title=group.name)


async def test_it_stands_until_it_is_ended_once(town: Town) -> None:
    """Thinking better of it changes nothing; who has left cannot end it; a second end or a closed line adds nothing."""
    assert town.count("", "Our agreement with Evenings · text 1") == 1
    before = await town.rows(agreements)
    await town.says("lena", "/agreements")
    await town.taps("lena", "End: Evenings")
    assert "End it" in [label for label, _key in town.courier.labels]
    await town.taps("lena", "Keep")
    assert "Our agreement with Evenings stands as it is" in town.told("lena")
    await town.says("ivo", "/agreements")
    end, keep = await offered(town, "ivo"), town.key("Keep")
    await town.says("ivo", "/leave")
    await town.taps("ivo", "Leave")
    for key in (end, keep):
        await town.taps_old("ivo", key)
        assert "Only members" in town.told("ivo")
    assert await town.rows(agreements) == before

    mine = await offered(town, "lena")
    await town.taps_old("lena", mine)
    assert town.count("", "Our agreement with Evenings is ended") == 1
    assert town.count("", "Repairs ended our agreement") == 1
    await town.taps_old("lena", mine)
    assert "This is over" in town.told("lena") or "not open to that step" in town.told("lena")

    await town.says("jonas", "/links")
    await town.taps("jonas", "Close: Repairs")
    assert town.count("", "ended our agreement") == 1


async def offered(town: Town, person: str) -> ChoiceKey:
    """Let someone ask to end it; returns the choice that does."""
    await town.says(person, "/agreements")
    await town.taps(person, "End: Evenings")
    return town.key_of(person, "End it")
