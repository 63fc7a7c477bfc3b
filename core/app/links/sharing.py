"""How does something begin to cross: by /share as an answer to it, or by being said in the link's own place?"""

from dataclasses import dataclass

from core.app.links.carrying import carry_share
from core.app.links.copies import file_of
from core.app.links.kept import KeptShare, group_of, party_of
from core.app.links.words import others_on, said_on
from core.app.rows import Account
from core.app.turn import Turn, Values
from core.errors import Refused
from core.exchange.links import Link
from core.exchange.relay import is_relayed
from core.exchange.sharing import Share
from core.exchange.sizes import FILES, NAME, WORDS
from core.groups.group import Group
from core.ids import ShareId, new_id
from core.messenger.events import Attached, MessageRef, Quoted, Said
from core.messenger.fit import cut
from core.messenger.messages import say
from core.wording import text


@dataclass(frozen=True, slots=True)
class Written:
    """What is to cross, as it was written.

    Attributes:
        author: Whose words they are.
        answers: The message they answer, if any.
    """

    message: MessageRef
    author: Account
    words: str
    files: tuple[Attached, ...]
    answers: MessageRef | None = None


async def share(turn: Turn, values: Values) -> None:
    """Let the answered message cross to the linked group, or to the one that is named."""
    said = turn.said
    if said is None or said.reply_to is None or said.quoted is None:
        raise Refused(text("refused-share-nothing"))
    author = await _author(turn, said.quoted)
    link, others = await _link(turn, str(values.get("with", "")))
    if await _is_across(turn, link, said.reply_to):
        raise Refused(text("refused-share-twice"))
    names = tuple(group.name for group in others)
    written = Written(said.reply_to, author, said.quoted.text, said.quoted.files, said.quoted.reply_to)
    heard = await _carry(turn, turn.here, link, written)
    await turn.answer(say(text("link-shared", names=names) if heard else text("link-rests", names=names)))


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
    if is_relayed(said.text) or not (said.text.strip() or said.files) or await _is_across(turn, link, said.message):
        return True
    await _carry(turn, group, link, Written(said.message, turn.account, said.text, said.files, said.reply_to))
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
    names = tuple(group.name for group in await others_on(turn, link, ours))
    written = Written(said.message, turn.account, said.text, said.files, said.reply_to)
    heard = await _carry(turn, ours, link, written)
    await turn.answer(say(text("link-shared", names=names) if heard else text("link-rests", names=names)))
    return True


async def answered_share(turn: Turn, link: Link, answered: MessageRef | None) -> ShareId | None:
    """Find which share of this link a message answers: one of ours that crossed, or a copy of one of theirs."""
    if answered is None:
        return None
    for kept in await turn.work.shares.of_message(turn.chat.id, answered.id):
        if kept.link == link.id:
            return kept.id
    copied = await turn.work.shares.copied_in(turn.chat.id, answered.id)
    kept_copy = await turn.work.shares.get(copied) if copied else None
    return kept_copy.id if kept_copy is not None and kept_copy.link == link.id else None


async def _carry(turn: Turn, group: Group, link: Link, written: Written) -> bool:
    side, shares = party_of(group), turn.work.shares
    number = await shares.last_number(link.id, side) + 1
    share = ShareId(new_id())
    kept = KeptShare(
        share, link.id, side, turn.person.id, written.author.id, turn.chat.id, written.message.id, number, turn.now
    )
    shown = Share(
        share,
        written.author.ref.name[:NAME],
        group.name[:NAME],
        await said_on(turn, link, group, turn.chat.messenger),
        cut(written.words, WORDS),
        await answered_share(turn, link, written.answers),
        tuple(file_of(turn.chat.messenger, file) for file in written.files[:FILES]),
    )
    return await carry_share(turn, link, kept, shown)


async def _author(turn: Turn, quoted: Quoted) -> Account:
    """Return the member who wrote the message; what others or bots wrote does not cross.

    Raises:
        Refused: No member of the group wrote it, or it came over a link itself.
    """
    account = await turn.work.people.find_account(quoted.author) if quoted.author else None
    if account is None or turn.here.member(account.person) is None or is_relayed(quoted.text):
        raise Refused(text("refused-share-not-ours"))
    if not quoted.text.strip() and not quoted.files:
        raise Refused(text("refused-share-nothing"))
    return account


async def _link(turn: Turn, wanted: str) -> tuple[Link, tuple[Group, ...]]:
    found = [(link, await others_on(turn, link, turn.here)) for link in await turn.work.links.of(party_of(turn.here))]
    if not found:
        raise Refused(text("refused-no-link"))
    here = await turn.work.links.of_place(turn.chat.id)
    named = [
        one
        for one in found
        if (wanted and any(wanted.casefold() in group.name.casefold() for group in one[1]))
        or (not wanted and here is not None and one[0].id == here[0])
    ]
    if len(named) == 1:
        return named[0]
    if len(found) == 1 and not wanted:
        return found[0]
    names = tuple(dict.fromkeys(group.name for _link, groups in named or found for group in groups))
    raise Refused(text("refused-which-link", names=names, example=names[0]))


async def _is_across(turn: Turn, link: Link, message: MessageRef) -> bool:
    return any(kept.link == link.id for kept in await turn.work.shares.of_message(turn.chat.id, message.id))
