"""Does nothing a messenger, or whoever pretends to be one, sends us break a turn?

Real payloads, bent in every way, go through each edge's own reading and on into the whole application on a real
database: no exception comes out of either, and no event that could be read ends as "our mistake". What reads the same
as one before, but for its key and its moment, is not handed in again. `pytest --long` bends 50,000 for each messenger.
"""

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import nio
import pytest
import telegram

from bots.discord import incoming as discord_incoming
from bots.discord import modals
from bots.discord.listening import Ears
from bots.discord.reception import _kept_apart
from bots.matrix.bent import pass_over_bent_events
from bots.matrix.incoming import Place, quoted
from bots.matrix.incoming import read as read_matrix
from bots.telegram import webhook, wire
from bots.telegram.homes import Homes
from bots.telegram.listening import Listening
from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.commands.catalogue import CATALOGUE
from core.ids import EventKey, MessengerName
from core.messenger.events import Change, ChatRef, Incoming
from core.storage.work import Database
from core.tally import Uncounted
from tests.faults.bent import Payload, bend
from tests.faults.payloads import DISCORD, MATRIX, TELEGRAM
from tests.flows.courier import Courier
from tests.flows.house import START
from tests.flows.worlds import ABLE

SHORT, LONG = 300, 50_000
NOW = datetime(2026, 5, 20, 10, tzinfo=UTC)
ME = 7
MENU = {command.name: command for command in CATALOGUE}

Bent = tuple[Application, "Counted", Database]


class Counted(Uncounted):
    """Counts how events ended."""

    def __init__(self) -> None:
        self.outcomes: dict[str, int] = {}

    def handled(self, messenger: MessengerName, seconds: float, outcome: str) -> None:
        """Count one."""
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


class Traces(logging.Handler):
    """Keeps what the application logged as a failure of its own; an edge says which event it passed over."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, with its trace."""
        self.seen.append(logging.Formatter().format(record))


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[Bent]:
    """The whole application on a database of its own."""
    store, counted = Database.at(database_url), Counted()
    yield Application(store, VirtualClock(START), Node("en", "UTC", lambda _chat: ABLE), counted), counted, store
    await store.close()


class Listener:
    """The ear of a Telegram bot that asks nobody: what it is told goes in, what we read comes out."""

    def __init__(self) -> None:
        bot = wire.bot("7:token", "http://127.0.0.1:1", 1)
        bot._bot_user = telegram.User(ME, "Socium", is_bot=True, username="Socium_bot")
        self._ear = Listening(bot, Homes(bot), VirtualClock(NOW), 0, 0)

    def reads(self, payload: Payload) -> Sequence[Incoming]:
        """Read an update as it comes by polling; by webhook the same is understood, or nothing."""
        polled = wire._Forgiving.parse_json_payload(json.dumps({"ok": True, "result": [payload]}).encode())
        called = webhook._parsed(json.dumps(payload).encode())
        assert called is None or called == payload
        updates = polled["result"]
        assert isinstance(updates, list)
        events = [self._ear._read(telegram.Update.de_json(update, None)) for update in updates]
        return [event for event in events if event is not None]


def matrix_reads(payload: Payload) -> Sequence[Incoming]:
    """Read an event as it comes with a sync, and as the one that another answers."""
    place = Place(ChatRef(MessengerName("matrix"), "!room:localhost"), "@socium:localhost", "Socium")
    event = nio.Event.parse_event(payload)
    if not isinstance(event, nio.Event):
        return ()
    quoted(event, place)
    found = read_matrix(event, place)
    return (found,) if found is not None else ()


class Hearing:
    """Takes what the library's client hears, as the reception does, and keeps it."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.works: list[Any] = []

    async def publish(self, client: discord.Client) -> None: ...

    async def take(self, event: discord.Interaction | discord.Message, me: int) -> None:
        """Read it, and ask everything of it that is asked before it is answered."""
        if isinstance(event, discord.Interaction):
            discord_incoming.is_hidden(event, MENU)
            discord_incoming.is_guest(event)
            command = MENU.get(discord_incoming.command_name(event))
            if command is not None and event.type is discord.InteractionType.application_command:
                modals.needs_form(command, discord_incoming.options(event))
        await self.hear(discord_incoming.read(event, MENU, me))

    async def note(self, place: discord_incoming.Place, change: Change, guild: discord.Guild) -> None: ...

    async def hear(self, incoming: Incoming | None) -> None:
        """Keep it."""
        if incoming is not None:
            self.heard.append(incoming)

    def own(self, work: Any) -> None:
        """Keep the work until it is done."""
        self.works.append(_kept_apart(work))


class Client:
    """The library's own client without a network: what the gateway says goes in, what we read comes out."""

    def __init__(self) -> None:
        self.hearing = Hearing()
        self.ears = Ears(self.hearing)

    async def start(self) -> None:
        """Let the client have its loop, and know itself."""
        await self.ears._async_setup_hook()
        self.ears._connection.user = discord.ClientUser(
            state=self.ears._connection,
            data={"id": str(ME), "username": "Socium", "discriminator": "0", "avatar": None, "global_name": None},
        )

    async def reads(self, payload: Payload) -> Sequence[Incoming]:
        """Hand an event to the library as its gateway does, and read whatever it tells us of."""
        name, data = payload.get("t"), payload.get("d")
        parser = self.ears._connection.parsers.get(name) if isinstance(name, str) else None
        if parser is None:
            return ()
        parser(data)
        for task in [one for one in asyncio.all_tasks() if one.get_name().startswith("discord.py: on_")]:
            await task
        works, self.hearing.works = self.hearing.works, []
        for work in works:
            await work
        heard, self.hearing.heard = self.hearing.heard, []
        return heard


def numbered(payload: Payload, number: int) -> Payload:
    """Return a payload as one that comes for the first time."""
    if "update_id" in payload:
        return {**payload, "update_id": number}
    if "event_id" in payload:
        return {**payload, "event_id": f"${number}"}
    data = payload["d"]
    return {**payload, "d": {**data, "id": str(10**18 + number)}} if "id" in data else payload


def bends(seeds: Sequence[Payload], count: int) -> Iterator[Payload]:
    """Send each payload as it is, then bend each in turn; the same bends every time."""
    luck = random.Random(20260520)
    yield from seeds
    for number in range(count):
        yield bend(numbered(seeds[number % len(seeds)], 1_000 + number), seeds, luck)


@pytest.mark.parametrize("edge", ["telegram", "matrix", "discord"])
async def test_bent_payloads(edge: str, house: Bent, request: pytest.FixtureRequest) -> None:
    """Whatever comes is read or passed over, and what is read acts, or is refused in words."""
    application, counted, store = house
    courier = Courier(store, application, application._clock, MessengerName(edge))
    traces, client, listener = Traces(), Client(), Listener()
    await client.start()
    logging.getLogger("core").addHandler(traces)
    pass_over_bent_events()
    seeds = {"telegram": TELEGRAM, "matrix": MATRIX, "discord": DISCORD}[edge]
    read, known = 0, set[str]()
    try:
        for payload in bends(seeds, LONG if request.config.getoption("--long") else SHORT):
            if edge == "discord":
                events = await client.reads(payload)
            else:
                events = listener.reads(payload) if edge == "telegram" else matrix_reads(payload)
            for event in events:
                like = repr(replace(event, key=EventKey(""), at=START))
                if like in known:
                    continue
                known.add(like)
                read += 1
                await application.handle(event)
                assert not traces.seen, (payload, traces.seen)
            assert not traces.seen, (payload, traces.seen)
            if read % 50 == 0:
                await courier.deliver()
    finally:
        logging.getLogger("core").removeHandler(traces)
    assert counted.outcomes.get("failed", 0) == 0
    assert counted.outcomes["done"] > read / 2
    assert read > SHORT / 10
