"""Where do agreements between groups lie: each group's own copy, with the texts it was asked about?"""

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from core.contract.clauses import ClauseKind
from core.exchange.stages import AgreementStage
from core.storage.tables.base import table
from core.storage.types import Json, Strings, Word, at, key, words

_WORDS = 2000
_SEAL = 64

agreements = table(
    "agreements",
    key("id", primary=True),
    key("group", "groups.id", primary=True),
    key("link"),
    Column("parties", Json, nullable=False),
    Column("stage", Word(AgreementStage), nullable=False),
    Column("asked_number", Integer, nullable=True),
    words("asked_seal", _SEAL, optional=True),
    Column("consents", Json, nullable=False),
    Column("standing_number", Integer, nullable=True),
    words("standing_seal", _SEAL, optional=True),
    Column("ended_by", Json, nullable=True),
    Column("last_number", Integer, nullable=False),
    Index(None, "group", "stage"),
    Index(None, "link"),
)

# A group has each number of an agreement once: the database refuses a second one too.
agreement_texts = table(
    "agreement_texts",
    key("id", primary=True),
    key("agreement"),
    key("group", "groups.id"),
    Column("number", Integer, nullable=False),
    at("agreed_at", optional=True),
    Column("agreed_by", Strings, nullable=False),
    UniqueConstraint("agreement", "group", "number"),
)

agreement_lines = table(
    "agreement_lines",
    key("version", "agreement_texts.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("id"),
    Column("kind", Word(ClauseKind), nullable=False),
    words("words", _WORDS),
    Column("numbers", Json, nullable=False),
)
