"""How does a group read its agreements, and answer when one of them asks for something?"""

from datetime import timedelta

from core.app.agreeing.card import agreement_lines, other_names
from core.app.agreeing.ending import copy_of, end_ours
from core.app.agreeing.standing import text_of
from core.app.carrying import carry
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.exchange.agreements import Agreement
from core.groups.group import Group
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text

LATER_DAYS = 2


async def agreements(turn: Turn, _values: Values) -> None:
    """Show what stands and what is before the groups, with a way to end each."""
    group = turn.here
    lines: list[Line] = []
    choices: list[Choice] = []
    for one in await turn.work.agreements.of(group.id):
        names = await other_names(turn, one, group.id)
        lines += await _lines(turn, group, one, names)
        label = text("tap-agree-end-with", name=names)
        choices.append(Choice("agree.end", label, {"agreement": one.id, "group": group.id}))
    if not lines:
        lines.append(Line(text("agree-none", prefix=turn.can.command_prefix)))
    await turn.answer(Message(tuple(lines), tuple(choices)), private=turn.chat.group != group.id)


async def ask_end(turn: Turn, data: Data) -> None:
    """Ask once, so that a slip of the finger ends nothing."""
    group, agreement = await _ours(turn, data)
    names = await other_names(turn, agreement, group.id)
    which = {"agreement": agreement.id, "group": group.id}
    choices = (
        Choice("agree.end-now", text("tap-agree-end"), which),
        Choice("agree.leave-it", text("tap-keep"), which),
    )
    await turn.answer(say(text("agree-end-sure", name=names), choices=choices), private=True)


async def end_now(turn: Turn, data: Data) -> None:
    """End it, alone and at once; both groups are told."""
    group, agreement = await _ours(turn, data)
    names = await other_names(turn, agreement, group.id)
    said = await end_ours(turn, group, agreement)
    await turn.tell_group(group, say(text("agree-ended", name=names)))
    await carry(turn, *said)


async def leave_it(turn: Turn, data: Data) -> None:
    """Let it stand."""
    group, agreement = await _ours(turn, data)
    names = await other_names(turn, agreement, group.id)
    await turn.answer(say(text("agree-kept", name=names)), private=turn.chat.group != group.id)


async def given(turn: Turn, data: Data) -> None:
    """Note that we gave what we said; nobody is reminded of it again."""
    await _ours(turn, data)
    await turn.work.queue.let_sleep("agree.gift", f"{data['agreement']}:{data['group']}:{data['place']}")
    await turn.answer(say(text("agree-given")), private=turn.chat.group != data["group"])


async def later(turn: Turn, data: Data) -> None:
    """Be reminded of it once more in two days."""
    await _ours(turn, data)
    subject = f"{data['agreement']}:{data['group']}:{data['place']}"
    again = {"number": data["number"], "place": data["place"]}
    await turn.wake("agree.gift", subject, turn.now + timedelta(days=LATER_DAYS), data=again)
    await turn.answer(say(text("agree-later")), private=turn.chat.group != data["group"])


async def _lines(turn: Turn, group: Group, agreement: Agreement, names: tuple[str, ...]) -> list[Line]:
    version = await text_of(turn, group.id, agreement)
    if version is None:
        return [Line(text("agree-asked", name=names), Style.TITLE)]
    title = text("agree-stands", name=names, number=version.number)
    lines = [Line(title, Style.TITLE), *await agreement_lines(turn, agreement, version)]
    return [*lines, Line(text("agree-asked-anew"), Style.NOTE)] if agreement.asked else lines


async def _ours(turn: Turn, data: Data) -> tuple[Group, Agreement]:
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group, await copy_of(turn, group.id, data["agreement"])
