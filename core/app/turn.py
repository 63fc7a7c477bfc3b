"""What does a use case hold in its hands while it acts?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.app.doorway import Doors
from core.app.queue import Timer
from core.app.rows import Account, Chat, Person
from core.app.voice import Brings, Voice
from core.constitution import Size
from core.errors import Refused
from core.groups.group import Group
from core.ids import EventKey, PersonId, TimerId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatRef, Said
from core.messenger.messages import Message, say
from core.wording import Text, text

Parsed = str | int | float | bool | tuple[str, ...] | Size | datetime
Values = Mapping[str, Parsed]
Data = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """What this installation says of itself.

    Attributes:
        language: For chats and people that have not chosen.
        zone: IANA name, likewise.
        capabilities: What a chat can show; a chat of a messenger that is not running here can show nothing.
    """

    language: str
    zone: str
    capabilities: Callable[[ChatRef], Capabilities]


@dataclass(slots=True)
class Scene(Voice):
    """One transaction's stage: who acts is not known here, a timer may.

    Attributes:
        node: This installation.
    """

    node: Node

    async def wake(
        self,
        kind: str,
        subject: str,
        due: datetime,
        person: PersonId | None = None,
        data: Mapping[str, str] | None = None,
    ) -> None:
        """Set a timer."""
        await self.work.queue.wake(Timer(TimerId(new_id()), kind, subject, due, person, data or {}))

    async def wake_in(self, kind: str, subject: str, after: timedelta, person: PersonId | None = None) -> None:
        """Set a timer from now."""
        await self.wake(kind, subject, self.now + after, person)

    async def name(self, person: PersonId) -> str:
        """Return what a person is called where they were last seen."""
        accounts = await self.work.people.accounts(person)
        return accounts[0].ref.name if accounts else ""

    async def names(self, people: Sequence[PersonId]) -> tuple[str, ...]:
        """Return what people are called, in order."""
        return tuple([await self.name(person) for person in people])


@dataclass(slots=True)
class Turn(Scene):
    """One event's stage.

    Attributes:
        chat: Where it happened.
        account: Who did it.
        person: Whose account that is.
        event: The event's key; answers to it may go where only the messenger knows.
        doors: Where taps and commands lead, for use cases that lead on to another.
        group: The group a group command is about, once found.
        said: What was written, when the event is that; with what it answers and what came along.
    """

    chat: Chat
    account: Account
    person: Person
    event: EventKey
    doors: Doors
    group: Group | None = field(default=None)
    said: Said | None = None

    @property
    def can(self) -> Capabilities:
        """Say what this chat can show."""
        return self.node.capabilities(self.chat.ref)

    @property
    def zone(self) -> str:
        """Name the zone in which this person's words about time are meant."""
        return self.person.zone or self.chat.zone or self.node.zone

    @property
    def here(self) -> Group:
        """Return the group a group command is about; dispatch has seen to it."""
        if self.group is None:
            raise Refused(text("refused-no-group"))
        return self.group

    async def do(self, action: str, data: Data) -> None:
        """Go on with another action, as if it had been tapped."""
        await self.doors.actions[action](self, data)

    async def answer(
        self, message: Message, *, private: bool = False, about: str = "", brings: Brings | None = None
    ) -> None:
        """Answer where the question was put, or to the person alone; with what `core.app.carried` brings along."""
        if not private or self.chat.is_private:
            await self.post(self.chat, message, about=about, answering=self.event, brings=brings)
        elif self.can.private_answers is Can.NATIVE:
            await self.post(self.chat, message, about=about, answering=self.event, reader=self.account, brings=brings)
        else:
            await self.tell(self.person.id, message, near=self.chat, about=about, brings=brings)

    async def toast(self, words: Text) -> None:
        """Say a short word to the one who tapped, where that disturbs nobody; elsewhere the changed card says it."""
        if self.can.private_answers is Can.NATIVE:
            await self.post(self.chat, say(words), answering=self.event, reader=self.account)
