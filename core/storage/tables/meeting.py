"""Where do first contacts lie, and who does not want to hear of whom?"""

from sqlalchemy import Column, Index, Integer

from core.exchange.sizes import FIRST_LINE
from core.exchange.sizes import NAME as WORD
from core.exchange.stages import IntroductionStage
from core.groups.limits import TOPIC
from core.storage.tables.base import NAME, table
from core.storage.types import Word, at, index_where, key, words, yes

# Nothing points to the link: it may be forgotten, that two groups met is not.
introductions = table(
    "introductions",
    key("id", primary=True),
    key("person", "people.id"),
    key("group", "groups.id", optional=True),
    key("asked", "groups.id", optional=True),
    key("alias"),
    key("asked_alias", optional=True),
    words("topic", TOPIC),
    words("line", FIRST_LINE),
    Column("people", Integer, nullable=False),
    words("messenger", WORD),
    at("opened"),
    at("answer_by"),
    Column("stage", Word(IntroductionStage), nullable=False),
    yes("withdrawn"),
    key("round", "rounds.id", optional=True),
    key("link", optional=True),
    Index(None, "group", "opened"),
    Index(None, "person", "opened"),
    Index(None, "asked", "opened"),
)

_PERSON = '"blocked" IS NOT NULL'
_GROUP = '"blocked_group" IS NOT NULL'

# Nobody is blocked twice by one person: the database refuses it too.
blocks = table(
    "blocks",
    key("id", primary=True),
    key("person", "people.id"),
    key("blocked", "people.id", optional=True),
    key("blocked_group", "groups.id", optional=True),
    words("name", NAME),
    at("since"),
    index_where("ix_blocks_blocked", _PERSON, "blocked", "person", unique=True),
    index_where("ix_blocks_blocked_group", _GROUP, "person", "blocked_group", unique=True),
)

nevers = table(
    "nevers",
    key("person", "people.id", primary=True),
    words("topic", TOPIC, primary=True),
    at("since"),
)
