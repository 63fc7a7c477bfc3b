"""Which commands are there?

Each is described once, here; bounds come from the rules. Every messenger makes its native menu from it.
"""

from core.commands.spec import Argument, Command, Kind, Where
from core.groups.limits import CLAUSE, PROMISE, QUESTION, SEATS_WANTED, TITLE, TOPIC
from core.groups.pledges import FEWEST_PLEDGED, MOST_PLEDGED
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
    Command("meet", (Argument("what", Kind.TEXT, most=TOPIC, leads=True),)),
    Command(
        "agree",
        (
            Argument("give", Kind.TEXT, most=CLAUSE, leads=True),
            Argument("get", Kind.TEXT, most=CLAUSE),
            Argument("by", Kind.WHEN),
            Argument("ends", Kind.WHEN),
            Argument("late", Kind.TEXT, required=False, most=CLAUSE),
        ),
        where=Where.GROUP,
    ),
    Command("agreements", private=True, where=Where.GROUP),
    Command("block", (Argument("whom", Kind.TEXT, most=TITLE, required=False, leads=True),), private=True),
    Command("bud", where=Where.GROUP),
    Command(
        "pledge",
        (
            Argument("what", Kind.TEXT, most=TITLE, leads=True),
            Argument("least", Kind.NUMBER, least=FEWEST_PLEDGED, most=MOST_PLEDGED),
            Argument("by", Kind.WHEN),
            Argument("place", Kind.TEXT, required=False, most=TITLE),
        ),
    ),
    Command("leave", private=True, where=Where.GROUP),
    Command("lang", (Argument("language", Kind.CHOICE, required=False, choices=languages()),), private=True),
    Command("zone", (Argument("zone", Kind.TEXT, most=40, suggests=True, leads=True),), private=True),
    Command("constitution", private=True),
    Command("help", private=True),
    Command("cancel", private=True, menu=False),
    Command("start", private=True, menu=False),
)
