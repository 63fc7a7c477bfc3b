"""Does a group live on where no room can be made for it, and does nobody but its members bind one to it?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.app.outbox import Leased
from core.app.queue import Deed
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatRef, HomeBound
from core.messenger.port import HomeMade
from tests.databases import Template
from tests.flows.courier import Courier
from tests.flows.house import ABLE, TOWN
from tests.flows.town import Town, town_at

THREE = ("lena", "omar", "mei")
FOUR = (*THREE, "ivo")


class NoRooms(Courier):
    """Fails to make any room."""

    async def _do(self, one: Leased) -> None:
        if one.sending.deed is Deed.HOME:
            await self._application.home_failed(one.sending)
        else:
            await super()._do(one)


class TwoTaps(Courier):
    """Makes no room by itself: hands out the way to make one."""

    tokens: tuple[str, ...] = ()

    async def _do(self, one: Leased) -> None:
        if one.sending.deed is Deed.HOME:
            self.tokens = (*self.tokens, str(one.sending.data["token"]))
            await self._application.home_made(one.sending, HomeMade(None, "https://example.org/make"))
        else:
            await super()._do(one)


@pytest.mark.parametrize(
    ("able", "courier", "days"),
    [(replace(ABLE, rooms=Can.ABSENT), Courier, 0), (ABLE, NoRooms, 0), (ABLE, TwoTaps, 1)],
    ids=["absent", "failed", "nobody-made-it"],
)
async def test_without_a_room_they_live_in_private(
    template: Template, tmp_path: Path, able: Capabilities, courier: type[Courier], days: int
) -> None:
    """It is said once, the contract comes there, and whoever goes on without one of them goes on so too."""
    async with town_at(template, tmp_path, able, courier) as town:
        await town.seats(FOUR, agreed=False)
        await town.passes(timedelta(days=days))
        for person in FOUR:
            assert town.count(person, "lives in private messages") == 1
            assert town.count(person, "draft of version 1") >= 1
        for label in ("Open 1", "Open 2") if days else ():
            await town.all_tap(FOUR, label)
        await town.all_tap(FOUR, "All fine")
        assert town.count("ivo", "Version 1 is agreed by all 4") == 1
        if able.rooms is not Can.ABSENT:
            return

        await town.says("mei", "/concern 1")
        await town.taps("mei", "Bring it to the group")
        await town.says("mei", "It rained")
        await town.taps("mei", "Without my name")
        await town.all_tap(FOUR, "Nothing to add")
        for label in ("Part", "Go on without someone", "Ivo", "Ask them"):
            await town.taps("mei", label)
        await town.all_tap(THREE, "Fine")

        for person in THREE:
            assert town.count(person, "lives in private messages") == 2
            assert town.count(person, "3 of you go on") == 1
        assert town.count("ivo", "lives in private messages") == 1


async def test_only_a_member_binds_a_home_and_only_one(template: Template, tmp_path: Path) -> None:
    """A link that was passed on opens nothing for strangers; a second room is refused; a made-up link leads nowhere."""
    async with town_at(template, tmp_path, ABLE, TwoTaps) as town:
        await town.seats(THREE, agreed=False)
        assert isinstance(town.courier, TwoTaps)
        (token,) = town.courier.tokens
        here, there = ChatRef(TOWN, "here", title="Here"), ChatRef(TOWN, "there", title="There")

        for person, key in (("ana", token), ("lena", "made-up")):
            await town.happens(person, HomeBound(key), here)
            assert "This is over" in town.told(person)
        assert await homes(town) == []
        await town.happens("omar", HomeBound(token), here)
        assert town.count("", "This is the home of “Choir”") == 1
        await town.happens("lena", HomeBound(token), there)

        assert "already has a home here" in town.told("lena")
        assert await homes(town) == ["here"]
        await town.passes(timedelta(days=1))
        assert town.count("lena", "lives in private messages") == 0


async def homes(town: Town) -> list[str]:
    """List where the group of Lena lives."""
    async with town.store.read() as work:
        account = await work.people.find_account(town.event("lena", "").account)
        assert account is not None
        (group,) = await work.groups.of_person(account.person)
        return [home.ref.id for home in await work.people.homes(group.id)]
