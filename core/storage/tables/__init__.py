"""The schema: every table, once. Migrations are checked against it."""

from core.storage.tables.base import METADATA
from core.storage.tables.contracts import clauses, electorate, promises, rounds, versions, voices
from core.storage.tables.groups import group_waiting, groups, members, proposal_waiting, proposals, seats
from core.storage.tables.links import link_sides, links
from core.storage.tables.meeting import blocks, introductions, nevers
from core.storage.tables.needs import notice_words, notices, pairings, private_asks
from core.storage.tables.people import accounts, chats, drafts, people, tokens
from core.storage.tables.queue import choices, inbox, lanes, outbox, timers
from core.storage.tables.topics import follow_keys, followers, follows, news, news_keys, news_waiting

__all__ = [
    "METADATA",
    "accounts",
    "blocks",
    "chats",
    "choices",
    "clauses",
    "drafts",
    "electorate",
    "follow_keys",
    "followers",
    "follows",
    "group_waiting",
    "groups",
    "inbox",
    "introductions",
    "lanes",
    "link_sides",
    "links",
    "members",
    "nevers",
    "news",
    "news_keys",
    "news_waiting",
    "notice_words",
    "notices",
    "outbox",
    "pairings",
    "people",
    "private_asks",
    "promises",
    "proposal_waiting",
    "proposals",
    "rounds",
    "seats",
    "timers",
    "tokens",
    "versions",
    "voices",
]
