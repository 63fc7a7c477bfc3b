"""How is something kept that nobody asked for just now, until its turn comes?

Nothing unprompted is said at once: it is put here, and `core.app.reminding.look` weighs it in the same minute with
everything else that waits for the same person or room.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.app.pausing.away import absences
from core.app.queue import Timer, Urgency
from core.app.reminding.ports import Nudge, Whom
from core.app.rows import Account, Chat
from core.app.turn import Scene
from core.app.voice import Brings
from core.contract.clauses import clause_text
from core.contract.versions import Version
from core.groups.group import Group, GroupStage
from core.ids import ClauseId, EventKey, NudgeId, PersonId, PostId, new_id
from core.messenger.messages import Line, Message, Style
from core.reminding.budget import MOST_TIMES
from core.reminding.plan import Fate
from core.wording import text

LOOK = "reminding.look"
_OVER = (GroupStage.ASLEEP, GroupStage.CLOSED)


@dataclass(frozen=True, slots=True)
class About:
    """What a thing is about, alike for everybody who hears of it.

    Attributes:
        thing: Such as `promise:<id>`.
        group: On whose behalf.
        clause: Which line of its contract asks for it.
        card: A card that is edited later.
        past_use: Aware UTC.
        near: The room it is about.
    """

    thing: str
    group: Group | None = None
    clause: ClauseId | None = None
    card: str = ""
    past_use: datetime | None = None
    near: Chat | None = None


@dataclass(slots=True)
class Ringing(Scene):
    """The stage of a timer: nobody acts, so whatever is said on it is unprompted and waits for its turn.

    Attributes:
        timer: What rings.
    """

    timer: Timer

    async def post(
        self,
        chat: Chat,
        message: Message,
        *,
        about: str = "",
        urgency: Urgency = Urgency.NEWS,
        answering: EventKey | None = None,
        reader: Account | None = None,
        brings: Brings | None = None,
    ) -> PostId | None:
        """Keep what is said in a room."""
        await put(self, (Whom(chat=chat.id),), message, About(self._thing(message), card=about))
        return None

    async def tell(
        self,
        person: PersonId,
        message: Message,
        *,
        near: Chat | None = None,
        about: str = "",
        urgency: Urgency = Urgency.REMINDER,
        brings: Brings | None = None,
    ) -> PostId | None:
        """Keep what is said to one person alone."""
        await put(self, (Whom(person),), message, About(self._thing(message), card=about, near=near))
        return None

    def _thing(self, message: Message) -> str:
        words = hashlib.sha256(repr(message.lines).encode()).hexdigest()
        return f"{self.timer.kind}:{self.timer.subject}:{words[:8]}"


def prompted(scene: Scene) -> Scene:
    """Return a stage on which what is said is said at once: its turn has come."""
    return Scene(scene.work, scene.now, scene.node)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """One thing to be kept for one person or room, and when it should have been said, aware UTC."""

    whom: Whom
    message: Message
    about: About
    due: datetime


async def put(scene: Scene, whom: Sequence[Whom], message: Message, about: About) -> None:
    """Keep one thing for some people and rooms; each is looked at in the same minute."""
    due = scene.timer.due if isinstance(scene, Ringing) else scene.now
    await put_all(scene, [Unsaid(one, message, about, due) for one in whom])


async def put_all(scene: Scene, things: Sequence[Unsaid]) -> None:
    """Keep many things, whoever they are for and about, in few statements."""
    groups = {one.about.group.id: one.about.group for one in things if one.about.group}
    contracts = await scene.work.contracts.current_of(groups.keys()) if groups else {}
    wishes = await scene.work.reminders.wishes_of(groups.keys())
    away = await absences(scene, groups.keys())
    quiet = {key: await _quiet(scene, group, contracts.get(key)) for key, group in groups.items()}
    nudges = []
    for one in things:
        group, person = one.about.group, one.whom.person
        standing = _Standing(stopped=False)
        if group is not None:
            wish = wishes[group.id]
            standing = _Standing(
                group.stage in _OVER or wish.stopped,
                1 if wish.less else MOST_TIMES,
                quiet[group.id],
                away.get((group.id, person)) if person else None,
                contracts.get(group.id),
            )
        nudges.append(_nudge(one, standing, scene.now))
    await scene.work.reminders.add(*nudges)
    async with scene.work.queue.gathered():
        for whom in dict.fromkeys(one.whom for one in nudges if one.fate is Fate.WAITING):
            await look_at(scene, whom, scene.now)


async def look_at(scene: Scene, whom: Whom, when: datetime) -> None:
    """Look then at what waits for somebody."""
    await scene.wake(LOOK, whom.chat or "", when, whom.person)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How things stand in the group on whose behalf something is said."""

    stopped: bool
    most: int = MOST_TIMES
    quiet: tuple[str, ...] = ()
    away: datetime | None = None
    contract: Version | None = None


def _nudge(one: Unsaid, standing: _Standing, now: datetime) -> Nudge:
    about = one.about
    return Nudge(
        NudgeId(new_id()),
        about.thing,
        _quoting(one.message, about, standing.contract),
        one.due,
        now,
        one.whom.person,
        one.whom.chat,
        about.group.id if about.group else None,
        about.clause,
        about.card,
        about.near.id if about.near else None,
        about.past_use,
        standing.away,
        standing.quiet,
        standing.most,
        Fate.STOPPED if standing.stopped else Fate.WAITING,
        now if standing.stopped else None,
    )


def _quoting(message: Message, about: About, contract: Version | None) -> Message:
    """Let the group's own line stand under the first sentence."""
    clause = next((one for one in contract.clauses if one.id == about.clause), None) if contract else None
    if clause is None:
        return message
    quote = Line(text("we-said", line=clause_text(clause)), Style.QUOTE)
    return Message((*message.lines[:1], quote, *message.lines[1:]), message.choices, message.asks)


async def _quiet(scene: Scene, group: Group, contract: Version | None) -> tuple[str, ...]:
    hours = contract.quiet_hours if contract else None
    if hours is None:
        return ()
    return str(hours.begin), str(hours.end), await zone_of(scene, group)


async def zone_of(scene: Scene, group: Group) -> str:
    """Name the zone in which a group's hours are meant: that of its first home."""
    homes = await scene.work.people.homes(group.id)
    return next((home.zone for home in homes if home.zone), scene.node.zone)
