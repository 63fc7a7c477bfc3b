"""Which doors do links have?"""

from core.app.doorway import Doors
from core.app.links import carrying, page, share, widened, widening
from core.app.links.admitting import OVER
from core.app.links.consenting import UNANSWERED, unanswered

LINKS = Doors(
    commands={"share": share.share, "links": page.links},
    actions={
        "link.close": page.close,
        "link.pause": page.pause,
        "link.resume": page.resume,
        share.WAITS: share.share_to,
        "link.show": page.show_one,
        "link.widen": widening.which,
        "link.widen-with": widening.with_whom,
    },
    answers={share.WAITS: share.name_told, "link.widen-line": widening.line_told},
    timers={carrying.DIGEST: carrying.tell_digest, OVER: widened.time_is_up, UNANSWERED: unanswered},
)
