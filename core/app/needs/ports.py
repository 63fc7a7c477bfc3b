"""What do needs and offers need from outside?"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from core.exchange.notices import Notice, NoticeKind, Pairing
from core.ids import GroupId, NoticeId, PairingId, PersonId


class Notices(Protocol):
    """Needs and offers."""

    async def get(self, notice: NoticeId) -> Notice | None: ...

    async def put(self, notice: Notice, words: Collection[str]) -> None:
        """Keep a notice and by which words it is found."""
        ...

    async def renew(self, notice: Notice) -> None:
        """Keep what became of a notice; its words stay."""
        ...

    async def open_of(self, person: PersonId, groups: Collection[GroupId]) -> Sequence[Notice]:
        """List the open ones of a person and of these groups, oldest first."""
        ...

    async def sharing(self, kind: NoticeKind, words: Collection[str], now: datetime, most: int) -> Sequence[Notice]:
        """List the open ones of a kind that share a word, those kept longest first."""
        ...


class Pairings(Protocol):
    """Two who fit, and what each was asked."""

    async def get(self, pairing: PairingId) -> Pairing | None: ...

    async def put(self, pairing: Pairing) -> None: ...

    async def of_notice(self, notice: NoticeId) -> Sequence[Pairing]:
        """List all pairings a notice was ever in, on either side, oldest first."""
        ...

    async def waiting_for(self, person: PersonId) -> Sequence[Pairing]:
        """List those in which a person is to be asked next, oldest first."""
        ...

    async def asked_now(self, person: PersonId) -> Pairing | None:
        """Return what a person is being asked about, if anything."""
        ...

    async def is_being_asked(self, person: PersonId) -> bool:
        """Say whether a private ask is open at a person."""
        ...

    async def asks_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """List when strangers' notices were put to a person since then, oldest first."""
        ...

    async def note_ask(self, pairing: PairingId, person: PersonId, now: datetime) -> None:
        """Count that a stranger's notice was put to a person."""
        ...
