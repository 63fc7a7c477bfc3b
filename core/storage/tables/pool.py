"""Where does lie what people declare, seek and are asked?"""

from sqlalchemy import Column, Index, Integer

from core.matching.offers import Answer, OfferStage
from core.storage.tables.base import NAME, table
from core.storage.types import Json, Strings, Week, Word, at, index_where, key, words, yes

_VECTOR = 20_000

profiles = table(
    "profiles",
    key("person", "people.id", primary=True),
    Column("topics", Strings, nullable=False),
    Column("brings", Strings, nullable=False),
    Column("languages", Strings, nullable=False),
    Column("hours", Week, nullable=False),
    Column("looks", Integer, nullable=False),
)

seekings = table(
    "seekings",
    key("person", "people.id", primary=True),
    words("topic", NAME),
    key("chat", "chats.id"),
    at("since"),
    at("until"),
    words("vector", _VECTOR),
    words("way", 20),
    Index(None, "since"),
)

offers = table(
    "offers",
    key("id", primary=True),
    words("title", NAME),
    key("proposal", "proposals.id", optional=True),
    Column("common", Week, nullable=False),
    yes("again"),
    at("made"),
    at("due"),
    Column("stage", Word(OfferStage), nullable=False),
    Index(None, "stage", "made"),
)

# Nobody is asked about more than one thing at a time: the database refuses it too.
asked = table(
    "asked",
    key("offer", "offers.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("person", "people.id"),
    words("seat", NAME),
    at("at"),
    Column("why", Json, nullable=False),
    Column("answer", Word(Answer), nullable=False),
    index_where("ix_asked_waiting", "answer = 'waiting'", "person", unique=True),
    Index(None, "person"),
    Index(None, "at"),
)

# `what` is a proposal, or `new:<person>`: a group that would have begun around somebody.
bars = table(
    "bars",
    key("person", "people.id", primary=True),
    words("what", 80, primary=True),
    at("until"),
)

# One row: which plan is wanted, and until when somebody is at work on one.
plans = table(
    "plans",
    words("id", 20, primary=True),
    Column("turn", Integer, nullable=False),
    yes("whole"),
    Column("around", Strings, nullable=False),
    at("taken_until", optional=True),
)
