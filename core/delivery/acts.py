"""How is one deed done at a messenger?

Says nothing to the outbox except where the deed itself finds a private chat; what came of it is returned.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

from core.app.carried import brought_with, drawn_with
from core.app.outbox import Leased, Outbox
from core.app.queue import Deed
from core.delivery.drawing import Easel
from core.delivery.pictures import Darkroom
from core.errors import NoPrivateWay, TryAgain, Undeliverable
from core.ids import MessengerName
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, ChatKind, ChatRef, MessageRef
from core.messenger.fit import fit
from core.messenger.messages import Style
from core.messenger.port import Home, HomeMade, Messenger, Paragraph, Post
from core.texts.translator import reader
from core.wording import Text, text

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message appeared, or changed; `message` is None when it kept its name or there is none."""

    message: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """Someone may enter."""

    way_in: str


Fruit = Sent | HomeMade | Admitted


@dataclass(frozen=True, slots=True)
class Reading:
    """What words are read in where nobody chose.

    Attributes:
        language: Language code.
        zone: IANA name.
    """

    language: str = "en"
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Actor:
    """Does deeds at one messenger.

    Attributes:
        messenger: Where.
        outbox: Told of private chats that were found.
        reading: For chats and people that chose nothing.
        patience: How long one call may take.
        sources: All messengers that run here, by name: they hand out the files that cross.
        easel: Where pictures are drawn.
        darkroom: Where pictures of people are cleaned of all but their pixels.
    """

    messenger: Messenger
    outbox: Outbox
    reading: Reading
    patience: timedelta
    sources: Mapping[MessengerName, Messenger] = field(default_factory=dict)
    easel: Easel = field(default_factory=Easel)
    darkroom: Darkroom = field(default_factory=Darkroom)

    async def act(self, leased: Leased) -> Fruit:
        """Do a deed and return what came of it.

        Raises:
            TryAgain: Or any other of the messenger's own errors.
        """
        match leased.sending.deed:
            case Deed.SEND:
                return await self._send(leased)
            case Deed.EDIT:
                return await self._edit(leased)
            case Deed.ERASE:
                if leased.edits is not None:
                    await self._ask(self.messenger.remove(leased.edits))
                return Sent()
            case Deed.HOME:
                return await self._make_home(leased)
            case Deed.ADMIT:
                chat, account = _both(leased)
                return Admitted(await self._ask(self.messenger.admit(chat, account)))
            case Deed.DISMISS:
                chat, account = _both(leased)
                await self._ask(self.messenger.dismiss(chat, account))
                return Sent()

    async def _send(self, leased: Leased) -> Sent:
        chat = leased.chat
        if chat is not None and chat.kind is ChatKind.ROOM and leased.account is not None:
            return await self._show_one_reader(leased, chat, leased.account)
        if chat is None:
            chat = await self._open_private(leased)
        post = await self._with_file(leased, self._post(leased, chat))
        return Sent(await self._ask(self.messenger.send(post)))

    async def _with_file(self, leased: Leased, post: Post) -> Post:
        """Fetch the file that comes along, where it was said; what cannot be had any more is told of instead.

        The bytes are in memory for this one send and nowhere else.
        """
        brought = brought_with(leased.sending.data)
        if brought is None:
            return await self._with_picture(leased, post)
        source = self.sources.get(brought.messenger)
        most = self.messenger.capabilities(post.chat).file_limit
        try:
            if source is None:
                raise Undeliverable(f"{brought.messenger} does not run here")
            file = await self.darkroom.cleaned(brought.file, await self._ask(source.fetch(brought.file, most)))
            if len(file.content) > most:
                raise Undeliverable(f"the file is larger than {most} bytes")
        except Undeliverable:
            note = Paragraph(
                self._reader(leased, post.chat)(text("relay-file-stayed-unmeasured", name=brought.file.name)),
                Style.NOTE,
            )
            return replace(post, body=(*post.body, note))
        return replace(post, file=file)

    async def _with_picture(self, leased: Leased, post: Post) -> Post:
        """Draw the picture that comes along; where that fails the words say so, and stand for themselves."""
        picture = drawn_with(leased.sending.data)
        if picture is None:
            return post
        read = self._reader(leased, post.chat)
        drawn = await self.easel.draw(picture, read)
        if drawn is None or len(drawn.content) > self.messenger.capabilities(post.chat).file_limit:
            return replace(post, body=(*post.body, Paragraph(read(text("around-undrawn")), Style.NOTE)))
        return replace(post, file=drawn)

    async def _show_one_reader(self, leased: Leased, room: ChatRef, account: AccountRef) -> Sent:
        """Show an answer inside a room to one alone; where that fails it goes to them privately."""
        if self.messenger.capabilities(room).private_answers is Can.NATIVE:
            try:
                post = await self._with_file(leased, replace(self._post(leased, room), reader=account))
                return Sent(await self._ask(self.messenger.send(post)))
            except NoPrivateWay:
                pass
        private = await self._open_private(leased)
        return Sent(await self._ask(self.messenger.send(await self._with_file(leased, self._post(leased, private)))))

    async def _open_private(self, leased: Leased) -> ChatRef:
        if leased.account is None:
            raise Undeliverable("goes to nobody")
        private = await self._ask(self.messenger.open_private(leased.account))
        await self.outbox.opened(leased.sending.id, private)
        return private

    async def _edit(self, leased: Leased) -> Sent:
        """Change a message in place; one that stayed behind, or cannot change, is said anew."""
        message = leased.edits
        if message is None or self.messenger.capabilities(message.chat).edits is Can.ABSENT:
            return await self._send(leased)
        post = self._post(leased, message.chat)
        if message.chat.kind is ChatKind.ROOM and leased.account is not None:
            post = replace(post, reader=leased.account)
        await self._ask(self.messenger.edit(message, post))
        return Sent()

    async def _make_home(self, leased: Leased) -> HomeMade:
        data = leased.sending.data
        language = leased.language or self.reading.language
        home = Home(str(data["token"]), str(data["title"]), leased.members, leased.chat, language)
        return await self._ask(self.messenger.make_home(home))

    def _post(self, leased: Leased, chat: ChatRef) -> Post:
        if leased.sending.message is None:
            raise Undeliverable("says nothing")
        language = leased.language or self.reading.language
        answering = leased.sending.answering if chat == leased.chat else None
        answers = leased.answers if leased.answers and leased.answers.chat == chat else None
        empty = Post(chat, leased.sending.id, (), reply_to=answers, answering=answering, language=language)
        can = self.messenger.capabilities(chat)
        read, body = self._reader(leased, chat), self._reader(leased, chat, marked=can.own_times)
        return fit(leased.sending.message, leased.sending.keys, can, read, empty, body_render=body)

    def _reader(self, leased: Leased, chat: ChatRef, marked: bool = False) -> Callable[[Text], str]:
        """Read out in the words of whoever is told, with commands as that chat calls them."""
        prefix = self.messenger.capabilities(chat).command_prefix
        return reader(
            leased.language or self.reading.language, leased.zone or self.reading.zone, marked=marked, prefix=prefix
        )

    async def _ask(self, call: Awaitable[Result]) -> Result:
        """Wait for a messenger, not for ever; after that nobody knows whether it happened."""
        try:
            async with asyncio.timeout(self.patience.total_seconds()):
                return await call
        except TimeoutError as late:
            raise TryAgain("no answer in time", may_have_arrived=True) from late


def _both(leased: Leased) -> tuple[ChatRef, AccountRef]:
    if leased.chat is None or leased.account is None:
        raise Undeliverable("the chat or the person is gone")
    return leased.chat, leased.account
