"""Which doors lead to a decision's own review, and onward from a sense check or advice?"""

from core.app.deciding import ask_again, listened
from core.app.doorway import Doors

DOORS = Doors(
    commands={},
    actions={
        "decision.from-sense": listened.decide_now,
        "decision.review-day": ask_again.review_day,
        "decision.review-in": ask_again.review_in,
        "decision.tell": listened.ask_decision,
    },
    answers={
        "decision.review-day": ask_again.review_day_told,
        "decision.tell": listened.decision_told,
    },
    timers={"decision.review": ask_again.ask_again},
)
