"""Which doors of topics are there?"""

from core.app.doorway import Doors
from core.app.topics import announcing, follow, listing, platform, telling, things

TOPICS = Doors(
    commands={
        "follow": follow.follow,
        "platform": platform.platform,
        "topics": listing.topics,
        "unfollow": follow.unfollow,
    },
    actions={
        "topics.follow": platform.follow_this,
        "topics.pace": follow.set_pace,
        "topics.platform": platform.show,
        "topics.show": things.show,
        "topics.unfollow": follow.unfollow_this,
    },
    answers={},
    timers={"topics.spread": announcing.spread, "topics.tell": telling.tell},
)
