"""What does the card of a need or an offer show? Never who said it."""

from core.exchange.notices import Notice, NoticeKind, NoticeStage
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, text


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
