"""Can people live through the story on the local page, in a real browser?"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from bots.local.messenger import LocalMessenger
from core.ids import new_id
from core.messenger.events import ChatRef
from core.messenger.port import Paragraph, Post
from tests.edges.browser import Browser
from tests.edges.recording import RecordingDesk, running, words
from tests.edges.small_story import SmallStory
from tests.stage import until

REPAIR = "/propose Repair café on Saturdays | need: electronics, sewing, tea | 3-7 people | by in two weeks"
GARDEN = "!propose A garden behind the school | need: seeds, tools, bread | 3-7 people"
HOSTILE = "<b>@everyone</b> <img src=x onerror=document.title='caught'> <script>document.title='caught'</script>"


@pytest.fixture
async def local() -> LocalMessenger:
    """Begin a world in memory, on a free port."""
    return LocalMessenger(port=0)


@pytest.fixture
async def desk(local: LocalMessenger) -> AsyncIterator[RecordingDesk]:
    """Let a small scripted story answer on the page."""
    desk = RecordingDesk(SmallStory(local).answer)
    async with running(local, desk):
        await until(lambda: not _address(local).endswith(":0"))
        yield desk


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    """Start an empty Chromium."""
    browser = Browser(tmp_path / "profile")
    yield browser
    await browser.close()


@pytest.fixture
async def page(browser: Browser, local: LocalMessenger, desk: RecordingDesk) -> AsyncIterator[Browser]:
    """Open the page of the world; at the end the browser's console must have nothing to complain about."""
    await browser.open(_address(local))
    yield browser
    assert await browser.complaints() == []


async def test_a_group_forms_as_on_telegram(page: Browser, desk: RecordingDesk, tmp_path: Path) -> None:
    """Propose, tap, start, agree: one card changes in place, and the contract reaches each privately."""
    await page.say_as("Lena", REPAIR)
    await page.tap("Lena", "I bring electronics")
    await page.tap("Omar", "I bring sewing")
    await page.tap("Mei", "I bring tea")
    for person in ("Lena", "Omar", "Mei"):
        await page.reads(person, "You are enough")
        assert await page.count(f'.phone[aria-label="{person}"] .bot') == 1
    for person in ("Lena", "Omar", "Mei"):
        await page.tap(person, "Start")

    for person in ("Lena", "Omar", "Mei"):
        await page.tap(person, "All fine", chat="Socium")

    for person in ("Lena", "Omar", "Mei"):
        await page.reads(person, "Version 1 · agreed by all 3")
    await page.screenshot(Path(os.environ.get("TEST_ARTIFACTS", tmp_path)) / "local-page.png")
    assert len({one.key for one in desk.heard}) == len(desk.heard)


async def test_a_group_forms_as_on_matrix(page: Browser) -> None:
    """Reactions are the buttons, and a home stands among the rooms of its members and of nobody else."""
    await page.say_as("Ana", GARDEN)
    await page.tap("Ana", "I bring seeds")
    await page.tap("Tomás", "I bring tools")
    await page.tap("Ivo", "I bring bread")
    for person in ("Ana", "Tomás", "Ivo"):
        await page.tap(person, "Start")

    for person in ("Ana", "Tomás", "Ivo"):
        await page.reads(person, "We decide by consent.")
        await page.tap(person, "All fine", chat="A garden behind the school")

    await page.reads("Ana", "Version 1 · agreed by all 3")
    await page.enter("Aisha")
    assert await page.count('.phone[aria-label="Aisha"] .tab.home') == 0
    assert await page.count('.phone[aria-label="Ivo"] .tab.home') == 1


async def test_a_private_message_is_marked_until_it_is_read(page: Browser, local: LocalMessenger) -> None:
    """Unread words show on the tab and on the face, and are gone once looked at."""
    private = local.world.private_chat("telegram:omar")

    await local.send(Post(ChatRef(local.name, private), new_id(), (Paragraph("Only for Omar"),)))
    await page.sees('.phone[aria-label="Omar"] .tab .unread')
    await page.sees('#people .person[title="Omar"] .unread')
    await page.enter("Omar", "Socium")

    await page.reads("Omar", "Only for Omar")
    await until(lambda: _none(page, ".unread"))
    assert "Only for Omar" not in await page.read("Lena")


async def test_hostile_words_are_shown_as_written(page: Browser, local: LocalMessenger) -> None:
    """Markup is read as text, whoever wrote it, and ten thousand characters break nothing."""
    square = "telegram:square"

    local.world.says("telegram:omar", square, HOSTILE)
    local.world.says("telegram:omar", square, "long " * 2000)
    await local.send(Post(ChatRef(local.name, square), new_id(), (Paragraph(HOSTILE), Paragraph("x" * 4000))))

    await page.reads("Lena", "x" * 4000)
    assert (await page.read("Lena")).count(HOSTILE) == 2
    assert await page.run("return document.title") == "Socium"
    assert await page.count(".log :is(script, b, img[src=x])") == 0
    assert await page.run("return document.documentElement.scrollWidth <= innerWidth") is True


async def test_commands_are_hinted_at_and_taken_by_keyboard(page: Browser, desk: RecordingDesk) -> None:
    """A slash opens the list of commands, Tab takes one, Enter sends, and the arrows walk from chat to chat."""
    await page.type_as("Lena", "/deci")
    await page.sees('.phone[aria-label="Lena"] .hint[aria-selected="true"]')
    await page.press(Keys.TAB)
    await page.press("Meet at the library", Keys.ENTER)
    await desk.waits_for(lambda one: words(one.what) == "/decide Meet at the library")

    await page.run("document.querySelector('.phone[aria-label=Lena] .tab[aria-selected=true]').focus()")
    await page.press(Keys.ARROW_RIGHT)

    await page.sees('.phone[aria-label="Lena"] .tab.private[aria-selected="true"]:focus')


async def test_someone_new_moves_in_and_makes_a_room(page: Browser, local: LocalMessenger) -> None:
    """People and rooms can be added on the page, and act at once."""
    await page.click("#add-person")
    await page.type_into('#person-dialog input[name="name"]', "Björk")
    await page.click("#person-dialog .row button:last-child")
    await page.say_as("Björk", "hello, all", chat="Town square")
    await page.reads("Lena", "hello, all")

    await page.click("#add-room")
    await page.type_into('#room-dialog input[name="title"]', "Kitchen table")
    await page.click("#room-dialog .row button:last-child")

    await page.say_as("Björk", "soup?", chat="Kitchen table")
    await page.enter("Lena", "Kitchen table")
    await page.reads("Lena", "soup?")


@pytest.mark.parametrize("width", [360, 800])
async def test_small_screens_show_one_phone_at_a_time(page: Browser, width: int) -> None:
    """On a narrow screen nothing hangs over the edge, and every face can still be reached."""
    await page.resize(width, 740)

    await page.say_as("Lena", REPAIR)
    await page.reads("Lena", "0 of 3-7")

    assert await page.run("return document.documentElement.scrollWidth <= innerWidth") is True
    assert await page.run("return document.querySelector('.phone').getBoundingClientRect().width <= innerWidth") is True


async def test_the_page_comes_back_after_a_restart(browser: Browser, tmp_path: Path) -> None:
    """What is typed while Socium is away is sent when it is back, once, and nothing that was said is lost."""
    first, desk = LocalMessenger(0, tmp_path / "world"), RecordingDesk()
    async with running(first, desk):
        await until(lambda: not _address(first).endswith(":0"))
        await browser.open(_address(first))
        await browser.say_as("Lena", "before")
        await browser.reads("Omar", "before")
    first.world.close()
    await browser.sees("#away")
    await browser.say_as("Lena", "meanwhile")

    second = LocalMessenger(int(_address(first).rsplit(":", 1)[1]), tmp_path / "world")
    async with running(second, desk):
        await desk.waits_for(lambda one: words(one.what) == "meanwhile")
        await browser.reads("Omar", "meanwhile")

        assert (await browser.read("Omar")).count("before") == 1
        assert [words(one.what) for one in desk.heard].count("before") == 1
        assert [words(one.what) for one in desk.heard].count("meanwhile") == 1


def _address(local: LocalMessenger) -> str:
    assert local.page is not None
    return local.page.address


async def _none(page: Browser, selector: str) -> bool:
    return await page.count(selector) == 0
