"""What does a use case need from outside: the rows, in one transaction?

Protocols only; `core.storage` implements them, on SQLite and PostgreSQL alike.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from core.app.accounts.ports import Accounts
from core.app.agreeing.ports import Agreements
from core.app.amending.ports import Histories
from core.app.concerns.ports import Concerns
from core.app.guarding.ports import Guards
from core.app.kin.ports import Family
from core.app.links.ports import Links, Shares
from core.app.meeting.ports import Blocks, Introductions
from core.app.needs.ports import Notices, Pairings
from core.app.pausing.ports import Pauses
from core.app.pledges.ports import Pledges
from core.app.pool.ports import Pool, Profiles
from core.app.queue import Queue
from core.app.reminding.ports import Reminders
from core.app.rows import Account, Chat, Draft, Person
from core.app.topics.ports import Follows, NewsBoard
from core.contract.promises import Promise
from core.contract.rounds import ConsentRound
from core.contract.versions import Version
from core.groups.group import Group
from core.groups.proposal import Proposal
from core.ids import AccountId, ChatId, GroupId, MessengerName, PersonId, PromiseId, ProposalId, RoundId, VersionId
from core.messenger.events import AccountRef, ChatRef


class People(Protocol):
    """Persons, their accounts, the chats, and half-finished conversations."""

    async def account(self, ref: AccountRef, language: str, now: datetime) -> Account:
        """Find an account, or make it with a person of its own; its name and last-seen moment are renewed.

        Args:
            ref: As the messenger tells it.
            language: For a new person, a shipped language code.
            now: Aware UTC.
        """
        ...

    async def chat(self, ref: ChatRef, language: str) -> Chat:
        """Find a chat, or make it; its title is renewed and it is awake again."""
        ...

    async def find_account(self, ref: AccountRef) -> Account | None:
        """Find an account that is already known."""
        ...

    async def account_by_id(self, account: AccountId) -> Account: ...

    async def accounts(self, person: PersonId) -> Sequence[Account]:
        """List a person's accounts, the one seen last first."""
        ...

    async def accounts_of(self, some: Collection[PersonId]) -> Mapping[PersonId, Sequence[Account]]: ...

    async def person(self, person: PersonId) -> Person: ...

    async def persons(self, some: Collection[PersonId]) -> Mapping[PersonId, Person]: ...

    async def hold(self, person: PersonId) -> None:
        """Hold a person until the transaction ends: what is counted of theirs meanwhile stays true."""
        ...

    async def put_person(self, person: Person) -> None: ...

    async def put_chat(self, chat: Chat) -> None: ...

    async def chat_by_id(self, chat: ChatId) -> Chat: ...

    async def chats_by_id(self, some: Collection[ChatId]) -> Mapping[ChatId, Chat]: ...

    async def find_chat(self, ref: ChatRef) -> Chat | None: ...

    async def set_private(self, account: AccountId, chat: ChatId) -> None:
        """Note the private chat with an account."""
        ...

    async def move_chat(self, old: ChatId, new: ChatRef) -> None:
        """Let a chat go on under a new id: a supergroup, an upgraded room. Posts, home and waiting deeds go with it."""
        ...

    async def homes(self, group: GroupId) -> Sequence[Chat]:
        """List a group's home chats that are awake."""
        ...

    async def draft(self, account: AccountId, chat: ChatId | None) -> Draft | None: ...

    async def put_draft(self, draft: Draft) -> None:
        """Keep a half-finished conversation, in place of any other of the same account in the same chat."""
        ...

    async def drop_draft(self, account: AccountId, chat: ChatId | None) -> None: ...


class Proposals(Protocol):
    """Open projects and what became of them."""

    async def get(self, proposal: ProposalId) -> Proposal | None: ...

    async def put(self, proposal: Proposal) -> None: ...

    async def gathering(self) -> Sequence[Proposal]:
        """List those that still gather people, newest first."""
        ...

    async def open_of(self, person: PersonId) -> int:
        """Count the gathering ones a person proposed."""
        ...

    async def seats_of(self, person: PersonId) -> int:
        """Count the seats a person holds in gathering proposals."""
        ...


class Groups(Protocol):
    """Groups and who is in them."""

    async def get(self, group: GroupId) -> Group | None: ...

    async def get_all(self, some: Collection[GroupId]) -> Mapping[GroupId, Group]: ...

    async def put(self, group: Group) -> None: ...

    async def of_person(self, person: PersonId) -> Sequence[Group]:
        """List the groups someone is in now, oldest first."""
        ...


class Contracts(Protocol):
    """Versions and drafts of contracts."""

    async def get(self, version: VersionId) -> Version | None: ...

    async def put(self, version: Version) -> None: ...

    async def current(self, group: GroupId) -> Version | None:
        """Return the version that binds: the highest agreed number."""
        ...

    async def current_of(self, some: Collection[GroupId]) -> Mapping[GroupId, Version]:
        """Return the version that binds each of many groups; those that have agreed on none are left out."""
        ...

    async def versions(self, group: GroupId) -> Sequence[Version]:
        """List all agreed versions, oldest first."""
        ...

    async def drop(self, version: VersionId) -> None:
        """Forget a draft that nobody needs any more."""
        ...


class Rounds(Protocol):
    """Consent rounds."""

    async def get(self, asked: RoundId) -> ConsentRound | None: ...

    async def put(self, asked: ConsentRound) -> None: ...

    async def open_in(self, group: GroupId) -> Sequence[ConsentRound]:
        """List the open rounds of a group, oldest first."""
        ...

    async def agreed_in(self, group: GroupId, most: int) -> Sequence[ConsentRound]:
        """List the newest agreed decisions of a group, newest first."""
        ...


class Promises(Protocol):
    """What members promised."""

    async def get(self, promise: PromiseId) -> Promise | None: ...

    async def get_all(self, some: Collection[PromiseId]) -> Mapping[PromiseId, Promise]: ...

    async def put(self, promise: Promise) -> None: ...

    async def unfinished(self, group: GroupId) -> Sequence[Promise]:
        """List the open and the looking ones, soonest due first."""
        ...


class Work(Protocol):
    """One open transaction. What is read in it is not changed by others before it ends."""

    @property
    def people(self) -> People: ...

    @property
    def proposals(self) -> Proposals: ...

    @property
    def groups(self) -> Groups: ...

    @property
    def contracts(self) -> Contracts: ...

    @property
    def rounds(self) -> Rounds: ...

    @property
    def promises(self) -> Promises: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def pauses(self) -> Pauses: ...

    @property
    def histories(self) -> Histories: ...

    @property
    def concerns(self) -> Concerns: ...

    @property
    def reminders(self) -> Reminders: ...

    @property
    def profiles(self) -> Profiles: ...

    @property
    def pool(self) -> Pool: ...

    @property
    def links(self) -> Links: ...

    @property
    def shares(self) -> Shares: ...

    @property
    def introductions(self) -> Introductions: ...

    @property
    def agreements(self) -> Agreements: ...

    @property
    def blocks(self) -> Blocks: ...

    @property
    def family(self) -> Family: ...

    @property
    def pledges(self) -> Pledges: ...

    @property
    def follows(self) -> Follows: ...

    @property
    def news(self) -> NewsBoard: ...

    @property
    def notices(self) -> Notices: ...

    @property
    def pairings(self) -> Pairings: ...

    @property
    def guards(self) -> Guards: ...

    @property
    def queue(self) -> Queue: ...

    def attempt(self) -> AbstractAsyncContextManager[None]:
        """Open a savepoint: an error inside undoes what was done inside, and passes on."""
        ...


class Store(Protocol):
    """Where transactions come from."""

    @property
    def rings_at_once(self) -> int:
        """Say how many timers ring in one transaction.

        Many where one writer holds everything anyway; one where rows are locked, so that nobody waits in a circle.
        """
        ...

    def write(self) -> AbstractAsyncContextManager[Work]:
        """Open a transaction that commits at the end of the block, or leaves no trace."""
        ...

    def read(self) -> AbstractAsyncContextManager[Work]:
        """Open a transaction that can only look; it waits for nobody."""
        ...

    async def token(self, messenger: MessengerName) -> str:
        """Return where a messenger stopped reading."""
        ...

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where a messenger stopped reading."""
        ...
