"""What do linking, showing and forgetting need from outside?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.groups.proposal import Proposal
from core.ids import AccountId, JoiningId, PersonId


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A code that waits to be typed on another messenger, and then to be confirmed on its own.

    Attributes:
        account: Where it was made.
        made: Aware UTC.
        typed_by: The account that typed it, once one did.
    """

    account: AccountId
    made: datetime
    typed_by: AccountId | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """Two who turned out to be one.

    Attributes:
        stays: Under whose id all is kept.
        goes: Whose id has no account any more.
        at: Aware UTC.
    """

    id: JoiningId
    stays: PersonId
    goes: PersonId
    at: datetime


Kept = Mapping[str, Sequence[Sequence[str | datetime]]]
"""By kind of thing: one line each, of what a person wrote and when."""


class Accounts(Protocol):
    """Codes, joinings, and everything that is kept about a person."""

    async def keep_code(self, code: LinkCode, digest: str) -> None:
        """Keep a code, in place of any other of the same account."""
        ...

    async def code_of(self, digest: str) -> LinkCode | None:
        """Find the code with that digest."""
        ...

    async def code_from(self, account: AccountId) -> LinkCode | None:
        """Find the code made by an account."""
        ...

    async def put_code(self, code: LinkCode) -> None:
        """Note who typed it."""
        ...

    async def drop_code(self, account: AccountId) -> None: ...

    async def tries_since(self, account: AccountId, since: datetime) -> int:
        """Count how often an account typed a code since a moment."""
        ...

    async def note_try(self, account: AccountId, at: datetime) -> None: ...

    async def proposals_with(self, person: PersonId) -> Sequence[Proposal]:
        """List the gathering proposals in which someone sits, waits, or which they proposed."""
        ...

    async def join(self, joining: Joining) -> None:
        """Give everything of the one who goes to the one who stays; where both have it, the latter's remains."""
        ...

    async def joining(self, joining: JoiningId) -> Joining | None: ...

    async def part(self, joining: JoiningId) -> None:
        """Give back what a joining moved and what is still there; a second time changes nothing."""
        ...

    async def kept_about(self, person: PersonId) -> Kept:
        """List everything that is kept about a person, by table."""
        ...

    async def erase(self, person: PersonId) -> None:
        """Erase who a person is, on all their accounts; what groups agreed on stays, by nobody."""
        ...
