"""How does someone show a card of strangers to whoever keeps the service running?

What it said then is kept beside it, for ninety days, without any name: who reported it is shown to nobody.
"""

from datetime import timedelta

from core.app.guarding.cards import card_meant, shown_as
from core.app.guarding.ports import Report
from core.app.topics.page import open_things
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.ids import ReportId, new_id
from core.messenger.messages import Choice, say
from core.wording import text

REPORTS_A_DAY = 5
DAY = timedelta(days=1)
SNAPSHOT = 2000
"""Characters of a card that are kept; no card of ours is longer."""

KEPT_DAYS = 90
"""See `core.storage.retention`."""


async def report(turn: Turn, values: Values) -> None:
    """Report the card this answers; without one, ask which."""
    why = str(values.get("why", ""))
    answered = turn.said.reply_to if turn.said else None
    for choice in await turn.work.queue.choices_under(answered) if answered else ():
        card = await card_meant(turn, dict(choice.data), turn.person.id)
        if card:
            await _report(turn, card, why)
            return
    choices = await _choices(turn, why)
    if not choices:
        raise Refused(text("refused-report-nothing", prefix=turn.can.command_prefix))
    await turn.answer(say(text("report-which"), choices=choices), private=True)


async def report_this(turn: Turn, data: Data) -> None:
    """Report the tapped card."""
    await _report(turn, data["card"], data.get("why", ""))


async def _report(turn: Turn, card: str, why: str) -> None:
    shown = await shown_as(turn, card)
    if shown is None:
        raise Refused(text("refused-gone"))
    if shown.author == turn.person.id:
        raise Refused(text("refused-report-own"))
    await turn.work.people.hold(turn.person.id)
    if await turn.work.guards.reported_since(turn.person.id, turn.now - DAY) >= REPORTS_A_DAY:
        raise Refused(text("refused-report-many", most=REPORTS_A_DAY))
    kept = Report(ReportId(new_id()), shown.card, shown.words[:SNAPSHOT], why, turn.person.id, turn.now)
    key = "reported" if await turn.work.guards.report(kept) else "reported-before"
    await turn.answer(say(text(key, what=shown.what, days=KEPT_DAYS)), private=True)


async def _choices(turn: Turn, why: str) -> tuple[Choice, ...]:
    """Offer what strangers show here, and what they asked this person alone."""
    follows = await turn.work.follows.of(turn.chat.id)
    keys = frozenset(key for follow in follows for key in follow.keys)
    things = await open_things(turn, keys, await turn.work.follows.follower(turn.chat.id)) if keys else ()
    cards = [one.name for one in things]
    cards += [card for card in await _asked(turn) if card]
    found = [shown for card in cards if (shown := await shown_as(turn, card)) is not None]
    return tuple(
        Choice("guard.report", text("own-words", words=one.what), {"card": one.card, "why": why})
        for one in found
        if one.author != turn.person.id
    )


async def _asked(turn: Turn) -> list[str]:
    """List the strangers' cards that this person, or a group of theirs, is being asked about."""
    mine = turn.person.id
    pairing = await turn.work.pairings.asked_now(mine)
    cards = [await card_meant(turn, {"pairing": pairing.id}, mine)] if pairing else []
    for group in await turn.work.groups.of_person(mine):
        rounds = await turn.work.rounds.open_in(group.id)
        cards += [f"introduction:{one.data['introduction']}" for one in rounds if "introduction" in one.data]
    return cards
