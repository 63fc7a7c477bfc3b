"""Where do links lie, the places that are theirs, and what was shared?

A side is written as its kind, id and node. Of a share only ids lie here; its words lie in `held` while they wait.
"""

from sqlalchemy import BigInteger, Column, Index, UniqueConstraint

from core.exchange.stages import SideStage
from core.storage.tables.base import FOREIGN_ID, table
from core.storage.types import Json, Strings, Word, at, index_where, key, words, yes

links = table(
    "links",
    key("id", primary=True),
    Column("number", BigInteger, nullable=False),
    Column("widening", Json, nullable=False),
)

link_sides = table(
    "link_sides",
    key("link", "links.id", primary=True),
    Column("party", Strings, primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("stage", Word(SideStage), nullable=False),
    Index(None, "party"),
)

link_heard = table(
    "link_heard",
    key("link", "links.id", primary=True),
    Column("sender", Strings, primary_key=True),
    Column("receiver", Strings, primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
)

# A chat is the place of one link alone: the database refuses a second one too.
link_places = table(
    "link_places",
    key("link", "links.id", primary=True),
    Column("party", Strings, primary_key=True),
    key("chat", "chats.id"),
    UniqueConstraint("chat"),
)

# One message crosses one link once: the database refuses a second time too.
shares = table(
    "shares",
    key("id", primary=True),
    key("link", "links.id"),
    Column("side", Strings, nullable=False),
    key("person", "people.id"),
    key("author", "accounts.id"),
    key("chat", "chats.id"),
    words("message", FOREIGN_ID),
    Column("number", BigInteger, nullable=False),
    at("at"),
    yes("deleted"),
    Column("held", Json),
    UniqueConstraint("link", "chat", "message"),
    Index(None, "chat", "message"),
    Index(None, "link", "side", "at"),
    Index(None, "author"),
    Index(None, "person"),
    index_where("ix_shares_held", "held IS NOT NULL", "link", "side"),
)

share_reactions = table(
    "share_reactions",
    key("share", "shares.id", primary=True),
    key("person", "people.id", primary=True),
    words("symbol", 40, primary=True),
    Index(None, "person"),
)
