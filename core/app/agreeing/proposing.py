"""How does the text of an agreement come about, and before everyone whose agreement it would be?"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from core.app.agreeing.asking import put_before
from core.app.agreeing.over_link import party_of, say_over
from core.app.carrying import carry
from core.app.rounds_card import round_card, round_subject
from core.app.terms import write_terms
from core.app.turn import Data, Turn, Values
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
from core.texts.translator import render
from core.wording import text

HOUSE_LINES = 3
AS_USUAL = "-"
"""What people write who leave it to the house what happens when somebody is late."""


async def propose_to(turn: Turn, group: Group, link: Link, gives: Mapping[Group, str], values: Values) -> None:
    """Put a text before our group and the others, each in a round of its own.

    Args:
        gives: What each of the others would give; empty for a group of which nothing is asked.

    Raises:
        Refused: The line does not carry it to one of them now; then nobody is asked.
    """
    groups = {party_of(one.id): one for one in (group, *gives)}
    agreement = await _among(turn, link, tuple(groups))
    words = {group: str(values["give"]), **gives}
    said = {agreement.parties.index(party): words[one] for party, one in groups.items() if words[one]}
    names = tuple(groups[one].name for one in agreement.parties)
    clauses = _clauses(turn, said, values)
    terms = write_terms(clauses, names, partial(render, language=group.language, zone=turn.zone))
    topic = await _topic(turn, group, str(values["give"]))
    body = proposal(agreement.id, agreement.last_number + 1, agreement.parties, topic, terms)
    await _before_us(turn, group, body, link)
    us = party_of(group.id)
    for them in groups:
        if them != us:
            await carry(turn, await say_over(turn, link.id, us, them, body))


async def our_group(turn: Turn, data: Data) -> Group:
    """Return the group for which someone speaks; raises `Refused` when they are not in it."""
    group = await turn.work.groups.get(GroupId(data["group"]))
    if group is None or group.member(turn.person.id) is None:
        raise Refused(text("refused-not-member"))
    return group


async def _before_us(turn: Turn, group: Group, body: Propose, link: Link) -> None:
    asked = await put_before(turn, group, body, link.id, party_of(group.id))
    await turn.tell_group(group, await round_card(turn, asked), about=round_subject(asked))


async def _among(turn: Turn, link: Link, parties: tuple[Party, ...]) -> Agreement:
    """Return the agreement between exactly these that lives on this link, or a new one; ours is the first."""
    for known in await turn.work.agreements.of(GroupId(parties[0].id)):
        if known.link == link.id and set(known.parties) == set(parties):
            return known
    return Agreement(AgreementId(new_id()), link.id, parties)


def _clauses(turn: Turn, said: Mapping[int, str], values: Values) -> tuple[Clause, ...]:
    by, ends = values["by"], values["ends"]
    assert isinstance(by, datetime)
    assert isinstance(ends, datetime)
    gifts = tuple(Gift(party, what, by) for party, what in said.items())
    ids = tuple(ClauseId(new_id()) for _line in range(len(gifts) + HOUSE_LINES))
    clauses = agreement_clauses(ids, gifts, ends, turn.now)
    late = str(values.get("late", AS_USUAL))
    if late == AS_USUAL:
        return clauses
    return tuple(in_own_words(one, late, {}) if one.kind is ClauseKind.WHEN_LATE else one for one in clauses)


async def _topic(turn: Turn, group: Group, give: str) -> str:
    proposed = await turn.work.proposals.get(ProposalId(group.proposal))
    return proposed.topics[0] if proposed and proposed.topics else give[:TOPIC]
