"""What comes before all are asked, where the group's joining rule adds something? A talk, or a visit."""

from core.app.joining.asking import ask_all, check_not_asked
from core.app.turn import Data, Turn
from core.contract.acting import Step
from core.contract.clauses import Clause, clause_text
from core.errors import Refused
from core.groups.group import Group
from core.ids import GroupId, PersonId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text

_DONE = {Step.TALK: "tap-we-talked", Step.VISIT: "tap-they-visited"}


async def meet_first(turn: Turn, group: Group, wish: Data, line: Clause, step: Step, *, heard: bool) -> None:
    """Tell the newcomer what comes first and, if they are heard there, the group who would come; quote the line."""
    quoted = Line(clause_text(line), Style.QUOTE)
    done = Choice("joining.met", Text(_DONE[step]), {**wish, "group": group.id})
    head = Line(text("joining-wish", name=wish["name"], seat=wish["seat"]))
    if heard:
        await turn.tell_group(group, Message((head, quoted), (done,)))
    told = Line(text("joining-first", name=group.name))
    await turn.answer(Message((told, quoted)), private=True)


async def met(turn: Turn, data: Data) -> None:
    """Ask everyone, now that they have met; any member can say so, and it decides nothing."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    await check_not_asked(turn, group, PersonId(data["person"]))
    await ask_all(turn, group, data)
