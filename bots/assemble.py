"""Who knows whom? The only place that sees everything: it starts, owns and stops all loops."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from bots.alone import Alone
from core.app.calm import Calm
from core.app.dispatch import Application
from core.app.pool.planner import Planner
from core.app.turn import Node
from core.clock import Clock, SystemClock
from core.config import Settings
from core.delivery.acts import Reading
from core.delivery.limits import LIMITS, Limits
from core.delivery.outbox import Delivery, Habits
from core.delivery.tidying import Tidying
from core.delivery.timers import Timers
from core.errors import WrongSetting
from core.ids import MessengerName
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatRef
from core.messenger.port import Messenger
from core.storage.schema import check_current
from core.storage.work import Database
from core.tally import Tally, Uncounted

log = logging.getLogger(__name__)

Messengers = Mapping[MessengerName, Messenger]

NOTHING = Capabilities(Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, Can.ABSENT, False, 500, 40, 5)
"""What a chat of a messenger that does not run here can show."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that runs, wired.

    Attributes:
        store: The database.
        application: The desk.
        delivery: The loop that sends.
        timers: The loop that rings.
        tidying: The loop that lets go of what is past its time.
        planner: The loop that plans who is asked about what.
        messengers: Those that run here.
    """

    store: Database
    application: Application
    delivery: Delivery
    timers: Timers
    tidying: Tidying
    planner: Planner
    messengers: Messengers


def build(
    store: Database,
    messengers: Messengers,
    clock: Clock,
    language: str,
    zone: str,
    *,
    limits: Mapping[MessengerName, Limits] = LIMITS,
    tally: Tally | None = None,
    calm: Calm | None = None,
    alone: Alone | None = None,
) -> House:
    """Wire everything; nothing runs yet.

    Args:
        store: Rows.
        messengers: Those that run here.
        clock: Everybody's.
        language: For chats and people that chose none.
        zone: IANA name, likewise.
        limits: How many messages a messenger takes; with a clock that stands still, a limit waits for ever.
        tally: Counts what is done; None for nobody.
        calm: Notices who hammers; None where nobody does, as with a clock that stands still.
        alone: Says which messengers this process speaks on now; None where no other process can.
    """
    counted = tally or Uncounted()
    node = Node(language, zone, capabilities_of(messengers))
    application = Application(store, clock, node, counted, calm)
    habits = Habits("+".join(sorted(messengers)), Reading(language, zone), limits=limits, tally=counted)
    if alone:
        habits = replace(habits, owner=alone.owner, serves=alone.serves)
    delivery = Delivery(store.outbox, messengers, application, clock, store.bell, habits=habits)
    timers = Timers(application, store.next_due, clock, store.timers_bell)
    tidying, planner = Tidying(store.tidy, clock), Planner(store, clock, node)
    return House(store, application, delivery, timers, tidying, planner, messengers)


def capabilities_of(messengers: Messengers) -> Callable[[ChatRef], Capabilities]:
    """Return the function that says what a chat can show."""

    def capabilities(chat: ChatRef) -> Capabilities:
        messenger = messengers.get(chat.messenger)
        return messenger.capabilities(chat) if messenger else NOTHING

    return capabilities


def configured(settings: Settings) -> Messengers:
    """Make the messengers the operator configured; the local page when there are none.

    A messenger's library is loaded only when it is used: an idle process pays for nothing else.

    Raises:
        WrongSetting: One of them lacks a setting.
    """
    made: list[Messenger] = []
    if settings.telegram_token.get_secret_value():
        made.append(_telegram(settings))
    if settings.discord_token.get_secret_value():
        made.append(_discord(settings))
    if settings.matrix_homeserver:
        made.append(_matrix(settings))
    return {one.name: one for one in made or [_local(settings)]}


async def run(settings: Settings) -> None:
    """Run until a signal says stop; one failing messenger never stops the others.

    Raises:
        WrongSetting: The database is missing or old, or no messenger could be started.
    """
    await check_current(settings.database_url)
    store = Database.at(settings.database_url)
    try:
        clock = SystemClock()
        async with _watched(store, clock, settings) as tally:
            calm, alone = Calm(), Alone(store, clock)
            served, language, zone = configured(settings), settings.language, settings.zone
            house = build(store, served, clock, language, zone, tally=tally, calm=calm, alone=alone)
            async with loops(house):
                was_stopped = await _messengers_until_stopped(house, alone)
        # Raised only here: out of the task group it would reach the operator as a group with a trace.
        if not was_stopped:
            raise WrongSetting("no messenger is left to serve; see the lines above")
    finally:
        await store.close()


def _watched(store: Database, clock: Clock, settings: Settings) -> AbstractAsyncContextManager[Tally]:
    """Let the operator see that it runs, where they asked for it."""
    if not settings.health_port:
        return nullcontext(Uncounted())
    from bots.health import watched  # noqa: PLC0415 - loaded only when used

    return watched(store, clock, settings.health_port)


@asynccontextmanager
async def loops(house: House) -> AsyncIterator[None]:
    """Run delivery, timers, tidying and plans; at the end they finish what is in hand."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(house.delivery.run(), name="delivery")
        tasks.create_task(house.timers.run(), name="timers")
        tasks.create_task(house.tidying.run(), name="tidying")
        tasks.create_task(house.planner.run(), name="planner")
        try:
            yield
        finally:
            house.planner.stop()
            house.tidying.stop()
            house.timers.stop()
            house.delivery.stop()


async def _messengers_until_stopped(house: House, alone: Alone) -> bool:
    """Serve until a signal says stop; False when the last messenger ended by itself."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    running = {
        asyncio.create_task(_serve(one, house.application, alone), name=name) for name, one in house.messengers.items()
    }
    stopping = asyncio.create_task(stop.wait(), name="stop")
    try:
        while running and not stop.is_set():
            done, _ = await asyncio.wait({*running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            running -= done
        return stop.is_set()
    finally:
        for task in (*running, stopping):
            task.cancel()
        await asyncio.gather(*running, stopping, return_exceptions=True)


async def _serve(messenger: Messenger, application: Application, alone: Alone) -> None:
    """Run one messenger; what only the operator can mend ends it alone, with one line."""
    try:
        await alone.run(messenger, application)
    except WrongSetting as wrong:
        log.error("%s: %s", messenger.name, wrong)
    except Exception:
        log.exception("%s failed and is not served any more", messenger.name)


def _local(settings: Settings) -> Messenger:
    from bots.local.messenger import LocalMessenger  # noqa: PLC0415 - loaded only when used

    return LocalMessenger(settings.local_port, local_world(settings))


def local_world(settings: Settings) -> Path | None:
    """Return the file beside the database in which the local page keeps what was said; None for no file."""
    kind, _, path = settings.database_url.partition(":///")
    return Path(path).with_suffix(".world") if kind.startswith("sqlite") and path else None


def _discord(settings: Settings) -> Messenger:
    from bots.discord.messenger import DiscordMessenger  # noqa: PLC0415 - loaded only when used

    return DiscordMessenger(
        settings.discord_token.get_secret_value(), settings.discord_api_base, settings.discord_gateway
    )


def _matrix(settings: Settings) -> Messenger:
    from bots.matrix.messenger import MatrixMessenger  # noqa: PLC0415 - loaded only when used

    if not settings.matrix_user:
        raise WrongSetting("SOCIUM_MATRIX_USER: name the bot's account, such as @socium:example.org")
    password, token = settings.matrix_password.get_secret_value(), settings.matrix_token.get_secret_value()
    if not password and not token:
        raise WrongSetting("SOCIUM_MATRIX_PASSWORD: set it, or SOCIUM_MATRIX_TOKEN")
    return MatrixMessenger(
        settings.matrix_homeserver,
        settings.matrix_user,
        password,
        token,
        store=settings.matrix_store,
        store_key=settings.matrix_store_key.get_secret_value(),
    )


def _telegram(settings: Settings) -> Messenger:
    from bots.telegram.messenger import TelegramMessenger  # noqa: PLC0415 - loaded only when used
    from bots.telegram.webhook import Webhook  # noqa: PLC0415 - loaded only when used

    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret.get_secret_value()
    return TelegramMessenger(
        settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        hook=Webhook(url, secret) if url else None,
    )
