"""How is something said, into a chat, to one person, to a group, and how does it change afterwards?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.app.ports import Work
from core.app.queue import Deed, Sending, Urgency
from core.app.rows import Account, Chat, nearest
from core.groups.group import Group
from core.ids import ChoiceKey, EventKey, MessengerName, PersonId, PostId, new_id
from core.messenger.messages import Message

Brings = Mapping[str, str | list[str]]


@dataclass(slots=True)
class Voice:
    """What one transaction says; it is heard when the transaction commits.

    Attributes:
        work: The rows.
        now: The one moment of the whole transaction, aware UTC.
    """

    work: Work
    now: datetime
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
