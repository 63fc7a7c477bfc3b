"""How are people, their accounts, the chats and half-finished conversations found and kept?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from core.app.rows import Account, Chat, Draft, Person
from core.ids import AccountId, ChatId, GroupId, PersonId, new_id
from core.messenger.events import AccountRef, ChatRef
from core.storage.moving import move
from core.storage.refs import account_from, chat_from, chat_row
from core.storage.rows import THESE, Columns, Question, Rows, from_row, to_row
from core.storage.tables import accounts, chats, drafts, people
from core.storage.tables.base import NAME
from core.texts.harmless import plain
from core.texts.own_name import name_shown

IN_PRIVATE = "private"
"""Where a draft lies whose answer is awaited in the private chat, which may not exist yet."""


_RENEW_ACCOUNT = (
    update(accounts)
    .where(accounts.c.messenger == bindparam("of"), accounts.c.messenger_id == bindparam("named"))
    .returning(*accounts.c)
)
_RENEW_CHAT = (
    update(chats)
    .where(chats.c.messenger == bindparam("of"), chats.c.messenger_id == bindparam("named"))
    .returning(*chats.c)
)
_ACCOUNTS_OF = select(accounts).where(accounts.c.person.in_(THESE)).order_by(accounts.c.last_seen.desc(), accounts.c.id)
_ACCOUNT = select(accounts).where(accounts.c.id == bindparam("is"))
_PERSON = select(people).where(people.c.id == bindparam("is"))
_CHAT = select(chats).where(chats.c.id == bindparam("is"))
_HOLD = Question(_PERSON, people)
_HOMES = select(chats).where(chats.c.group == bindparam("of"), chats.c.asleep.is_(False)).order_by(chats.c.id)
_SET_PRIVATE = update(accounts).where(accounts.c.id == bindparam("which"))
_DRAFT = select(drafts).where(drafts.c.account == bindparam("of"), drafts.c.place == bindparam("at"))


class PeopleRows(Rows):
    """Implements `core.app.ports.People`."""

    async def account(self, ref: AccountRef, language: str, now: datetime) -> Account:
        """Find an account, or make it with a person of its own; its name, if told, and last-seen moment are renewed."""
        named = {"name": name_shown(ref.name, NAME)} if ref.name else {}
        changed = {**named, "language": ref.language[:20], "last_seen": now}
        values = {"of": ref.messenger, "named": ref.id, **changed}
        row = await self._changed(_RENEW_ACCOUNT, values)
        if row is None:
            await self._make_account(ref, language, now)
            row = await self._changed(_RENEW_ACCOUNT, values)
        assert row is not None
        return account_from(row)

    async def chat(self, ref: ChatRef, language: str) -> Chat:
        """Find a chat, or make it; its title is renewed and it is awake again.

        The row stays locked until the transaction ends: one chat's events act one after another.
        """
        changed = {"title": plain(ref.title)[:NAME], "parent": ref.parent, "kind": ref.kind, "asleep": False}
        values = {"of": ref.messenger, "named": ref.id, **changed}
        row = await self._changed(_RENEW_CHAT, values)
        if row is None:
            fresh = Chat(ChatId(new_id()), ref, language)
            await self._put_if_new(chats, chat_row(fresh), ("messenger", "messenger_id"))
            row = await self._changed(_RENEW_CHAT, values)
        assert row is not None
        return chat_from(row)

    async def find_account(self, ref: AccountRef) -> Account | None:
        """Find an account that is already known."""
        row = await self._first(select(accounts).where(*_account_is(ref)))
        return account_from(row) if row else None

    async def account_by_id(self, account: AccountId) -> Account:
        """Return an account that exists."""
        return account_from(await self._one(_ACCOUNT, {"is": account}))

    async def accounts(self, person: PersonId) -> Sequence[Account]:
        """List a person's accounts, the one seen last first."""
        return (await self.accounts_of((person,)))[person]

    async def accounts_of(self, some: Collection[PersonId]) -> Mapping[PersonId, Sequence[Account]]:
        """List the accounts of many people, as `accounts`."""
        found: dict[PersonId, list[Account]] = {person: [] for person in some}
        for row in await self._all(_ACCOUNTS_OF, {"these": list(some)}):
            found[row["person"]].append(account_from(row))
        return found

    async def person(self, person: PersonId) -> Person:
        """Return a person who exists."""
        return from_row(Person, await self._one(_PERSON, {"is": person}))

    async def persons(self, some: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """Return many people; those who do not exist are left out."""
        rows = await self._all(select(people).where(people.c.id.in_(some)))
        return {row["id"]: from_row(Person, row) for row in rows}

    async def hold(self, person: PersonId) -> None:
        """Hold a person's row until the transaction ends; SQLite lets only one write at a time anyway."""
        await self._first(_HOLD, {"is": person})

    async def put_person(self, person: Person) -> None:
        """Keep a person."""
        await self._put(people, to_row(person, people))

    async def put_chat(self, chat: Chat) -> None:
        """Keep a chat."""
        await self._put(chats, chat_row(chat))

    async def chat_by_id(self, chat: ChatId) -> Chat:
        """Return a chat that exists."""
        return chat_from(await self._one(_CHAT, {"is": chat}))

    async def chats_by_id(self, some: Collection[ChatId]) -> Mapping[ChatId, Chat]:
        """Return many chats; those that do not exist are left out."""
        rows = await self._all(select(chats).where(chats.c.id.in_(some)))
        return {row["id"]: chat_from(row) for row in rows}

    async def find_chat(self, ref: ChatRef) -> Chat | None:
        """Find a chat that is already known."""
        row = await self._first(select(chats).where(*_chat_is(ref)))
        return chat_from(row) if row else None

    async def set_private(self, account: AccountId, chat: ChatId) -> None:
        """Note the private chat with an account."""
        await self._connection.execute(_SET_PRIVATE, {"which": account, "private": chat})

    async def move_chat(self, old: ChatId, new: ChatRef) -> None:
        """Let a chat go on under a new id; posts, home and waiting deeds go with it."""
        await move(self._connection, old, new)

    async def homes(self, group: GroupId) -> Sequence[Chat]:
        """List a group's home chats that are awake."""
        return [chat_from(row) for row in await self._all(_HOMES, {"of": group})]

    async def draft(self, account: AccountId, chat: ChatId | None) -> Draft | None:
        """Return the half-finished conversation of an account in a chat, or in private."""
        row = await self._first(_DRAFT, {"of": account, "at": chat or IN_PRIVATE})
        return from_row(Draft, row, chat=chat) if row else None

    async def put_draft(self, draft: Draft) -> None:
        """Keep a half-finished conversation, in place of any other of the same account in the same chat."""
        await self._put(drafts, {**to_row(draft, drafts), "place": draft.chat or IN_PRIVATE})

    async def drop_draft(self, account: AccountId, chat: ChatId | None) -> None:
        """Forget a half-finished conversation."""
        await self._connection.execute(delete(drafts).where(_of_draft(account, chat)))

    async def _make_account(self, ref: AccountRef, language: str, now: datetime) -> None:
        person = Person(PersonId(new_id()), language)
        row = {
            "id": new_id(),
            "person": person.id,
            "messenger": ref.messenger,
            "messenger_id": ref.id,
            "name": "",
            "language": "",
            "last_seen": now,
            "private": None,
        }
        if await self._put_if_new(accounts, row, ("messenger", "messenger_id")):
            await self.put_person(person)

    async def _one(self, question: Select[Any], values: Columns) -> Columns:
        row: Columns = (await self._connection.execute(question, values)).mappings().one()
        return row

    async def _changed(self, question: ReturningUpdate[Any], values: Columns) -> Columns | None:
        row: Columns | None = (await self._connection.execute(question, values)).mappings().first()
        return row


def _account_is(ref: AccountRef) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return accounts.c.messenger == ref.messenger, accounts.c.messenger_id == ref.id


def _chat_is(ref: ChatRef) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return chats.c.messenger == ref.messenger, chats.c.messenger_id == ref.id


def _of_draft(account: AccountId, chat: ChatId | None) -> ColumnElement[bool]:
    return and_(drafts.c.account == account, drafts.c.place == (chat or IN_PRIVATE))
