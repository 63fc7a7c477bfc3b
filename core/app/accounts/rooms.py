"""Into which rooms does an account come because its person is a member there, and out of which when they part?

One person, one seat: where the person has no account on a group's messenger yet, the other's account gets a key to the
group's homes there. Whoever has a key already keeps it, and no second account comes in beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.app.homes import admit_to_homes, dismiss_from_homes
from core.app.rows import Account
from core.app.turn import Scene
from core.groups.group import Group
from core.ids import MessengerName, PersonId
from core.messenger.messages import say
from core.wording import Text, text


@dataclass(frozen=True, slots=True)
class Key:
    """What an account opens for its person.

    Attributes:
        group: In whose homes.
        name: What the group knows the member by.
        account: Who comes in there.
    """

    group: Group
    name: str
    account: Account


async def keys(scene: Scene, one: PersonId, other: PersonId) -> Sequence[Key]:
    """List what the accounts of two people open in each other's groups; ask before they are one, or after they part."""
    return [*await _keys_of(scene, one, other), *await _keys_of(scene, other, one)]


async def let_in(scene: Scene, opened: Sequence[Key]) -> None:
    """Hand the keys out, and say to each group who that is."""
    for key in opened:
        group = await scene.work.groups.get(key.group.id)
        if group is not None:
            await admit_to_homes(scene, group, key.account)
            await scene.tell_group(group, say(text("member-also-here", name=key.name, other=shown(key.account))))


async def let_out(scene: Scene, opened: Sequence[Key]) -> None:
    """Take the keys back."""
    for key in opened:
        await dismiss_from_homes(scene, key.group, key.account)


def shown(account: Account) -> Text:
    """Name an account with its messenger."""
    return text("account-shown", name=account.ref.name, messenger=account.ref.messenger.title())


async def _keys_of(scene: Scene, member: PersonId, guest: PersonId) -> list[Key]:
    fresh = await _fresh(scene, member, guest)
    name = await scene.name(member)
    found: list[Key] = []
    for group in await scene.work.groups.of_person(member):
        if group.member(guest) is None:
            at = {home.messenger for home in await scene.work.people.homes(group.id) if not home.asleep}
            found += [Key(group, name, account) for messenger, account in fresh.items() if messenger in at]
    return found


async def _fresh(scene: Scene, member: PersonId, guest: PersonId) -> dict[MessengerName, Account]:
    """Return the guest's account on each messenger where the member has none."""
    known = {account.ref.messenger for account in await scene.work.people.accounts(member)}
    found: dict[MessengerName, Account] = {}
    for account in await scene.work.people.accounts(guest):
        if account.ref.messenger not in known:
            found.setdefault(account.ref.messenger, account)
    return found
