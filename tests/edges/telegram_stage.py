"""How do people play on Telegram, on our own Bot API server?"""

import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from bots.telegram.messenger import TelegramMessenger
from bots.telegram.webhook import Webhook
from tests.edges.botapi import doors
from tests.edges.botapi.server import TOKEN, BotApi, Trouble
from tests.edges.botapi.state import ApiError, Chat, Json, Message, User
from tests.edges.botapi.world import World
from tests.stage import PRIVATE, Seen, SentFile, until

_QUOTED = re.compile(r"[“«]([^”»]+)[”»]")
_PATIENCE = 3.0
_HANDLE = re.compile(r"(?<!\w)@(\w{4,32})")


class TelegramStage:
    """Telegram with people on it.

    People have pressed Start some time ago unless they are called in as strangers; in rooms their client does
    what the official ones do: where the bot opened the reply field for them, what they type is that reply.

    Args:
        api: The server, already started.
        messenger: The edge under test, connected to it.
    """

    def __init__(self, api: BotApi, messenger: TelegramMessenger) -> None:
        self.api = api
        self._messenger = messenger
        self._people: dict[str, User] = {}
        self._used: set[str] = set()
        self._last: dict[int, tuple[int, int]] = {}

    @property
    def world(self) -> World:
        """The world the server plays."""
        return self.api.world

    @property
    def messenger(self) -> TelegramMessenger:
        """The edge under test."""
        return self._messenger

    def person(self, name: str, started: bool = True, language: str = "en") -> User:
        """Call a person in, by name; a second time it is the same one."""
        if name not in self._people:
            self._people[name] = self.world.join_world(name, started, language)
        return self._people[name]

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a supergroup with these people and the bot as a plain member, privacy mode on."""
        owner, *others = [self.person(name) for name in people]
        chat = self.world.make_group(owner, title, tuple(others))
        self.world.add_bot(owner, chat)
        return str(chat.id)

    async def says(self, person: str, chat: str, text: str) -> None:
        """Let a person write; the first words in private open the conversation."""
        who = self.person(person)
        where, topic = self.place(person, chat)
        if chat == PRIVATE:
            who.started, who.blocked = True, False
        await self._unhurried(who, where)
        asked = None if text.startswith("/") else await self._reply_field(who, where, topic)
        self.world.say(who, where, text, topic, asked)
        self._last[who.id] = (where.id, self.world.updates.newest)

    async def replies(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person answer a message."""
        who = self.person(person)
        where, topic = self.place(person, chat)
        await self._unhurried(who, where)
        self.world.say(who, where, text, topic, int(message))
        self._last[who.id] = (where.id, self.world.updates.newest)

    async def edits(self, person: str, chat: str, message: str, text: str) -> None:
        """Let a person change a message of their own."""
        where, _topic = self.place(person, chat)
        self.world.change(self.person(person), where, int(message), text)

    async def removes(self, person: str, chat: str, message: str) -> None:
        """Let a person delete a message; Telegram tells no bot."""
        where, _topic = self.place(person, chat)
        where.messages.remove(_found(where, int(message)))

    async def sends_file(self, person: str, chat: str, text: str, file: SentFile) -> None:
        """Let a person send a picture or file."""
        where, topic = self.place(person, chat)
        self.world.send_file(self.person(person), where, text, (file.name, file.media, file.content), topic)

    async def reacts(self, person: str, chat: str, message: str, symbol: str) -> None:
        """Let a person put a symbol under a message; bots hear of it as administrators only."""
        where, _topic = self.place(person, chat)
        self.world.react(self.person(person), where, int(message), symbol)

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Let a person press the newest button of that name."""
        who = self.person(person)
        where, topic = self.place(person, chat)
        await self._unhurried(who, where)
        for message in reversed(_in(where, topic)):
            if label in _labels(message):
                self.world.tap(who, where, message, label)
                self._last[who.id] = (where.id, self.world.updates.newest)
                return
        raise LookupError(f"nothing offers {label!r} to {person} there")

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Show what the person's client shows there, after they used every key they were given."""
        where, topic = self.place(person, chat)
        for message in self._read_by(self.person(person)):
            doors.follow_invite(self.world, self.person(person), message.text)
        if not where.standing(self.person(person).id).inside:
            raise LookupError(f"{person} is not in that chat")
        return [self._seen(message) for message in _in(where, topic) if not message.service]

    async def chats(self, person: str) -> dict[str, str]:
        """List the person's rooms, after they followed every link that reached them."""
        who = self.person(person)
        for message in self._read_by(who):
            self._follow(who, message)
        found: dict[str, str] = {}
        for chat in self.world.chats.values():
            if chat.type == "private" or chat.migrated_to or not chat.standing(who.id).inside:
                continue
            found[chat.title] = str(chat.id)
            found |= {title: f"{chat.id}/{number}" for number, title in chat.topics.items()}
        return found

    async def remove_bot(self, chat: str) -> None:
        """Let the owner throw the bot out."""
        where = self.world.chats[int(chat.partition("/")[0])]
        owner = next(one for one, member in where.members.items() if member.status == "creator")
        self.world.remove_bot(self.world.people[owner], where)

    async def repeats(self) -> None:
        """Deliver the newest update once more."""
        self.world.updates.repeat()

    async def slows_down(self) -> None:
        """Let the next message be refused as one too many."""
        flood = ApiError(429, "Too Many Requests: retry after 1", {"retry_after": 1})
        self.api.trouble("sendMessage", Trouble(error=flood))

    async def pinged(self) -> list[str]:
        """List whom the bot's messages called: Telegram links every @name that exists, and named mentions."""
        names = {user.username.lower(): user.first_name for user in self.world.people.values() if user.username}
        ours = [one for chat in self.world.chats.values() for one in chat.messages if self._is_ours(one)]
        called = [names[name.lower()] for one in ours for name in _HANDLE.findall(one.text) if name.lower() in names]
        return called + [str(entity) for one in ours for entity in one.entities if entity["type"] == "text_mention"]

    def place(self, person: str, chat: str) -> tuple[Chat, int | None]:
        """Return a chat and, for a topic, its number."""
        if chat == PRIVATE:
            return self.world.chats[self.person(person).id], None
        number, _, topic = chat.partition("/")
        return self.world.chats[int(number)], int(topic) if topic else None

    def verdict(self) -> list[str]:
        """List everything that a good bot never does: breaches of the schema, a parse mode, an unanswered tap."""
        sent = [*self.api.sent("sendMessage"), *self.api.sent("editMessageText")]
        modes = [f"a parse mode: {given['parse_mode']}" for given in sent if "parse_mode" in given]
        previews = ["a link preview" for given in sent if not given.get("link_preview_options", {}).get("is_disabled")]
        gone = self.world.updates.is_confirmed
        silent = [query for query in self.world.taps if gone(self.world.tap_updates[query])]
        unanswered = [f"tap {query} was confirmed and never answered" for query in silent]
        return [*self.api.all_faults(), *modes, *previews, *unanswered]

    def _read_by(self, who: User) -> list[Message]:
        rooms = [chat for chat in self.world.chats.values() if chat.standing(who.id).inside]
        return [message for chat in rooms for message in chat.messages if self._is_ours(message)]

    def _follow(self, who: User, message: Message) -> None:
        doors.follow_invite(self.world, who, message.text)
        link = doors.start_group_link(message.text)
        if link is None or link in self._used:
            return
        self._used.add(link)
        named = _QUOTED.search(message.text)
        doors.make_by_link(self.world, who, link, named[1] if named else "Our group")

    def _seen(self, message: Message) -> Seen:
        edited = message.edited is not None
        files = tuple(self.world.files[one] for one in message.files)
        answers = str(message.reply_to or "")
        return Seen(
            str(message.id), message.text, tuple(_labels(message)), self._is_ours(message), edited, answers, files
        )

    def _is_ours(self, message: Message) -> bool:
        return message.sender == self.world.bot.id

    async def _unhurried(self, who: User, chat: Chat) -> None:
        """Let a person who goes from one chat to another see first what their last act there brought about."""
        before = self._last.get(who.id)
        if before is not None and before[0] != chat.id:
            await _a_moment(lambda: self.world.updates.is_confirmed(before[1]))

    async def _reply_field(self, who: User, chat: Chat, topic: int | None) -> int | None:
        """Return which question the person's reply field answers; who just did something waits a moment for it."""
        if chat.type == "private":
            return None
        if self._last.get(who.id, (0, 0))[0] == chat.id:
            await _a_moment(lambda: self._question(who, chat, topic) is not None)
        return self._question(who, chat, topic)

    def _question(self, who: User, chat: Chat, topic: int | None) -> int | None:
        """Find the bot's newest message that opened this person's reply field and is not answered yet."""
        messages = _in(chat, topic)
        answered = {one.reply_to for one in messages if one.sender == who.id}
        for message in reversed(messages):
            if self._is_ours(message) and _asks(message.markup, message, chat, who) and message.id not in answered:
                return message.id
        return None


def _found(chat: Chat, number: int) -> Message:
    message = chat.find(number)
    assert message is not None, "no such message"
    return message


async def _a_moment(look: Callable[[], bool]) -> None:
    """Wait as long as a patient person does, and no longer."""
    try:
        await until(look, seconds=_PATIENCE)
    except AssertionError:
        return


@asynccontextmanager
async def playing(hook: Webhook | None = None, read_timeout: float = 20.0) -> AsyncIterator[TelegramStage]:
    """Play on our own Bot API server; at the end, whatever a good bot never does fails the test.

    Args:
        hook: Where Telegram calls; None for long polling.
        read_timeout: Seconds until the bot takes an answer for lost; long, for a busy machine is no lost answer.
    """
    api = BotApi()
    await api.start()
    edge = TelegramMessenger(
        TOKEN, base_url=api.url, hook=hook, poll_seconds=2, read_timeout=read_timeout, patience=0.02
    )
    stage = TelegramStage(api, edge)
    yield stage
    await api.stop()
    assert stage.verdict() == []


def _asks(markup: Json | None, message: Message, chat: Chat, who: User) -> bool:
    if not (markup or {}).get("force_reply"):
        return False
    answered = chat.find(message.reply_to) if message.reply_to is not None else None
    is_named = any(entity.get("user", {}).get("id") == who.id for entity in message.entities)
    is_answered = answered is not None and answered.sender == who.id
    return not (markup or {}).get("selective") or is_named or is_answered


def _in(chat: Chat, topic: int | None) -> list[Message]:
    return [message for message in chat.messages if message.topic == topic]


def _labels(message: Message) -> list[str]:
    return [button["text"] for row in (message.markup or {}).get("inline_keyboard", []) for button in row]
