"""What was said unprompted on a group's behalf, and how does the group want it?

Counts alone: nobody learns who did not answer. What was said privately is named by its kind, not by its words.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.reminding.ports import Nudge, Wish
from core.app.turn import Data, Turn, Values
from core.contract.clauses import clause_text
from core.contract.versions import Version
from core.errors import Refused
from core.groups.group import Group
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.reminding.plan import Fate
from core.wording import Text, text

MONTH = timedelta(days=30)
SHOWN = 12
_KINDS = ("promise", "round", "review", "ghost", "silent", "seat", "open-seat", "pause", "weekly")


async def reminders(turn: Turn, _values: Values) -> None:
    """Show everything of the last month: what, to how many, and which line asked for it."""
    group = turn.here
    said = await turn.work.reminders.said_for(group.id, turn.now - MONTH)
    contract = await turn.work.contracts.current(group.id)
    things: dict[str, list[Nudge]] = {}
    for one in said:
        things.setdefault(one.thing, []).append(one)
    lines = [Line(_told(nudges, contract), Style.ITEM) for nudges in list(things.values())[:SHOWN]]
    if len(things) > SHOWN:
        lines.append(Line(text("reminders-more", count=len(things) - SHOWN), Style.NOTE))
    head = text("reminders-head", name=group.name) if things else text("reminders-none", name=group.name)
    wish = await turn.work.reminders.wish(group.id)
    await turn.answer(Message((Line(head, Style.TITLE), *lines), _choices(group, wish)), private=True)


async def less(turn: Turn, data: Data) -> None:
    """Say each thing once only on this group's behalf."""
    await _wish(turn, data, less=True, stopped=False)


async def stop(turn: Turn, data: Data) -> None:
    """Say nothing unprompted on this group's behalf any more."""
    await _wish(turn, data, less=True, stopped=True)


async def usual(turn: Turn, data: Data) -> None:
    """Remind as before."""
    await _wish(turn, data, less=False, stopped=False)


def _told(nudges: Sequence[Nudge], contract: Version | None) -> Text:
    newest = nudges[0]
    private = sum(one.person is not None for one in nudges)
    rooms = len(nudges) - private
    what = _kind(newest.thing) if private else newest.message.lines[0].text
    clause = next((one for one in contract.clauses if one.id == newest.clause), None) if contract else None
    if clause is None:
        return text("reminders-line", what=what, people=private, rooms=rooms)
    return text("reminders-line-clause", what=what, people=private, rooms=rooms, line=clause_text(clause))


def _kind(thing: str) -> Text:
    kind = thing.partition(":")[0]
    return Text(f"thing-{kind}") if kind in _KINDS else text("thing-other")


def _choices(group: Group, wish: Wish) -> tuple[Choice, ...]:
    which = {"group": str(group.id)}
    less_ = () if wish.less else (Choice("reminders.less", text("tap-less"), which),)
    stop_ = () if wish.stopped else (Choice("reminders.stop", text("tap-stop"), which),)
    back = (Choice("reminders.usual", text("tap-as-before"), which),) if wish.less or wish.stopped else ()
    return (*less_, Choice("amend.begin", text("tap-change-clause"), which), *stop_, *back)


async def _wish(turn: Turn, data: Data, *, less: bool, stopped: bool) -> None:
    """Keep what a member wishes, say so to all, and let anyone take it back."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    wish = await turn.work.reminders.wish(group.id)
    await turn.work.reminders.put_wish(replace(wish, less=less, stopped=stopped))
    if stopped:
        await turn.work.reminders.drop(group.id, None, Fate.STOPPED, turn.now)
    key = "wish-stopped" if stopped else "wish-less" if less else "wish-usual"
    back = (Choice("reminders.usual", text("tap-as-before"), {"group": str(group.id)}),) if less else ()
    await turn.tell_group(group, say(text(key), choices=back))
