"""How long is a need or an offer kept, and how does its owner let it go?"""

from dataclasses import replace

from core.app.needs.card import redraw
from core.app.nudge import nudge_person
from core.app.queue import Timer
from core.app.turn import Data, Scene, Turn, Values
from core.errors import Refused
from core.exchange.notices import Notice, NoticeKind, NoticeStage, ask_to_keep_at
from core.exchange.notices import keep as keep_on
from core.ids import NoticeId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import Moment, Text, text


async def ask_to_keep(scene: Scene, timer: Timer) -> None:
    """Ask its owner once, privately, whether it is still needed."""
    notice = await scene.work.notices.get(NoticeId(timer.subject))
    if notice is None or notice.stage is not NoticeStage.OPEN:
        return
    which = {"notice": notice.id}
    choices = (Choice("needs.keep", text("tap-keep-days"), which), Choice("needs.drop", text("tap-drop-card"), which))
    until = Moment(notice.until, date_only=True)
    asked = say(text("notice-keep", what=notice.what, until=until), choices=choices)
    await nudge_person(scene, notice.person, asked, thing=f"notice:{notice.id}", past_use=notice.until)


async def end(scene: Scene, timer: Timer) -> None:
    """Let it go when its time is over."""
    notice = await scene.work.notices.get(NoticeId(timer.subject))
    if notice is not None and notice.stage is NoticeStage.OPEN and scene.now >= notice.until:
        await close_notice(scene, notice, NoticeStage.EXPIRED)


async def keep(turn: Turn, data: Data) -> None:
    """Keep it for thirty days more."""
    kept = keep_on(await _mine(turn, data), turn.now)
    await turn.work.notices.renew(kept)
    await turn.work.news.prolong(kept.id, kept.until)
    await turn.wake("needs.keep", kept.id, ask_to_keep_at(replace(kept, created=turn.now)))
    await turn.wake("needs.end", kept.id, kept.until)
    await redraw(turn, kept)
    await turn.answer(say(text("notice-kept", what=kept.what, until=Moment(kept.until, date_only=True))), private=True)


async def drop(turn: Turn, data: Data) -> None:
    """Let it go at once."""
    notice = await _mine(turn, data)
    if notice.stage is not NoticeStage.OPEN:
        raise Refused(text("refused-gone"))
    await close_notice(turn, notice, NoticeStage.DROPPED)
    await turn.answer(say(text("notice-dropped", what=notice.what)), private=True)


async def cards(turn: Turn, _values: Values) -> None:
    """List what one needs and offers, and one's groups, each with the way to let it go."""
    groups = await turn.work.groups.of_person(turn.person.id)
    mine = await turn.work.notices.open_of(turn.person.id, [group.id for group in groups])
    if not mine:
        await turn.answer(say(text("cards-none", prefix=turn.can.command_prefix)), private=True)
        return
    lines = (Line(_line(one), Style.ITEM) for one in mine)
    drops = tuple(Choice("needs.drop", text("tap-drop-this", what=one.what), {"notice": one.id}) for one in mine)
    await turn.answer(Message((Line(text("cards-title"), Style.TITLE), *lines), drops), private=True)


def _line(notice: Notice) -> Text:
    until = Moment(notice.until, date_only=True)
    if notice.kind is NoticeKind.NEED:
        return text("cards-need", what=notice.what, until=until)
    return text("cards-offer", what=notice.what, until=until)


async def close_notice(scene: Scene, notice: Notice, stage: NoticeStage) -> None:
    """Let a need or an offer be over, wherever its card stands."""
    over = replace(notice, stage=stage)
    await scene.work.notices.renew(over)
    await scene.work.news.prolong(over.id, scene.now)
    for kind in ("needs.keep", "needs.end", "needs.look"):
        await scene.work.queue.let_sleep(kind, over.id)
    await redraw(scene, over)


async def _mine(turn: Turn, data: Data) -> Notice:
    """Return a notice of the person or of a group of theirs; any member of it may say."""
    notice = await turn.work.notices.get(NoticeId(data["notice"]))
    group = await turn.work.groups.get(notice.group) if notice and notice.group else None
    in_it = group is not None and group.member(turn.person.id) is not None
    if notice is None or not (notice.person == turn.person.id or in_it):
        raise Refused(text("refused-gone"))
    return notice
