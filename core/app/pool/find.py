"""How does someone find open seats that suit them, from every chat and messenger, and sit down right there?"""

from dataclasses import replace

from core.app.cards import proposal_card, proposal_subject
from core.app.pool.ask_card import reasons
from core.app.pool.openings import Open, best_open
from core.app.seats import seat_person
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.groups.proposal import Proposal, ProposalStage
from core.ids import ProposalId
from core.matching.reasons import NEAR_TOPIC
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Text, text

PAGE = 3


async def find(turn: Turn, values: Values) -> None:
    """Show the best three, each with why; among equals others come first each time."""
    profile = await turn.work.profiles.get(turn.person.id)
    await turn.work.profiles.put(replace(profile, looks=profile.looks + 1))
    await _page(turn, str(values.get("topic", "")), 0)


async def more(turn: Turn, data: Data) -> None:
    """Show the next three."""
    await _page(turn, data["topic"], int(data["from"]))


async def take(turn: Turn, data: Data) -> None:
    """Sit down, and see the card here."""
    proposal = await turn.work.proposals.get(ProposalId(data["proposal"]))
    if proposal is None or proposal.stage is ProposalStage.HELD:
        raise Refused(text("refused-gone"))
    after = await seat_person(turn, proposal, data["seat"])
    if after.seat_of(turn.person.id) is not None:
        await turn.answer(await proposal_card(turn, after), private=True, about=proposal_subject(after))


async def _page(turn: Turn, topic: str, begin: int) -> None:
    profile = await turn.work.profiles.get(turn.person.id)
    about = [topic] if topic else profile.topics
    found = await best_open(turn, about, NEAR_TOPIC if topic else 0.0, begin + PAGE + 1)
    if not found[begin:]:
        await turn.answer(_nothing(topic, everything=begin > 0), private=True)
        return
    shown = found[begin : begin + PAGE]
    lines = [Line(text("find-title", topic=topic) if topic else text("find-title-any"), Style.TITLE)]
    for one in shown:
        lines += [Line(_what(one)), Line(text("find-why", why=tuple(reasons(one.fit.reasons))), Style.NOTE)]
    choices = [_join(one) for one in shown]
    if found[begin + PAGE :]:
        choices.append(Choice("find.more", text("tap-find-more"), {"topic": topic, "from": str(begin + PAGE)}))
    await turn.answer(Message(tuple(lines), tuple(choices)), private=True)


def _nothing(topic: str, *, everything: bool) -> Message:
    if everything:
        return say(text("find-no-more"))
    seek = Choice("find.seek", text("tap-find-seek"), {"topic": topic})
    told = text("find-none-about", topic=topic) if topic else text("find-none")
    return say(told, choices=(seek,))


async def seek_instead(turn: Turn, data: Data) -> None:
    """Go on to be told when something fits."""
    await turn.doors.commands["seek"](turn, {"topic": data["topic"]} if data["topic"] else {})


def _what(one: Open) -> Text:
    if not isinstance(one.what, Proposal):
        return text("find-group", title=one.what.name, count=len(one.what.people), seats=one.what.open_seats)
    size = one.what.size
    people = {"count": len(one.what.people), "fewest": size.fewest, "most": size.most}
    if one.what.missing:
        return Text("find-missing", {**people, "title": one.what.what, "seats": one.what.missing})
    return Text("find-anything", {**people, "title": one.what.what})


def _join(one: Open) -> Choice:
    if not isinstance(one.what, Proposal):
        return Choice("group.knock", text("tap-find-knock", title=one.what.name), {"group": one.what.id})
    if one.seat:
        which = {"proposal": one.what.id, "seat": one.seat}
        return Choice("find.take", text("tap-find-bring", seat=one.seat, title=one.what.what), which)
    return Choice("proposal.bring", text("tap-find-join", title=one.what.what), {"proposal": one.what.id})
