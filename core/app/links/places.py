"""How does a link get a place of its own, where everything said crosses by itself?

Asked for beside each home. Where the messenger can make none, nothing is lost: /share works everywhere.
"""

from dataclasses import replace

from core.app.links.kept import party_of
from core.app.queue import Deed, Sending
from core.app.rows import Account, Chat
from core.app.turn import Scene
from core.exchange.links import Link
from core.exchange.relay import MARK
from core.groups.group import Group
from core.ids import GroupId, LinkId, MessengerName, PostId, new_id
from core.messenger.capabilities import Can
from core.messenger.messages import say
from core.messenger.port import HomeMade
from core.wording import text

PLACE = "place-of-link"
FEWEST_FOR_A_PLACE = 2


async def ask_for_places(scene: Scene, link: Link, ours: Group, theirs: str) -> None:
    """Ask the messenger of the first home that may have room for it to make the place, called after the others."""
    for home in await scene.work.people.homes(ours.id):
        members = await _members(scene, ours, home.messenger)
        if len(members) < FEWEST_FOR_A_PLACE or scene.node.capabilities(home.ref).rooms is Can.ABSENT:
            continue
        token = await scene.work.queue.offer(f"place:{link.id}:{ours.id}", PLACE, {"link": link.id}, None)
        data: dict[str, str | list[str]] = {
            "token": token,
            "title": f"{MARK} {theirs}",
            "group": ours.id,
            "link": link.id,
            "members": [account.id for account in members],
        }
        await scene.deed(Sending(PostId(new_id()), Deed.HOME, f"home:{token}", home.messenger, home.id, data=data))
        return


async def place_made(scene: Scene, sending: Sending, made: HomeMade) -> None:
    """Take in the place that was made, and say there what it is; a place a person would have to make is left alone."""
    link = await scene.work.links.get(LinkId(str(sending.data["link"])))
    group = await scene.work.groups.get(GroupId(str(sending.data["group"])))
    if link is None or group is None or made.chat is None or link.is_closed or party_of(group) not in link.here:
        return
    chat = replace(await scene.work.people.chat(made.chat, group.language), language=group.language)
    await scene.work.people.put_chat(chat)
    await scene.work.links.put_place(link.id, party_of(group), chat.id)
    hears = scene.node.capabilities(chat.ref).hears_talk
    await scene.post(chat, say(text("link-place") if hears else text("link-place-deaf")))
    for account in await _members(scene, group, sending.messenger):
        way_in = dict(made.keys).get(account.ref.id, "")
        if way_in:
            await scene.tell(account.person, say(text("home-key", name=str(sending.data["title"]), link=way_in)))


async def place_of(scene: Scene, link: Link, group: Group) -> Chat | None:
    """Return a group's own place for a link, while the bot is in it."""
    chat = (await scene.work.links.places(link.id)).get(party_of(group))
    found = await scene.work.people.chat_by_id(chat) if chat else None
    return found if found is not None and not found.asleep else None


async def _members(scene: Scene, group: Group, messenger: MessengerName) -> list[Account]:
    found: list[Account] = []
    for person in group.people:
        there = [one for one in await scene.work.people.accounts(person) if one.ref.messenger == messenger]
        found += there[:1]
    return found
