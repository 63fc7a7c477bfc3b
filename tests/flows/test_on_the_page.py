"""Can a stranger live through the main story on the local page, with everything real behind it?"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.local.messenger import LocalMessenger
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import SystemClock
from core.delivery.outbox import Delivery, Habits
from core.storage.work import Database
from tests.edges.browser import Browser
from tests.edges.recording import running
from tests.stage import until

GARDEN = "!propose A garden behind the school | need: seeds, tools, bread | 3-7 people | by in three weeks"
HOME = "A garden behind the school"


@pytest.fixture
async def page(database_url: str, tmp_path: Path) -> AsyncIterator[Browser]:
    """Open the page on the real application, its delivery and a database."""
    local, clock, store = LocalMessenger(port=0), SystemClock(), Database.at(database_url)
    application = Application(store, clock, Node("en", "UTC", local.capabilities))
    delivery = Delivery(store.outbox, {local.name: local}, application, clock, store.bell, habits=Habits("page"))
    delivering = asyncio.create_task(delivery.run())
    browser = Browser(tmp_path / "profile")
    async with running(local, application):
        await until(lambda: local.page is not None and not local.page.address.endswith(":0"))
        assert local.page is not None
        await browser.open(local.page.address)
        yield browser
    await browser.close()
    delivery.stop()
    await delivering
    await store.close()


async def test_propose_tap_start_agree(page: Browser) -> None:
    """Three people form a group, get a room of their own, and all agree on the first version of their contract."""
    await page.say_as("Ana", GARDEN)
    await page.tap("Ana", "I bring seeds")
    await page.tap("Tomás", "I bring tools")
    await page.tap("Ivo", "I bring bread")
    for person in ("Ana", "Tomás", "Ivo"):
        await page.tap(person, "Start")

    for person in ("Ana", "Tomás", "Ivo"):
        await page.tap(person, "All fine", chat=HOME)

    for person in ("Ana", "Tomás", "Ivo"):
        await page.reads(person, "Version 1")
        await page.reads(person, "agreed by all 3")
