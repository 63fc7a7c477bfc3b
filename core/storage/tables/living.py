"""Where do pauses, the history of contracts, and concerns lie?"""

from sqlalchemy import Column, Index, Integer

from core.contract.clauses import ClauseKind
from core.contract.concerns import AdviceStage, ConcernStage
from core.contract.history import Happened
from core.storage.tables.base import table
from core.storage.types import Json, Word, at, key, words, yes

_WORDS = 2000
_ZONE = 60

pauses = table(
    "pauses",
    key("group", "groups.id", primary=True),
    key("person", "people.id", primary=True),
    at("since"),
    at("until"),
    Index(None, "person"),
)

contract_events = table(
    "contract_events",
    key("group", "groups.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("version"),
    Column("number", Integer, nullable=False),
    Column("happened", Word(Happened), nullable=False),
    at("at"),
    Column("line", Integer, nullable=False),
    key("person", "people.id", optional=True),
    key("clause", optional=True),
    Column("kind", Word(ClauseKind), nullable=True),
    words("words", _WORDS),
    Column("numbers", Json, nullable=False),
    words("zone", _ZONE),
    Index(None, "person"),
)

origins = table(
    "origins",
    key("group", "groups.id", primary=True),
    key("origin", "groups.id"),
)

concerns = table(
    "concerns",
    key("id", primary=True),
    key("group", "groups.id"),
    key("person", "people.id"),
    at("opened"),
    Column("stage", Word(ConcernStage), nullable=False),
    key("clause", optional=True),
    words("words", _WORDS),
    yes("named"),
    key("round", "rounds.id", optional=True),
    Index(None, "person"),
)

advice = table(
    "advice",
    key("concern", "concerns.id", primary=True),
    key("person", "people.id", primary=True),
    Column("place", Integer, nullable=False),
    at("asked"),
    Column("stage", Word(AdviceStage), nullable=False),
    words("words", _WORDS),
    Index(None, "person"),
)

advisers = table(
    "advisers",
    key("person", "people.id", primary=True),
    at("since"),
)
