"""What does a platform bring: its seats, its usual lines, its card, and where it passes needs to?"""

from collections.abc import Sequence

from core.app.topics.keys import platform_key, platform_named
from core.app.topics.page import crowd_line
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.messenger.messages import Choice, Line, Message, Style, say
from core.platforms.pack import Pack
from core.platforms.packs import (
    card_fields,
    name_of,
    need_called,
    pack_for,
    packs,
    serves,
    usual_clauses,
    usual_seats,
    usual_topics,
)
from core.wording import Text, text


async def platform(turn: Turn, values: Values) -> None:
    """Show one platform; without a name, list all."""
    if "name" not in values:
        await turn.answer(_all(turn), private=True)
        return
    asked = str(values["name"])
    found = platform_named(asked) or pack_for((asked,), asked)
    await turn.answer(await _page(turn, found), private=True)


async def show(turn: Turn, data: Data) -> None:
    """Show the platform that was tapped."""
    found = platform_named(data["platform"])
    if found is None:
        raise Refused(text("refused-gone"))
    await turn.answer(await _page(turn, found), private=True)


def _all(turn: Turn) -> Message:
    choices = tuple(
        Choice("topics.platform", _words(name_of(pack, turn.person.language)), {"platform": pack.key})
        for pack in packs()
    )
    topics = usual_topics(turn.person.language)[: len(packs())]
    return say(text("platforms"), text("platforms-topics", words=topics), choices=choices)


async def _page(turn: Turn, pack: Pack) -> Message:
    language = turn.person.language
    name = name_of(pack, language)
    lines = [Line(_words(name), Style.TITLE), await crowd_line(turn, name, {platform_key(pack.key)})]
    lines += _listed("platform-seats", usual_seats(pack, language))
    lines += _listed("platform-fields", [label for _key, label in card_fields(pack, language)])
    clauses = usual_clauses(pack, language)
    lines += [Line(text("platform-clauses"))] if clauses else []
    lines += [Line(_words(clause), Style.ITEM) for clause in clauses]
    passes = [(need, target) for need in pack.passes if (target := serves(pack, need)) is not None]
    lines += [
        Line(
            text("platform-passes", need=need_called(pack, need, language), platform=name_of(target, language)),
            Style.NOTE,
        )
        for need, target in passes
    ]
    follow = Choice("topics.follow", text("tap-follow", topic=name), {"topic": name})
    return Message(tuple(lines), (follow,))


async def follow_this(turn: Turn, data: Data) -> None:
    """Follow the platform, in the chat where the tap was."""
    await turn.doors.commands["follow"](turn, {"topic": data["topic"]})


def _listed(key: str, words: Sequence[str]) -> list[Line]:
    return [Line(Text(key, {"words": tuple(words)}))] if words else []


def _words(words: str) -> Text:
    return text("own-words", words=words)
