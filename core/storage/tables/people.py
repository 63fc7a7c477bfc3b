"""Where do people, their accounts, the chats and half-finished conversations lie?

A column has the name of the field it holds; `core.storage.rows` relies on it.
"""

from sqlalchemy import Column, Index, UniqueConstraint

from core.messenger.events import ChatKind
from core.storage.tables.base import FOREIGN_ID, MESSENGER, NAME, table
from core.storage.types import Json, Word, at, key, words, yes

people = table(
    "people",
    key("id", primary=True),
    words("language", 20),
    words("zone", 60),
)

chats = table(
    "chats",
    key("id", primary=True),
    words("messenger", MESSENGER),
    words("messenger_id", FOREIGN_ID),
    Column("kind", Word(ChatKind), nullable=False),
    words("title", NAME),
    words("parent", FOREIGN_ID),
    words("language", 20),
    words("zone", 60),
    key("group", "groups.id", optional=True),
    yes("asleep"),
    UniqueConstraint("messenger", "messenger_id"),
    Index(None, "group"),
)

accounts = table(
    "accounts",
    key("id", primary=True),
    key("person", "people.id"),
    words("messenger", MESSENGER),
    words("messenger_id", FOREIGN_ID),
    words("name", NAME),
    words("language", 20),
    at("last_seen"),
    key("private", "chats.id", optional=True),
    UniqueConstraint("messenger", "messenger_id"),
    Index(None, "person"),
    Index(None, "private"),
)

drafts = table(
    "drafts",
    key("account", "accounts.id", primary=True),
    words("place", 40, primary=True),
    words("kind", 60),
    Column("data", Json, nullable=False),
    at("asked_at"),
)

tokens = table(
    "tokens",
    words("messenger", MESSENGER, primary=True),
    words("token", 10_000),
)
