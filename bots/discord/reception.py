"""What is answered at once, and what is handed to the house?

Discord wants a first answer within 3 seconds, and that answer decides what every later one may be.
"""

import asyncio
import logging
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import discord

from bots.discord import modals
from bots.discord.answers import TOKEN_LIVES, Answers, Open
from bots.discord.incoming import (
    Menu,
    Place,
    account_of,
    changed,
    command_name,
    is_guest,
    is_hidden,
    options,
    read,
)
from bots.discord.outgoing import ANSWER
from bots.discord.slash import menu as natives
from bots.discord.troubles import NETWORK
from core.errors import SociumError
from core.messenger.events import Change, Incoming
from core.messenger.port import Desk
from core.texts.translator import has, known, languages, render
from core.wording import Text

log = logging.getLogger(__name__)


class Reception:
    """Stands between the library's events and the front desk, for the length of one connection."""

    def __init__(self, desk: Desk, menu: Menu, answers: Answers, patience: timedelta, tasks: asyncio.TaskGroup) -> None:
        """Keep what is needed.

        Args:
            patience: How long "thinking…" may stand after an event was handled and nothing answered it.
            tasks: Owns every piece of work until it is done.
        """
        self._desk = desk
        self._menu = menu
        self._answers = answers
        self._patience = patience
        self._tasks = tasks
        self._closing = asyncio.Event()

    def close(self) -> None:
        """Let nothing wait any longer; what is being handled is finished."""
        self._closing.set()

    def own(self, work: Coroutine[Any, Any, None]) -> None:
        """Own a piece of work until it is done; its failure touches no other."""
        kept = _kept_apart(work)
        try:
            self._tasks.create_task(kept)
        except RuntimeError:
            # The connection is closing; Discord, or the person, will come again.
            kept.close()
            work.close()

    async def publish(self, client: discord.Client) -> None:
        """Make the catalogue the bot's native menu. A refusal is the operator's to read and stops nothing else."""
        if client.application_id is None:
            return
        try:
            menu = natives(self._menu.values(), languages(), told)
            await client.http.bulk_upsert_global_commands(client.application_id, menu)
        except discord.HTTPException as error:
            log.error("Discord refused the command menu (code %s): %s", error.code, error.text)

    async def take(self, event: discord.Interaction | discord.Message, me: int) -> None:
        """Take what a person did."""
        if isinstance(event, discord.Interaction) and await self._answered_whole(event):
            return
        incoming = read(event, self._menu, me)
        if incoming is None:
            return
        if isinstance(event, discord.Interaction):
            await self._acknowledge(event, incoming)
        await self._desk.handle(incoming)
        await self._lose_patience(incoming)

    async def hear(self, incoming: Incoming | None) -> None:
        """Take what needs no answer; None concerns nobody."""
        if incoming is not None:
            await self._desk.handle(incoming)

    async def note(self, place: Place, change: Change, guild: discord.Guild) -> None:
        """Tell the house that the bot came to a chat or had to leave it."""
        await self._desk.handle(changed(place, change, guild.me, guild.me.joined_at))

    async def _answered_whole(self, event: discord.Interaction) -> bool:
        """Complete options and open forms: nothing else may follow, and no work may go before."""
        language = known(str(event.locale))
        if event.type is discord.InteractionType.autocomplete:
            await self._complete(event)
            return True
        if event.type is discord.InteractionType.component and event.custom_id == ANSWER:
            question = event.message.content if event.message else ""
            await event.response.send_modal(modals.answer(question, language, told))
            return True
        command = self._menu.get(command_name(event))
        if event.type is not discord.InteractionType.application_command or command is None:
            return False
        given = options(event)
        if not modals.needs_form(command, given):
            return False
        await event.response.send_modal(modals.form(command, given, language, told))
        return True

    async def _complete(self, event: discord.Interaction) -> None:
        argument, typed = _focused(event)
        pairs = await self._desk.suggest(command_name(event), argument, typed, account_of(event))
        choices = [discord.app_commands.Choice(name=label[:100], value=value[:100]) for label, value in pairs[:25]]
        await event.response.autocomplete(choices)

    async def _acknowledge(self, event: discord.Interaction, incoming: Incoming) -> None:
        """Answer within 3 seconds, whatever the house will say later."""
        hidden, thinking = is_hidden(event, self._menu), command_name(event) in self._menu
        try:
            await event.response.defer(ephemeral=hidden, thinking=thinking)
        except (discord.HTTPException, *NETWORK) as error:
            # Delivered twice, or too late to be answered natively: it happened all the same.
            log.info("%s cannot be answered natively: %s", incoming.key, type(error).__name__)
            return
        until = incoming.at + TOKEN_LIVES
        self._answers.expect(incoming.key, Open(event, incoming.chat, hidden, is_guest(event), thinking, until))

    async def _lose_patience(self, incoming: Incoming) -> None:
        waiting = self._answers.find(incoming.key)
        if waiting is None or not waiting.thinking:
            return
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                await self._closing.wait()
        except TimeoutError:
            await self._answers.clear(waiting)


def told(key: str, language: str) -> str:
    """Read a text out; empty when no language has it."""
    return render(Text(key), language) if has(key, language) or has(key, "en") else ""


def _focused(event: discord.Interaction) -> tuple[str, str]:
    """Return which option is being typed, and what stands in it."""
    data: Any = event.data or {}
    for option in data.get("options", []):
        if option.get("focused"):
            return str(option["name"]), str(option.get("value", ""))
    return "", ""


async def _kept_apart(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except (SociumError, discord.HTTPException, *NETWORK) as error:
        log.warning("an event of Discord could not be taken: %s", error)
    except Exception:
        log.exception("a bug while taking an event of Discord")
