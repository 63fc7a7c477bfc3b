"""What happens when a newcomer accepts, or does not, a contract that changed while they were being asked about?"""

from core.app.enter import redraw_origin
from core.app.joining.seat import ask_to_accept, newer_version, seat_newcomer
from core.app.propose import check_seats_cap
from core.app.turn import Data, Turn
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.groups.group import Group, GroupStage
from core.ids import RoundId
from core.messenger.messages import say
from core.wording import text


async def accept(turn: Turn, data: Data) -> None:
    """Take the seat, if what they accepted is what binds now; else show what changed once more."""
    group, asked = await _asked(turn, data)
    current = await newer_version(turn, group, asked)
    if current is not None and current.id != data["version"]:
        await ask_to_accept(turn, group, asked, current)
        return
    await check_seats_cap(turn)
    after = await seat_newcomer(turn, group, asked)
    if after is not None:
        await redraw_origin(turn, after)


async def decline(turn: Turn, data: Data) -> None:
    """Stay outside; nobody is asked why."""
    await _asked(turn, data)
    await turn.answer(say(text("joining-declined")), private=True)


async def _asked(turn: Turn, data: Data) -> tuple[Group, ConsentRound]:
    asked = await turn.work.rounds.get(RoundId(data["round"]))
    group = await turn.work.groups.get(asked.group) if asked else None
    if asked is None or group is None or asked.kind is not RoundKind.ENTRY or asked.stage is not RoundStage.AGREED:
        raise Refused(text("refused-gone"))
    if asked.data["person"] != turn.person.id or group.stage is GroupStage.CLOSED:
        raise Refused(text("refused-gone"))
    if group.member(turn.person.id) is not None:
        raise Refused(text("refused-already-member", name=group.name))
    return group, asked
