"""How does what is said in the link's own place, or as an answer to a copy, begin to cross by itself?"""

from dataclasses import dataclass

from core.app.links.carrying import carry_share
from core.app.links.copies import file_of
from core.app.links.kept import KeptShare, group_of, party_of
from core.app.links.words import others_on, said_on
from core.app.rows import Account, Chat
from core.app.turn import Turn
from core.exchange.links import Link
from core.exchange.relay import is_relayed
from core.exchange.sharing import Share
from core.exchange.sizes import FILES, NAME, WORDS
from core.groups.group import Group
from core.ids import ShareId, new_id
from core.messenger.events import Attached, MessageRef, Said
from core.messenger.fit import cut
from core.messenger.messages import say
from core.wording import text


@dataclass(frozen=True, slots=True)
class Written:
    """What is to cross, as it was written.

    Attributes:
        chat: Where.
        message: By the messenger's own id there.
        author: Whose words they are.
        answers: The message they answer, likewise; empty when they answer none.
    """

    chat: Chat
    message: str
    author: Account
    words: str
    files: tuple[Attached, ...]
    answers: str = ""


async def said_in_place(turn: Turn, said: Said) -> bool:
    """Let cross what a member says in the link's own place, or in private as an answer; says whether it was that."""
    found = await turn.work.links.of_place(turn.chat.id)
    if found is None:
        return await _answered_alone(turn, said)
    link = await turn.work.links.get(found[0])
    group_id = group_of(found[1])
    group = await turn.work.groups.get(group_id) if group_id else None
    if link is None or group is None or said.message is None or group.member(turn.person.id) is None:
        return True
    written = _said(turn, said, said.message)
    if (
        is_relayed(said.text)
        or not (said.text.strip() or said.files)
        or await is_across(turn, link, written) is not None
    ):
        return True
    await carry_written(turn, group, link, written)
    return True


async def _answered_alone(turn: Turn, said: Said) -> bool:
    """Let an answer to a copy cross where nobody else reads it: in private it can only be meant for the other side."""
    copied = await turn.work.shares.copied_in(turn.chat.id, said.reply_to.id) if said.reply_to else None
    kept = await turn.work.shares.get(copied) if copied else None
    link = await turn.work.links.get(kept.link) if kept else None
    if not turn.chat.is_private or kept is None or link is None or said.message is None or is_relayed(said.text):
        return False
    mine = await turn.work.groups.of_person(turn.person.id)
    ours = next((group for group in mine if party_of(group) in link.here and party_of(group) != kept.side), None)
    if ours is None:
        return False
    await carry_and_say(turn, ours, link, _said(turn, said, said.message))
    return True


async def carry_and_say(turn: Turn, group: Group, link: Link, written: Written) -> None:
    """Let something cross, and say whether it did."""
    names = tuple(other.name for other in await others_on(turn, link, group))
    heard = await carry_written(turn, group, link, written)
    await turn.answer(say(text("link-shared", names=names) if heard else text("link-rests", names=names)))


async def carry_written(turn: Turn, group: Group, link: Link, written: Written) -> bool:
    """Let something cross for a group; says whether anybody hears it."""
    side, shares = party_of(group), turn.work.shares
    number = await shares.last_number(link.id, side) + 1
    share = ShareId(new_id())
    kept = KeptShare(
        share, link.id, side, turn.person.id, written.author.id, written.chat.id, written.message, number, turn.now
    )
    shown = Share(
        share,
        written.author.ref.name[:NAME],
        group.name[:NAME],
        await said_on(turn, link, group, written.chat.messenger),
        cut(written.words, WORDS),
        await _answered_share(turn, link, written),
        tuple(file_of(written.chat.messenger, file) for file in written.files[:FILES]),
    )
    return await carry_share(turn, link, kept, shown)


async def is_across(turn: Turn, link: Link, written: Written) -> KeptShare | None:
    """Return as what a message has crossed a link already; None when it has not."""
    known = await turn.work.shares.of_message(written.chat.id, written.message)
    return next((kept for kept in known if kept.link == link.id), None)


async def _answered_share(turn: Turn, link: Link, written: Written) -> ShareId | None:
    """Find which share of this link a message answers: one of ours that crossed, or a copy of one of theirs."""
    if not written.answers:
        return None
    for kept in await turn.work.shares.of_message(written.chat.id, written.answers):
        if kept.link == link.id:
            return kept.id
    copied = await turn.work.shares.copied_in(written.chat.id, written.answers)
    kept_copy = await turn.work.shares.get(copied) if copied else None
    return kept_copy.id if kept_copy is not None and kept_copy.link == link.id else None


def _said(turn: Turn, said: Said, message: MessageRef) -> Written:
    answers = said.reply_to.id if said.reply_to else ""
    return Written(turn.chat, message.id, turn.account, said.text, said.files, answers)
