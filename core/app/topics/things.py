"""What is a new thing in a topic, as a chat sees it: its card, and one line of it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.app.cards import proposal_card, proposal_subject
from core.app.guarding.ports import Mute
from core.app.needs.card import notice_card, notice_line, notice_subject
from core.app.topics.away import away_card, away_subject
from core.app.topics.ports import News, NewsKind
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.exchange.notices import NoticeStage
from core.ids import ChatId, NewsId, NoticeId, PersonId, ProposalId
from core.messenger.messages import Message
from core.wording import Text, text


@dataclass(frozen=True, slots=True)
class Thing:
    """Something open that a chat can answer.

    Attributes:
        name: Of its card at home.
        about: Name of its cards among strangers: wherever one stands, it changes with all others.
        author: Whose it is.
        line: It in one line.
    """

    news: NewsId
    name: str
    author: PersonId
    what: str
    about: str
    line: Text
    card: Message


async def thing_of(scene: Scene, new: News) -> Thing | None:
    """Return it as it is now, None when it is over."""
    if new.kind is NewsKind.PROPOSAL:
        proposal = await scene.work.proposals.get(ProposalId(new.subject))
        if proposal is None or not proposal.is_gathering:
            return None
        line = text(
            "news-proposal",
            what=proposal.what,
            count=len(proposal.people),
            fewest=proposal.size.fewest,
            most=proposal.size.most,
        )
        name, card = proposal_subject(proposal), await proposal_card(scene, proposal)
        away = away_card(card, name)
        return Thing(new.id, name, proposal.proposer, proposal.what, away_subject(name), line, away)
    notice = await scene.work.notices.get(NoticeId(new.subject))
    if notice is None or notice.stage is not NoticeStage.OPEN:
        return None
    name = notice_subject(notice)
    away = away_card(notice_card(notice), name)
    return Thing(new.id, name, notice.person, notice.what, away_subject(name), notice_line(notice), away)


async def thing_of_card(scene: Scene, name: str) -> Thing | None:
    """Return the thing whose card at home has this name, None when it is over or was never told of."""
    new = await scene.work.news.about(name.partition(":")[2])
    return await thing_of(scene, new) if new else None


async def not_muted(scene: Scene, chat: ChatId, things: Sequence[Thing]) -> list[Thing]:
    """Leave out what a chat took away, and what else is by someone it wants to see nothing from."""
    return unmuted(await scene.work.guards.muted(chat), things)


def unmuted(muted: Sequence[Mute], things: Sequence[Thing]) -> list[Thing]:
    """Leave out of things what a chat took away, and what else is by someone it wants to see nothing from."""
    cards = {one.card for one in muted}
    authors = {one.author for one in muted if one.card.startswith("author:")}
    return [one for one in things if one.name not in cards and one.author not in authors]


async def show(turn: Turn, data: Data) -> None:
    """Show the card here, where it can be answered."""
    new = await turn.work.news.get(NewsId(data["news"]))
    thing = await thing_of(turn, new) if new else None
    if thing is None:
        raise Refused(text("refused-gone"))
    await turn.answer(thing.card, about=thing.about)
