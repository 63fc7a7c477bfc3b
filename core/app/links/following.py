"""How do edits, deletions and reactions follow what crossed?"""

from dataclasses import replace

from core.app.links.carrying import carry_deletion, carry_edit
from core.app.links.copies import say_under
from core.app.links.kept import KeptShare, group_of
from core.app.links.words import said_on
from core.app.rows import Account
from core.app.turn import Turn
from core.exchange.parties import Party
from core.exchange.relay import reacted as told
from core.exchange.sharing import Reacted, Reactions, Share
from core.exchange.sizes import NAME, SYMBOLS, WORDS
from core.ids import MessengerName, ShareId
from core.messenger import events
from core.messenger.fit import cut
from core.wording import text

MOST_MARKS = 40


async def edited(turn: Turn, edit: events.Edited) -> None:
    """Let the copies read as the message reads now."""
    for kept in await turn.work.shares.of_message(turn.chat.id, edit.message.id):
        if kept.author == turn.account.id and edit.text.strip():
            await let_follow(turn, kept, turn.account, turn.chat.messenger, edit.text)


async def let_follow(turn: Turn, kept: KeptShare, author: Account, messenger: MessengerName, words: str) -> None:
    """Let the copies of one share read as its message reads now; nothing follows what was taken back."""
    link = await turn.work.links.get(kept.link)
    group_id = group_of(kept.side)
    group = await turn.work.groups.get(group_id) if group_id else None
    if link is None or group is None or kept.deleted:
        return
    where = await said_on(turn, link, group, messenger)
    now_reads = Share(kept.id, author.ref.name[:NAME], group.name[:NAME], where, cut(words, WORDS))
    await carry_edit(turn, link, kept, now_reads)


async def deleted(turn: Turn, deletion: events.Deleted) -> None:
    """Take the copies away, and forget the words if they still wait."""
    for kept in await turn.work.shares.of_message(turn.chat.id, deletion.message.id):
        link = await turn.work.links.get(kept.link)
        if link is None or kept.deleted:
            continue
        await turn.work.shares.put(replace(kept, deleted=True, held=None))
        await carry_deletion(turn, link, kept)


async def reacted(turn: Turn, reaction: events.Reacted) -> None:
    """Tell, under the message that was shared, how the other side reacted: how many, never who."""
    share = await turn.work.shares.copied_in(turn.chat.id, reaction.message.id)
    kept = await turn.work.shares.get(share) if share else None
    link = await turn.work.links.get(kept.link) if kept else None
    if kept is None or link is None or kept.deleted or link.is_closed:
        return
    sides = [await _is_member(turn, side) for side in link.here if side != kept.side]
    if not any(sides) or kept.side not in link.here:
        return
    if await turn.work.shares.react(kept.id, turn.person.id, reaction.symbol[:MOST_MARKS], reaction.given):
        await _tell(turn, kept, kept.id)


async def _tell(turn: Turn, kept: KeptShare, share: ShareId) -> None:
    counted = await turn.work.shares.reactions(share)
    summary = told(Reactions(share, tuple(Reacted(symbol, count) for symbol, count in counted[:SYMBOLS])))
    await say_under(turn, kept, f"reactions:{share}", summary or text("link-no-reactions"))


async def _is_member(turn: Turn, side: Party) -> bool:
    group_id = group_of(side)
    group = await turn.work.groups.get(group_id) if group_id else None
    return group is not None and group.member(turn.person.id) is not None
