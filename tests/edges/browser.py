"""How does a person use the local page, in a real browser?"""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from selenium.common import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.stage import until

T = TypeVar("T")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--lang=en",
)


class Browser:
    """One Chromium window on the local page. Every method waits, bounded, for what it needs.

    People are named as shown; each is looked at through their own phone, opened when it is not yet there.
    """

    def __init__(self, profile: Path, dark: bool = False, width: int = 1400, height: int = 900) -> None:
        """Start Chromium with an empty profile.

        Raises:
            RuntimeError: Chromium or its driver is not installed.
        """
        browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
        if browser is None or driver is None:
            raise RuntimeError("The page is tested in Chromium: apt-get install chromium chromium-driver")
        options = ChromeOptions()
        options.binary_location = browser
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        scheme = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []
        for flag in (*FLAGS, *scheme, f"--window-size={width},{height}", f"--user-data-dir={profile}"):
            options.add_argument(flag)
        self._chrome = Chrome(options=options, service=ChromeService(driver))
        self._resize(width, height)

    async def close(self) -> None:
        """End Chromium."""
        await asyncio.to_thread(self._chrome.quit)

    async def open(self, address: str) -> None:
        """Open the page and wait until people stand in it."""
        await asyncio.to_thread(self._chrome.get, address)
        await self._find("#people .person")

    async def say_as(self, person: str, text: str, chat: str = "") -> None:
        """Type a line into the person's phone and send it with the Enter key."""
        await self.enter(person, chat)
        field = await self._find(f"{_phone(person)} textarea")
        await asyncio.to_thread(field.send_keys, text, Keys.ENTER)

    async def type_as(self, person: str, text: str) -> None:
        """Type without sending."""
        await self.enter(person)
        field = await self._find(f"{_phone(person)} textarea")
        await asyncio.to_thread(field.send_keys, text)

    async def tap(self, person: str, label: str, chat: str = "") -> None:
        """Press the newest button or reaction that stands for this choice in the person's phone."""
        await self.enter(person, chat)
        await self._until(lambda: self._press(person, label), f"{person} has no choice {label}")

    async def enter(self, person: str, chat: str = "") -> None:
        """Look at a chat through the person's phone: a room by its title, "Socium" for the private one."""
        await self._until(lambda: self._open(person), f"there is no {person}")
        if chat:
            await self._until(lambda: self._tab(person, chat), f"{person} is not in {chat}")

    async def read(self, person: str) -> str:
        """Return everything that can be read in the chat the person's phone shows."""
        log = await self._find(f"{_phone(person)} .log")
        return str(await asyncio.to_thread(lambda: log.get_property("innerText")))

    async def reads(self, person: str, words: str) -> None:
        """Wait until these words stand in the chat the person's phone shows."""

        async def look() -> bool:
            return words in await self.read(person)

        try:
            await until(look)
        except AssertionError as vain:
            raise AssertionError(f"{person} does not read {words!r} but:\n{await self.read(person)}") from vain

    async def count(self, selector: str) -> int:
        """Count the elements that match."""
        return len(await asyncio.to_thread(self._chrome.find_elements, By.CSS_SELECTOR, selector))

    async def sees(self, selector: str) -> WebElement:
        """Wait for an element that is shown, and return it."""
        return await self._find(selector)

    async def click(self, selector: str) -> None:
        """Click on an element once it is shown."""
        element = await self._find(selector)
        await asyncio.to_thread(element.click)

    async def type_into(self, selector: str, text: str) -> None:
        """Type into a field once it is shown."""
        field = await self._find(selector)
        await asyncio.to_thread(field.send_keys, text)

    async def resize(self, width: int, height: int) -> None:
        """Make the page's own area that large, in CSS pixels."""
        await asyncio.to_thread(self._resize, width, height)

    async def run(self, script: str) -> object:
        """Run a script in the page and return its value."""
        return await asyncio.to_thread(self._chrome.execute_script, script)

    async def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        element = await asyncio.to_thread(lambda: self._chrome.switch_to.active_element)
        await asyncio.to_thread(element.send_keys, *keys)

    async def complaints(self) -> list[str]:
        """List what the browser's console complained about so far, once."""
        log = await asyncio.to_thread(self._chrome.get_log, "browser")
        return [entry["message"] for entry in log if entry["level"] in {"WARNING", "SEVERE"}]

    async def screenshot(self, path: Path) -> None:
        """Keep a picture of the window as PNG."""
        await asyncio.to_thread(self._chrome.save_screenshot, str(path))

    def _resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def _open(self, person: str) -> bool:
        if self._chrome.find_elements(By.CSS_SELECTOR, _phone(person)):
            return True
        faces = self._chrome.find_elements(By.CSS_SELECTOR, f'#people .person[title="{person}"]')
        if faces:
            faces[0].click()
        return False

    def _tab(self, person: str, chat: str) -> bool:
        for tab in self._chrome.find_elements(By.CSS_SELECTOR, f"{_phone(person)} .tab"):
            if tab.find_element(By.CSS_SELECTOR, "span").text == chat:
                tab.click()
                return True
        return False

    def _press(self, person: str, label: str) -> bool:
        choices = self._chrome.find_elements(By.CSS_SELECTOR, f"{_phone(person)} :is(.button, .chip)")
        for choice in reversed(choices):
            if label in (choice.text, choice.get_attribute("title")):
                self._chrome.execute_script("arguments[0].scrollIntoView({block: 'nearest'})", choice)
                choice.click()
                return True
        return False

    async def _find(self, selector: str) -> WebElement:
        def look() -> WebElement | None:
            found = self._chrome.find_elements(By.CSS_SELECTOR, selector)
            return next((one for one in found if one.is_displayed()), None)

        return await self._until(look, f"nothing shown matches {selector}")

    async def _until(self, look: Callable[[], T | None], otherwise: str) -> T:
        """Wait until `look`, run beside our own loop, returns something true; the page may change under it."""

        async def once() -> T | None:
            try:
                return await asyncio.to_thread(look)
            except WebDriverException:
                return None

        try:
            return await until(once)  # type: ignore[return-value]  # until returns object
        except AssertionError as vain:
            raise AssertionError(otherwise) from vain


def _phone(person: str) -> str:
    return f'.phone[aria-label="{person}"]'
