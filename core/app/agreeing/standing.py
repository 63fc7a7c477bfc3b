"""What does an agreement that stands make the house do: remind, read again, end on its day?"""

from dataclasses import replace
from datetime import timedelta

from core.app.agreeing.card import agreement_lines, other_names
from core.app.agreeing.over_link import party_of
from core.app.nudge import nudge_group
from core.app.queue import Timer
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Scene
from core.contract.agreements import Gift, gifts_of, has_run_out, until
from core.contract.clauses import REVIEW_AFTER, ClauseKind
from core.contract.rounds import RoundKind, RoundStage
from core.contract.versions import Version
from core.errors import Refused
from core.exchange.agreements import Agreement, run_out
from core.groups.group import Group
from core.ids import AgreementId, ClauseId, GroupId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Moment, text


async def stands(scene: Scene, group: Group, agreement: Agreement) -> Message:
    """Set its days: our gifts, the day it is read again, its end; returns what says that it stands.

    Raises:
        Refused: Nothing stands.
    """
    version = await text_of(scene, group.id, agreement)
    if version is None:
        raise Refused(text("refused-gone"))
    await let_go(scene, group.id, agreement)
    subject, which = _subject(agreement, group.id), {"number": str(version.number)}
    for place, gift in enumerate(gifts_of(version, agreement.parties.index(party_of(group.id)))):
        if gift.by is not None and gift.by > scene.now:
            due = max(scene.now, gift.by - _ahead(version))
            await scene.wake("agree.gift", f"{subject}:{place}", due, data={**which, "place": str(place)})
    if version.review_on is not None:
        await scene.wake("agree.review", subject, version.review_on, data=which)
    last = until(version)
    if last is not None:
        await scene.wake("agree.ends", subject, last, data=which)
    title = text("agree-stands", name=await other_names(scene, agreement, group.id), number=version.number)
    lines = await agreement_lines(scene, agreement, version)
    return Message((Line(title, Style.TITLE), *lines))


async def gift_due(scene: Scene, timer: Timer) -> None:
    """Remind the group that gives, and no other, of what it said it gives."""
    found = await _standing(scene, timer)
    if found is None:
        return
    group, agreement, version = found
    gift = _gifts(version, agreement, group)[int(timer.data["place"])]
    if gift.by is None:
        return
    name = await other_names(scene, agreement, group.id)
    words = text("agree-gift-due", name=name, what=gift.what, by=Moment(gift.by, date_only=True))
    which = {"agreement": agreement.id, "group": group.id, **timer.data}
    choices = (
        Choice("agree.given", text("tap-done"), which),
        Choice("agree.later", text("tap-two-days"), which),
    )
    thing = f"gift:{timer.subject}"
    await nudge_group(scene, group, say(words, choices=choices), thing=thing, clause=_clause(version, gift))


async def read_again(scene: Scene, timer: Timer) -> None:
    """Put it before the group on its day: keep it, or end it; /agree changes it."""
    found = await _standing(scene, timer)
    if found is None:
        return
    group, agreement, version = found
    name = await other_names(scene, agreement, group.id)
    which = {"agreement": agreement.id, "group": group.id, **timer.data}
    choices = (
        Choice("agree.keep", text("tap-keep"), which),
        Choice("agree.end", text("tap-agree-end"), which),
    )
    head = Line(text("agree-review", name=name), Style.TITLE)
    told = Message((head, *await agreement_lines(scene, agreement, version)), choices)
    await nudge_group(scene, group, told, thing=f"agreement:{agreement.id}:review")
    again = scene.now + REVIEW_AFTER
    last = until(version)
    if last is None or again < last:
        await scene.wake("agree.review", timer.subject, again, data=timer.data)


async def day_came(scene: Scene, timer: Timer) -> None:
    """End it on the day until which it was agreed; every group's copy by itself."""
    found = await _standing(scene, timer)
    if found is None or not has_run_out(found[2], scene.now):
        return
    group, agreement, _version = found
    await scene.work.agreements.put(group.id, run_out(agreement))
    await let_go(scene, group.id, agreement)
    await withdraw_rounds(scene, group, agreement.id)
    name = await other_names(scene, agreement, group.id)
    await nudge_group(scene, group, say(text("agree-ran-out", name=name)), thing=f"agreement:{agreement.id}")


async def let_go(scene: Scene, group: GroupId, agreement: Agreement) -> None:
    """Take away the days of a text that no longer stands."""
    subject = _subject(agreement, group)
    await scene.work.queue.let_sleep("agree.review", subject)
    await scene.work.queue.let_sleep("agree.ends", subject)


async def withdraw_rounds(scene: Scene, group: Group, agreement: AgreementId) -> None:
    """Close the group's open round on an earlier text of the same agreement."""
    for asked in await scene.work.rounds.open_in(group.id):
        if asked.kind is RoundKind.AGREEMENT and asked.data["agreement"] == agreement:
            over = replace(asked, stage=RoundStage.WITHDRAWN)
            await scene.work.rounds.put(over)
            await scene.work.queue.let_sleep("round.remind", over.id)
            await scene.work.queue.let_sleep("round.due", over.id)
            await scene.refresh(round_subject(over), await round_card(scene, over))


async def text_of(scene: Scene, group: GroupId, agreement: Agreement) -> Version | None:
    """Return the text that binds, in a group's own copy."""
    if agreement.standing is None:
        return None
    return await scene.work.agreements.text(agreement.id, group, agreement.standing.number)


async def _standing(scene: Scene, timer: Timer) -> tuple[Group, Agreement, Version] | None:
    """Find what a timer is about, if the text for which it was set still stands."""
    name, whose = timer.subject.split(":")[:2]
    group = await scene.work.groups.get(GroupId(whose))
    agreement = await scene.work.agreements.get(AgreementId(name), GroupId(whose))
    version = await text_of(scene, GroupId(whose), agreement) if agreement else None
    if group is None or agreement is None or version is None or str(version.number) != timer.data["number"]:
        return None
    return group, agreement, version


def _subject(agreement: Agreement, group: GroupId) -> str:
    return f"{agreement.id}:{group}"


def _gifts(version: Version, agreement: Agreement, group: Group) -> tuple[Gift, ...]:
    return gifts_of(version, agreement.parties.index(party_of(group.id)))


def _ahead(version: Version) -> timedelta:
    """Say how long before its day a gift is thought of: as long as it takes to say in time that it will be late."""
    days = (one.numbers["days"] for one in version.clauses if one.kind is ClauseKind.WHEN_LATE)
    return timedelta(days=next(days, 1))


def _clause(version: Version, gift: Gift) -> ClauseId | None:
    return next((one.id for one in version.clauses if one.words == gift.what), None)
