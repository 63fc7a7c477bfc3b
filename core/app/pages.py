"""What can a person read at any time: their group, its contract, the constitution, help?"""

from core.app.kin.relatives import kin_lines
from core.app.rounds_card import clause_lines
from core.app.turn import Turn, Values
from core.constitution import RULES
from core.contract.promises import Promise, PromiseStage
from core.contract.rhythm import next_dates
from core.contract.rounds import RoundKind, missing
from core.groups.group import Group, Member
from core.groups.pauses import is_away
from core.messenger.messages import Line, Message, Style
from core.wording import Moment, Text, text

DECISIONS_SHOWN = 3


async def group(turn: Turn, _values: Values) -> None:
    """Show who brings what, what is open, and the next dates."""
    ours = turn.here
    title = Line(text("group-title", name=ours.name, count=len(ours.people)), Style.TITLE)
    members = [Line(await _member(turn, one), Style.ITEM) for one in ours.present]
    lines = [title, *members, *_open_seats(ours), *await _promises(turn, ours), *await _rounds(turn, ours)]
    last = (*await kin_lines(turn, ours), *await _dates(turn, ours))
    await turn.answer(Message((*lines, *last)), private=turn.chat.group != ours.id)


async def contract(turn: Turn, _values: Values) -> None:
    """Show the lines that bind, who agreed to them and when."""
    version = await turn.work.contracts.current(turn.here.id)
    if version is None or version.agreed_at is None:
        await turn.answer(Message((Line(text("no-contract-yet")),)), private=turn.chat.group != turn.here.id)
        return
    title = Line(text("contract-title", name=turn.here.name, number=version.number), Style.TITLE)
    names = await turn.names(version.agreed_by)
    agreed = Line(text("contract-agreed-by", names=names, on=Moment(version.agreed_at, date_only=True)), Style.NOTE)
    await turn.answer(Message((title, *clause_lines(version), agreed)), private=turn.chat.group != turn.here.id)


async def constitution(turn: Turn, _values: Values) -> None:
    """Show what nobody can switch off."""
    rules = (Line(Text(f"constitution-{place}"), Style.ITEM) for place in range(1, RULES + 1))
    await turn.answer(Message((Line(text("constitution-title"), Style.TITLE), *rules)), private=True)


async def start(turn: Turn, _values: Values) -> None:
    """Greet someone who opened the conversation; what waited for them comes by itself."""
    await turn.answer(Message((Line(text("hello", prefix=turn.can.command_prefix)),)), private=True)


async def _member(turn: Turn, member: Member) -> Text:
    name = await turn.name(member.person)
    return text("card-brings", name=name, seat=member.seat) if member.seat else text("card-idea", name=name)


def _open_seats(ours: Group) -> tuple[Line, ...]:
    return (Line(text("group-open-seats", seats=ours.open_seats)),) if ours.open_seats else ()


async def _promises(turn: Turn, ours: Group) -> list[Line]:
    return [Line(await _promised(turn, one), Style.ITEM) for one in await turn.work.promises.unfinished(ours.id)]


async def _promised(turn: Turn, made: Promise) -> Text:
    if made.stage is PromiseStage.LOOKING:
        return text("looking-for-hands", what=made.what)
    return text("promised", name=await turn.name(made.person), what=made.what, by=Moment(made.due))


async def _rounds(turn: Turn, ours: Group) -> list[Line]:
    running = await turn.work.rounds.open_in(ours.id)
    lines = [
        Line(text("group-open-round", what=one.what, missing=len(missing(one, ours.people))), Style.ITEM)
        for one in running
        if one.kind is RoundKind.DECISION
    ]
    agreed = await turn.work.rounds.agreed_in(ours.id, DECISIONS_SHOWN)
    return lines + [Line(text("decided", what=one.what), Style.ITEM) for one in agreed]


async def _dates(turn: Turn, ours: Group) -> tuple[Line, ...]:
    version = await turn.work.contracts.current(ours.id)
    lines = await _away(turn, ours)
    if version is not None and version.rhythm is not None:
        dates = tuple(Moment(one) for one in next_dates(version.rhythm, turn.now))
        lines.append(Line(text("group-next-dates", dates=dates), Style.NOTE))
    if version is not None and version.review_on is not None:
        lines.append(Line(text("group-review", on=Moment(version.review_on, date_only=True)), Style.NOTE))
    return tuple(lines)


async def _away(turn: Turn, ours: Group) -> list[Line]:
    pauses = [one for one in await turn.work.pauses.of_group(ours.id) if is_away(one, turn.now)]
    return [
        Line(text("group-away", name=await turn.name(one.person), until=Moment(one.until, date_only=True)), Style.NOTE)
        for one in pauses
    ]
