"""Where does lie what is said unprompted, how people can be reached, and when they acted?"""

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from core.reminding.plan import Fate
from core.storage.tables.base import table
from core.storage.types import Json, Strings, Word, at, index_where, key, words, yes

_THING = 200

# Either `person` or `chat` is filled: whom it is for.
nudges = table(
    "nudges",
    key("id", primary=True),
    key("person", "people.id", optional=True),
    key("chat", "chats.id", optional=True),
    words("thing", _THING),
    Column("message", Json, nullable=False),
    key("group", "groups.id", optional=True),
    key("clause", optional=True),
    words("about", _THING),
    key("near", "chats.id", optional=True),
    at("due"),
    at("noticed"),
    at("past_use", optional=True),
    at("not_before", optional=True),
    Column("quiet", Strings, nullable=False),
    Column("most", Integer, nullable=False),
    Column("fate", Word(Fate), nullable=False),
    at("at", optional=True),
    key("post", optional=True),
    Index(None, "person", "thing"),
    Index(None, "chat", "thing"),
    Index(None, "thing"),
    index_where("ix_nudges_waiting_person", "fate = 'waiting' AND person IS NOT NULL", "person", "noticed"),
    index_where("ix_nudges_waiting_chat", "fate = 'waiting' AND chat IS NOT NULL", "chat", "noticed"),
    index_where("ix_nudges_card", "about <> ''", "about"),
    index_where("ix_nudges_group", '"group" IS NOT NULL', "group", "at"),
    index_where("ix_nudges_post", "post IS NOT NULL", "post"),
)

reaches = table(
    "reaches",
    key("id", primary=True),
    key("person", "people.id", optional=True),
    key("chat", "chats.id", optional=True),
    words("day", 10),
    Column("sent", Integer, nullable=False),
    Column("ignored", Integer, nullable=False),
    Column("begin", Integer),
    Column("end", Integer),
    at("until", optional=True),
    yes("stopped"),
    UniqueConstraint("person"),
    UniqueConstraint("chat"),
)

wishes = table(
    "wishes",
    key("group", "groups.id", primary=True),
    yes("less"),
    yes("stopped"),
    at("silent_at", optional=True),
    Column("asked", Integer, nullable=False),
)

acts = table(
    "acts",
    key("group", "groups.id", primary=True),
    key("person", "people.id", primary=True),
    at("at"),
    Column("asked", Integer, nullable=False),
    at("asked_at", optional=True),
    Index(None, "person"),
)
