"""Where do events seen, deeds to do, choices offered and timers set lie?"""

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Integer, UniqueConstraint

from core.app.queue import Deed
from core.storage.tables.base import FOREIGN_ID, MESSENGER, table
from core.storage.types import Json, Strings, Word, at, index_where, key, words, yes


class State(StrEnum):
    """Where a deed stands; PARKED waits for its reader to open the private chat."""

    WAITING = "waiting"
    PARKED = "parked"
    DONE = "done"
    GIVEN_UP = "given-up"


_SEQUENCE = BigInteger().with_variant(Integer, "sqlite")

inbox = table(
    "inbox",
    words("messenger", MESSENGER, primary=True),
    words("key", FOREIGN_ID, primary=True),
    at("at"),
    Index(None, "at"),
)

# A lane stands here only while something waits in it. `free_at` is at once the end of its lease, the pause
# a messenger asked for and the time of its first deed: nobody takes a lane before.
lanes = table(
    "lanes",
    words("lane", 200, primary=True),
    words("messenger", MESSENGER),
    Column("head", _SEQUENCE, nullable=False),
    Column("urgency", Integer, nullable=False),
    at("free_at"),
    words("owner", 200),
    Index(None, "messenger", "free_at"),
)

# Which process listens to a messenger; `beat` counts up while it lives.
listeners = table(
    "listeners",
    words("messenger", MESSENGER, primary=True),
    words("owner", 200),
    Column("beat", BigInteger, nullable=False),
)

# `message` is emptied once it is delivered: what was said lives in the chat, not here.
outbox = table(
    "outbox",
    Column("seq", _SEQUENCE, primary_key=True, autoincrement=True),
    key("id"),
    Column("deed", Word(Deed), nullable=False),
    words("lane", 200),
    words("messenger", MESSENGER),
    key("chat", "chats.id", optional=True),
    key("account", "accounts.id", optional=True),
    Column("message", Json),
    Column("keys", Strings),
    words("about", 200),
    key("edits", optional=True),
    words("answering", FOREIGN_ID, optional=True),
    key("fallback", "chats.id", optional=True),
    Column("urgency", Integer, nullable=False),
    yes("at_most_once"),
    at("not_before", optional=True),
    Column("data", Json),
    Column("state", Word(State), nullable=False),
    Column("attempts", Integer, nullable=False),
    words("reason", 500),
    at("put_at"),
    at("done_at", optional=True),
    words("message_id", FOREIGN_ID, optional=True),
    UniqueConstraint("id"),
    index_where("ix_outbox_waiting", "state = 'waiting'", "lane", "seq"),
    index_where("ix_outbox_card", "about <> ''", "about", "seq"),
    index_where("ix_outbox_edits", "edits IS NOT NULL", "edits"),
    index_where("ix_outbox_shown", "keys IS NOT NULL", "chat", "seq"),
    index_where("ix_outbox_message", "message_id IS NOT NULL", "message_id"),
    index_where("ix_outbox_chat_waiting", "state = 'waiting'", "chat"),
    index_where("ix_outbox_parked", "state = 'parked'", "account"),
)

choices = table(
    "choices",
    key("key", primary=True),
    words("card", 200),
    words("action", 100),
    Column("data", Json, nullable=False),
    key("reader", "people.id", optional=True),
    Index(None, "card"),
)

# `person` is empty when a timer concerns everybody: unlike NULL, two empty ones are the same timer.
timers = table(
    "timers",
    key("id", primary=True),
    words("kind", 60),
    words("subject", 200),
    words("person", 40),
    at("due"),
    Column("data", Json, nullable=False),
    UniqueConstraint("kind", "subject", "person"),
    Index(None, "due"),
)
