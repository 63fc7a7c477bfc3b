"""How does a person say whom they do not want to be brought together with, and take it back?"""

from collections.abc import Sequence

from core.app.kin.relatives import relatives
from core.app.meeting.ports import Block
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.groups.group import Group
from core.ids import BlockId, GroupId, PersonId, new_id
from core.matching.topics import fold
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Moment, text


async def block(turn: Turn, values: Values) -> None:
    """Block whoever is called so among those they know; without a name, show what stands."""
    if "whom" not in values:
        await _show(turn)
        return
    mine = await turn.work.groups.of_person(turn.person.id)
    found = await _called(turn, mine, str(values["whom"]))
    if not found:
        raise Refused(text("refused-block-unknown", name=str(values["whom"])))
    if len(found) == 1:
        await _put(turn, found[0])
        return
    named = [(one, _told_apart(one, found, mine)) for one in found]
    which = tuple(
        Choice(
            "block.this",
            text("tap-block-group" if one.blocked_group else "tap-block-person", name=name),
            {"person": one.blocked or "", "group": one.blocked_group or "", "name": name},
        )
        for one, name in named
    )
    await turn.answer(say(text("block-which"), choices=which), private=True)


async def block_this(turn: Turn, data: Data) -> None:
    """Block the one they meant."""
    person = PersonId(data["person"]) if data["person"] else None
    group = GroupId(data["group"]) if data["group"] else None
    await _put(turn, _of(turn, person, group, data["name"]))


async def lift(turn: Turn, data: Data) -> None:
    """Take one back."""
    lifted = await turn.work.blocks.lift(BlockId(data["block"]), turn.person.id)
    if lifted is None:
        raise Refused(text("refused-gone"))
    await turn.answer(say(text("block-lifted")), private=True)


async def hear_again(turn: Turn, data: Data) -> None:
    """Hear of a topic again."""
    if not await turn.work.blocks.hear_again(turn.person.id, data["topic"]):
        raise Refused(text("refused-gone"))
    await turn.answer(say(text("block-lifted")), private=True)


async def _put(turn: Turn, new: Block) -> None:
    kept = await turn.work.blocks.put(new)
    await turn.answer(say(text("blocked" if kept else "blocked-already", name=new.name)), private=True)


async def _show(turn: Turn) -> None:
    mine = await turn.work.blocks.of((turn.person.id,))
    topics = await turn.work.blocks.nevers((turn.person.id,))
    if not mine and not topics:
        await turn.answer(say(text("block-none", prefix=turn.can.command_prefix)), private=True)
        return
    lines = [Line(text("block-title"), Style.TITLE)]
    choices: list[Choice] = []
    for one in mine:
        unknown = text("block-unknown", on=Moment(one.since, date_only=True))
        called = text("own-words", words=one.name) if one.name else unknown
        lines.append(Line(called, Style.ITEM))
        choices.append(Choice("block.lift", text("tap-block-lift", name=called), {"block": one.id}))
    for topic in topics:
        lines.append(Line(text("block-topic", topic=topic), Style.ITEM))
        choices.append(Choice("block.hear-again", text("tap-block-lift", name=topic), {"topic": topic}))
    await turn.answer(Message(tuple(lines), tuple(choices)), private=True)


async def _called(turn: Turn, mine: Sequence[Group], whom: str) -> list[Block]:
    """List people and groups of that name whom this person has come across: nobody else can be found by a name."""
    found: dict[str, Block] = {}
    for person in await _people_known(turn, mine):
        for account in await turn.work.people.accounts(person):
            if fold(account.ref.name) == fold(whom):
                found[person] = _of(turn, person, None, account.ref.name)
    for group in await _groups_known(turn, mine):
        if fold(group.name) == fold(whom):
            found[group.id] = _of(turn, None, group.id, group.name)
    return list(found.values())


async def _people_known(turn: Turn, mine: Sequence[Group]) -> list[PersonId]:
    """List whoever sits, sat, waits or asks to come in, in one's own groups."""
    sat = [member.person for group in mine for member in group.members]
    waiting = [one.person for group in mine for one in group.waiting]
    asking = [
        PersonId(asked.data["person"])
        for group in mine
        for asked in await turn.work.rounds.open_in(group.id)
        if asked.kind == "entry"
    ]
    everyone = dict.fromkeys((*sat, *waiting, *asking))
    return [person for person in everyone if person != turn.person.id]


async def _groups_known(turn: Turn, mine: Sequence[Group]) -> list[Group]:
    """List the groups that one's own groups have met, and their kin."""
    known = dict.fromkeys([met for group in mine for met in await turn.work.introductions.met(group.id)])
    groups = [await turn.work.groups.get(one) for one in known]
    kin = [one for group in mine for one in await relatives(turn, group)]
    return [*[group for group in groups if group is not None], *kin]


def _told_apart(one: Block, found: Sequence[Block], mine: Sequence[Group]) -> str:
    """Name someone; of two people of one name, each with what they bring and the group one knows them from."""
    if one.blocked is None or sum(other.blocked is not None for other in found) == 1:
        return one.name
    sat = next((group for group in mine if any(member.person == one.blocked for member in group.members)), None)
    waits = next((group for group in mine if any(waiting.person == one.blocked for waiting in group.waiting)), None)
    seats = [member.seat for member in sat.members if member.person == one.blocked] if sat else []
    where = sat or waits
    return ", ".join(filter(None, (one.name, *seats, where.name if where else "")))


def _of(turn: Turn, person: PersonId | None, group: GroupId | None, name: str) -> Block:
    return Block(BlockId(new_id()), turn.person.id, person, group, name, turn.now)
