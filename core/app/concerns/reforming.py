"""How do the others go on without one of them, by the consent of each of the others and of nobody less?"""

from dataclasses import replace
from datetime import timedelta

from core.app.concerns.raising import group_of
from core.app.drafting import put_to_group
from core.app.enter import redraw_origin
from core.app.homes import ask_for_homes, dismiss_from_homes
from core.app.rounds import set_clock
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Data, Scene, Turn
from core.contract.clauses import ANSWER_DAYS
from core.contract.promises import PromiseStage
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.contract.versions import next_review
from core.errors import Refused
from core.groups.group import Group, leave
from core.groups.reform import others, reform
from core.ids import GroupId, PersonId, RoundId, VersionId, new_id
from core.messenger.messages import Choice, say
from core.wording import text


async def pick(turn: Turn, data: Data) -> None:
    """Ask without whom; nobody else sees this."""
    group = await group_of(turn, data)
    rest = [person for person in group.people if person != turn.person.id]
    choices = tuple(
        [Choice("reform.ask", text("own-words", words=await turn.name(one)), {**data, "person": one}) for one in rest]
    )
    await turn.answer(say(text("reform-whom"), choices=choices), private=True)


async def confirm(turn: Turn, data: Data) -> None:
    """Say what will happen, and to whom, before anybody is asked."""
    group = await group_of(turn, data)
    without = PersonId(data["person"])
    others(group, without)
    name = await turn.name(without)
    choices = (
        Choice("reform.open", text("tap-reform-ask"), data),
        Choice("concern.not-now", text("tap-not-now"), data),
    )
    await turn.answer(say(text("reform-sure", name=name), choices=choices), private=True)


async def open_reform(turn: Turn, data: Data) -> None:
    """Ask each of the others, privately."""
    group = await group_of(turn, data)
    without = PersonId(data["person"])
    rest = others(group, without)
    if turn.person.id not in rest:
        raise Refused(text("refused-not-member"))
    if any(one.kind is RoundKind.REFORM for one in await turn.work.rounds.open_in(group.id)):
        raise Refused(text("refused-concern-step"))
    contract = await turn.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.REFORM,
        group.id,
        "",
        turn.person.id,
        rest,
        turn.now,
        turn.now + time,
        data={"without": without, "name": await turn.name(without)},
    )
    await turn.work.rounds.put(asked)
    await set_clock(turn, asked)
    for person in rest:
        await turn.tell(person, await round_card(turn, asked), about=round_subject(asked))


async def reform_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Tell those who were asked that nothing changes; nobody else hears that it was asked."""
    await _tell(scene, asked, "reform-not")


async def reform_agreed(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Form the group anew; then, and not before, the one they part from learns of it."""
    without = PersonId(asked.data["without"])
    consenting = [one.person for one in asked.answers]
    try:
        new = reform(group, without, consenting, GroupId(new_id()))
    except Refused:
        await _tell(scene, asked, "reform-changed")  # Someone left or came in meanwhile: it would be another question.
        return
    await scene.work.groups.put(new)
    await scene.work.histories.set_origin(new.id, group.id)
    after = group
    for person in new.people:
        after = leave(after, person, scene.now)
    await scene.work.groups.put(after)
    await _take_along(scene, after, new)
    for person in new.people:
        for account in await scene.work.people.accounts(person):
            await dismiss_from_homes(scene, after, account)
    await scene.tell(without, say(text("reformed-told", name=group.name)))
    await _begin(scene, after, new, asked.asker)


async def _take_along(scene: Scene, after: Group, new: Group) -> None:
    """Let what was open end with the old group, and what its members promised go with them."""
    for asked in await scene.work.rounds.open_in(after.id):
        over = replace(asked, stage=RoundStage.WITHDRAWN)
        await scene.work.rounds.put(over)
        await scene.refresh(round_subject(over), await round_card(scene, over))
    for pause in await scene.work.pauses.of_group(after.id):
        await scene.work.pauses.end(after.id, pause.person)
    for made in await scene.work.promises.unfinished(after.id):
        if made.stage is PromiseStage.OPEN and made.person in new.people:
            await scene.work.promises.put(replace(made, group=new.id))


async def _begin(scene: Scene, after: Group, new: Group, asker: PersonId) -> None:
    """Ask for a home and put the old contract to them as a draft, to be agreed anew."""
    version = await scene.work.contracts.current(after.id)
    proposal = await scene.work.proposals.get(new.proposal)
    near = await scene.work.people.chat_by_id(proposal.chat) if proposal else None
    await scene.tell_group(new, say(text("reformed", name=new.name, count=len(new.people))))
    if near is not None and not await ask_for_homes(scene, new, near.ref):
        await scene.tell_group(new, say(text("home-private", name=new.name)))
    if version is not None:
        draft = replace(version, id=VersionId(new_id()), group=new.id, number=1, agreed_at=None, agreed_by=())
        await put_to_group(scene, new, next_review(draft, scene.now), asker)
    await redraw_origin(scene, after)


async def _tell(scene: Scene, asked: ConsentRound, key: str) -> None:
    for person in asked.electorate:
        await scene.tell(person, say(text(key, name=asked.data["name"])))
