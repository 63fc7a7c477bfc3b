"""Where do families of groups lie, and pledges?"""

from sqlalchemy import Column, Index, Integer

from core.groups.kin import KinHow
from core.groups.pledges import PledgeStage
from core.storage.tables.base import NAME, table
from core.storage.types import Word, at, key, words

kin = table(
    "kin",
    key("one", "groups.id", primary=True),
    key("other", "groups.id", primary=True),
    Column("how", Word(KinHow), nullable=False),
    at("since"),
    Index(None, "other"),
)

# A proposal is forgotten earlier than the groups, so it is remembered without a link.
sisters = table(
    "sisters",
    key("proposal", primary=True),
    key("elder", "groups.id"),
    at("until"),
    Index(None, "elder"),
)

handed = table(
    "handed",
    key("id", primary=True),
    key("group", "groups.id"),
    key("giver", "people.id"),
    key("taker", "people.id"),
    at("at"),
    Index(None, "group"),
    Index(None, "giver"),
    Index(None, "taker"),
)

pledges = table(
    "pledges",
    key("id", primary=True),
    words("what", NAME),
    words("place_of", NAME),
    Column("least", Integer, nullable=False),
    at("by"),
    key("chat", "chats.id"),
    key("proposer", "people.id"),
    Column("stage", Word(PledgeStage), nullable=False),
    at("created"),
    Index(None, "proposer"),
)

pledged = table(
    "pledged",
    key("pledge", "pledges.id", primary=True),
    Column("place", Integer, nullable=False),
    key("person", "people.id", primary=True),
    Column("least", Integer, nullable=False),
    key("chat", "chats.id"),
    at("at"),
    Index(None, "person"),
)
