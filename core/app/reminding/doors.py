"""Which doors lead to reminders, quiet, silence and weekly notes?"""

from core.app.doorway import Doors
from core.app.reminding import answers, asleep, ghosts, look, quiet, report, watch, weekly
from core.app.reminding.acts import WATCH
from core.app.reminding.keep import LOOK

DOORS = Doors(
    commands={
        "quiet": quiet.quiet,
        "reminders": report.reminders,
        "stop": quiet.stop,
        "weekly": weekly.weekly,
    },
    actions={
        "ghost.back": ghosts.back,
        "ghost.here": ghosts.here,
        "group.close": asleep.close,
        "group.go-on": asleep.go_on,
        "group.sleep": asleep.sleep,
        "quiet.chat": quiet.for_chat,
        "quiet.choose": quiet.choose,
        "quiet.me": quiet.for_me,
        "reminders.less": report.less,
        "reminders.stop": report.stop,
        "reminders.usual": report.usual,
        "reminding.hush": answers.hush,
        "reminding.later": answers.later,
        "reminding.open": answers.open_,
        "weekly.stop": weekly.no_more,
    },
    answers={},
    timers={LOOK: look.look, WATCH: watch.watch, "group.close-due": asleep.close_due, "weekly.note": weekly.note},
)
