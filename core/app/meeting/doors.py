"""Which doors of meeting are there?"""

from core.app.doorway import Doors
from core.app.meeting import blocking, meet, outcomes, refusing, silence
from core.app.meeting.asked import SILENCE

MEETING = Doors(
    commands={"meet": meet.meet, "block": blocking.block},
    actions={
        "block.hear-again": blocking.hear_again,
        "block.lift": blocking.lift,
        "block.this": blocking.block_this,
        "meet.as": meet.meet_as,
        "meet.ask": meet.ask_line,
        "meet.never-group": refusing.never_group,
        "meet.never-topic": refusing.never_topic,
        "meet.no": refusing.no,
        "meet.not-now": meet.not_now,
        "meet.take-back": meet.withdraw,
    },
    answers={"meet.line": meet.line_told},
    timers={"meet.over": outcomes.time_is_up, SILENCE: silence.count_silence},
)
