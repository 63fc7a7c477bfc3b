"""How does someone say what they need or offer?"""

from datetime import datetime

from core.app.needs.card import notice_card, notice_subject
from core.app.needs.looking import look, words_of_notice
from core.app.topics.announcing import announce_news
from core.app.topics.keys import keys_of_need, keys_of_thing
from core.app.topics.ports import News, NewsKind
from core.app.turn import Turn, Values
from core.commands.lists import means_nothing
from core.commands.when import understood
from core.errors import Refused
from core.exchange.first_contact import first_contact
from core.exchange.notices import KEPT, Notice, NoticeKind, ask_to_keep_at
from core.groups.group import Group
from core.ids import NewsId, NoticeId, new_id
from core.wording import text

MOST_OPEN = 10


async def need(turn: Turn, values: Values) -> None:
    """Post what is needed, and look for who offers it."""
    await _post(turn, NoticeKind.NEED, values)


async def offer(turn: Turn, values: Values) -> None:
    """Post what is offered, and look for who needs it."""
    await _post(turn, NoticeKind.OFFER, values)


async def _post(turn: Turn, kind: NoticeKind, values: Values) -> None:
    """Answer first and look afterwards: what is found or not changes no word of the answer."""
    group = await _group_here(turn)
    await turn.work.people.hold(turn.person.id)
    if len(await turn.work.notices.open_of(turn.person.id, ())) >= MOST_OPEN:
        raise Refused(text("refused-notices-cap", most=MOST_OPEN))
    notice = await _notice(turn, kind, group, values)
    await turn.work.notices.put(notice, words_of_notice(notice))
    await turn.wake("needs.keep", notice.id, ask_to_keep_at(notice))
    await turn.wake("needs.end", notice.id, notice.until)
    keys = (keys_of_need if kind is NoticeKind.NEED else keys_of_thing)(notice.topics, notice.what)
    news = News(NewsId(new_id()), NewsKind(kind.value), notice.id, notice.chat, turn.now, notice.until, keys)
    await announce_news(turn, news)
    await turn.answer(notice_card(notice), about=notice_subject(notice))
    await look(turn, notice)


async def _notice(turn: Turn, kind: NoticeKind, group: Group | None, values: Values) -> Notice:
    names = await _names(turn, group)
    place, time = (_said(values, name, names) for name in ("where", "when"))
    topics = values.get("topics", ())
    assert isinstance(topics, tuple)
    return Notice(
        NoticeId(new_id()),
        kind,
        turn.person.id,
        group.id if group else None,
        turn.chat.id,
        first_contact(str(values["what"]), names),
        place,
        time,
        tuple(first_contact(topic, names) for topic in topics),
        turn.now,
        _until(turn, time),
    )


def _said(values: Values, name: str, names: list[str]) -> str:
    """Return what was said of the place or the time, as strangers may read it; empty when it does not matter."""
    words = str(values.get(name, ""))
    return "" if means_nothing(words) else first_contact(words, names)


def _until(turn: Turn, time: str) -> datetime:
    """Keep it until the day that was named, else for thirty days; never longer."""
    try:
        named = understood(time, turn.person.language, turn.now, turn.zone) if time else None
    except Refused:
        named = None
    return min(named, turn.now + KEPT) if named is not None and named > turn.now else turn.now + KEPT


async def _group_here(turn: Turn) -> Group | None:
    """Return the group in whose home it is said, when a member says it."""
    group = await turn.work.groups.get(turn.chat.group) if turn.chat.group else None
    return group if group is not None and group.member(turn.person.id) is not None else None


async def _names(turn: Turn, group: Group | None) -> list[str]:
    names = [group.name] if group else []
    for person in group.people if group else (turn.person.id,):
        names += [account.ref.name for account in await turn.work.people.accounts(person)]
    return names
