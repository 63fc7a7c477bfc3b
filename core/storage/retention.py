"""What is kept no longer than it is needed?

The table of docs/operating.md. Rows are looked for where only is read, and go in small transactions: nobody waits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, select, tuple_

from core.app.queue import Deed
from core.exchange.notices import NoticeStage
from core.exchange.stages import IntroductionStage
from core.reminding.plan import Fate
from core.storage.commits import Writer
from core.storage.tables import (
    bars,
    drafts,
    inbox,
    introductions,
    joinings,
    link_codes,
    link_tries,
    mutes,
    notice_words,
    notices,
    nudges,
    outbox,
    private_asks,
    reports,
)
from core.storage.tables.queue import State
from core.storage.trouble import Reader

AT_ONCE = 500

SEEN = timedelta(days=30)
"""Longer than any messenger repeats an event. Source: Telegram keeps updates for 24 hours."""

DELIVERED = timedelta(days=30)
ANSWERABLE = timedelta(days=365)
"""A message with choices that is no card: who answers it later is told it is gone."""

HALF_FINISHED = timedelta(days=1)
A_DAY = timedelta(days=1)
"""Codes for linking, good for five minutes; tries of them, counted for an hour; linkings, undone within a day."""

SAID_UNASKED = timedelta(days=90)
"""`/reminders` shows what was said on a group's behalf."""

ASKED = timedelta(days=30)
"""Private asks are counted for a week."""

UNANSWERED = timedelta(days=90)
"""An introduction that led to nothing; whoever was asked is left alone for thirty days."""

REPORTED = timedelta(days=90)
MUTED = timedelta(days=365)

_OF_GROUPS = (
    *(
        "groups",
        "members",
        "group_waiting",
        "versions",
        "clauses",
        "contract_events",
        "origins",
        "rounds",
        "electorate",
    ),
    *("voices", "promises", "pauses", "concerns", "advice", "handed", "kin", "sisters", "wishes", "acts"),
    *("agreements", "agreement_texts", "agreement_lines", "links", "link_sides", "link_heard", "link_places", "shares"),
    "share_reactions",
)
_OF_PEOPLE = (
    *("people", "accounts", "profiles", "advisers", "blocks", "nevers", "reaches", "seekings", "proposals", "seats"),
    *("proposal_waiting", "pledges", "pledged", "offers", "asked", "notices", "pairings", "choices"),
)
_OF_CHATS = ("chats", "follows", "follow_keys", "followers", "news", "news_keys", "news_waiting")
_OF_THE_SERVICE = ("lanes", "listeners", "timers", "tokens", "plans", "stops")

LIVES_WITH: Mapping[str, str] = {
    **dict.fromkeys(_OF_GROUPS, "group"),
    **dict.fromkeys(_OF_PEOPLE, "person"),
    **dict.fromkeys(_OF_CHATS, "chat"),
    **dict.fromkeys(_OF_THE_SERVICE, "service"),
}
"""What has no time of its own: kept as long as the group, the person (until `/forget`), the chat or the service is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which rows of a table are past their time."""

    table: Table
    is_old: ColumnElement[bool]


def rules(now: datetime) -> Sequence[Rule]:
    """List what is let go as of a moment."""
    over = outbox.c.state.in_((State.DONE, State.GIVEN_UP))
    no_card = (outbox.c.about == "") & (outbox.c.deed == Deed.SEND)
    said = (outbox.c.deed != Deed.SEND) | (no_card & outbox.c["keys"].is_(None))
    is_old = (said & (outbox.c.done_at < now - DELIVERED)) | (no_card & (outbox.c.done_at < now - ANSWERABLE))
    led_to_nothing = introductions.c.stage == IntroductionStage.OVER
    return (
        Rule(inbox, inbox.c.at < now - SEEN),
        Rule(outbox, over & is_old),
        Rule(drafts, drafts.c.asked_at < now - HALF_FINISHED),
        Rule(link_codes, link_codes.c.made < now - A_DAY),
        Rule(link_tries, link_tries.c.at < now - A_DAY),
        Rule(joinings, joinings.c.at < now - A_DAY),
        Rule(private_asks, private_asks.c.at < now - ASKED),
        Rule(bars, bars.c.until < now),
        Rule(nudges, (nudges.c.fate != Fate.WAITING) & (nudges.c.noticed < now - SAID_UNASKED)),
        Rule(introductions, led_to_nothing & (introductions.c.opened < now - UNANSWERED)),
        Rule(notice_words, notice_words.c.notice.in_(select(notices.c.id).where(notices.c.stage != NoticeStage.OPEN))),
        Rule(reports, reports.c.at < now - REPORTED),
        Rule(mutes, mutes.c.since < now - MUTED),
    )


async def tidy(read: Reader, writer: Writer, now: datetime) -> int:
    """Let go of what is past its time; returns how many rows went."""
    gone = 0
    for rule in rules(now):
        keys = tuple(rule.table.primary_key)
        while old := await _some(read, select(*keys).where(rule.is_old)):
            async with writer.begin() as connection:
                await connection.execute(delete(rule.table).where(tuple_(*keys).in_(old), rule.is_old))
            gone += len(old)
    return gone


async def _some(read: Reader, question: Select[Any]) -> list[tuple[Any, ...]]:
    async with read.connect() as connection:
        return [tuple(row) for row in await connection.execute(question.limit(AT_ONCE))]
