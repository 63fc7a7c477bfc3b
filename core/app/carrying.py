"""How does what one side says reach another, and what is done there?

The one post for everything that groups say to one another: the values of `core.exchange`, and nothing else. Whoever
hears something returns what is to be said next; nothing here knows whether both sides live in one installation.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence

from core.app.agreeing.asking import hear_consent, hear_object, hear_propose
from core.app.agreeing.ending import hear_end
from core.app.links.admitting import hear_admit, hear_joined
from core.app.links.consenting import hear_invite, hear_join, hear_welcome, hear_widen
from core.app.meeting.asked import hear_introduce, hear_withdraw
from core.app.meeting.hearing import hear_meet, hear_not_now, hear_yes
from core.app.turn import Scene
from core.exchange.agreeing import Consent, End, Object, Propose
from core.exchange.inviting import Admit, Invite, Join, Joined, Welcome, Widen
from core.exchange.meeting import Introduce, Meet, NotNow, Withdraw, Yes
from core.exchange.said import NotUnderstood, Said, Why
from core.exchange.wire import read

Hearing = Callable[[Scene, Said], Awaitable[Sequence[Said]]]

_HEARS: Mapping[type, Hearing] = {
    Introduce: hear_introduce,
    Yes: hear_yes,
    NotNow: hear_not_now,
    Meet: hear_meet,
    Withdraw: hear_withdraw,
    Propose: hear_propose,
    Consent: hear_consent,
    Object: hear_object,
    End: hear_end,
    Invite: hear_invite,
    Join: hear_join,
    Widen: hear_widen,
    Welcome: hear_welcome,
    Admit: hear_admit,
    Joined: hear_joined,
}


async def carry(scene: Scene, *said: Said) -> NotUnderstood | None:
    """Let each thing be heard, and what is answered to it, until nobody has anything more to say.

    Returns:
        What to answer to the first thing of a kind that nobody here hears; it is itself never answered.

    Raises:
        Refused: The rules do not allow a step now; nothing of it is kept.
    """
    waiting = deque(said)
    while waiting:
        one = waiting.popleft()
        hears = _HEARS.get(type(one.body))
        if hears is not None:
            waiting.extend(await hears(scene, one))
        elif not isinstance(one.body, NotUnderstood):
            return NotUnderstood(Why.KIND, one.id)
    return None


async def carry_written(scene: Scene, raw: bytes) -> NotUnderstood | None:
    """Let something be heard that came as bytes; what cannot be read is answered, and changes nothing."""
    found = read(raw)
    return found if isinstance(found, NotUnderstood) else await carry(scene, found)
