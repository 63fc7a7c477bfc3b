"""How does the local world keep the promises of a messenger?"""

import asyncio
import logging
from pathlib import Path

from bots.local.guard import LOOPBACK
from bots.local.happened import Flavour, flavour_of
from bots.local.incoming import LOCAL, chat_ref, read
from bots.local.outgoing import CAPABILITIES, write
from bots.local.server import Page
from bots.local.world import NotThere, World
from core.clock import Clock
from core.errors import ChatGone, NoPrivateWay, Undeliverable
from core.ids import MessengerName
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, Attached, ChatRef, MessageRef
from core.messenger.port import Desk, Home, HomeMade, Post

log = logging.getLogger(__name__)

PORT = 8765


class LocalMessenger:
    """The embedded messenger: one world, one page, two flavours of chat.

    The flavour is the first part of every id, so `capabilities` differ from chat to chat and the house sees one
    messenger named "local". Tests and the demo act on `world` and need no page.

    Attributes:
        world: Where the people are.
        page: The web page that shows it, None when nobody looks.
    """

    def __init__(
        self,
        port: int | None = PORT,
        store: Path | None = None,
        clock: Clock | None = None,
        host: str = LOOPBACK,
        empty: bool = False,
    ) -> None:
        """Open the world; nothing listens before `run`.

        Args:
            port: Where the page is served; 0 takes any free one, None serves no page.
            store: The file the world is kept in; None keeps it in memory.
            clock: Stamps what happens; the machine's when None.
            host: A loopback address.
            empty: True begins a new world without people and rooms.

        Raises:
            WrongSetting: The address is not on loopback, or the file cannot be used.
        """
        self.world = World(store, clock, empty)
        self.page = None if port is None else Page(self.world, host, port)
        self._news = asyncio.Event()

    @property
    def name(self) -> MessengerName:
        """Return "local"."""
        return LOCAL

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """Say what the flavour of that chat can show."""
        return CAPABILITIES[flavour_of(chat.id)]

    async def run(self, desk: Desk) -> None:
        """Serve the page and hand what people do to the desk, in order, until cancelled.

        Raises:
            WrongSetting: The port is taken.
        """
        if self.page is not None:
            self.page.open()
        unwatch = self.world.watch(lambda _entry: self._news.set())
        try:
            async with asyncio.TaskGroup() as tasks:
                if self.page is not None:
                    tasks.create_task(self.page.serve(), name="local page")
                tasks.create_task(self._listen(desk), name="local world")
        finally:
            unwatch()

    async def send(self, post: Post) -> MessageRef:
        """Show a new message; the same key again is the same message, also after a restart."""
        message = self.world.bot_says(post.chat.id, write(post), post.key, post.reply_to.id if post.reply_to else "")
        return MessageRef(post.chat, message)

    async def edit(self, message: MessageRef, post: Post) -> None:
        """Change a message of ours in place."""
        self.world.bot_edits(message.chat.id, message.id, write(post))

    async def remove(self, message: MessageRef) -> None:
        """Take away a message of ours; already gone is no error."""
        self.world.bot_removes(message.chat.id, message.id)

    async def fetch(self, file: Attached, most: int) -> bytes:
        """Return the bytes of a file someone sent.

        Raises:
            Undeliverable: It is gone, or too large.
        """
        content = self.world.state.file(file.handle)
        if content is None or len(content) > most:
            raise Undeliverable(f"{file.name} cannot be had")
        return content

    async def open_private(self, account: AccountRef) -> ChatRef:
        """Find or open the private chat with that person."""
        try:
            return chat_ref(self.world.state, self.world.private_chat(account.id))
        except NotThere as nobody:
            raise NoPrivateWay(account.id) from nobody

    async def make_home(self, home: Home) -> HomeMade:
        """Make a room for the members, once per token.

        Raises:
            Undeliverable: Not all of them are where rooms exist; the group lives in private messages.
        """
        known = self.world.state.people
        flavours = {flavour_of(one.id) for one in home.members} | ({flavour_of(home.near.id)} if home.near else set())
        if flavours != {Flavour.MATRIX} or any(one.id not in known for one in home.members):
            raise Undeliverable("no room can hold all of these people")
        chat = self.world.bot_makes_home(home.token, home.title, [one.id for one in home.members], Flavour.MATRIX)
        return HomeMade(chat_ref(self.world.state, chat))

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Let one more person into a home; everyone here can be invited, so the way in is empty."""
        try:
            self.world.joins(account.id, chat.id)
        except NotThere as nowhere:
            raise ChatGone(chat.id) from nowhere
        return ""

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take away the key of someone who left."""
        try:
            self.world.leaves(account.id, chat.id)
        except NotThere as nowhere:
            raise ChatGone(chat.id) from nowhere

    async def check(self) -> str:
        """Say how many people live here and where the page is."""
        where = "no page" if self.page is None else self.page.address
        return f"local: {len(self.world.state.people)} people, {where}"

    async def _listen(self, desk: Desk) -> None:
        """Hand on everything after the entry the desk knows; an empty token means what came since the world opened.

        What came together is kept as read at once: handed on again after a kill, the desk knows it by its key.
        """
        number = _number(await desk.last_token(self.name), self.world)
        while True:
            self._news.clear()
            was_heard = False
            for entry in self.world.since(number):
                was_heard |= await self._hand_on(desk, entry.number)
                number = entry.number
            if was_heard:
                await desk.keep_token(self.name, f"{self.world.name}:{number}")
            await self._news.wait()

    async def _hand_on(self, desk: Desk, number: int) -> bool:
        """Hand on an entry, unless it is only what the house itself did; says whether it did."""
        entry = self.world.state.entries[number - 1]
        incoming = read(entry, self.world.state, self.world.name)
        if incoming is None:
            return False
        try:
            await desk.handle(incoming)
        except Exception:
            # A bug behind the desk must not silence everybody else in the world.
            log.exception("event %s was not handled", incoming.key)
        return True


def _number(token: str, world: World) -> int:
    """Return the entry to read on from.

    A token of another world is of no use: then this one is read from its start. Without a token the
    database is new, and what an older world had said before is not said again.
    """
    name, _, number = token.partition(":")
    if not token:
        return world.begun_at
    return int(number) if name == world.name and number.isdigit() else 0
