"""How does something new set out to the chats that follow its topics?

What is posted is noted in the same transaction; who follows it is looked up later, a batch at a time, so that a topic
with a hundred thousand chats holds nobody up.
"""

from core.app.queue import Timer
from core.app.topics.keys import keys_of_thing
from core.app.topics.ports import News, NewsKind
from core.app.turn import Scene
from core.groups.proposal import Proposal
from core.ids import ChatId, NewsId, new_id

CHATS_AT_ONCE = 500


async def announce_proposal(scene: Scene, proposal: Proposal) -> None:
    """Let the chats that follow a proposal's topics hear of it."""
    keys = keys_of_thing(proposal.topics, proposal.what)
    await announce_news(
        scene, News(NewsId(new_id()), NewsKind.PROPOSAL, proposal.id, proposal.chat, scene.now, proposal.by, keys)
    )


async def announce_news(scene: Scene, new: News) -> None:
    """Let the chats that follow one of its keys hear of something, once."""
    if await scene.work.news.put(new):
        await scene.wake("topics.spread", new.id, scene.now)


async def spread(scene: Scene, timer: Timer) -> None:
    """Let it wait for the next batch of chats, and ring again for the one after."""
    new = await scene.work.news.get(NewsId(timer.subject))
    if new is None:
        return
    after = ChatId(timer.data["after"]) if timer.data.get("after") else None
    last = await scene.work.news.spread(new, after, CHATS_AT_ONCE, scene.now)
    if last is not None:
        await scene.wake("topics.spread", new.id, scene.now, data={"after": last})
        await wake_telling(scene)


async def wake_telling(scene: Scene) -> None:
    """Ring when the next chat may hear what waits for it."""
    due = await scene.work.news.next_due()
    if due is not None:
        await scene.wake("topics.tell", "all", max(due, scene.now))
