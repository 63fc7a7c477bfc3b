"""Which doors do pledges have?"""

from core.app.doorway import Doors
from core.app.pledges import corner, pledge, yes

PLEDGES = Doors(
    commands={"pledge": pledge.pledge},
    actions={
        "corner.join": corner.join,
        "pledge.corner": corner.make_corner,
        "pledge.if-more": yes.if_more,
        "pledge.privately": yes.privately,
        "pledge.take-back": yes.no_more,
        "pledge.yes": yes.yes,
    },
    answers={"corner.bring": corner.seat_named, "pledge.number": yes.number_told},
    timers={"pledge.over": pledge.over},
)
