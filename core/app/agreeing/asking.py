"""How does a text come before a group, and what does the group's own answer set in motion?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.app.agreeing.over_link import hear_over, party_of
from core.app.agreeing.standing import stands, withdraw_rounds
from core.app.queue import Urgency
from core.app.rounds_card import round_card, round_subject
from core.app.terms import read_terms
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundKind
from core.contract.versions import Version
from core.exchange.agreeing import Consent, Object, Propose
from core.exchange.agreements import Agreement, consent, object_to, propose
from core.exchange.parties import Party
from core.exchange.said import Said
from core.exchange.stages import AgreementStage
from core.groups.group import Group
from core.ids import AgreementId, GroupId, LinkId, RoundId, VersionId, new_id
from core.messenger.messages import Message, say
from core.wording import text

WITHIN = 2
"""Days a group without a contract of its own takes to answer, as in every first contract."""


async def hear_propose(scene: Scene, said: Said) -> Sequence[Said]:
    """Put a text that another group proposes before ours."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not isinstance(body, Propose):
        return ()
    asked = await put_before(scene, group, body, LinkId(said.about), said.sender)
    subject, card = round_subject(asked), await round_card(scene, asked)
    await scene.tell_group(group, card, about=subject, urgency=Urgency.NEWS)
    return ()


async def hear_consent(scene: Scene, said: Said) -> Sequence[Said]:
    """Count the other group's consent in our copy."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not isinstance(body, Consent):
        return ()
    agreement = await scene.work.agreements.get(body.agreement, group.id)
    if agreement is None:
        return ()
    standing = await _counted(scene, group, consent(agreement, body, said.sender))
    if standing is not None:
        await scene.tell_group(group, standing, urgency=Urgency.NEWS)
    return ()


async def hear_object(scene: Scene, said: Said) -> Sequence[Said]:
    """Hear that the other group cannot live with the text; why stays with them. What stood before still stands."""
    group, body = await hear_over(scene, said), said.body
    if group is None or not isinstance(body, Object):
        return ()
    agreement = await scene.work.agreements.get(body.agreement, group.id)
    if agreement is None:
        return ()
    await scene.work.agreements.put(group.id, object_to(agreement, body, said.sender))
    await withdraw_rounds(scene, group, agreement.id)
    other = await scene.work.groups.get(GroupId(said.sender.id))
    told = say(text("agree-they-object", name=other.name if other else ""))
    await scene.tell_group(group, told, urgency=Urgency.NEWS)
    return ()


async def put_before(scene: Scene, group: Group, body: Propose, link: LinkId, by: Party) -> ConsentRound:
    """Take a text into our copy and open our own consent round on it; an earlier one no longer counts."""
    known = await scene.work.agreements.get(body.agreement, group.id)
    agreement = propose(known or Agreement(body.agreement, link, body.parties), body, by)
    await scene.work.agreements.put(group.id, agreement)
    clauses = read_terms(body.terms, len(body.parties))
    await scene.work.agreements.put_text(body.agreement, Version(VersionId(new_id()), group.id, body.number, clauses))
    await withdraw_rounds(scene, group, body.agreement)
    asked = await _round(scene, group, body)
    await scene.work.rounds.put(asked)
    await scene.wake("round.remind", asked.id, asked.opened + (asked.due - asked.opened) * 3 / 4)
    await scene.wake("round.due", asked.id, asked.due)
    return asked


async def agreed_here(scene: Scene, group: Group, asked: ConsentRound) -> Consent | None:
    """Note in our copy that all of us consent; returns what the others are to hear of it."""
    agreement = await _asked(scene, asked)
    if agreement is None or agreement.asked is None:
        return None
    version = await scene.work.agreements.text(agreement.id, group.id, agreement.asked.number)
    if version is not None:
        agreed = replace(version, agreed_at=scene.now, agreed_by=group.people)
        await scene.work.agreements.put_text(agreement.id, agreed)
    body = Consent(agreement.id, agreement.asked.number, agreement.asked.seal)
    standing = await _counted(scene, group, consent(agreement, body, party_of(group.id)))
    if standing is not None:
        await scene.tell_group(group, standing)
    return body


async def objected_here(scene: Scene, group: Group, asked: ConsentRound) -> Object | None:
    """Note in our copy that one of us cannot live with the text; returns what the others are to hear of it."""
    agreement = await _asked(scene, asked)
    if agreement is None or agreement.asked is None:
        return None
    body = Object(agreement.id, agreement.asked.number)
    await scene.work.agreements.put(group.id, object_to(agreement, body, party_of(group.id)))
    return body


async def _counted(scene: Scene, group: Group, agreement: Agreement) -> Message | None:
    """Keep our copy after a consent; with the last one the text stands, and that is to be said."""
    await scene.work.agreements.put(group.id, agreement)
    return await stands(scene, group, agreement) if agreement.stage is AgreementStage.STANDING else None


async def _asked(scene: Scene, asked: ConsentRound) -> Agreement | None:
    """Return our copy, if the text of this round is still the one before us."""
    agreement = await scene.work.agreements.get(AgreementId(asked.data["agreement"]), asked.group)
    if agreement is None or agreement.asked is None or str(agreement.asked.number) != asked.data["number"]:
        return None
    return agreement


async def _round(scene: Scene, group: Group, body: Propose) -> ConsentRound:
    contract = await scene.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else WITHIN)
    return ConsentRound(
        RoundId(new_id()),
        RoundKind.AGREEMENT,
        group.id,
        "",
        group.people[0],
        group.people,
        scene.now,
        scene.now + time,
        data={"agreement": body.agreement, "number": str(body.number)},
    )
