"""What does the local world look like after everything that happened?"""

from base64 import b64decode
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from bots.local.happened import (
    BotEdited,
    BotRemoved,
    BotSaid,
    ChatMade,
    Entry,
    Joined,
    Left,
    Line,
    PersonCame,
    PersonEdited,
    PersonReacted,
    PersonSaid,
    PersonTapped,
    ReactionTaken,
    Removed,
    Words,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who lives in the world."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message as it stands now.

    Attributes:
        author: A person's id, empty for the bot.
        edited: How often it was changed in place.
        reactions: (symbol, person) pairs, oldest first.
    """

    id: str
    chat: str
    author: str
    words: Words
    at: datetime
    edited: int = 0
    reply_to: str = ""
    reactions: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Chat:
    """A place, who is in it, and what was said there, oldest first."""

    id: str
    title: str
    private: bool
    home: str
    members: list[str]
    with_bot: bool = True
    said: dict[str, Spoken] = field(default_factory=dict)


class State:
    """People, chats and messages, built up entry by entry; asks nobody and decides nothing."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.chats: dict[str, Chat] = {}
        self.names: dict[str, Entry] = {}
        self.entries: list[Entry] = []

    def apply(self, entry: Entry) -> None:
        """Let one more thing have happened."""
        self.entries.append(entry)
        self.names[entry.name] = entry
        match entry.what:
            case PersonCame(person=person, name=name, language=language):
                self.people[person] = Person(person, name, language)
            case ChatMade() as made:
                self.chats[made.chat] = Chat(made.chat, made.title, made.private, made.home, list(made.members))
            case Joined(chat=chat, person=person):
                self.chats[chat].members.append(person)
            case Left(chat=chat, person=person):
                self.chats[chat].members.remove(person)
            case BotRemoved(chat=chat):
                self.chats[chat].with_bot = False
            case PersonTapped():
                pass
            case Removed(chat=chat, message=message):
                del self.chats[chat].said[message]
            case PersonSaid() | BotSaid() as said:
                self._said(entry, said)
            case BotEdited() | PersonEdited() | PersonReacted() | ReactionTaken() as changed:
                self._changed(changed)
            case _:
                assert_never(entry.what)

    def file(self, handle: str) -> bytes | None:
        """Return the bytes of a file that came with a message; None when it is gone."""
        number, _, place = handle.partition("/")
        entry = self.entries[int(number) - 1] if 0 < int(number) <= len(self.entries) else None
        if entry is None or not isinstance(entry.what, PersonSaid) or int(place) >= len(entry.what.files):
            return None
        return b64decode(entry.what.files[int(place)].data)

    def _said(self, entry: Entry, said: PersonSaid | BotSaid) -> None:
        if isinstance(said, BotSaid):
            author, words = "", said.words
        else:
            author, words = said.person, Words((Line(said.text),) if said.text else (), files=said.files)
        message = str(entry.number)
        spoken = Spoken(message, said.chat, author, words, entry.at, reply_to=said.reply_to)
        self.chats[said.chat].said[message] = spoken

    def _changed(self, changed: BotEdited | PersonEdited | PersonReacted | ReactionTaken) -> None:
        said = self.chats[changed.chat].said
        old = said[changed.message]
        match changed:
            case BotEdited(words=words):
                # A symbol stood for one choice; once it means another, nobody has chosen it yet.
                same = [one.label for one in words.options] == [one.label for one in old.words.options]
                kept = old.reactions if same else ()
                said[old.id] = replace(old, words=words, edited=old.edited + 1, reactions=kept)
            case PersonEdited(text=text):
                words = replace(old.words, body=(Line(text),))
                said[old.id] = replace(old, words=words, edited=old.edited + 1)
            case PersonReacted(person=person, symbol=symbol):
                said[old.id] = replace(old, reactions=(*old.reactions, (symbol, person)))
            case ReactionTaken(person=person, symbol=symbol):
                kept = tuple(one for one in old.reactions if one != (symbol, person))
                said[old.id] = replace(old, reactions=kept)
