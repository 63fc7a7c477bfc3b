"""Which doors lead into declaring, seeking and finding?"""

from core.app.doorway import Doors
from core.app.pool import asks, find, me, planning, reminders, seek

DOORS = Doors(
    commands={"me": me.me, "seek": seek.seek, "find": find.find},
    actions={
        "find.more": find.more,
        "find.seek": find.seek_instead,
        "find.take": find.take,
        "me.change": me.change,
        "me.drop": me.drop,
        "me.say": me.say_for,
        "me.skip": me.skip,
        "offer.later": asks.later,
        "offer.never": asks.never,
        "offer.yes": asks.yes,
        "seek.begin": seek.begin,
        "seek.longer": seek.longer,
        "seek.propose": reminders.propose,
        "seek.stop": seek.stop,
    },
    answers={"me.told": me.told, "seek.topic": seek.topic_told},
    timers={
        "offer.due": asks.due,
        "seek.ending": reminders.ending,
        "seek.over": reminders.over,
        "seek.plan": planning.plan_due,
        "seek.week": reminders.week,
    },
)
