"""How does someone propose an agreement to a group theirs has met, or a new text of the one they have?"""

from datetime import datetime
from functools import partial

from core.app.agreeing.asking import put_before
from core.app.agreeing.over_link import linked, party_of, say_over
from core.app.carrying import carry
from core.app.rounds_card import round_card, round_subject
from core.app.terms import write_terms
from core.app.turn import Data, Turn, Values
from core.app.values import kept, unkept
from core.contract.agreements import Gift, agreement_clauses
from core.contract.clauses import Clause, ClauseKind, in_own_words
from core.errors import Refused
from core.exchange.agreeing import Propose, proposal
from core.exchange.agreements import Agreement
from core.exchange.links import Link
from core.exchange.parties import Party
from core.groups.group import Group
from core.groups.limits import TOPIC
from core.ids import AgreementId, ClauseId, GroupId, ProposalId, new_id
from core.messenger.messages import Choice, say
from core.texts.translator import render
from core.wording import text

HOUSE_LINES = 3
AS_USUAL = "-"
"""What people write who leave it to the house what happens when somebody is late."""


async def agree(turn: Turn, values: Values) -> None:
    """Find the other group, then put the text before both."""
    by, ends = values["by"], values["ends"]
    assert isinstance(by, datetime)
    assert isinstance(ends, datetime)
    if by > ends:
        raise Refused(text("refused-agree-order"))
    others = await linked(turn, turn.here)
    if not others:
        raise Refused(text("refused-not-linked", prefix=turn.can.command_prefix))
    if len(others) == 1:
        await _propose(turn, turn.here, *others[0], values)
        return
    choices = tuple(
        Choice(
            "agree.with",
            text("own-words", words=other.name),
            {"group": turn.here.id, "link": link.id, "other": other.id, "values": kept(values)},
        )
        for link, other in others
    )
    await turn.answer(say(text("agree-with-whom"), choices=choices), private=True)


async def agree_with(turn: Turn, data: Data) -> None:
    """Put the text before ours and the group they meant."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    for link, other in await linked(turn, group):
        if (link.id, other.id) == (data["link"], data["other"]):
            await _propose(turn, group, link, other, unkept(data["values"]))
            return
    raise Refused(text("refused-link-closed"))


async def _propose(turn: Turn, group: Group, link: Link, other: Group, values: Values) -> None:
    us, them = party_of(group.id), party_of(other.id)
    agreement = await _between(turn, link, us, them)
    groups = {us: group, them: other}
    names = tuple(groups[one].name for one in agreement.parties)
    clauses = _clauses(turn, agreement.parties.index(us), values)
    read_out = partial(render, language=group.language, zone=turn.zone)
    terms = write_terms(clauses, names, read_out)
    topic = await _topic(turn, group, str(values["give"]))
    body = proposal(agreement.id, agreement.last_number + 1, agreement.parties, topic, terms)
    said = await say_over(turn, link.id, us, them, body)
    await _before_us(turn, group, body, link)
    await carry(turn, said)


async def _before_us(turn: Turn, group: Group, body: Propose, link: Link) -> None:
    asked = await put_before(turn, group, body, link.id, party_of(group.id))
    await turn.tell_group(group, await round_card(turn, asked), about=round_subject(asked))


async def _between(turn: Turn, link: Link, us: Party, them: Party) -> Agreement:
    """Return the agreement between the two that lives on this link, or a new one."""
    for known in await turn.work.agreements.of(GroupId(us.id)):
        if known.link == link.id and set(known.parties) == {us, them}:
            return known
    return Agreement(AgreementId(new_id()), link.id, (us, them))


def _clauses(turn: Turn, ours: int, values: Values) -> tuple[Clause, ...]:
    by, ends = values["by"], values["ends"]
    assert isinstance(by, datetime)
    assert isinstance(ends, datetime)
    gifts = (Gift(ours, str(values["give"]), by), Gift(1 - ours, str(values["get"]), by))
    ids = tuple(ClauseId(new_id()) for _line in range(len(gifts) + HOUSE_LINES))
    clauses = agreement_clauses(ids, gifts, ends, turn.now)
    late = str(values.get("late", AS_USUAL))
    if late == AS_USUAL:
        return clauses
    return tuple(in_own_words(one, late, {}) if one.kind is ClauseKind.WHEN_LATE else one for one in clauses)


async def _topic(turn: Turn, group: Group, give: str) -> str:
    proposed = await turn.work.proposals.get(ProposalId(group.proposal))
    return proposed.topics[0] if proposed and proposed.topics else give[:TOPIC]
