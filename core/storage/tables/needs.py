"""Where do needs and offers lie, who fits whom, and how often was anyone asked?"""

from sqlalchemy import Column, Index

from core.exchange.notices import NoticeKind, NoticeStage, PairingStage
from core.groups.limits import NOTICE, PLACE
from core.storage.tables.base import table
from core.storage.types import Strings, Word, at, index_where, key, words

notices = table(
    "notices",
    key("id", primary=True),
    Column("kind", Word(NoticeKind), nullable=False),
    key("person", "people.id"),
    key("group", "groups.id", optional=True),
    key("chat", "chats.id"),
    words("what", NOTICE),
    words("place", PLACE),
    words("time", PLACE),
    Column("topics", Strings, nullable=False),
    at("created"),
    at("until"),
    Column("stage", Word(NoticeStage), nullable=False),
    Index(None, "person", "stage"),
    Index(None, "group", "stage"),
)

notice_words = table(
    "notice_words",
    words("word", 300, primary=True),
    key("notice", "notices.id", primary=True),
    Index(None, "notice"),
)

# One private ask at a time: the database refuses a second one too.
pairings = table(
    "pairings",
    key("id", primary=True),
    key("notice", "notices.id"),
    key("owner", "people.id"),
    key("other", "notices.id", optional=True),
    key("comer", "people.id"),
    key("asked", "people.id"),
    Column("yes", Strings, nullable=False),
    Column("stage", Word(PairingStage), nullable=False),
    at("since"),
    Index(None, "notice"),
    Index(None, "other"),
    Index(None, "asked", "stage"),
    index_where("ix_pairings_one_ask", "stage = 'asked'", "asked", unique=True),
)

private_asks = table(
    "private_asks",
    key("pairing", "pairings.id", primary=True),
    key("person", "people.id", primary=True),
    at("at"),
    Index(None, "person", "at"),
)
