"""What does the card of a need or an offer show? Never who said it."""

from core.app.queue import Timer
from core.app.topics.away import away_card, away_subject
from core.app.turn import Scene
from core.exchange.notices import Notice, NoticeKind, NoticeStage
from core.ids import NoticeId, PostId
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, text

CARDS_AT_ONCE = 50


def notice_subject(notice: Notice) -> str:
    """Name the card: all messages of that name change together."""
    return f"notice:{notice.id}"


def notice_card(notice: Notice) -> Message:
    """Draw the card as it is now."""
    head = Line(notice_line(notice), Style.TITLE)
    if notice.stage is not NoticeStage.OPEN:
        return Message((head, Line(text("notice-over"), Style.NOTE)))
    until = Line(text("notice-until", until=Moment(notice.until, date_only=True)), Style.NOTE)
    label = text("tap-could-help") if notice.kind is NoticeKind.NEED else text("tap-could-use")
    topics = (Line(text("card-topics", topics=notice.topics), Style.NOTE),) if notice.topics else ()
    return Message((head, *place_lines(notice), *topics, until), (Choice("needs.come", label, {"notice": notice.id}),))


async def redraw(scene: Scene, notice: Notice, after: PostId | None = None) -> None:
    """Change it at home, and the next of those among strangers: there may be thousands, a timer rings for the rest."""
    name, card = notice_subject(notice), notice_card(notice)
    if after is None:
        await scene.refresh(name, card)
    last = await scene.refresh(away_subject(name), away_card(card, name), after=after, most=CARDS_AT_ONCE)
    if last is not None:
        await scene.wake("needs.redraw", notice.id, scene.now, data={"after": last})


async def redraw_more(scene: Scene, timer: Timer) -> None:
    """Change the cards that stand in more chats, as they are by now."""
    notice = await scene.work.notices.get(NoticeId(timer.subject))
    if notice is not None:
        await redraw(scene, notice, PostId(timer.data["after"]))


def notice_line(notice: Notice) -> Text:
    """Write it in one line."""
    if notice.kind is NoticeKind.NEED:
        return text("notice-need", what=notice.what)
    return text("notice-offer", what=notice.what)


def place_lines(notice: Notice) -> tuple[Line, ...]:
    """Write where and when, as far as it was said."""
    place = (Line(text("notice-place", place=notice.place), Style.NOTE),) if notice.place else ()
    time = (Line(text("notice-time", time=notice.time), Style.NOTE),) if notice.time else ()
    return (*place, *time)
