"""What does someone see who comes back to a contract that changed meanwhile, and what can they do about it?"""

from dataclasses import replace

from core.app.drafting import put_to_group
from core.app.rounds_card import difference
from core.app.turn import Data, Scene, Turn
from core.contract.history import accepted, later
from core.contract.rounds import RoundKind
from core.contract.versions import Version
from core.errors import Refused
from core.groups.group import Group
from core.groups.pauses import Pause
from core.ids import PersonId, VersionId, new_id
from core.messenger.messages import Choice, Line, Message, say
from core.wording import text


async def changed_meanwhile(scene: Scene, pause: Pause) -> Message | None:
    """Show what others agreed since someone last gave their word; None when nothing changed without them."""
    versions = await scene.work.contracts.versions(pause.group)
    known = [one for one in versions if await has_accepted(scene, one, pause.person)]
    if not versions or (known and known[-1].id == versions[-1].id):
        return None
    before, current = known[-1] if known else versions[0], versions[-1]
    if before.id == current.id:
        return None
    which = {"version": current.id, "against": before.id}
    choices = (
        Choice("contract.accept", text("tap-live-with-it"), which),
        Choice("contract.reopen", text("tap-reopen"), which),
    )
    head = Line(text("changed-meanwhile", number=current.number))
    return Message((head, *difference(before, current)), choices)


async def accept(turn: Turn, data: Data) -> None:
    """Note that someone can live with what was agreed without them."""
    version, group = await _bound(turn, data)
    if not await has_accepted(turn, version, turn.person.id):
        await turn.work.histories.add((accepted(version, turn.person.id, turn.now),))
    await turn.answer(say(text("version-accepted", number=version.number, name=group.name)), private=True)


async def reopen(turn: Turn, data: Data) -> None:
    """Ask everyone again, the one who came back among them; what binds goes on to bind meanwhile."""
    version, group = await _bound(turn, data)
    rounds = await turn.work.rounds.open_in(group.id)
    if any(one.kind in {RoundKind.REVIEW, RoundKind.CONTRACT} for one in rounds):
        raise Refused(text("refused-review-runs"))
    number = version.number + 1
    draft = replace(version, id=VersionId(new_id()), number=number, agreed_at=None, agreed_by=())
    await put_to_group(turn, group, draft, turn.person.id, data["against"])
    await turn.answer(say(text("reopened", number=version.number)), private=True)


async def has_accepted(scene: Scene, version: Version, person: PersonId) -> bool:
    """Say whether someone consented to a version, when it was agreed or later."""
    events = later(await scene.work.histories.of(version.group)).get(version.id, ())
    return person in version.agreed_by or any(one.person == person for one in events)


async def _bound(turn: Turn, data: Data) -> tuple[Version, Group]:
    version = await turn.work.contracts.get(VersionId(data["version"]))
    group = await turn.work.groups.get(version.group) if version else None
    if version is None or group is None:
        raise Refused(text("refused-gone"))
    if group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    current = await turn.work.contracts.current(group.id)
    if current is None or current.id != version.id:
        raise Refused(text("refused-newer-version"))
    return version, group
