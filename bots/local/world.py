"""Who is there, which chats are there, what was said? The "server side" of the local messenger.

The page, the tests and the demo act through the same methods; the messenger is told by being woken and
reads on from the entry it knows.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from bots.local.beginning import beginning
from bots.local.happened import (
    BotEdited,
    BotRemoved,
    BotSaid,
    ChatMade,
    Entry,
    File,
    Flavour,
    Happened,
    Joined,
    Left,
    PersonCame,
    PersonEdited,
    PersonReacted,
    PersonSaid,
    PersonTapped,
    ReactionTaken,
    Removed,
    Words,
    flavour_of,
)
from bots.local.state import Chat, Person, Spoken, State
from bots.local.store import Store
from core.clock import Clock, SystemClock
from core.errors import ChatGone, MessageGone
from core.ids import new_id
from core.messenger.fit import SYMBOLS
from core.messenger.port import Shown

LONGEST_TEXT = 16_000
"""Characters a person may write at once: more than any other messenger takes."""

Watcher = Callable[[Entry], None]


class NotThere(LookupError):
    """What a person wants to act on is not there, or not for them."""


class World:
    """A small world of people, rooms and private chats with the bot.

    Attributes:
        name: Name of this world; another file is another world.
        state: Everything as it stands now; read it, change it only through the methods.
        begun_at: Number of the last entry that was already there when the world was opened.
    """

    def __init__(self, store: Path | None = None, clock: Clock | None = None, empty: bool = False) -> None:
        """Open the world kept in `store`, or begin one with a few people and rooms.

        Args:
            store: A file of JSON lines; None keeps the world in memory.
            clock: Stamps what happens; a virtual one for the demo and tests.
            empty: True begins without anybody.

        Raises:
            WrongSetting: The file cannot be used.
        """
        self._clock = clock or SystemClock()
        self._store = Store(store)
        self._watchers: list[Watcher] = []
        self.name = self._store.world
        self.state = State()
        for entry in self._store.entries:
            self.state.apply(entry)
        self.begun_at = len(self.state.entries)
        if not empty and not self.state.entries:
            for what in beginning():
                self._happen(what)

    # ── reading ───────────────────────────────────────────────────────────────────────────────────

    def since(self, number: int) -> Sequence[Entry]:
        """List what happened after the entry of that number, oldest first."""
        return self.state.entries[max(number, 0) :]

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` of every entry from now on, at once; returns what ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def person(self, name: str, flavour: Flavour) -> Person:
        """Find someone by the name shown; raises `NotThere`."""
        for person in self.state.people.values():
            if person.name == name and flavour_of(person.id) is flavour:
                return person
        raise NotThere(name)

    def reads(self, person: str, chat: str) -> list[Spoken]:
        """List what that person reads there now, oldest first; raises `NotThere` if they are not in."""
        return list(self._entered(person, chat).said.values())

    def chats(self, person: str) -> list[Chat]:
        """List the chats the person is in, oldest first, the private one included."""
        return [chat for chat in self.state.chats.values() if person in chat.members]

    # ── what people do ────────────────────────────────────────────────────────────────────────────

    def comes(self, name: str, flavour: Flavour, language: str = "en", key: str = "") -> Person:
        """Let someone new live in the world; the same key again is the same person."""
        person = f"{flavour}:{new_id()}"
        entry = self._happen(PersonCame(person, name, language), key)
        assert isinstance(entry.what, PersonCame)
        return self.state.people[entry.what.person]

    def moves_in(self, name: str, flavour: Flavour, language: str, key: str) -> Person:
        """Let someone new live in the world and enter every room of theirs that is nobody's home."""
        person = self.comes(name, flavour, language, key)
        for chat in tuple(self.state.chats.values()):
            if not (chat.private or chat.home) and flavour_of(chat.id) is flavour:
                self.joins(person.id, chat.id)
        return person

    def makes_room(self, title: str, members: Sequence[str], key: str = "") -> Chat:
        """Let the first of the members make a room with the bot in it; all of one flavour, else `NotThere`."""
        if not members or any(person not in self.state.people for person in members):
            raise NotThere("nobody to make it")
        if len({flavour_of(person) for person in members}) > 1:
            raise NotThere("people of one flavour only")
        made = ChatMade(f"{flavour_of(members[0])}:{new_id()}", title, tuple(dict.fromkeys(members)))
        entry = self._happen(made, key)
        assert isinstance(entry.what, ChatMade)
        return self.state.chats[entry.what.chat]

    def joins(self, person: str, chat: str, key: str = "") -> None:
        """Let a person into a room of their flavour; being in already is no error."""
        room = self.state.chats.get(chat)
        if room is None or room.private or person not in self.state.people or flavour_of(person) != flavour_of(chat):
            raise NotThere(chat)
        if person not in room.members:
            self._happen(Joined(chat, person), key)

    def leaves(self, person: str, chat: str, key: str = "") -> None:
        """Let a person leave a room; being out already is no error."""
        room = self.state.chats.get(chat)
        if room is None or room.private:
            raise NotThere(chat)
        if person in room.members:
            self._happen(Left(chat, person), key)

    def removes_bot(self, person: str, chat: str, key: str = "") -> None:
        """Let a member throw the bot out of a room."""
        self._entered(person, chat)
        self._happen(BotRemoved(chat, person), key)

    def says(
        self, person: str, chat: str, text: str, key: str = "", reply_to: str = "", *, files: Sequence[File] = ()
    ) -> Entry:
        """Let a person write something, cut at 16,000 characters; the same key again is the same message."""
        self._entered(person, chat)
        return self._happen(PersonSaid(chat, person, text[:LONGEST_TEXT], reply_to, tuple(files)), key)

    def edits(self, person: str, chat: str, message: str, text: str, key: str = "") -> Entry:
        """Let a person change a message of their own."""
        if self._spoken(person, chat, message).author != person:
            raise NotThere(message)
        return self._happen(PersonEdited(chat, person, message, text[:LONGEST_TEXT]), key)

    def removes(self, person: str, chat: str, message: str, key: str = "") -> Entry:
        """Let a person take a message of their own away."""
        if key in self.state.names:
            return self.state.names[key]
        if self._spoken(person, chat, message).author != person:
            raise NotThere(message)
        return self._happen(Removed(chat, person, message), key)

    def taps(self, person: str, chat: str, label: str) -> Entry:
        """Let a person choose by label, on the newest message there that offers it, as their flavour does."""
        for spoken in reversed(self.reads(person, chat)):
            for place, option in enumerate(spoken.words.options):
                if option.label == label:
                    return self._chooses(person, spoken, place)
        raise NotThere(label)

    def presses(self, person: str, chat: str, message: str, option: str, key: str = "") -> Entry:
        """Let a person press one button; raises `NotThere` if the message no longer has it."""
        spoken = self._spoken(person, chat, message)
        if all(option != one.key for one in spoken.words.options):
            raise NotThere(option)
        return self._happen(PersonTapped(chat, person, message, option), key)

    def reacts(self, person: str, chat: str, message: str, symbol: str, key: str = "") -> Entry:
        """Let a person put a symbol under a message, or take theirs back if it is there."""
        spoken = self._spoken(person, chat, message)
        if (symbol, person) in spoken.reactions and key not in self.state.names:
            return self._happen(ReactionTaken(chat, person, message, symbol), key)
        return self._happen(PersonReacted(chat, person, message, symbol), key)

    def private_chat(self, person: str) -> str:
        """Find or open the person's private chat with the bot; returns its id."""
        if person not in self.state.people:
            raise NotThere(person)
        chat = f"{person}:private"
        if chat not in self.state.chats:
            self._happen(ChatMade(chat, "", (person,), private=True), f"open {person}")
        return chat

    # ── what the bot does ─────────────────────────────────────────────────────────────────────────

    def bot_says(self, chat: str, words: Words, key: str, reply_to: str = "") -> str:
        """Show a message of the bot's; the same key again shows nothing more. Returns the message's id.

        Raises:
            ChatGone: There is no such chat, or the bot is not in it.
        """
        self._with_bot(chat)
        return str(self._happen(BotSaid(chat, words, reply_to), f"post {key}").number)

    def bot_edits(self, chat: str, message: str, words: Words) -> None:
        """Change a message of the bot's in place; the same words again change nothing.

        Raises:
            ChatGone: There is no such chat, or the bot is not in it.
            MessageGone: There is no such message of the bot's.
        """
        old = self._with_bot(chat).said.get(message)
        if old is None or old.author:
            raise MessageGone(message)
        if old.words != words:
            self._happen(BotEdited(chat, message, words))

    def bot_removes(self, chat: str, message: str) -> None:
        """Take away a message of the bot's; already gone is no error.

        Raises:
            ChatGone: There is no such chat, or the bot is not in it.
        """
        old = self._with_bot(chat).said.get(message)
        if old is not None and not old.author:
            self._happen(Removed(chat, "", message))

    def bot_makes_home(self, token: str, title: str, members: Sequence[str], flavour: Flavour) -> str:
        """Make a room for exactly these people, once per token; returns its id."""
        made = ChatMade(f"{flavour}:{new_id()}", title, tuple(members), home=token)
        entry = self._happen(made, f"home {token}")
        assert isinstance(entry.what, ChatMade)
        return entry.what.chat

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # ── inside ────────────────────────────────────────────────────────────────────────────────────

    def _happen(self, what: Happened, name: str = "") -> Entry:
        known = self.state.names.get(name)
        if known is not None:
            return known
        entry = Entry(len(self.state.entries) + 1, name or new_id(), self._clock.now(), what)
        self._store.append(entry)
        self.state.apply(entry)
        for watcher in tuple(self._watchers):
            watcher(entry)
        return entry

    def _entered(self, person: str, chat: str) -> Chat:
        found = self.state.chats.get(chat)
        if found is None or person not in found.members:
            raise NotThere(chat)
        return found

    def _with_bot(self, chat: str) -> Chat:
        found = self.state.chats.get(chat)
        if found is None or not found.with_bot:
            raise ChatGone(chat)
        return found

    def _spoken(self, person: str, chat: str, message: str) -> Spoken:
        spoken = self._entered(person, chat).said.get(message)
        if spoken is None:
            raise NotThere(message)
        return spoken

    def _chooses(self, person: str, spoken: Spoken, place: int) -> Entry:
        match spoken.words.shown:
            case Shown.BUTTONS:
                return self.presses(person, spoken.chat, spoken.id, spoken.words.options[place].key)
            case Shown.REACTIONS:
                return self.reacts(person, spoken.chat, spoken.id, SYMBOLS[place])
            case Shown.NUMBERS:
                return self.says(person, spoken.chat, str(place + 1))
