"""How do people of a test live on Discord?

Every room is a server of its own with one text channel. Whatever begins with "/" becomes a native command where the
client lets it through, and is typed to the bot otherwise; plain words answer the newest question through its
"Answer" button, as one would in a room whose messages the bot cannot read.
"""

import contextlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from simcord.backend.errors import OptionError
from simcord.backend.models import Message

from bots.discord.messenger import DiscordMessenger
from bots.discord.outgoing import ANSWER
from core.clock import Clock
from core.commands.catalogue import CATALOGUE
from core.texts.translator import has, languages, render
from core.wording import Text
from tests.edges.discord_people import Person, buttons, shown_text
from tests.edges.discord_wire import TOKEN, DiscordWire
from tests.stage import PRIVATE, Seen, SentFile, until

_MOST_WRITTEN = 2000
_A_MOMENT = 3.0


@asynccontextmanager
async def discord_on_loopback() -> AsyncIterator["DiscordStage"]:
    """Give a Discord of its own; a request the lint found fault with fails the test."""
    wire = DiscordWire()
    await wire.start()
    try:
        yield DiscordStage(wire)
    finally:
        await wire.stop()
    assert wire.complaints == []


class DiscordStage:
    """Discord on loopback with people on it."""

    def __init__(self, wire: DiscordWire) -> None:
        self.wire = wire
        self.people: dict[str, Person] = {}
        self._answered: set[tuple[int, int]] = set()
        self._messenger = self.another()

    def another(self, clock: Clock | None = None, patience: float = 10.0) -> DiscordMessenger:
        """Make one more edge of the same bot, as after a restart."""
        wait = timedelta(seconds=patience)
        return DiscordMessenger(
            TOKEN,
            self.wire.api_base,
            self.wire.gateway.address,
            clock=clock,
            files_base=self.wire.files_base,
            patience=wait,
        )

    @property
    def messenger(self) -> DiscordMessenger:
        """The edge under test."""
        return self._messenger

    def person(self, name: str) -> Person:
        """Return the person of that name, new to Discord if need be."""
        return self.people.setdefault(name, Person(self.wire, name))

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a server with one channel; returns the channel's id."""
        await self.wire.gateway.fence()
        channel = self.wire.server(title, [self.person(name).id for name in people])
        return str(channel.id)

    async def says(self, person: str, chat: str, text: str) -> None:
        """Call a command, answer a question, or write."""
        await until(lambda: self.wire.gateway.listening)
        who, place = self.person(person), self._place(person, chat)
        if text.startswith("/"):
            await self._calls(who, place, text)
            return
        question = await self._question(who, chat)
        if question is None or (chat == PRIVATE and not question.is_ephemeral):
            who.writes(place, text)
            await self.wire.gateway.fence()
            return
        self._answered.add((who.id, question.id))
        opened = await who.presses(question, ANSWER)
        await who.submits(opened, **{ANSWER: text})

    async def replies(self, person: str, chat: str, message: str, text: str) -> None:
        """Answer a message; /share is chosen in its own menu, and a plain answer mentions the bot."""
        who, place = self.person(person), self._place(person, chat)
        if text.startswith("/share"):
            await who.shares(self.wire.backend.get_message(place, int(message)))
            return
        who.writes(place, f"<@{self.wire.backend.bot_user.id}> {text}", int(message))
        await self.wire.gateway.fence()

    async def edits(self, person: str, chat: str, message: str, text: str) -> None:
        """Change a message of one's own."""
        self.wire.backend.edit_message(self._place(person, chat), int(message), {"content": text})
        await self.wire.gateway.fence()

    async def removes(self, person: str, chat: str, message: str) -> None:
        """Take a message of one's own away."""
        self.wire.backend.delete_message(self._place(person, chat), int(message))
        await self.wire.gateway.fence()

    async def sends_file(self, person: str, chat: str, text: str, file: SentFile) -> None:
        """Send a picture or file."""
        backend, place = self.wire.backend, self._place(person, chat)
        stored = [
            self.wire.kept_where_discord_does(one)
            for one in backend.store_attachments(place, [(file.name, file.content)])
        ]
        backend.create_message(place, self.person(person).id, text, attachments=stored)
        await self.wire.gateway.fence()

    async def reacts(self, person: str, chat: str, message: str, symbol: str) -> None:
        """Put a symbol under a message."""
        self.wire.backend.add_reaction(self._place(person, chat), int(message), symbol, self.person(person).id)
        await self.wire.gateway.fence()

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Press the button on the newest message there that has it."""
        who = self.person(person)
        for message in reversed(self._seen(who, chat)):
            for shown, custom_id in buttons(message):
                if shown == label:
                    await who.presses(message, custom_id)
                    return
        raise LookupError(f"{person} sees no button {label!r}")

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Show a room with what only this person sees there; in private also what was whispered in rooms."""
        return [self._shown(message) for message in self._seen(self.person(person), chat)]

    async def chats(self, person: str) -> dict[str, str]:
        """List channels and threads the person is in."""
        who, found = self.person(person), {}
        for channel in self.wire.backend.channels.values():
            if channel.guild_id is not None and channel.name:
                try:
                    who.sees(channel.id)
                except LookupError:
                    continue
                found[channel.name] = str(channel.id)
        return found

    async def remove_bot(self, chat: str) -> None:
        """Throw the bot out of the server."""
        guild = self.wire.backend.get_channel(int(chat)).guild_id
        assert guild is not None
        self.wire.expel(guild)

    async def repeats(self) -> None:
        """Deliver the newest event of a person once more."""
        for kind, event, payload in reversed(self.wire.backend.transcript):
            if kind == "GATEWAY" and (event == "INTERACTION_CREATE" or self._is_written(event, payload)):
                self.wire.backend.emit(event, payload)
                return

    async def slows_down(self) -> None:
        """Let the next message be refused as one too many, for longer than the library waits by itself."""
        self.wire.slow_down("/channels/*/messages", 61)

    async def pinged(self) -> list[str]:
        """List whom the bot's messages have pinged."""
        names = {person.id: name for name, person in self.people.items()}
        ours = [one for room in self.wire.backend.messages.values() for one in room.values() if self._is_ours(one)]
        everyone = ["everyone" for one in ours if one.mention_everyone and one.allowed_mentions.everyone]
        return everyone + [names.get(who, str(who)) for one in ours for who in (*one.ping_user_ids, *one.ping_role_ids)]

    async def _question(self, who: Person, chat: str) -> Message | None:
        """Return the newest question this person has not answered, waiting a moment for it as one does."""

        def newest() -> Message | None:
            asked = [one for one in self._seen(who, chat) if _asks(one) and (who.id, one.id) not in self._answered]
            return asked[-1] if asked else None

        if chat != PRIVATE:
            with contextlib.suppress(AssertionError):
                await until(newest, _A_MOMENT)
        return newest()

    async def _calls(self, who: Person, place: int, line: str) -> None:
        name, _, rest = line[1:].partition(" ")
        try:
            record = await who.calls(place, name, **_options(name, rest))
        except (OptionError, LookupError):
            mention = f"<@{self.wire.backend.bot_user.id}> "
            who.writes(place, (mention + line)[:_MOST_WRITTEN])
            return
        if record.modal:
            await who.submits(record)

    def _place(self, person: str, chat: str) -> int:
        return self.person(person).private_chat() if chat == PRIVATE else int(chat)

    def _seen(self, who: Person, chat: str) -> list[Message]:
        if chat != PRIVATE:
            return who.sees(int(chat))
        return sorted([*who.sees(who.private_chat()), *who.whispers()], key=lambda one: one.id)

    def _shown(self, message: Message) -> Seen:
        labels = tuple(label for label, custom_id in buttons(message) if custom_id != ANSWER)
        text = shown_text(message.content)
        edited = message.edited_timestamp is not None
        answers = str((message.reference or {}).get("message_id") or "")
        files = tuple(self.wire.file(one["url"]) for one in message.attachments)
        return Seen(str(message.id), text, labels, self._is_ours(message), edited, answers, files)

    def _is_ours(self, message: Message) -> bool:
        return message.author_id == self.wire.backend.bot_user.id

    def _is_written(self, event: str, payload: Any) -> bool:
        return event == "MESSAGE_CREATE" and payload["author"]["id"] != str(self.wire.backend.bot_user.id)


def _asks(message: Message) -> bool:
    return any(custom_id == ANSWER for _label, custom_id in buttons(message))


def _options(name: str, rest: str) -> dict[str, str]:
    """Sort a typed line into a command's options, as a person does with the fields before them.

    A part that is neither named nor a time or a number of people goes into the next field that is still empty.
    """
    arguments = next((command.arguments for command in CATALOGUE if command.name == name), ())
    names = {word: argument.name for argument in arguments for word in _words(argument.name)}
    given: dict[str, str] = {}
    for place, part in enumerate(piece.strip() for piece in rest.split("|")):
        if not part:
            continue
        word, colon, value = part.partition(":")
        if colon and word.strip().lower() in names:
            given[names[word.strip().lower()]] = value.strip()
        elif place == 0 and names:
            lead, _by, when = part.rpartition(" by ") if "by" in names else (part, "", "")
            given[next((one.name for one in arguments if one.leads), arguments[0].name)] = lead or part
            given.update({"by": when} if lead and when else {})
        elif "least" in names and "least" not in given and part.startswith("at least "):
            given["least"] = part.removeprefix("at least ")
        elif part[0].isdigit() and "people" in names:
            given["people"] = part
        elif part.startswith("#") and "topics" in names:
            given["topics"] = part
        elif "by" in names and "by" not in given:
            given["by"] = part
        elif (empty := next((one.name for one in arguments if one.name not in given), "")) != "":
            given[empty] = part
    return given


def _words(argument: str) -> set[str]:
    """Return what people call an argument, in every language."""
    told = [render(Text(f"word-{argument}"), code) for code in languages() if has(f"word-{argument}", code)]
    return {argument, *(word.strip() for line in told for word in line.split(","))}
