"""How does a group that wants to become two do so? Along the lines of who works with whom, and only if all consent."""

from collections.abc import Sequence
from dataclasses import replace

from core.app.drafting import begin_contract
from core.app.homes import ask_for_homes
from core.app.kin.asking import ask_all, lay_down
from core.app.kin.card import BUD, PLAN, halves
from core.app.turn import Scene, Turn, Values
from core.constitution import FEWEST
from core.contract.rounds import ConsentRound
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.groups.kin import Kin, KinHow, end, half, next_name
from core.ids import GroupId, PersonId, RoundId, new_id
from core.matching.bud import Split, best_split
from core.matching.ties import ties
from core.messenger.messages import say
from core.wording import text

REMEMBERED = 100


async def bud(turn: Turn, _values: Values) -> None:
    """Show both halves and ask everyone."""
    if turn.here.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    if not await propose_bud(turn, turn.here, turn.person.id):
        raise Refused(text("refused-bud-too-few", fewest=FEWEST))


async def propose_bud(scene: Scene, group: Group, asker: PersonId) -> bool:
    """Put the best split before a group; the fall-back line "bud" of a contract may call this too.

    Returns:
        False when no two halves could live: fewer than six people, or a seat that both need and one alone brings.

    Raises:
        Refused: The group is being asked to bud, merge or close already.
    """
    split = await _split(scene, group)
    if split is None:
        return False
    ours, theirs = (",".join(one for one in group.people if one in part) for part in (split.ours, split.theirs))
    await ask_all(scene, group, asker, {PLAN: BUD, "ours": ours, "theirs": theirs})
    return True


async def bud_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Make the two groups; if people came or went meanwhile so that they could not live, say so."""
    parts = halves(asked)
    present = set(group.people)
    if not present <= {*parts[0], *parts[1]} or any(len(present & set(part)) < FEWEST for part in parts):
        await scene.tell_group(group, say(text("bud-changed")))
        return
    names = [group.name]
    made = []
    for number, part in enumerate(parts, 1):
        names.append(next_name(group.name, names, number))
        made.append(half(group, part, GroupId(new_id()), names[-1], scene.now))
    small = min(made, key=lambda one: len(one.people))
    made = [_with_room(one, group) if one is small else one for one in made]
    await scene.tell_group(group, say(text("budded", names=(made[0].name, made[1].name))))
    await scene.work.groups.put(end(group, scene.now))
    for one in made:
        await scene.work.groups.put(one)
        await scene.work.family.put(Kin(group.id, one.id, KinHow.BUD, scene.now))
        await _remember(scene, group, one)
    await _move_promises(scene, group, made)
    await lay_down(scene, group)
    for one in made:
        await _settle_in(scene, one, group)


def _with_room(small: Group, group: Group) -> Group:
    return replace(small, open_seats=group.open_seats, waiting=group.waiting)


async def _split(scene: Scene, group: Group) -> Split | None:
    promised = [(str(one.person), one.due) for one in await scene.work.family.promised(group.id)]
    heard = await scene.work.rounds.agreed_in(group.id, REMEMBERED)
    answered = [{str(one.person): str(one.voice) for one in asked.answers} for asked in heard]
    found = ties(promised, await scene.work.family.handed(group.id), answered)
    brings = {str(member.person): {member.seat.casefold()} - {""} for member in group.present}
    seats = [seat for one in brings.values() for seat in one]
    doubled = sorted({seat for seat in seats if seats.count(seat) > 1})
    return best_split(group.people, found, brings, doubled)


async def _remember(scene: Scene, group: Group, new: Group) -> None:
    """Let each half keep what was decided together."""
    for asked in await scene.work.rounds.agreed_in(group.id, REMEMBERED):
        await scene.work.rounds.put(replace(asked, id=RoundId(new_id()), group=new.id))


async def _move_promises(scene: Scene, group: Group, made: Sequence[Group]) -> None:
    for one in await scene.work.family.promised(group.id):
        holder = next((new for new in made if new.member(one.person)), made[0])
        await scene.work.promises.put(replace(one, group=holder.id))


async def _settle_in(scene: Scene, new: Group, old: Group) -> None:
    origin = await scene.work.proposals.get(old.proposal)
    account = (await scene.work.people.accounts(new.people[0]))[0]
    chat = origin.chat if origin else account.private
    near = (await scene.work.people.chat_by_id(chat)).ref if chat else None
    if near is None or not await ask_for_homes(scene, new, near):
        await scene.tell_group(new, say(text("home-private", name=new.name)))
        await begin_contract(scene, new)
