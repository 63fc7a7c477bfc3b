"""Where lie the codes by which two accounts become one person's, and what was joined so far?"""

from sqlalchemy import Column, Index

from core.storage.tables.base import table
from core.storage.types import Json, at, key, words

# A code is kept as its digest: whoever reads the database cannot type it.
link_codes = table(
    "link_codes",
    key("account", "accounts.id", primary=True),
    words("digest", 64),
    at("made"),
    key("typed_by", "accounts.id", optional=True),
    Index(None, "digest"),
    Index(None, "typed_by"),
)

link_tries = table(
    "link_tries",
    key("id", primary=True),
    key("account", "accounts.id"),
    at("at"),
    Index(None, "account", "at"),
)

# `moved` says which rows were given to the one who stays, so that they can go back.
joinings = table(
    "joinings",
    key("id", primary=True),
    key("stays", "people.id"),
    key("goes", "people.id"),
    at("at"),
    Column("moved", Json, nullable=False),
    Index(None, "stays"),
    Index(None, "goes"),
)
