"""Where does lie what a chat took away, what was reported, and what was stopped by hand?"""

from sqlalchemy import Index, UniqueConstraint

from core.groups.limits import WORRY
from core.storage.tables.base import NAME, table
from core.storage.types import at, key, words

_CARD = 80
_SNAPSHOT = 2000

mutes = table(
    "mutes",
    key("chat", "chats.id", primary=True),
    words("card", _CARD, primary=True),
    words("what", NAME),
    key("author", "people.id", optional=True),
    key("by", "people.id", optional=True),
    at("since"),
    Index(None, "since"),
)

# Nobody reports the same thing twice: the database refuses it too.
reports = table(
    "reports",
    key("id", primary=True),
    words("card", _CARD),
    words("words", _SNAPSHOT),
    words("why", WORRY),
    key("person", "people.id", optional=True),
    at("at"),
    UniqueConstraint("card", "person"),
    Index(None, "person", "at"),
    Index(None, "at"),
)

# Of no person: what was stopped, why and when.
stops = table(
    "stops",
    key("id", primary=True),
    words("card", _CARD),
    words("why", WORRY),
    at("at"),
)
