"""How does the house speak on Telegram, and who is it there?"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bots.telegram import foreign, outgoing, wire
from bots.telegram.foreign import TokenRefused, translated
from bots.telegram.homes import Homes
from bots.telegram.listening import Listening
from bots.telegram.menu import publish
from bots.telegram.names import TELEGRAM, message_number, place, private_ref
from bots.telegram.pen import Pen
from bots.telegram.webhook import Webhook
from core.clock import Clock, SystemClock
from core.commands.catalogue import CATALOGUE
from core.commands.spec import Command
from core.errors import MessageGone, NoPrivateWay, Undeliverable, WrongSetting
from core.ids import MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, Attached, ChatKind, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Post

log = logging.getLogger(__name__)


class TelegramMessenger:
    """One bot account on Telegram.

    Args:
        token: From BotFather.
        base_url: Of the Bot API server.
        hook: Where Telegram calls; None asks for updates by long polling.
        commands: What stands in the menu.
        poll_seconds: How long one question for updates may stay open.
        read_timeout: Seconds until an answer counts as lost.
        patience: Seconds of the first pause after a failed connection; doubles up to a minute.
        clock: For the moment of taps; the machine's own if None.

    Raises:
        WrongSetting: Token or address cannot be one.
    """

    def __init__(
        self,
        token: str,
        *,
        base_url: str = wire.REAL,
        hook: Webhook | None = None,
        commands: Sequence[Command] = CATALOGUE,
        poll_seconds: int = 50,
        read_timeout: float = 15.0,
        patience: float = 1.0,
        clock: Clock | None = None,
    ) -> None:
        self._bot = wire.bot(token, base_url, read_timeout)
        self._homes = Homes(self._bot)
        self._ear = Listening(self._bot, self._homes, clock or SystemClock(), poll_seconds, patience)
        self._pen = Pen(self._bot, self._ear)
        self._hook = hook
        self._commands = commands
        self._ready = asyncio.Lock()

    @property
    def name(self) -> MessengerName:
        """Return "telegram"."""
        return TELEGRAM

    @property
    def webhook_port(self) -> int:
        """Return the port on which Telegram's calls are awaited, 0 while there is none."""
        return self._ear.port

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Say what a chat can show."""
        return outgoing.capabilities(chat)

    async def check(self) -> str:
        """Say which bot this is, and how two of BotFather's switches stand.

        Raises:
            WrongSetting: The token is not known.
        """
        try:
            with translated():
                await self._initialized()
                me = await self._bot.get_me()
        except TokenRefused:
            raise WrongSetting(foreign.TOKEN_REFUSED) from None
        privacy = "off" if me.can_read_all_group_messages else "on"
        groups = "yes" if me.can_join_groups else "no (switch it on at BotFather)"
        return f"@{me.username}, id {me.id}, privacy mode: {privacy}, may join groups: {groups}"

    async def run(self, desk: Desk) -> None:
        """Listen until cancelled; reconnect by itself.

        Raises:
            WrongSetting: The token is not known, another process reads the same updates, or the
                webhook's port is taken.
        """
        try:
            await self._connect()
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(publish(self._bot, self._commands))
                tasks.create_task(self._ear.hand_in_own(desk))
                tasks.create_task(self._ear.run(desk, self._hook))
        except BaseExceptionGroup as failed:
            raise _operators(failed) from None
        finally:
            await self._bot.shutdown()

    async def send(self, post: Post) -> MessageRef:
        """Send a new message; to a group that became a supergroup it follows by itself.

        Raises:
            NoPrivateWay: They never pressed Start, or blocked the bot.
        """
        if post.reader is not None and post.chat.kind is ChatKind.ROOM:
            await self._ear.lead_in(post.reader.id)
            raise NoPrivateWay("telegram: nothing in a room can be shown to one alone")
        try:
            with translated(post.chat):
                await self._initialized()
                return await self._pen.post(post)
        except NoPrivateWay:
            await self._ear.lead_in(post.chat.id)
            raise

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Change a message in place."""
        with translated(message.chat):
            await self._initialized()
            try:
                await self._pen.rewrite(message, post)
            except ChatMigrated as error:
                self._pen.moved(message.chat, error.new_chat_id)
                raise MessageGone("telegram: messages stay behind when a group becomes a supergroup") from error
            except BadRequest as error:
                if foreign.UNCHANGED not in error.message.lower():
                    raise

    async def remove(self, message: MessageRef) -> None:
        """Delete a message of ours; already gone is no error, and neither is one too old to be deleted."""
        with translated(message.chat):
            await self._initialized()
            try:
                await self._bot.delete_message(place(message.chat)[0], message_number(message))
            except BadRequest as error:
                if not any(words in error.message.lower() for words in foreign.NOT_DELETED):
                    raise

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Download a file that came with a message; Telegram hands out at most 20 MB to bots."""
        if file.size > most:
            raise Undeliverable(f"telegram: the file is larger than {most} bytes")
        with translated():
            await self._initialized()
            found = await self._bot.get_file(file.handle)
            # The library reads a path from our own disk where a server names one that exists here.
            if not (found.file_path or "").startswith(f"{self._bot.base_file_url}/") or (found.file_size or 0) > most:
                raise Undeliverable(f"telegram: the file lies elsewhere, or is larger than {most} bytes")
            content = bytes(await found.download_as_bytearray())
        if len(content) > most:
            raise Undeliverable(f"telegram: the file is larger than {most} bytes")
        return content

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Return the private chat with someone who opened it before.

        Raises:
            NoPrivateWay: They never pressed Start, or blocked the bot.
        """
        chat = private_ref(account.id)
        try:
            with translated(chat):
                await self._initialized()
                # "Typing" is refused exactly when a message would be, and promises one.
                await self._bot.send_chat_action(place(chat)[0], ChatAction.TYPING)
        except NoPrivateWay:
            await self._ear.lead_in(chat.id)
            raise
        return chat

    async def make_home(self, home: Home) -> HomeMade:
        """Make a forum topic, or return the link with which a member makes the group's chat in two taps."""
        with self._at(home.near):
            await self._initialized()
            made = await self._homes.make(home)
        if made.chat is None:
            await self._ear.want(home.token)
        return made

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Let one more person in; returns a key for one where they must come by themselves."""
        with self._at(chat):
            await self._initialized()
            return await self._homes.admit(chat, account)

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take the key of someone who left the group."""
        with self._at(chat):
            await self._initialized()
            await self._homes.dismiss(chat, account)

    @contextmanager
    def _at(self, chat: ChatRef | None) -> Iterator[None]:
        """Do something in a chat that may have moved unheard."""
        with translated(chat):
            try:
                yield
            except ChatMigrated as error:
                if chat is not None:
                    self._pen.moved(chat, error.new_chat_id)
                raise

    async def _initialized(self) -> None:
        async with self._ready:
            await self._bot.initialize()

    async def _connect(self) -> None:
        while True:
            try:
                await self._initialized()
                await self._choose_way()
            except TelegramError as error:
                await self._ear.rest(error)
                continue
            self._ear.rested()
            return

    async def _choose_way(self) -> None:
        if self._hook is None:
            await self._bot.delete_webhook()
            return
        await self._bot.set_webhook(
            self._hook.url, secret_token=self._hook.secret, allowed_updates=wire.ALLOWED_UPDATES
        )


def _operators(failed: BaseExceptionGroup[BaseException]) -> BaseException:
    """Take the operator's error out of a group of them; without one it is a bug and stays as it is."""
    for error in failed.exceptions:
        if isinstance(error, WrongSetting):
            return error
    return failed
