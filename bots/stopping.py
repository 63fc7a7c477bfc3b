"""What can the operator do about misuse: read what was reported, and stop a card of the service, in the open?"""

from collections.abc import Callable

from core.app.guarding.stopping import stop
from core.app.turn import Node, Scene
from core.clock import SystemClock
from core.config import Settings
from core.errors import Refused, WrongSetting
from core.messenger.capabilities import Can, Capabilities
from core.storage.schema import check_current
from core.storage.work import Database
from core.texts.harmless import harmless
from core.texts.translator import render

MOST = 50
LONGEST_WHY = 500
NOWHERE = Capabilities(Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, False, 500, 40, 5)
"""What is said from here is read elsewhere: by the process that runs the messengers."""


async def list_reports(settings: Settings, say: Callable[[str], None]) -> None:
    """Print the newest reports, and what was stopped; never who reported.

    Raises:
        WrongSetting: The database is missing or old.
    """
    await check_current(settings.database_url)
    store = Database.at(settings.database_url)
    try:
        async with store.read() as work:
            reports, stops = await work.guards.reports(MOST), await work.guards.stops(MOST)
    finally:
        await store.close()
    stopped = {one.card for one in stops}
    for one in reports:
        mark = " · stopped" if one.card in stopped else ""
        say(f"{one.at:%Y-%m-%d %H:%M} · {one.id} · {one.card}{mark}")
        say(f"    shown: {harmless(one.words)}")
        if one.why:
            say(f"    why: {harmless(one.why)}")
    for done in stops:
        say(f"{done.at:%Y-%m-%d %H:%M} · stopped {done.card}: {harmless(done.why)}")
    if not (reports or stops):
        say("nothing was reported, and nothing was stopped")


async def stop_card(settings: Settings, name: str, why: str) -> str:
    """Stop a card and tell whoever is concerned, through the process that runs; returns its title.

    Args:
        settings: Where the rows lie.
        name: Of the card, such as `proposal:<id>`, or of a report about it.
        why: Told to everybody concerned, 1 to 500 characters.

    Raises:
        WrongSetting: There is no such card, it is over, or it became a group; or the reason is missing or too long.
    """
    reason = why.strip()
    if not 0 < len(reason) <= LONGEST_WHY:
        raise WrongSetting(f"--why: give the people concerned a reason of 1 to {LONGEST_WHY} characters")
    await check_current(settings.database_url)
    store = Database.at(settings.database_url)
    node = Node(settings.language, settings.zone, lambda _chat: NOWHERE)
    try:
        async with store.write() as work:
            shown = await stop(Scene(work, SystemClock().now(), node), name, reason)
    except Refused as refused:
        raise WrongSetting(f"{name}: {render(refused.why, settings.language)}") from None
    finally:
        await store.close()
    return harmless(shown.what)
