"""Which doors of agreements are there?"""

from core.app.agreeing import agree, among, reading, standing
from core.app.doorway import Doors

AGREEING = Doors(
    commands={"agree": agree.agree, "agreements": reading.agreements},
    actions={
        "agree.end": reading.ask_end,
        "agree.end-now": reading.end_now,
        "agree.given": reading.given,
        "agree.gives-as-written": among.gives_as_written,
        "agree.keep": reading.leave_it,
        "agree.later": reading.later,
        "agree.leave-it": reading.leave_it,
        "agree.with": agree.agree_with,
        "agree.with-all": among.with_all,
    },
    answers={among.ASKED: among.gives_told},
    timers={
        "agree.ends": standing.day_came,
        "agree.gift": standing.gift_due,
        "agree.review": standing.read_again,
    },
)
