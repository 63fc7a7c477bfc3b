"""Which commands are there?

Each is described once, here; bounds come from the rules. Every messenger makes its native menu from it.
"""

from core.commands.parts import PARTS
from core.commands.spec import Argument, Command, Kind, Where
from core.groups.limits import CLAUSE, NOTICE, PLACE, PROMISE, QUESTION, SEATS_WANTED, TITLE, TOPIC, WORRY
from core.groups.pledges import FEWEST_PLEDGED, MOST_PLEDGED
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
    Command("find", (Argument("topic", Kind.TEXT, required=False, most=TITLE, leads=True),), private=True),
    Command("seek", (Argument("topic", Kind.TEXT, required=False, most=TITLE, leads=True),), private=True),
    Command(
        "me",
        (
            Argument("topics", Kind.TOPICS, required=False, suggests=True),
            Argument("bring", Kind.SEATS, required=False, most=SEATS_WANTED, suggests=True),
            Argument("languages", Kind.TEXT, required=False, most=120),
            Argument("hours", Kind.TEXT, required=False, most=120),
            Argument("zone", Kind.TEXT, required=False, most=40, suggests=True),
        ),
        private=True,
    ),
    Command("group", private=True, where=Where.GROUP),
    Command(
        "promise",
        (Argument("what", Kind.TEXT, most=PROMISE, leads=True), Argument("by", Kind.WHEN)),
        where=Where.GROUP,
    ),
    Command(
        "decide",
        (
            Argument("what", Kind.TEXT, most=QUESTION, leads=True),
            Argument("kind", Kind.CHOICE, required=False, choices=("consent", "advice", "sense")),
        ),
        where=Where.GROUP,
    ),
    Command("round", (Argument("what", Kind.TEXT, most=QUESTION, leads=True),), where=Where.GROUP),
    Command("contract", private=True, where=Where.GROUP),
    Command("review", where=Where.GROUP),
    Command("amend", private=True, where=Where.GROUP),
    Command("versions", (Argument("number", Kind.NUMBER, required=False, most=999),), private=True, where=Where.GROUP),
    Command(
        "concern",
        (Argument("clause", Kind.TEXT, required=False, leads=True),),
        private=True,
        where=Where.GROUP,
    ),
    Command("advise", private=True),
    Command("pause", (Argument("until", Kind.WHEN, leads=True),), private=True, where=Where.GROUP),
    Command("share", (Argument("with", Kind.TEXT, required=False, most=TITLE, leads=True),)),
    Command("links", private=True, where=Where.GROUP),
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
    Command("neighbours", where=Where.GROUP),
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
    Command("follow", (Argument("topic", Kind.TEXT, most=TOPIC, leads=True),)),
    Command("unfollow", (Argument("topic", Kind.TEXT, required=False, most=TOPIC, leads=True),)),
    Command("topics"),
    Command("mute"),
    Command("platform", (Argument("name", Kind.TEXT, required=False, most=TOPIC, leads=True),), private=True),
    Command("need", _NOTICE),
    Command("offer", _NOTICE),
    Command("cards", private=True),
    Command("report", (Argument("why", Kind.TEXT, required=False, most=WORRY, leads=True),), private=True),
    Command("lang", (Argument("language", Kind.CHOICE, required=False, choices=languages()),), private=True),
    Command("zone", (Argument("zone", Kind.TEXT, most=40, suggests=True, leads=True),), private=True),
    Command("link", (Argument("code", Kind.TEXT, required=False, most=40, leads=True),), private=True),
    Command("mydata", private=True),
    Command("forget", private=True),
    Command("quiet", (Argument("when", Kind.TEXT, required=False, most=80, leads=True),), private=True),
    Command("reminders", private=True, where=Where.GROUP),
    Command("weekly", (Argument("when", Kind.TEXT, most=80, leads=True),), where=Where.GROUP),
    Command("constitution", private=True),
    Command("help", (Argument("part", Kind.CHOICE, required=False, choices=tuple(PARTS)),), private=True),
    Command("cancel", private=True, menu=False),
    Command("start", private=True, menu=False),
    Command("stop", private=True, menu=False),
)
