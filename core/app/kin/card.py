"""What does the question show that a family of groups asks: to bud, to merge, to close?"""

from collections.abc import Sequence

from core.app.turn import Scene
from core.contract.clauses import clause_text
from core.contract.rounds import ConsentRound
from core.groups.group import Group
from core.ids import GroupId, PersonId
from core.messenger.messages import Line, Style
from core.wording import Text, text

PLAN = "plan"
BUD, MERGE, HOST, CLOSE = "bud", "merge", "host", "close"


def halves(asked: ConsentRound) -> tuple[tuple[PersonId, ...], tuple[PersonId, ...]]:
    """Read who would be in which half."""
    ours, theirs = (asked.data[one].split(",") for one in ("ours", "theirs"))
    return tuple(PersonId(one) for one in ours), tuple(PersonId(one) for one in theirs)


async def kin_head(scene: Scene, asked: ConsentRound) -> list[Line]:
    """Say what is asked, with what each should see before they answer."""
    group = await scene.work.groups.get(asked.group)
    plan = asked.data[PLAN]
    if group is None or plan == CLOSE:
        return [Line(text("close-title", name=group.name if group else ""), Style.TITLE)]
    if plan == BUD:
        return await _halves(scene, group, asked)
    other = await scene.work.groups.get(GroupId(asked.data["other"]))
    if other is None:
        return [Line(text("refused-gone"))]
    count = len(asked.data["people"].split(","))
    if plan == MERGE:
        told = text("merge-title", name=other.name, count=count)
        contract = await scene.work.contracts.current(other.id)
        clauses = enumerate(contract.clauses if contract else (), 1)
        lines = [Line(text("numbered", number=place, line=clause_text(one)), Style.ITEM) for place, one in clauses]
        return [Line(told, Style.TITLE), *lines, Line(text("merge-terms", name=other.name), Style.NOTE)]
    seats = tuple(one.seat for one in other.members if one.seat and one.person in asked.data["people"].split(","))
    lines = [Line(text("host-title", name=other.name, count=count), Style.TITLE)]
    return [*lines, Line(text("host-seats", seats=seats), Style.ITEM)] if seats else lines


async def _halves(scene: Scene, group: Group, asked: ConsentRound) -> list[Line]:
    lines = [Line(text("bud-title", name=group.name), Style.TITLE)]
    for number, people in enumerate(halves(asked), 1):
        lines.append(Line(text("bud-half", number=number, people=await _told(scene, group, people)), Style.ITEM))
    return [*lines, Line(text("bud-terms"), Style.NOTE)]


async def _told(scene: Scene, group: Group, people: Sequence[PersonId]) -> tuple[Text, ...]:
    told = []
    for person in people:
        seat = next((one.seat for one in reversed(group.members) if one.person == person), "")
        name = await scene.name(person)
        told.append(text("bud-brings", name=name, seat=seat) if seat else text("own-words", words=name))
    return tuple(told)
