"""The schema: every table, once. Migrations are checked against it."""

from core.storage.tables.base import METADATA
from core.storage.tables.contracts import clauses, electorate, promises, rounds, versions, voices
from core.storage.tables.groups import group_waiting, groups, members, proposal_waiting, proposals, seats
from core.storage.tables.people import accounts, chats, drafts, people, tokens
from core.storage.tables.pool import asked, bars, offers, plans, profiles, seekings
from core.storage.tables.queue import choices, inbox, lanes, outbox, timers

__all__ = [
    "METADATA",
    "accounts",
    "asked",
    "bars",
    "chats",
    "choices",
    "clauses",
    "drafts",
    "electorate",
    "group_waiting",
    "groups",
    "inbox",
    "lanes",
    "members",
    "offers",
    "outbox",
    "people",
    "plans",
    "profiles",
    "promises",
    "proposal_waiting",
    "proposals",
    "rounds",
    "seats",
    "seekings",
    "timers",
    "tokens",
    "versions",
    "voices",
]
