"""How does a group see its links, and rest, resume or close its own end, at once and alone?"""

from core.app.agreeing.ending import end_all_on
from core.app.links.carrying import forget_waiting
from core.app.links.kept import party_of
from core.app.links.widening import invitation
from core.app.links.words import others_on
from core.app.nudge import nudge_group
from core.app.queue import Urgency
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.exchange.links import Link
from core.exchange.links import turn as turned
from core.exchange.stages import SideStage, SideStep
from core.groups.group import Group
from core.ids import LinkId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Text, text


async def links(turn: Turn, _values: Values) -> None:
    """Show every open line of the group, each with what can be done about it."""
    ours = turn.here
    found = await turn.work.links.of(party_of(ours))
    if not found:
        await turn.answer(say(text("links-none")), private=turn.chat.group != ours.id)
        return
    lines = [Line(text("links-title", name=ours.name), Style.TITLE)]
    choices: list[Choice] = []
    for link in found:
        name = await _name(turn, link, ours)
        lines.append(Line(_standing(link, ours, name), Style.ITEM))
        choices += (*_steps(link, ours, name), *await invitation(turn, link, ours, name))
    await turn.answer(Message(tuple(lines), tuple(choices)), private=turn.chat.group != ours.id)


async def show_one(turn: Turn, data: Data) -> None:
    """Show one link with what can be done about it."""
    link, ours = await _ours(turn, data)
    name = await _name(turn, link, ours)
    choices = (*_steps(link, ours, name), *await invitation(turn, link, ours, name))
    shown = Message((Line(_standing(link, ours, name)),), choices)
    await turn.answer(shown, private=turn.chat.group != ours.id)


async def pause(turn: Turn, data: Data) -> None:
    """Let our end rest: nothing crosses either way until we resume it."""
    await _step(turn, data, SideStep.PAUSE)


async def resume(turn: Turn, data: Data) -> None:
    """Open our end again."""
    await _step(turn, data, SideStep.RESUME)


async def close(turn: Turn, data: Data) -> None:
    """Leave the link, at once and for good; what waits to cross is forgotten."""
    await _step(turn, data, SideStep.CLOSE)


async def _step(turn: Turn, data: Data, step: SideStep) -> None:
    link, ours = await _ours(turn, data)
    after = turned(link, party_of(ours), step)
    others = await others_on(turn, link, ours)
    name = await _name(turn, link, ours)
    await turn.work.links.put(after)
    if step is not SideStep.RESUME:
        await forget_waiting(turn, after)
    by = turn.account.ref.name
    await turn.tell_group(ours, say(Text(f"link-{step}-ours", {"name": name, "by": by})))
    if step is SideStep.CLOSE:
        await end_all_on(turn, link.id, party_of(ours))
    if after == link:
        return
    whose = "one-of-many" if len(others) > 1 and step is not SideStep.RESUME else "theirs"
    for other in others:
        told = say(Text(f"link-{step}-{whose}", {"name": ours.name}))
        if step is SideStep.CLOSE:  # It happens once, and whoever would still speak there must know.
            await turn.tell_group(other, told, urgency=Urgency.NEWS)
            continue
        thing = f"link:{link.id}@{turn.now.date()}"  # However often they turn it in a day, we hear how it stands.
        await nudge_group(turn, other, told, thing=thing)


async def _ours(turn: Turn, data: Data) -> tuple[Link, Group]:
    """Find the link and the end of it that is this person's to turn.

    Raises:
        Refused: The link is closed, or they are in none of its groups.
    """
    link = await turn.work.links.get(LinkId(data["link"]))
    if link is None or link.is_closed:
        raise Refused(text("refused-link-closed"))
    mine = [group for group in await turn.work.groups.of_person(turn.person.id) if party_of(group) in link.here]
    here = [group for group in mine if group.id in {turn.chat.group, data.get("group")}]
    if not mine:
        raise Refused(text("refused-not-member"))
    return link, (here or mine)[0]


async def _name(turn: Turn, link: Link, ours: Group) -> str:
    return " · ".join(group.name for group in await others_on(turn, link, ours))


def _standing(link: Link, ours: Group, name: str) -> Text:
    if link.sides[party_of(ours)] is SideStage.PAUSED:
        return text("links-paused", name=name)
    if not link.receivers(party_of(ours)):
        return text("links-they-rest", name=name)
    return text("links-open", name=name)


def _steps(link: Link, ours: Group, name: str) -> tuple[Choice, ...]:
    which = {"link": link.id, "group": ours.id}
    paused = link.sides[party_of(ours)] is SideStage.PAUSED
    rest = (
        Choice("link.resume", text("tap-link-resume", name=name), which)
        if paused
        else Choice("link.pause", text("tap-link-pause", name=name), which)
    )
    return (rest, Choice("link.close", text("tap-link-close", name=name), which))
