"""Where do contracts, consent rounds and promises lie?"""

from sqlalchemy import Column, Index, Integer

from core.contract.clauses import ClauseKind
from core.contract.promises import PromiseStage
from core.contract.rounds import RoundKind, RoundStage, Voice
from core.storage.tables.base import table
from core.storage.types import Json, Strings, Word, at, index_where, key, words, yes

_AGREED = "agreed_at IS NOT NULL"
_WORDS = 2000
_ZONE = 60

# A group has each agreed number once: the database refuses a second one too.
versions = table(
    "versions",
    key("id", primary=True),
    key("group", "groups.id"),
    Column("number", Integer, nullable=False),
    at("agreed_at", optional=True),
    Column("agreed_by", Strings, nullable=False),
    index_where("ix_versions_agreed", _AGREED, "group", "number", unique=True),
)

clauses = table(
    "clauses",
    key("version", "versions.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("id"),
    Column("kind", Word(ClauseKind), nullable=False),
    words("words", _WORDS),
    Column("numbers", Json, nullable=False),
    words("zone", _ZONE),
)

rounds = table(
    "rounds",
    key("id", primary=True),
    Column("kind", Word(RoundKind), nullable=False),
    key("group", "groups.id"),
    words("what", _WORDS),
    key("asker", "people.id"),
    at("opened"),
    at("due"),
    Column("stage", Word(RoundStage), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", Json, nullable=False),
    Index(None, "group", "stage", "opened"),
)

electorate = table(
    "electorate",
    key("round", "rounds.id", primary=True),
    Column("place", Integer, nullable=False),
    key("person", "people.id", primary=True),
    Index(None, "person"),
)

# One person, one voice: the database refuses a second one too.
voices = table(
    "voices",
    key("round", "rounds.id", primary=True),
    Column("place", Integer, nullable=False),
    key("person", "people.id", primary=True),
    Column("voice", Word(Voice), nullable=False),
    words("harmed", _WORDS),
    words("help", _WORDS),
    at("at", optional=True),
    Index(None, "person"),
)

promises = table(
    "promises",
    key("id", primary=True),
    key("group", "groups.id"),
    key("person", "people.id"),
    words("what", _WORDS),
    at("due"),
    at("made"),
    Column("stage", Word(PromiseStage), nullable=False),
    yes("quiet"),
    Index(None, "group", "stage", "due"),
    Index(None, "person"),
)
