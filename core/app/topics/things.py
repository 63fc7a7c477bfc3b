"""What is a new thing in a topic, as a chat sees it: its card, and one line of it?"""

from dataclasses import dataclass

from core.app.cards import proposal_card, proposal_subject
from core.app.needs.card import notice_card, notice_line, notice_subject
from core.app.topics.ports import News, NewsKind
from core.app.turn import Data, Scene, Turn
from core.errors import Refused
from core.exchange.notices import NoticeStage
from core.ids import NewsId, NoticeId, ProposalId
from core.messenger.messages import Message
from core.wording import Text, text


@dataclass(frozen=True, slots=True)
class Thing:
    """Something open that a chat can answer.

    Attributes:
        about: Name of its card: wherever the card stands, it changes with all others.
        line: It in one line.
    """

    news: NewsId
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
        card = await proposal_card(scene, proposal)
        return Thing(new.id, proposal.what, proposal_subject(proposal), line, card)
    notice = await scene.work.notices.get(NoticeId(new.subject))
    if notice is None or notice.stage is not NoticeStage.OPEN:
        return None
    return Thing(new.id, notice.what, notice_subject(notice), notice_line(notice), notice_card(notice))


async def show(turn: Turn, data: Data) -> None:
    """Show the card here, where it can be answered."""
    new = await turn.work.news.get(NewsId(data["news"]))
    thing = await thing_of(turn, new) if new else None
    if thing is None:
        raise Refused(text("refused-gone"))
    await turn.answer(thing.card, about=thing.about)
