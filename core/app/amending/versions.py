"""How does a member read every version there ever was, with who agreed and when?"""

from collections.abc import Sequence

from core.app.rounds_card import clause_lines, difference
from core.app.turn import Data, Scene, Turn, Values
from core.contract.history import later
from core.contract.versions import Version
from core.errors import Refused
from core.ids import GroupId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, text


async def versions(turn: Turn, values: Values) -> None:
    """Show the version asked for, else the newest, with ways to the others."""
    every = await all_versions(turn, turn.here.id)
    wanted = values.get("number")
    places = [place for place, one in enumerate(every) if one.group == turn.here.id and one.number == wanted]
    place = places[0] if places else len(every) - 1
    await _show(turn, turn.here.id, every, place)


async def page(turn: Turn, data: Data) -> None:
    """Show another version."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    every = await all_versions(turn, group.id)
    await _show(turn, group.id, every, min(int(data["place"]), len(every) - 1))


async def all_versions(scene: Scene, group: GroupId) -> Sequence[Version]:
    """List every agreed version, oldest first; those of the group from which this one was formed anew come first."""
    origin = await scene.work.histories.origin(group)
    own = await scene.work.contracts.versions(group)
    return [*await all_versions(scene, origin), *own] if origin else own


async def _show(turn: Turn, group: GroupId, every: Sequence[Version], place: int) -> None:
    if not every:
        raise Refused(text("no-contract-yet"))
    version = every[place]
    title = Line(text("version-title", number=version.number, place=place + 1, all=len(every)), Style.TITLE)
    changes = difference(every[place - 1], version) if place else ()
    head = (Line(text("version-changed")), *changes) if changes else ()
    choices = (
        *((_to(group, place - 1, "tap-earlier"),) if place else ()),
        *((_to(group, place + 1, "tap-later"),) if place < len(every) - 1 else ()),
    )
    lines = (title, *clause_lines(version), *head, *await _agreed(turn, version))
    await turn.answer(Message(lines, choices), private=True)


async def _agreed(turn: Turn, version: Version) -> tuple[Line, ...]:
    assert version.agreed_at is not None
    names = await turn.names(version.agreed_by)
    agreed = text("contract-agreed-by", names=names, on=Moment(version.agreed_at, date_only=True))
    accepted = later(await turn.work.histories.of(version.group)).get(version.id, ())
    told = [
        text("version-accepted-by", name=await turn.name(one.person), on=Moment(one.at, date_only=True))
        for one in accepted
        if one.person
    ]
    return tuple(Line(one, Style.NOTE) for one in (agreed, *told))


def _to(group: GroupId, place: int, label: str) -> Choice:
    return Choice("contract.page", text(label), {"group": group, "place": str(place)})
