"""In which order, and in which messages, does `/help` show the commands? Each message fits the smallest chat."""

from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, ...]] = {
    "together": (
        "propose",
        "find",
        "seek",
        "me",
        "group",
        "promise",
        "decide",
        "round",
        "contract",
        "review",
        "amend",
        "versions",
        "concern",
        "pause",
        "bud",
        "pledge",
        "leave",
    ),
    "between": (
        "follow",
        "unfollow",
        "topics",
        "platform",
        "need",
        "offer",
        "cards",
        "meet",
        "share",
        "links",
        "agree",
        "agreements",
        "advise",
    ),
    "yours": (
        "lang",
        "zone",
        "quiet",
        "reminders",
        "weekly",
        "block",
        "link",
        "mydata",
        "forget",
        "constitution",
        "help",
    ),
}
"""By the word after `/help`; the first is shown without one."""
