"""How do we live on Discord: connect, listen, send, edit, and make homes?"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial

import discord
import yarl

from bots.discord.answers import Answers, Faded, is_whisper
from bots.discord.files import FILES_BASE, fetch
from bots.discord.homes import Homes, admit, dismiss, thread_of
from bots.discord.incoming import NAME
from bots.discord.listening import LONGEST_WAIT, Ears
from bots.discord.outgoing import Written, capabilities, write
from bots.discord.reception import Reception
from bots.discord.rights import missing, needed_to_speak
from bots.discord.troubles import ARCHIVED, NETWORK, UNKNOWN_MESSAGE, ours
from core.clock import Clock, SystemClock
from core.commands.catalogue import CATALOGUE
from core.commands.spec import Command
from core.errors import NoPrivateWay, TryAgain, WrongSetting
from core.ids import MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, Attached, ChatKind, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Post

log = logging.getLogger(__name__)

API_BASE = "https://discord.com/api/v10"
GATEWAY = "wss://gateway.discord.gg/"

_PATIENCE = timedelta(seconds=10)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 120.0
_UNKNOWN_TOKEN = "SOCIUM_DISCORD_TOKEN: Discord does not know this token; copy it from the developer portal"
_TOKEN_REFUSED = 4004
"""Gateway close code: authentication failed. Source: Discord, Gateway Close Event Codes."""


class DiscordMessenger:
    """Discord, through one bot account."""

    def __init__(
        self,
        token: str,
        api_base: str = "",
        gateway: str = "",
        *,
        commands: Iterable[Command] = CATALOGUE,
        clock: Clock | None = None,
        files_base: str = FILES_BASE,
        patience: timedelta = _PATIENCE,
    ) -> None:
        """Keep the settings; nothing is opened before `run`.

        Args:
            token: Of the bot, from the developer portal.
            api_base: Where requests go, empty for Discord's own; the library keeps it for the whole process.
            gateway: Where events come from; likewise.
            commands: What stands in the menu.
            files_base: Where attachments are downloaded.
            clock: Says when an interaction's token has died.
            patience: How long "thinking…" may stand after an event was handled and nothing answered it.
        """
        self._token = token
        self._api_base = (api_base or API_BASE).rstrip("/")
        self._gateway = yarl.URL(gateway or GATEWAY)
        self._menu = {command.name: command for command in commands}
        self._clock = clock or SystemClock()
        self._files_base = files_base
        self._patience = patience
        self._answers = Answers(self._clock)
        self._homes = Homes()
        self._client: discord.Client | None = None

    @property
    def name(self) -> MessengerName:
        """Return "discord"."""
        return NAME

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Say what that chat can show."""
        return capabilities(chat)

    # ── listening ─────────────────────────────────────────────────────────────────────────────────

    async def run(self, desk: Desk) -> None:
        """Listen until cancelled. The library resumes a broken gateway; a failed start is tried again here.

        Raises:
            WrongSetting: Discord does not know the token.
        """
        pause = _FIRST_PAUSE
        while True:
            began = self._clock.now()
            await self._listen(desk)
            lasted = (self._clock.now() - began).total_seconds()
            pause = _FIRST_PAUSE if lasted > _LONGEST_PAUSE else pause
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _listen(self, desk: Desk) -> None:
        discord.http.Route.BASE = self._api_base
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = self._gateway
        refused = False
        async with asyncio.TaskGroup() as tasks:
            reception = Reception(desk, self._menu, self._answers, self._patience, tasks)
            self._client = Ears(reception)
            try:
                async with self._client as client:
                    await client.start(self._token)
            except discord.LoginFailure:
                refused = True
            except discord.ConnectionClosed as error:
                refused = error.code == _TOKEN_REFUSED
                log.warning("Discord closed the gateway (%s); connecting again", error.code)
            except (discord.HTTPException, discord.GatewayNotFound, *NETWORK) as error:
                log.warning("Discord is out of reach (%s); trying again", type(error).__name__)
            finally:
                self._client = None
                self._answers.fade()
                reception.close()
        if refused:
            raise WrongSetting(_UNKNOWN_TOKEN)

    # ── speaking ──────────────────────────────────────────────────────────────────────────────────

    async def send(self, post: Post) -> MessageRef:
        """Answer natively while that is possible, else send an ordinary message.

        Raises:
            NoPrivateWay: It is for one reader of a room, and the interaction it answers has died.
        """
        written = write(post)
        answered = self._answers.given(post) or await self._natively(post, written)
        if answered:
            return answered
        if is_whisper(post):
            raise NoPrivateWay("the interaction can no longer be answered privately")
        return await self._send(post, written)

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Change a message in place, through a token where only that reaches it."""
        written = write(post)
        with ours(self._lacking(message.chat)):
            if await self._answers.change(message, written):
                return
            try:
                await self._edit(message, written)
            except discord.HTTPException as error:
                if error.code != ARCHIVED:
                    raise
                await thread_of(self._connected(), message.chat.id)
                await self._edit(message, written)

    async def remove(self, message: MessageRef) -> None:
        """Delete a message of ours; already gone is no error."""
        with ours(self._lacking(message.chat)):
            chat = self._connected().get_partial_messageable(int(message.chat.id))
            try:
                await chat.get_partial_message(int(message.id)).delete()
            except discord.NotFound as error:
                if error.code != UNKNOWN_MESSAGE:
                    raise

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Download a file that came with a message, from where Discord keeps attachments and nowhere else."""
        return await fetch(self._files_base, file, most)

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Open the conversation with a person; whether they take messages shows with the first one."""
        with ours():
            channel = await self._connected().create_dm(discord.Object(int(account.id)))
        return ChatRef(NAME, str(channel.id), ChatKind.PRIVATE)

    async def make_home(self, home: Home) -> HomeMade:
        """Make a private thread beside the chat where the group formed."""
        with ours(self._lacking(home.near)):
            return await self._homes.make(self._connected(), home)

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Add one more to the thread."""
        with ours(self._lacking(chat)):
            return await admit(self._connected(), chat, account)

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take someone out of the thread."""
        with ours(self._lacking(chat)):
            await dismiss(self._connected(), chat, account)

    async def check(self) -> str:
        """Say who we are, on a short connection of its own."""
        discord.http.Route.BASE = self._api_base
        try:
            async with discord.Client(intents=discord.Intents.none()) as client:
                with ours():
                    await client.login(self._token)
                return f"discord: {client.user} (application {client.application_id})"
        except discord.LoginFailure as error:
            raise WrongSetting(_UNKNOWN_TOKEN) from error

    async def _natively(self, post: Post, written: Written) -> MessageRef | None:
        waiting = self._answers.find(post.answering) or self._answers.token_only(post.chat)
        if waiting is None:
            return None
        try:
            with ours(keyless=True):
                # The library waits out a token's rate limit however long it is; the outbox does that better.
                async with asyncio.timeout(LONGEST_WAIT):
                    return await self._answers.answer(waiting, post, written)
        except Faded:
            return None

    async def _send(self, post: Post, written: Written) -> MessageRef:
        with ours(self._lacking(post.chat)):
            try:
                message = await self._say(post, written)
            except discord.HTTPException as error:
                if error.code != ARCHIVED:
                    raise
                await thread_of(self._connected(), post.chat.id)
                message = await self._say(post, written)
            await self._answers.clear_room(post.chat)
        return MessageRef(post.chat, str(message.id))

    async def _say(self, post: Post, written: Written) -> discord.Message:
        chat = self._connected().get_partial_messageable(int(post.chat.id))
        say = partial(
            chat.send,
            written.content,
            view=written.view,
            nonce=written.nonce,
            allowed_mentions=written.allowed_mentions,
            files=written.files,
        )
        reference = _reference(post)
        return await (say(reference=reference) if reference else say())

    async def _edit(self, message: MessageRef, written: Written) -> None:
        chat = self._connected().get_partial_messageable(int(message.chat.id))
        await chat.get_partial_message(int(message.id)).edit(
            content=written.content, view=written.view, allowed_mentions=written.allowed_mentions
        )

    def _lacking(self, chat: ChatRef | None) -> Callable[[], str]:
        def named() -> str:
            if self._client is None or chat is None:
                return ""
            channel = self._client.get_channel(int(chat.id))
            return missing(channel, needed_to_speak(channel))

        return named

    def _connected(self) -> discord.Client:
        if self._client is None or self._client.is_closed() or self._client.user is None:
            raise TryAgain("not connected yet")
        return self._client


def _reference(post: Post) -> discord.MessageReference | None:
    """Point at the message this one answers; that it was deleted meanwhile stops nothing."""
    if post.reply_to is None or post.reply_to.chat.id != post.chat.id:
        return None
    return discord.MessageReference(
        message_id=int(post.reply_to.id), channel_id=int(post.chat.id), fail_if_not_exists=False
    )
