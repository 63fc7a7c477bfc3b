"""Which commands are there?

Each is described once, here; bounds come from the rules. Every messenger makes its native menu from it.
"""

from core.commands.spec import Argument, Command, Kind, Where
from core.groups.limits import NOTICE, PLACE, PROMISE, QUESTION, SEATS_WANTED, TITLE, TOPIC
from core.texts.translator import languages

_NOTICE = (
    Argument("what", Kind.TEXT, most=NOTICE, leads=True),
    Argument("where", Kind.TEXT, required=False, most=PLACE, in_order=True),
    Argument("when", Kind.TEXT, required=False, most=PLACE, in_order=True),
    Argument("topics", Kind.TOPICS, required=False, suggests=True),
)

CATALOGUE: tuple[Command, ...] = (
    Command(
        "propose",
        (
            Argument("what", Kind.TEXT, most=TITLE, leads=True),
            Argument("need", Kind.SEATS, most=SEATS_WANTED, suggests=True),
            Argument("people", Kind.SIZE),
            Argument("by", Kind.WHEN),
            Argument("topics", Kind.TOPICS, required=False, suggests=True),
        ),
    ),
    Command("group", private=True, where=Where.GROUP),
    Command(
        "promise",
        (Argument("what", Kind.TEXT, most=PROMISE, leads=True), Argument("by", Kind.WHEN)),
        where=Where.GROUP,
    ),
    Command("decide", (Argument("what", Kind.TEXT, most=QUESTION, leads=True),), where=Where.GROUP),
    Command("contract", private=True, where=Where.GROUP),
    Command("review", where=Where.GROUP),
    Command("meet", (Argument("what", Kind.TEXT, most=TOPIC, leads=True),)),
    Command("block", (Argument("whom", Kind.TEXT, most=TITLE, required=False, leads=True),), private=True),
    Command("leave", private=True, where=Where.GROUP),
    Command("follow", (Argument("topic", Kind.TEXT, most=TOPIC, leads=True),)),
    Command("unfollow", (Argument("topic", Kind.TEXT, required=False, most=TOPIC, leads=True),)),
    Command("topics"),
    Command("platform", (Argument("name", Kind.TEXT, required=False, most=TOPIC, leads=True),), private=True),
    Command("need", _NOTICE),
    Command("offer", _NOTICE),
    Command("cards", private=True),
    Command("lang", (Argument("language", Kind.CHOICE, required=False, choices=languages()),), private=True),
    Command("zone", (Argument("zone", Kind.TEXT, most=40, suggests=True, leads=True),), private=True),
    Command("constitution", private=True),
    Command("help", private=True),
    Command("cancel", private=True, menu=False),
    Command("start", private=True, menu=False),
)
