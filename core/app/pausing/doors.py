"""Which doors lead away for a while, and back?"""

from core.app.doorway import Doors
from core.app.pausing import back, pause

DOORS = Doors(
    commands={"pause": pause.pause},
    actions={"pause.back": pause.back},
    answers={},
    timers={"pause.end": back.pause_over},
)
