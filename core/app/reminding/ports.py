"""What does reminding need from outside: what waits, what was said, how people can be reached, who acted when?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.ids import ChatId, ClauseId, GroupId, NudgeId, PersonId, PostId
from core.messenger.events import MessageRef
from core.messenger.messages import Message
from core.reminding.plan import Fate


@dataclass(frozen=True, slots=True)
class Whom:
    """One person or one room; exactly one of both."""

    person: PersonId | None = None
    chat: ChatId | None = None


@dataclass(frozen=True, slots=True)
class Nudge:
    """One thing that is, was or will never be said unprompted to one person or room.

    Attributes:
        person: Whom; None for a room.
        chat: Which room; None for a person.
        thing: What it is about.
        message: What is said.
        group: On whose behalf.
        clause: Which line of its contract asks for it.
        about: A card that is edited later.
        near: The room it is about, as in `Scene.tell`.
        due: When it should have been said, aware UTC.
        noticed: When it was put here, aware UTC.
        past_use: Aware UTC.
        not_before: Aware UTC.
        quiet: Begin and end in minutes of the day and the zone, from the group's contract.
        most: How often the thing may be said.
        at: When its fate was decided, aware UTC.
        post: The message that said it.
    """

    id: NudgeId
    thing: str
    message: Message
    due: datetime
    noticed: datetime
    person: PersonId | None = None
    chat: ChatId | None = None
    group: GroupId | None = None
    clause: ClauseId | None = None
    about: str = ""
    near: ChatId | None = None
    past_use: datetime | None = None
    not_before: datetime | None = None
    quiet: tuple[str, ...] = ()
    most: int = 2
    fate: Fate = Fate.WAITING
    at: datetime | None = None
    post: PostId | None = None

    @property
    def whom(self) -> Whom:
        """Say to whom."""
        return Whom(self.person, self.chat)


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one thing, and which message said it, if one did."""

    nudge: NudgeId
    fate: Fate
    at: datetime
    post: PostId | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """What is kept of somebody's reach; their zone is kept with themselves.

    Attributes:
        day: ISO date of the local day of the last unprompted message; empty when there was none.
        begin: Minutes of the day at which their own quiet hours begin; None when they asked for none.
    """

    id: str
    person: PersonId | None = None
    chat: ChatId | None = None
    day: str = ""
    sent: int = 0
    ignored: int = 0
    begin: int | None = None
    end: int | None = None
    until: datetime | None = None
    stopped: bool = False

    @property
    def last(self) -> date | None:
        """Return the day of the last unprompted message."""
        return date.fromisoformat(self.day) if self.day else None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a group wishes of all reminders on its behalf.

    Attributes:
        less: Each thing once at most.
        stopped: None at all.
        silent_at: The last act before the group was asked whether it goes on; None when it was not asked.
        asked: How often it was asked since then.
    """

    group: GroupId
    less: bool = False
    stopped: bool = False
    silent_at: datetime | None = None
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """When a member last did something in their group.

    Attributes:
        at: Aware UTC; to the hour.
        asked: How often they were asked since then whether they are still here.
        asked_at: When they were asked last, aware UTC.
    """

    group: GroupId
    person: PersonId
    at: datetime
    asked: int = 0
    asked_at: datetime | None = None


class Reminders(Protocol):
    """Everything that reminding keeps; what is about many is asked and kept in few statements."""

    async def add(self, *more: Nudge) -> None: ...

    async def get(self, nudge: NudgeId) -> Nudge | None: ...

    async def waiting(self, whom: Whom) -> Sequence[Nudge]:
        """List what waits for somebody, in the order in which it was put."""
        ...

    async def history(self, whom: Whom, things: Collection[str]) -> Mapping[str, Sequence[Fate]]:
        """Collect what became of these things for somebody before, WAITING left out."""
        ...

    async def waiting_for(self, all_: Collection[Whom]) -> Mapping[Whom, Sequence[Nudge]]:
        """List what waits for each of many, as `waiting`; who waits for nothing is left out."""
        ...

    async def histories(
        self, all_: Collection[Whom], things: Collection[str]
    ) -> Mapping[tuple[Whom, str], Sequence[Fate]]:
        """Collect what became of these things for each of many, as `history`."""
        ...

    async def decide(self, *decided: Decided) -> None: ...

    async def settle(self, thing: str, person: PersonId | None, fate: Fate, now: datetime) -> None:
        """Let what waits or could still be opened about a thing be over, for one person or for everybody."""
        ...

    async def drop(self, group: GroupId, person: PersonId | None, fate: Fate, now: datetime) -> None:
        """Let everything that waits on behalf of a group be over, for one person or for everybody."""
        ...

    async def redraw(self, about: str, message: Message) -> None:
        """Change what waits as a card, so that it is never said as it was before."""
        ...

    async def is_ours(self, message: MessageRef) -> bool:
        """Say whether a message in a chat was one of ours; what crossed a link was somebody else's."""
        ...

    async def said_for(self, group: GroupId, since: datetime) -> Sequence[Nudge]:
        """List what was said on behalf of a group, alone or merged, newest first."""
        ...

    async def forget(self, all_: Collection[Whom], before: datetime) -> None:
        """Forget what became of things long ago."""
        ...

    async def reach(self, whom: Whom) -> Reached: ...

    async def reaches_of(self, all_: Collection[Whom]) -> Mapping[Whom, Reached]: ...

    async def put_reach(self, *reached: Reached) -> None: ...

    async def heard(self, person: PersonId, chat: ChatId) -> None:
        """Note that somebody did something here: what was said to them or in this chat was not ignored."""
        ...

    async def wish(self, group: GroupId) -> Wish: ...

    async def wishes_of(self, groups: Collection[GroupId]) -> Mapping[GroupId, Wish]: ...

    async def put_wish(self, wish: Wish) -> None: ...

    async def acted(self, group: GroupId, person: PersonId, now: datetime) -> bool:
        """Note that a member did something, to the hour; True when that is news, False for who is no member."""
        ...

    async def acts(self, group: GroupId) -> Sequence[Act]: ...

    async def put_act(self, act: Act) -> None: ...

    async def forget_acts(self, group: GroupId) -> None:
        """Forget when its members acted, so that the next act of any of them is news."""
        ...
