"""How do many events reach the desk: one chat in order, many chats at once?"""

import asyncio
import logging
from collections.abc import Sequence

from core.messenger.events import Change, ChatChanged, Incoming
from core.messenger.port import Desk

log = logging.getLogger(__name__)


async def hand_over(desk: Desk, events: Sequence[Incoming]) -> None:
    """Let a batch of events act; returns when every one was handled.

    A bug of ours in one event is logged with its key and stops no other.
    """
    async with asyncio.TaskGroup() as lanes:
        for lane in by_chat(events):
            lanes.create_task(_one_by_one(desk, lane))


def by_chat(events: Sequence[Incoming]) -> list[list[Incoming]]:
    """Sort events into lanes, order kept; a batch in which a chat moves is one lane, for two names mean one chat."""
    if any(isinstance(event.what, ChatChanged) and event.what.change is Change.MOVED for event in events):
        return [list(events)]
    lanes: dict[str, list[Incoming]] = {}
    for event in events:
        lanes.setdefault(event.chat.id, []).append(event)
    return list(lanes.values())


async def _one_by_one(desk: Desk, events: Sequence[Incoming]) -> None:
    for event in events:
        try:
            await desk.handle(event)
        except Exception:
            log.exception("event %s was not handled", event.key)
