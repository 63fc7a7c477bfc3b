"""How does a group get its home, and who gets a key?"""

from dataclasses import replace
from datetime import timedelta

from core.app.drafting import begin_contract
from core.app.links.kept import party_of
from core.app.queue import Deed, Sending, Timer
from core.app.rows import Account
from core.app.turn import Scene, Turn
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import ChoiceKey, GroupId, MessengerName, PersonId, PostId, new_id
from core.messenger.capabilities import Can
from core.messenger.events import ChatRef, HomeBound
from core.messenger.messages import say
from core.messenger.port import HomeMade
from core.wording import text

HOME = "group.home"
FEWEST_FOR_A_HOME = 2
PRIVATE_AFTER = timedelta(days=1)


async def home_made(scene: Scene, sending: Sending, made: HomeMade) -> None:
    """Take in the room that was made, or hand its makers the link."""
    group = await scene.work.groups.get(GroupId(str(sending.data["group"])))
    if group is None:
        return
    if made.chat is not None:
        await _move_in(scene, group, made.chat)
    for _person, account in await _accounts(scene, group, sending.messenger):
        way_in = dict(made.keys).get(account.ref.id, "")
        if way_in:
            await scene.tell_account(account, say(text("home-key", name=group.name, link=way_in)))
        elif made.chat is None and made.link:
            await scene.tell_account(account, say(text("home-make", name=group.name, link=made.link)))


async def bind_home(turn: Turn, bound: HomeBound) -> None:
    """Make the chat a member chose the group's home, and let the others in."""
    kept = await turn.work.queue.choice(ChoiceKey(bound.token))
    group = await turn.work.groups.get(GroupId(kept.data["group"])) if kept and kept.action == HOME else None
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-gone"))
    if any(home.messenger == turn.chat.messenger for home in await turn.work.people.homes(group.id)):
        raise Refused(text("refused-has-home", name=group.name))
    await _move_in(turn, group, turn.chat.ref)
    for _person, account in await _accounts(turn, group, turn.chat.messenger):
        if account.id != turn.account.id:
            await admit_to_homes(turn, group, account)


async def admit_to_homes(scene: Scene, group: Group, account: Account) -> None:
    """Ask the messenger to let a member into the homes they can enter."""
    await _at_homes(scene, group, account, Deed.ADMIT)


async def dismiss_from_homes(scene: Scene, group: Group, account: Account) -> None:
    """Ask the messenger to take back the key of someone who left."""
    await _at_homes(scene, group, account, Deed.DISMISS)


async def admitted(scene: Scene, sending: Sending, way_in: str) -> None:
    """Hand a newcomer the link they need, on the account it lets in, if they were not simply invited."""
    if not way_in or sending.account is None:
        return
    account = await scene.work.people.account_by_id(sending.account)
    await scene.tell_account(account, say(text("home-key", name=str(sending.data["name"]), link=way_in)))


async def home_failed(scene: Scene, sending: Sending) -> None:
    """Go on in private messages: the messenger cannot make a room for these people."""
    await _live_in_private(scene, GroupId(str(sending.data["group"])))


async def no_home_came(scene: Scene, timer: Timer) -> None:
    """Go on in private messages: nobody made the room within a day."""
    await _live_in_private(scene, GroupId(timer.subject))


async def _live_in_private(scene: Scene, group_id: GroupId) -> None:
    group = await scene.work.groups.get(group_id)
    if group is None or group.stage is not GroupStage.FORMING or await scene.work.people.homes(group.id):
        return
    await scene.tell_group(group, say(text("home-private", name=group.name)))
    await begin_contract(scene, group)


async def _move_in(scene: Scene, group: Group, ref: ChatRef) -> None:
    chat = replace(await scene.work.people.chat(ref, group.language), group=group.id, language=group.language)
    await scene.work.people.put_chat(chat)
    await scene.work.queue.let_sleep("home.missing", group.id)
    await scene.post(chat, say(text("home-welcome", name=group.name, count=len(group.people))))
    await begin_contract(scene, group, only=chat)


async def ask_for_homes(scene: Scene, group: Group, near: ChatRef | None) -> bool:
    """Ask each messenger that can, and where at least two members are, for a home; says whether any was asked."""
    asked = False
    for messenger in await _messengers(scene, group):
        members = [account for _person, account in await _accounts(scene, group, messenger)]
        beside = near if near and near.messenger == messenger else None
        can = scene.node.capabilities(beside or await _somewhere(scene, members[0]))
        if can.rooms is not Can.ABSENT and len(members) >= FEWEST_FOR_A_HOME:
            await _ask_for_home(scene, group, members, beside)
            asked = True
    if asked:
        await scene.wake("home.missing", group.id, scene.now + PRIVATE_AFTER)
    return asked


async def _somewhere(scene: Scene, account: Account) -> ChatRef:
    """Name a chat that tells what a messenger can do, where no room is at hand."""
    if account.private is None:
        return ChatRef(account.ref.messenger, "")
    return (await scene.work.people.chat_by_id(account.private)).ref


async def _ask_for_home(scene: Scene, group: Group, members: list[Account], beside: ChatRef | None) -> None:
    messenger = members[0].ref.messenger
    token = await scene.work.queue.offer(f"home:{group.id}:{messenger}", HOME, {"group": group.id}, None)
    near = (await scene.work.people.chat(beside, group.language)).id if beside else None
    data: dict[str, str | list[str]] = {
        "token": token,
        "title": group.name,
        "group": group.id,
        "members": [account.id for account in members],
    }
    await scene.deed(Sending(PostId(new_id()), Deed.HOME, f"home:{token}", messenger, near, data=data))


async def _messengers(scene: Scene, group: Group) -> list[MessengerName]:
    found: dict[MessengerName, None] = {}
    for person in group.people:
        for account in await scene.work.people.accounts(person):
            found[account.ref.messenger] = None
    return sorted(found)


async def _accounts(scene: Scene, group: Group, messenger: MessengerName) -> list[tuple[PersonId, Account]]:
    pairs = []
    for person in group.people:
        accounts = await scene.work.people.accounts(person)
        pairs += [(person, account) for account in accounts if account.ref.messenger == messenger][:1]
    return pairs


async def _at_homes(scene: Scene, group: Group, account: Account, deed: Deed) -> None:
    places = [await scene.work.people.chat_by_id(one) for one in await scene.work.links.places_of(party_of(group))]
    for home in (*await scene.work.people.homes(group.id), *places):
        if home.messenger == account.ref.messenger and not home.asleep:
            await scene.deed(
                Sending(
                    PostId(new_id()),
                    deed,
                    f"chat:{home.id}",
                    home.messenger,
                    home.id,
                    account.id,
                    data={"name": group.name},
                )
            )
