"""Where do proposals and groups lie, with their seats, members and waiting lists?"""

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from core.groups.group import GroupStage
from core.groups.proposal import ProposalStage
from core.storage.tables.base import NAME, table
from core.storage.types import Strings, Word, at, index_where, key, words, yes

proposals = table(
    "proposals",
    key("id", primary=True),
    words("what", NAME),
    Column("topics", Strings, nullable=False),
    Column("fewest", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    at("by"),
    key("chat", "chats.id"),
    key("proposer", "people.id"),
    Column("stage", Word(ProposalStage), nullable=False),
    at("created"),
    Column("ready", Strings, nullable=False),
    at("asked_at", optional=True),
    key("group", "groups.id", optional=True),
    Index(None, "stage", "created"),
    Index(None, "proposer"),
)

# Nobody holds two seats of one proposal: the database refuses it too.
seats = table(
    "seats",
    key("proposal", "proposals.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("id"),
    words("name", NAME),
    yes("wanted"),
    key("person", "people.id", optional=True),
    UniqueConstraint("proposal", "person"),
    Index(None, "person"),
)

proposal_waiting = table(
    "proposal_waiting",
    key("proposal", "proposals.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("person", "people.id"),
    words("seat", NAME),
    at("since"),
    Index(None, "person"),
)

# Where a group came from is remembered without a link: proposals are forgotten earlier than groups.
groups = table(
    "groups",
    key("id", primary=True),
    words("name", NAME),
    key("proposal"),
    Column("stage", Word(GroupStage), nullable=False),
    words("language", 20),
    at("born"),
    Column("open_seats", Strings, nullable=False),
)

_PRESENT = '"left" IS NULL'

members = table(
    "members",
    key("group", "groups.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("person", "people.id"),
    words("seat", NAME),
    at("joined"),
    at("left", optional=True),
    index_where("ix_members_present", _PRESENT, "group", "person", unique=True),
    Index(None, "person"),
)

group_waiting = table(
    "group_waiting",
    key("group", "groups.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("person", "people.id"),
    words("seat", NAME),
    at("since"),
    Index(None, "person"),
)
