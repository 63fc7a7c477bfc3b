"""Which doors lead to linking, showing and forgetting?"""

from core.app.accounts import forget, link, mydata
from core.app.doorway import Doors

DOORS = Doors(
    commands={"link": link.link, "mydata": mydata.mydata, "forget": forget.forget},
    actions={
        "forget.keep": forget.keep,
        "forget.now": forget.forget_now,
        "link.no": link.deny,
        "link.undo": link.undo,
        "link.yes": link.confirm,
    },
    answers={},
    timers={"forget.erase": forget.erase},
)
