"""What does a chat follow, who is in those topics, and what is open in them now?"""

from collections.abc import Collection
from dataclasses import replace

from core.app.topics.ports import Crowd, Follower
from core.app.topics.things import Thing, not_muted, thing_of
from core.app.turn import Scene, Turn
from core.matching.rotation import rotated
from core.messenger.messages import Line, Style
from core.wording import text

LOOKED_THROUGH = 30
SHOWN = 6


async def open_things(turn: Turn, keys: Collection[str], follower: Follower) -> tuple[Thing, ...]:
    """List what is open with one of these keys; whoever stood first the last time does not now."""
    await turn.work.follows.put(replace(follower, looks=follower.looks + 1))
    found = await turn.work.news.open_for(keys, turn.now, LOOKED_THROUGH)
    things = [thing for new in found if (thing := await thing_of(turn, new)) is not None]
    things = await not_muted(turn, turn.chat.id, things)
    return rotated(sorted(things, key=lambda thing: thing.news), follower.looks)[:SHOWN]


async def crowd_line(scene: Scene, topic: str, keys: Collection[str]) -> Line:
    """Say publicly how many groups a topic has and how concentrated they are."""
    crowd = await scene.work.news.crowd(keys)
    if crowd == Crowd():
        return Line(text("crowd-none", topic=topic), Style.ITEM)
    told = text("crowd", topic=topic, groups=crowd.groups, people=crowd.people, most=crowd.most_of_one)
    return Line(told, Style.ITEM)
