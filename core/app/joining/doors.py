"""Which doors does a newcomer go through?"""

from core.app.doorway import Doors
from core.app.joining import accept, first, unheard

DOORS = Doors(
    commands={},
    actions={
        "joining.accept": accept.accept,
        "joining.decline": accept.decline,
        "joining.met": first.met,
    },
    answers={},
    timers={unheard.UNHEARD: unheard.unheard},
)
