"""How is something kept that nobody asked for just now, until its turn comes?

Nothing unprompted is said at once: it is put here, and `core.app.reminding.look` weighs it in the same minute with
everything else that waits for the same person or room.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.app.pausing.away import away_until
from core.app.queue import Timer, Urgency
from core.app.reminding.ports import Nudge, Whom
from core.app.rows import Account, Chat
from core.app.turn import Brings, Scene
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


async def put(scene: Scene, whom: Sequence[Whom], message: Message, about: About) -> None:
    """Keep one thing for some people and rooms; each is looked at in the same minute."""
    due = scene.timer.due if isinstance(scene, Ringing) else scene.now
    group = about.group
    contract = await scene.work.contracts.current(group.id) if group else None
    wish = await scene.work.reminders.wish(group.id) if group else None
    stopped = (group is not None and group.stage in _OVER) or (wish is not None and wish.stopped)
    for one in whom:
        away = await away_until(scene, group.id, one.person) if group and one.person else None
        nudge = Nudge(
            NudgeId(new_id()),
            about.thing,
            _quoting(message, about, contract),
            due,
            scene.now,
            one.person,
            one.chat,
            group.id if group else None,
            about.clause,
            about.card,
            about.near.id if about.near else None,
            about.past_use,
            away,
            await _quiet(scene, group, contract),
            1 if wish and wish.less else MOST_TIMES,
            Fate.STOPPED if stopped else Fate.WAITING,
            scene.now if stopped else None,
        )
        await scene.work.reminders.add(nudge)
        if not stopped:
            await look_at(scene, one, scene.now)


async def look_at(scene: Scene, whom: Whom, when: datetime) -> None:
    """Look then at what waits for somebody."""
    await scene.wake(LOOK, whom.chat or "", when, whom.person)


def _quoting(message: Message, about: About, contract: Version | None) -> Message:
    """Let the group's own line stand under the first sentence."""
    clause = next((one for one in contract.clauses if one.id == about.clause), None) if contract else None
    if clause is None:
        return message
    quote = Line(text("we-said", line=clause_text(clause)), Style.QUOTE)
    return Message((*message.lines[:1], quote, *message.lines[1:]), message.choices, message.asks)


async def _quiet(scene: Scene, group: Group | None, contract: Version | None) -> tuple[str, ...]:
    hours = contract.quiet_hours if contract else None
    if group is None or hours is None:
        return ()
    return str(hours.begin), str(hours.end), await zone_of(scene, group)


async def zone_of(scene: Scene, group: Group) -> str:
    """Name the zone in which a group's hours are meant: that of its first home."""
    homes = await scene.work.people.homes(group.id)
    return next((home.zone for home in homes if home.zone), scene.node.zone)
