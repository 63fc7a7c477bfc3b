"""What does meeting need from outside: first contacts, who could be met, and who does not want to hear of whom?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.exchange.introductions import Introduction
from core.ids import BlockId, GroupId, IntroductionId, LinkId, PersonId, RoundId


@dataclass(frozen=True, slots=True)
class FirstContact:
    """An introduction, and who is behind its aliases; only this installation knows.

    Attributes:
        person: Who asked.
        group: For which group; None when they asked for themselves.
        asked: Whom; None when nobody could be asked.
        opened: When it was asked, aware UTC.
        round: Where the asked group says what it thinks, once it was put to it.
        link: What came of it.
    """

    introduction: Introduction
    person: PersonId
    group: GroupId | None
    asked: GroupId | None
    opened: datetime
    round: RoundId | None = None
    link: LinkId | None = None

    @property
    def id(self) -> IntroductionId:
        """Return the name of the introduction."""
        return self.introduction.id


@dataclass(frozen=True, slots=True)
class Findable:
    """A living group as a search sees it."""

    id: GroupId
    name: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One person does not want to be brought together with another person, or with a group.

    Attributes:
        person: Who blocked; it holds on all their accounts, and in every group they sit in.
        blocked: The person they mean; None when it is a group.
        blocked_group: The group they mean.
        name: What it is called, if they ever knew; empty for a group that asked without a name.
        since: Aware UTC.
    """

    id: BlockId
    person: PersonId
    blocked: PersonId | None
    blocked_group: GroupId | None
    name: str
    since: datetime


class Introductions(Protocol):
    """First contacts."""

    async def get(self, introduction: IntroductionId) -> FirstContact | None: ...

    async def put(self, contact: FirstContact) -> None: ...

    async def asked_by(self, group: GroupId | None, person: PersonId, since: datetime) -> Sequence[FirstContact]:
        """List what a group asked since then; without a group, what a person asked for themselves. Oldest first."""
        ...

    async def asks_since(self, since: datetime) -> Mapping[GroupId, int]:
        """Count what was put to each group since then; a group that was not asked is absent."""
        ...

    async def met(self, group: GroupId) -> Mapping[GroupId, int]:
        """Count how often a group met each other group, whoever asked; a group it never met is absent."""
        ...

    async def findable(self) -> Sequence[Findable]:
        """List the groups that live, by age."""
        ...


class Blocks(Protocol):
    """Who does not want to hear of whom, or of what."""

    async def put(self, block: Block) -> bool:
        """Keep a block; False when the same stands already."""
        ...

    async def lift(self, block: BlockId, person: PersonId) -> Block | None:
        """Take back one's own block; returns it, None when there was none."""
        ...

    async def of(self, people: Collection[PersonId]) -> Sequence[Block]:
        """List the blocks of people, oldest first."""
        ...

    async def against(self, people: Collection[PersonId]) -> Sequence[Block]:
        """List the blocks that name one of these people."""
        ...

    async def never(self, person: PersonId, topic: str, now: datetime) -> None:
        """Note that someone does not want to hear of a topic; it is folded before it is kept."""
        ...

    async def hear_again(self, person: PersonId, topic: str) -> bool:
        """Forget that; says whether it was there."""
        ...

    async def nevers(self, people: Collection[PersonId]) -> Sequence[str]:
        """List the topics that one of these people does not want to hear of, folded."""
        ...
