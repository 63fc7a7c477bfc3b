"""Which doors of guarding are there?"""

from core.app.doorway import Doors
from core.app.guarding import muting, reporting

GUARDING = Doors(
    commands={"mute": muting.mute, "report": reporting.report},
    actions={
        "guard.not-here": muting.not_here,
        "guard.nothing-from": muting.nothing_from,
        "guard.report": reporting.report_this,
        "guard.show-again": muting.show_again,
    },
    answers={},
    timers={},
)
