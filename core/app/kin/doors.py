"""Which doors does a family of groups have?"""

from core.app.doorway import Doors
from core.app.kin import bud, merge, sister, thin

KIN = Doors(
    commands={"bud": bud.bud},
    actions={
        "kin.close": thin.close,
        "kin.merge": merge.ask_ours,
        "kin.merge-which": merge.which,
        "kin.seek": thin.seek,
        "kin.sister": sister.begin,
        "kin.sleep": thin.rest,
        "kin.wake": thin.wake_up,
        "sister.join": sister.join,
        "sister.stay": sister.stay_waiting,
    },
    answers={"sister.bring": sister.seat_named},
    timers={"sister.open": sister.open_to_all},
)
