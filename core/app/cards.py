"""What does the card of a proposal show, and where does it stand?"""

from dataclasses import replace

from core.app.pool.planning import plan_soon
from core.app.queue import Timer
from core.app.rows import Chat
from core.app.topics.announcing import announce_proposal
from core.app.topics.away import away_card, away_subject
from core.app.turn import Scene
from core.constitution import MOST_EVER
from core.groups.group import Group, GroupStage
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import PostId, ProposalId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Moment, Text, text

CARDS_AT_ONCE = 50


def proposal_subject(proposal: Proposal) -> str:
    """Name the card of a proposal: all messages of that name change together."""
    return f"proposal:{proposal.id}"


async def announce(scene: Scene, proposal: Proposal, chat: Chat) -> None:
    """Open a proposal and post its card; from now on its deadline counts."""
    opened = replace(proposal, stage=ProposalStage.OPEN)
    await scene.work.proposals.put(opened)
    await scene.wake("proposal.deadline", opened.id, opened.by)
    await announce_proposal(scene, opened)
    await plan_soon(scene)
    await scene.post(chat, await proposal_card(scene, opened), about=proposal_subject(opened))


def enough_subject(proposal: Proposal) -> str:
    """Name the card that says there are enough people."""
    return f"enough:{proposal.id}"


async def say_enough(scene: Scene, proposal: Proposal) -> None:
    """Say once that they are enough, with the way to start; later only that message changes."""
    which = {"proposal": proposal.id}
    choices = (
        Choice("proposal.start", text("tap-start"), which),
        Choice("proposal.more", text("tap-wait-for-more"), which),
    )
    enough = say(text("enough", what=proposal.what, count=len(proposal.people)), choices=choices)
    if await scene.work.queue.posts(enough_subject(proposal)):
        await scene.refresh(enough_subject(proposal), enough)
    else:
        chat = await scene.work.people.chat_by_id(proposal.chat)
        await scene.post(chat, enough, about=enough_subject(proposal))


async def redraw(scene: Scene, proposal: Proposal) -> None:
    """Change the card wherever it stands."""
    card = await redraw_some(scene, proposal, None)
    if not proposal.is_gathering:
        await scene.refresh(enough_subject(proposal), Message(card.lines))


async def redraw_some(scene: Scene, proposal: Proposal, after: PostId | None) -> Message:
    """Change it at home, and the next of those among strangers: there may be thousands, a timer rings for the rest."""
    card = await proposal_card(scene, proposal)
    if after is None:
        await scene.refresh(proposal_subject(proposal), card)
    name = proposal_subject(proposal)
    last = await scene.refresh(away_subject(name), away_card(card, name), after=after, most=CARDS_AT_ONCE)
    if last is not None:
        await scene.wake("proposal.redraw", proposal.id, scene.now, data={"after": last})
    return card


async def redraw_more(scene: Scene, timer: Timer) -> None:
    """Change the cards that stand in more chats, as they are by now."""
    proposal = await scene.work.proposals.get(ProposalId(timer.subject))
    if proposal is not None:
        await redraw_some(scene, proposal, PostId(timer.data["after"]))


async def proposal_card(scene: Scene, proposal: Proposal) -> Message:
    """Draw the card as it is now. The order of its choices never changes, so that numbers keep their meaning."""
    group = await scene.work.groups.get(proposal.group) if proposal.group else None
    lines = [Line(text("own-words", words=proposal.what), Style.TITLE), Line(_standing(proposal, group))]
    lines += [Line(await _who(scene, seat), Style.ITEM) for seat in proposal.seats if seat.person and not group]
    if proposal.waiting and proposal.is_gathering:
        lines.append(Line(text("card-waiting", count=len(proposal.waiting)), Style.NOTE))
    if proposal.topics:
        lines.append(Line(text("card-topics", topics=proposal.topics), Style.NOTE))
    if proposal.is_gathering:
        lines.append(Line(text("card-until", by=Moment(proposal.by, date_only=True)), Style.NOTE))
    return Message(tuple(lines), _choices(proposal, group))


async def _who(scene: Scene, seat: Seat) -> Text:
    assert seat.person is not None
    name = await scene.name(seat.person)
    return text("card-brings", name=name, seat=seat.name) if seat.name else text("card-idea", name=name)


def _standing(proposal: Proposal, group: Group | None) -> Text:
    if proposal.stage is ProposalStage.CLOSED or (group and group.stage is GroupStage.CLOSED):
        return text("card-closed")
    if group is not None:
        seats = group.open_seats
        count = len(group.people)
        return text("card-formed-missing", count=count, seats=seats) if seats else text("card-formed", count=count)
    people = {"count": len(proposal.people), "fewest": proposal.size.fewest, "most": proposal.size.most}
    if proposal.missing:
        return Text("card-missing", {**people, "seats": proposal.missing})
    return Text("card-complete", people)


def _choices(proposal: Proposal, group: Group | None) -> tuple[Choice, ...]:
    which = {"proposal": proposal.id}
    if group is not None and group.stage is GroupStage.CLOSED:
        return ()
    if group is not None:
        label = "tap-ask-to-join" if len(group.people) < MOST_EVER else "tap-wait"
        return (Choice("group.knock", text(label), {"group": group.id}),)
    if not proposal.is_gathering:
        return ()
    seats = tuple(_take(proposal, seat) for seat in proposal.seats if seat.wanted)
    start = (Choice("proposal.start", text("tap-start"), which),) if proposal.is_enough else ()
    return (
        *seats,
        Choice("proposal.bring", text("tap-bring-else"), which),
        Choice("proposal.not-now", text("tap-not-now"), which),
        *start,
    )


def _take(proposal: Proposal, seat: Seat) -> Choice:
    label = text("tap-bring", seat=seat.name) if seat.person is None else text("tap-taken", seat=seat.name)
    return Choice("proposal.take", label, {"proposal": proposal.id, "seat": seat.id})
