"""What does a use case hold in its hands while it acts?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.app.doorway import Doors
from core.app.ports import Work
from core.app.queue import Deed, Sending, Timer, Urgency
from core.app.rows import Account, Chat, Person, nearest
from core.constitution import Size
from core.errors import Refused
from core.groups.group import Group
from core.ids import ChoiceKey, EventKey, MessengerName, PersonId, PostId, TimerId, new_id
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import ChatRef, Said
from core.messenger.messages import Message, say
from core.wording import Text, text

Parsed = str | int | float | bool | tuple[str, ...] | Size | datetime
Values = Mapping[str, Parsed]
Data = Mapping[str, str]
Brings = Mapping[str, str | list[str]]


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
class Scene:
    """One transaction's stage: who acts is not known here, a timer may.

    Attributes:
        work: The rows.
        now: The one moment of the whole transaction, aware UTC.
        node: This installation.
    """

    work: Work
    now: datetime
    node: Node
    _offered: dict[object, ChoiceKey] = field(default_factory=dict, init=False, repr=False)

    async def post(
        self,
        chat: Chat,
        message: Message,
        *,
        about: str = "",
        urgency: Urgency = Urgency.ANSWER,
        answering: EventKey | None = None,
        reader: Account | None = None,
        brings: Brings | None = None,
    ) -> PostId | None:
        """Say something in a chat; returns the message, None when a timer's words wait for their turn.

        Args:
            chat: Where; a sleeping chat is passed over.
            message: What.
            about: Which card this is, so that it can be edited later.
            urgency: Which goes first when all wait.
            answering: The event this answers directly.
            reader: The only one who may read it, in a room that can do that.
            brings: What comes along, as `core.app.carried` writes it.
        """
        if chat.asleep:
            return None
        post = PostId(new_id())
        keys = await self._keys(about or post, message, reader.person if reader else None)
        await self._put(
            Sending(
                post,
                Deed.SEND,
                f"chat:{chat.id}",
                chat.messenger,
                chat.id,
                reader.id if reader else None,
                message,
                keys,
                about,
                answering=answering,
                urgency=urgency,
                data=brings or {},
            )
        )
        return post

    async def tell(
        self,
        person: PersonId,
        message: Message,
        *,
        near: Chat | None = None,
        about: str = "",
        urgency: Urgency = Urgency.ANSWER,
        brings: Brings | None = None,
    ) -> PostId | None:
        """Say something to one person alone, where they were last seen; returns as `post`.

        Args:
            person: Whom.
            message: What.
            near: The room it is about: on its messenger if they are there; a tap-to-open appears in it when they
                cannot be written to.
            about: Which card this is.
            urgency: Reminders are rather lost than doubled.
            brings: What comes along, as `core.app.carried` writes it.
        """
        account = await self._account(person, near.messenger if near else None)
        return await self.tell_account(account, message, near=near, about=about, urgency=urgency, brings=brings)

    async def tell_account(
        self,
        account: Account,
        message: Message,
        *,
        near: Chat | None = None,
        about: str = "",
        urgency: Urgency = Urgency.ANSWER,
        brings: Brings | None = None,
    ) -> PostId | None:
        """Say something to one person alone on one certain account of theirs; the rest as `tell`."""
        post = PostId(new_id())
        keys = await self._keys(about or post, message, account.person)
        room = near.id if near and not near.is_private and near.messenger == account.ref.messenger else None
        await self._put(
            Sending(
                post,
                Deed.SEND,
                f"chat:{account.private}" if account.private else f"account:{account.id}",
                account.ref.messenger,
                account.private,
                account.id,
                message,
                keys,
                about,
                fallback=room,
                urgency=urgency,
                at_most_once=urgency >= Urgency.REMINDER,
                data=brings or {},
            )
        )
        return post

    async def tell_group(
        self, group: Group, message: Message, *, about: str = "", urgency: Urgency = Urgency.ANSWER
    ) -> None:
        """Say something to all members: in every home, and privately to those who have no home to read it in."""
        homes = await self.work.people.homes(group.id)
        for home in homes:
            await self.post(home, message, about=about, urgency=urgency)
        served = {home.messenger for home in homes}
        for person in group.people:
            messengers = {account.ref.messenger for account in await self.work.people.accounts(person)}
            if not messengers & served:
                await self.tell(person, message, about=about, urgency=urgency)

    async def refresh(
        self, about: str, message: Message, *, after: PostId | None = None, most: int | None = None
    ) -> PostId | None:
        """Change every message that is this card, in place, wherever it stands or waits to be said.

        Args:
            about: Which card.
            message: What it says now.
            after: Only those put after this one.
            most: How many at once: a card that stands in thousands of chats is changed a batch at a time.

        Returns:
            The last one changed when there may be more after it, else None.
        """
        if after is None:
            await self.work.reminders.redraw(about, message)
        posts = await self.work.queue.posts(about, after, most)
        edits = [await self._edit(post, about, message) for post in posts]
        await self.work.queue.put_edits(edits, self.now)
        return posts[-1].id if posts and len(posts) == most else None

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

    async def deed(self, sending: Sending) -> None:
        """Put a deed that says nothing: make a home, admit, dismiss."""
        await self._put(sending)

    async def _edit(self, post: Sending, about: str, message: Message) -> Sending:
        keys = await self._keys(about, message, await self._reader(post))
        new = PostId(new_id())
        there = (post.lane, post.messenger, post.chat, post.account)
        return Sending(new, Deed.EDIT, *there, message, keys, about, edits=post.id)

    async def _put(self, sending: Sending) -> None:
        await self.work.queue.put(sending, self.now)

    async def _keys(self, card: str, message: Message, reader: PersonId | None) -> tuple[ChoiceKey, ...]:
        """Return the keys of the choices, each offered once in a transaction, however many chats its card goes to."""
        meant = [(card, one.action, tuple(sorted(one.data.items())), reader) for one in message.choices]
        fresh = {known: one for known, one in zip(meant, message.choices, strict=True) if known not in self._offered}
        if fresh:
            wanted = tuple((one.action, one.data) for one in fresh.values())
            keys = await self.work.queue.offer_all(card, wanted, reader)
            self._offered.update(zip(fresh, keys, strict=True))
        return tuple(self._offered[known] for known in meant)

    async def _reader(self, post: Sending) -> PersonId | None:
        return (await self.work.people.account_by_id(post.account)).person if post.account else None

    async def _account(self, person: PersonId, messenger: MessengerName | None) -> Account:
        account = nearest(await self.work.people.accounts(person), messenger)
        assert account is not None
        return account


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
