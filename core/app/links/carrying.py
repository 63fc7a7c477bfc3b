"""How does something said on a link reach the others: once, in order, and never through a closed or resting end?"""

from collections.abc import Iterable
from dataclasses import replace

from core.app.links.copies import Where, change, everywhere, places_of, show, take_away, tell
from core.app.links.kept import KeptShare, group_of, share_subject
from core.app.queue import Timer
from core.app.turn import Scene
from core.exchange.flood import WINDOW, as_it_stands, digest_text, gather, is_flooding
from core.exchange.links import Arrival, Link, arrive, next_number
from core.exchange.parties import Party
from core.exchange.said import Said
from core.exchange.shares import crossing, may_cross
from core.exchange.sharing import Delete, Edit, Share
from core.exchange.stages import SideStage
from core.ids import LinkId, SaidId, new_id

DIGEST = "link.digest"

Crossing = Share | Edit | Delete


async def carry_share(scene: Scene, link: Link, kept: KeptShare, share: Share) -> bool:
    """Carry a share to all sides that listen, or keep it for the digest while its side floods.

    Returns:
        Whether anybody hears it, now or with the digest.
    """
    if not link.receivers(kept.side) or not may_cross(share, link.id):
        return False
    shares = scene.work.shares
    waiting = await shares.held(link.id, kept.side)
    carried = await shares.carried(link.id, kept.side, scene.now - WINDOW)
    if waiting or is_flooding(carried, scene.now):
        await shares.put(replace(kept, held=share))
        if await scene.work.queue.timer(DIGEST, _flood(link, kept.side)) is None:
            await scene.wake_in(DIGEST, _flood(link, kept.side), WINDOW)
        return True
    await shares.put(kept)
    await _carry(scene, link, kept.side, link.receivers(kept.side), crossing(share, link.id))
    return True


async def carry_edit(scene: Scene, link: Link, kept: KeptShare, now_reads: Share) -> None:
    """Let the copies follow an edit; what still waits for the digest simply reads differently then."""
    if kept.held is not None:
        await scene.work.shares.put(replace(kept, held=now_reads))
        return
    for receiver in link.receivers(kept.side):
        link, arrival = arrive(link, _said(scene, link, kept.side, receiver, Edit(kept.id, now_reads.words)))
        if arrival is Arrival.CARRIED:
            for where in await _everywhere(scene, link, receiver):
                await change(scene, where, now_reads)
    await scene.work.links.put(link)


async def carry_deletion(scene: Scene, link: Link, kept: KeptShare) -> None:
    """Take a share away on all sides, resting ones too: nobody must wait to take something back."""
    others = [side for side in link.here if side != kept.side]
    for receiver in others if kept.side in link.here else ():
        link, _arrival = arrive(link, _said(scene, link, kept.side, receiver, Delete(kept.id)))
    await scene.work.links.put(link)
    await take_away(scene, kept)


async def tell_digest(scene: Scene, timer: Timer) -> None:
    """Tell what gathered while a side flooded."""
    link_id, _, side_id = timer.subject.partition("|")
    link = await scene.work.links.get(LinkId(link_id))
    side = next((one for one in link.sides if one.id == side_id), None) if link else None
    if link is not None and side is not None:
        await _tell_waiting(scene, link, side)


async def tell_all_waiting(scene: Scene, link: Link) -> None:
    """Tell at once what gathered on a link: whoever joins it now reads only what is said from now on."""
    for side in link.here:
        known = await scene.work.links.get(link.id)
        await _tell_waiting(scene, known or link, side)
        await scene.work.queue.let_sleep(DIGEST, _flood(link, side))


async def _tell_waiting(scene: Scene, link: Link, side: Party) -> None:
    """Tell the first few in full and the rest in one line; then forget the words."""
    held = await scene.work.shares.held(link.id, side)
    digest = gather(as_it_stands([one.held for one in held if one.held is not None]))
    for one in held:
        await scene.work.shares.put(replace(one, held=None, at=scene.now))
    for share in digest.first:
        link = await _carry(scene, link, side, link.receivers(side), crossing(share, link.id))
    if digest.count > len(digest.first):
        for receiver in link.receivers(side):
            for where in await _places(scene, link, receiver):
                await tell(scene, where, digest_text(digest))


async def forget_waiting(scene: Scene, link: Link) -> None:
    """Forget the words that wait for a digest, and take back what has not left, where it may not cross any more."""
    for side in link.sides:
        for kept in await scene.work.shares.held(link.id, side) if not link.receivers(side) else ():
            await scene.work.shares.put(replace(kept, held=None))
        if not link.receivers(side):
            await scene.work.queue.let_sleep(DIGEST, _flood(link, side))
    closed = [side for side, stage in link.sides.items() if stage is not SideStage.OPEN]
    lanes = {where.lane for side in closed for where in await _everywhere(scene, link, side)}
    for share in await scene.work.shares.unsent(link.id):
        kept_share = await scene.work.shares.get(share)
        still = kept_share is not None and bool(link.receivers(kept_share.side))
        for about in (share_subject(share), f"{share_subject(share)}/files"):
            await scene.work.queue.take_back(about, scene.now, lanes if still else None)


async def _carry(scene: Scene, link: Link, side: Party, receivers: Iterable[Party], share: Share) -> Link:
    """Say a share to each receiver; only what arrives as the next in order is shown."""
    answered = await scene.work.shares.get(share.reply_to) if share.reply_to else None
    for receiver in receivers:
        link, arrival = arrive(link, _said(scene, link, side, receiver, share))
        if arrival is Arrival.CARRIED:
            for where in await _places(scene, link, receiver):
                await show(scene, where, share, answered)
    await scene.work.links.put(link)
    return link


def _said(scene: Scene, link: Link, sender: Party, receiver: Party, body: Crossing) -> Said:
    number = next_number(link, sender, receiver)
    return Said(SaidId(new_id()), sender, receiver, link.id, number, scene.now, body)


async def _places(scene: Scene, link: Link, receiver: Party) -> list[Where]:
    group_id = group_of(receiver)
    group = await scene.work.groups.get(group_id) if group_id else None
    return await places_of(scene, link, group) if group else []


async def _everywhere(scene: Scene, link: Link, receiver: Party) -> list[Where]:
    group_id = group_of(receiver)
    group = await scene.work.groups.get(group_id) if group_id else None
    return await everywhere(scene, link, group) if group else []


def _flood(link: Link, side: Party) -> str:
    return f"{link.id}|{side.id}"
