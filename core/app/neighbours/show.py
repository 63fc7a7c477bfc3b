"""How does a group see the groups around it: in words, and in a picture on light or dark ground?"""

from core.app.carried import drawing
from core.app.neighbours.gathering import around_us
from core.app.turn import Data, Turn, Values
from core.drawing.picture import Look, Picture
from core.errors import Refused
from core.groups.group import Group
from core.groups.neighbours import Around, Neighbour
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Text, text

LISTED = 30
"""Names in words; more of them stand in the picture."""


async def neighbours(turn: Turn, _values: Values) -> None:
    """Say who is around, and draw it; the words stand for themselves where no picture can be shown."""
    ours = turn.here
    found = await around_us(turn, ours)
    if found.is_empty:
        await turn.answer(say(text("around-none", prefix=turn.can.command_prefix)), private=_alone(turn, ours))
        return
    other = Choice("neighbours.draw", text("tap-neighbours-dark"), {"group": ours.id, "look": Look.DARK})
    await turn.answer(Message(tuple(lines(found)), (other,)), private=_alone(turn, ours))
    await _draw(turn, ours, Picture(found))


async def draw(turn: Turn, data: Data) -> None:
    """Draw it once more, on the ground someone likes better.

    Raises:
        Refused: They are not, or no longer, in the group.
    """
    ours = await turn.work.groups.get(GroupId(data["group"]))
    if ours is None or ours.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    await _draw(turn, ours, Picture(await around_us(turn, ours), Look(data["look"])))


def lines(found: Around) -> list[Line]:
    """Say in words what the picture shows."""
    listed = found.known[:LISTED]
    more = found.more + len(found.known) - len(listed)
    known = [Line(_known(place, one), Style.ITEM) for place, one in enumerate(listed, 1)]
    nameless = [Line(text("around-topic", topic=one.topic, count=one.count), Style.ITEM) for one in found.nameless]
    rest = [Line(text("around-more", count=more), Style.NOTE)] if more else []
    return [Line(text("around-title", name=found.name), Style.TITLE), *known, *nameless, *rest]


def _known(place: int, one: Neighbour) -> Text:
    ties = tuple(Text(f"tie-{tie}") for tie in one.ties)
    return text("around-known", place=place, name=one.name, ties=ties)


async def _draw(turn: Turn, ours: Group, picture: Picture) -> None:
    caption = say(text("around-picture", name=ours.name))
    await turn.answer(caption, private=_alone(turn, ours), brings=drawing(picture))


def _alone(turn: Turn, ours: Group) -> bool:
    return turn.chat.group != ours.id
