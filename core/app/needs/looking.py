"""Who could meet this need, or use this offer? What is found is known to the house alone."""

from collections.abc import Sequence
from datetime import timedelta

from core.app.meeting.blocked import are_apart
from core.app.needs.asking import put_next
from core.app.queue import Timer
from core.app.topics.keys import keys_of_thing, keys_of_topic, passed_to, platform_key
from core.app.turn import Scene
from core.exchange.caps import ASKS_A_WEEK
from core.exchange.notices import WEEK, Notice, NoticeKind, NoticeStage, Pairing, PairingStage
from core.ids import NoticeId, PairingId, PersonId, new_id
from core.matching.notices import Said, ranked, weights, words_of
from core.platforms.packs import pack_for

AGAIN = timedelta(days=1)
COMPARED = 200


async def look(scene: Scene, notice: Notice) -> None:
    """Ask the next who may fit, if nobody is being asked about it; look again tomorrow."""
    if notice.stage is not NoticeStage.OPEN or scene.now >= notice.until:
        return
    paired = await scene.work.pairings.of_notice(notice.id)
    running = [one for one in paired if one.stage in {PairingStage.WAITING, PairingStage.ASKED}]
    for one in running:
        await put_next(scene, one.asked)
    if not any(one.other == notice.id for one in running):
        await _pair(scene, notice, paired)
    await scene.wake_in("needs.look", notice.id, AGAIN)


async def look_again(scene: Scene, timer: Timer) -> None:
    """Look once a day: somebody may have come, or may be asked again."""
    notice = await scene.work.notices.get(NoticeId(timer.subject))
    if notice is not None:
        await look(scene, notice)


def words_of_notice(notice: Notice) -> frozenset[str]:
    """List the words by which a notice is found; an offer also by its platform, a need by those it is passed to."""
    pack = pack_for(notice.topics, notice.what)
    served = (pack,) if notice.kind is NoticeKind.OFFER else passed_to(pack, notice.what)
    return words_of(notice.what, notice.topics) | {platform_key(one.key) for one in served}


async def _pair(scene: Scene, notice: Notice, paired: Sequence[Pairing]) -> None:
    for other in await _fitting(scene, notice, paired):
        if await _may_be_asked(scene, notice, other):
            pairing = Pairing(
                PairingId(new_id()),
                other.id,
                other.person,
                notice.id,
                notice.person,
                other.person,
                (),
                PairingStage.WAITING,
                scene.now,
            )
            await scene.work.pairings.put(pairing)
            await put_next(scene, other.person)
            return


async def _fitting(scene: Scene, notice: Notice, paired: Sequence[Pairing]) -> list[Notice]:
    """List the older ones that fit: whoever came later is who looks, and hears nothing before a yes."""
    is_need = notice.kind is NoticeKind.NEED
    kind = NoticeKind.OFFER if is_need else NoticeKind.NEED
    found = await scene.work.notices.sharing(kind, words_of_notice(notice), scene.now, COMPARED)
    met = {one.notice for one in paired} | {one.other for one in paired}
    others = {one.id: one for one in found if one.id not in met and _is_older(one, notice)}
    said = [_said(one) for one in others.values()]
    mine = _said(notice)
    order = ranked(mine, said, is_need, weights([mine, *said]))
    return [others[NoticeId(name)] for name, _fitness in order]


def _is_older(one: Notice, than: Notice) -> bool:
    return one.person != than.person and one.created <= than.created


def _said(notice: Notice) -> Said:
    pack = pack_for(notice.topics, notice.what)
    serves = passed_to(pack, notice.what) if notice.kind is NoticeKind.NEED else ()
    words = words_of(notice.what, notice.topics)
    return Said(notice.id, words, notice.place, pack.key, frozenset(one.key for one in serves))


async def _may_be_asked(scene: Scene, notice: Notice, other: Notice) -> bool:
    """Say whether the one who said it may be asked now: free, not weary, willing to hear of it, and not apart."""
    await scene.work.people.hold(other.person)
    pairings = scene.work.pairings
    if await pairings.is_being_asked(other.person) or await pairings.waiting_for(other.person):
        return False
    if len(await pairings.asks_since(other.person, scene.now - WEEK)) >= ASKS_A_WEEK:
        return False
    return await may_meet(scene, notice, other.person) and await may_meet(scene, other, notice.person)


async def may_meet(scene: Scene, notice: Notice, person: PersonId) -> bool:
    """Say whether someone may hear of a notice: not their own group's, not blocked, not of a topic they never want."""
    group = await scene.work.groups.get(notice.group) if notice.group else None
    people = group.people if group else (notice.person,)
    if person in people or await are_apart(scene, people, (person,), notice.group):
        return False
    keys = keys_of_thing(notice.topics, notice.what)
    return not any(keys_of_topic(never) & keys for never in await scene.work.blocks.nevers((person,)))
