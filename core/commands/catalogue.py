"""Which commands are there?

Each is described once, here; bounds come from the rules. Every messenger makes its native menu from it.
"""

from core.commands.spec import Argument, Command, Kind, Where
from core.groups.limits import PROMISE, QUESTION, SEATS_WANTED, TITLE
from core.texts.translator import languages

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
    Command("share", (Argument("with", Kind.TEXT, required=False, most=TITLE, leads=True),), where=Where.GROUP),
    Command("links", private=True, where=Where.GROUP),
    Command("leave", private=True, where=Where.GROUP),
    Command("lang", (Argument("language", Kind.CHOICE, required=False, choices=languages()),), private=True),
    Command("zone", (Argument("zone", Kind.TEXT, most=40, suggests=True, leads=True),), private=True),
    Command("constitution", private=True),
    Command("help", private=True),
    Command("cancel", private=True, menu=False),
    Command("start", private=True, menu=False),
)
