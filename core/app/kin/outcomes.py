"""What follows when a group has answered a question of the family?"""

from collections.abc import Awaitable, Callable, Mapping

from core.app.kin.bud import bud_agreed
from core.app.kin.card import BUD, CLOSE, HOST, MERGE, PLAN
from core.app.kin.merge import host_agreed, host_blocked, ours_agreed
from core.app.kin.thin import close_agreed
from core.app.turn import Scene
from core.contract.rounds import ConsentRound
from core.groups.group import Group

_AGREED: Mapping[str, Callable[[Scene, Group, ConsentRound], Awaitable[None]]] = {
    BUD: bud_agreed,
    MERGE: ours_agreed,
    HOST: host_agreed,
    CLOSE: close_agreed,
}


async def kin_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Do what all consented to."""
    await _AGREED[asked.data[PLAN]](scene, group, asked)


async def kin_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Leave everything as it is; another group that asked hears so, and no more."""
    if asked.data[PLAN] == HOST:
        await host_blocked(scene, group, asked)
