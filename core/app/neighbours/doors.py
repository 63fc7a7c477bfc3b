"""Which doors do the neighbours of a group have?"""

from core.app.doorway import Doors
from core.app.neighbours import show

NEIGHBOURS = Doors(
    commands={"neighbours": show.neighbours},
    actions={"neighbours.draw": show.draw},
    answers={},
    timers={},
)
