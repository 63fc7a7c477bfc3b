"""How does someone declare what they care for, bring, speak and when they can: once, one question at a time?"""

from dataclasses import replace

from core.app.pool.me_card import FIELDS, change_choice, me_card, question
from core.app.pool.planning import plan_soon
from core.app.questions import ask, forget
from core.app.turn import Data, Turn, Values
from core.commands.hours import read_hours
from core.commands.lists import means_nothing, read_seats, read_topics
from core.commands.tongues import read_tongues
from core.commands.zones import zone_named
from core.errors import Refused
from core.matching.profile import Profile
from core.messenger.messages import say
from core.wording import text


async def me(turn: Turn, values: Values) -> None:
    """Take what was said in one line, else ask for everything once, else show what is known."""
    profile = await turn.work.profiles.get(turn.person.id)
    told = {name: value for name, value in values.items() if name in FIELDS}
    if told:
        for name, value in told.items():
            profile = await _take(turn, profile, name, ", ".join(value) if isinstance(value, tuple) else str(value))
        await _keep(turn, profile)
        await _show(turn, profile)
    elif profile.is_empty:
        await _ask(turn, FIELDS[0], goes_on=True)
    else:
        await _show(turn, profile)


async def change(turn: Turn, data: Data) -> None:
    """Ask for one thing anew."""
    await _ask(turn, data["field"], goes_on=False)


async def told(turn: Turn, data: Data, words: str) -> None:
    """Take an answer, and ask the next or show everything."""
    profile = await _take(turn, await turn.work.profiles.get(turn.person.id), data["field"], words)
    await _keep(turn, profile)
    await _next(turn, data, profile)


async def say_for(turn: Turn, data: Data) -> None:
    """Let a tap on a suggested answer say it."""
    await forget(turn)
    await told(turn, data, data["words"])


async def skip(turn: Turn, data: Data) -> None:
    """Leave one thing as it is."""
    await forget(turn)
    await _next(turn, data, await turn.work.profiles.get(turn.person.id))


async def drop(turn: Turn, _data: Data) -> None:
    """Forget everything that was declared."""
    await turn.work.profiles.drop(turn.person.id)
    await turn.answer(say(text("me-dropped"), choices=(change_choice(FIELDS[0]),)), private=True)


async def _next(turn: Turn, data: Data, profile: Profile) -> None:
    place = FIELDS.index(data["field"]) + 1
    if data["next"] and place < len(FIELDS):
        await _ask(turn, FIELDS[place], goes_on=True)
    else:
        await _show(turn, profile)


async def _ask(turn: Turn, field: str, *, goes_on: bool) -> None:
    data = {"field": field, "next": "yes" if goes_on else ""}
    await ask(turn, "me.told", data, question(field, data), private=True)


async def _show(turn: Turn, profile: Profile) -> None:
    person = await turn.work.people.person(turn.person.id)
    await turn.answer(me_card(profile, person, turn.node.zone), private=True)


async def _keep(turn: Turn, profile: Profile) -> None:
    await turn.work.profiles.put(profile)
    if await turn.work.pool.seeking(turn.person.id) is not None:
        await plan_soon(turn)


async def _take(turn: Turn, profile: Profile, field: str, words: str) -> Profile:
    match field:
        case "topics":
            return replace(profile, topics=read_topics(words))
        case "bring":
            return replace(profile, brings=read_seats(words))
        case "languages":
            return replace(profile, languages=read_tongues(words))
        case "hours":
            return replace(profile, hours=0 if means_nothing(words) else read_hours(words, turn.person.language))
        case "zone":
            await turn.work.people.put_person(replace(turn.person, zone=zone_named(words)))
            return profile
    raise Refused(text("refused-gone"))
