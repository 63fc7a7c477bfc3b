"""The schema: every table, once. Migrations are checked against it."""

from core.storage.tables.accounts import joinings, link_codes, link_tries
from core.storage.tables.agreements import agreement_lines, agreement_texts, agreements
from core.storage.tables.base import METADATA
from core.storage.tables.contracts import clauses, electorate, promises, rounds, versions, voices
from core.storage.tables.groups import group_waiting, groups, members, proposal_waiting, proposals, seats
from core.storage.tables.guarding import mutes, reports, stops
from core.storage.tables.kin import handed, kin, pledged, pledges, sisters
from core.storage.tables.links import link_heard, link_places, link_sides, links, share_reactions, shares
from core.storage.tables.living import advice, advisers, concerns, contract_events, origins, pauses
from core.storage.tables.meeting import blocks, introductions, nevers
from core.storage.tables.needs import notice_words, notices, pairings, private_asks
from core.storage.tables.people import accounts, chats, drafts, people, tokens
from core.storage.tables.pool import asked, bars, offers, plans, profiles, seekings
from core.storage.tables.queue import choices, inbox, lanes, listeners, outbox, timers
from core.storage.tables.reminding import acts, nudges, reaches, wishes
from core.storage.tables.topics import follow_keys, followers, follows, news, news_keys, news_waiting

__all__ = [
    "METADATA",
    "accounts",
    "acts",
    "advice",
    "advisers",
    "agreement_lines",
    "agreement_texts",
    "agreements",
    "asked",
    "bars",
    "blocks",
    "chats",
    "choices",
    "clauses",
    "concerns",
    "contract_events",
    "drafts",
    "electorate",
    "follow_keys",
    "followers",
    "follows",
    "group_waiting",
    "groups",
    "handed",
    "inbox",
    "introductions",
    "joinings",
    "kin",
    "lanes",
    "link_codes",
    "link_heard",
    "link_places",
    "link_sides",
    "link_tries",
    "links",
    "listeners",
    "members",
    "mutes",
    "nevers",
    "news",
    "news_keys",
    "news_waiting",
    "notice_words",
    "notices",
    "nudges",
    "offers",
    "origins",
    "outbox",
    "pairings",
    "pauses",
    "people",
    "plans",
    "pledged",
    "pledges",
    "private_asks",
    "profiles",
    "promises",
    "proposal_waiting",
    "proposals",
    "reaches",
    "reports",
    "rounds",
    "seats",
    "seekings",
    "share_reactions",
    "shares",
    "sisters",
    "stops",
    "timers",
    "tokens",
    "versions",
    "voices",
    "wishes",
]
