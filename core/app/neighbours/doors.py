"""Which doors do the neighbours of a group have?"""

from core.app.neighbours import show
from core.app.turn import Doors

NEIGHBOURS = Doors(
    commands={"neighbours": show.neighbours},
    actions={"neighbours.draw": show.draw},
    answers={},
    timers={},
)
