"""The schema: every table, once. Migrations are checked against it."""

from core.storage.tables.agreements import agreement_lines, agreement_texts, agreements
from core.storage.tables.base import METADATA
from core.storage.tables.contracts import clauses, electorate, promises, rounds, versions, voices
from core.storage.tables.groups import group_waiting, groups, members, proposal_waiting, proposals, seats
from core.storage.tables.kin import handed, kin, pledged, pledges, sisters
from core.storage.tables.links import link_sides, links
from core.storage.tables.meeting import blocks, introductions, nevers
from core.storage.tables.people import accounts, chats, drafts, people, tokens
from core.storage.tables.queue import choices, inbox, lanes, outbox, timers

__all__ = [
    "METADATA",
    "accounts",
    "agreement_lines",
    "agreement_texts",
    "agreements",
    "blocks",
    "chats",
    "choices",
    "clauses",
    "drafts",
    "electorate",
    "group_waiting",
    "groups",
    "handed",
    "inbox",
    "introductions",
    "kin",
    "lanes",
    "link_sides",
    "links",
    "members",
    "nevers",
    "outbox",
    "people",
    "pledged",
    "pledges",
    "promises",
    "proposal_waiting",
    "proposals",
    "rounds",
    "seats",
    "sisters",
    "timers",
    "tokens",
    "versions",
    "voices",
]
