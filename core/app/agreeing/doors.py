"""Which doors of agreements are there?"""

from core.app.agreeing import agree, reading, standing
from core.app.doorway import Doors

AGREEING = Doors(
    commands={"agree": agree.agree, "agreements": reading.agreements},
    actions={
        "agree.end": reading.ask_end,
        "agree.end-now": reading.end_now,
        "agree.given": reading.given,
        "agree.keep": reading.leave_it,
        "agree.later": reading.later,
        "agree.leave-it": reading.leave_it,
        "agree.with": agree.agree_with,
    },
    answers={},
    timers={
        "agree.ends": standing.day_came,
        "agree.gift": standing.gift_due,
        "agree.review": standing.read_again,
    },
)
