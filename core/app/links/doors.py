"""Which doors do links have?"""

from core.app.links import carrying, page, sharing
from core.app.turn import Doors

LINKS = Doors(
    commands={"share": sharing.share, "links": page.links},
    actions={
        "link.close": page.close,
        "link.pause": page.pause,
        "link.resume": page.resume,
        "link.show": page.show_one,
    },
    answers={},
    timers={carrying.DIGEST: carrying.tell_digest},
)
