"""How does someone let a message cross by answering it with /share, also where it is not clear to which group?

While they are asked, what they meant lies in a row of its own for an hour at most; then it is gone.
"""

from pydantic import TypeAdapter

from core.app.links.following import let_follow
from core.app.links.kept import group_of, party_of
from core.app.links.sharing import Written, carry_and_say, is_across
from core.app.links.words import others_on
from core.app.questions import ask, awaited, forget
from core.app.turn import Data, Turn, Values
from core.errors import Refused
from core.exchange.links import Link
from core.exchange.relay import is_relayed
from core.exchange.sizes import FILES, WORDS
from core.groups.group import Group
from core.ids import AccountId, ChatId
from core.messenger.events import Attached
from core.messenger.fit import cut
from core.messenger.messages import Choice, say
from core.wording import text

WAITS = "link.share-to"
_FILES = TypeAdapter(tuple[Attached, ...])

Way = tuple[Group, Link, str]
"""For which group of ours, over which link, and what the others on it are called."""


async def share(turn: Turn, values: Values) -> None:
    """Let the answered message cross to the linked group, or to the one that is named."""
    written = await _answered(turn)
    ways = await _ways(turn, written)
    fitting = _called(ways, str(values.get("with", "")))
    if len(fitting) == 1:
        await _carry(turn, fitting[0], written)
        return
    choices = tuple(
        Choice(WAITS, text("own-words", words=name), {"group": ours.id, "link": link.id})
        for ours, link, name in fitting or ways
    )
    await ask(turn, WAITS, _kept(written), say(text("ask-share-with"), choices=choices), private=True)


async def share_to(turn: Turn, data: Data) -> None:
    """Go on with the message that waits, once they chose."""
    written = await _waiting(turn)
    chosen = [one for one in await _ways(turn, written) if (one[0].id, one[1].id) == (data["group"], data["link"])]
    if not chosen:
        raise Refused(text("refused-link-closed"))
    await forget(turn)
    await _carry(turn, chosen[0], written)


async def name_told(turn: Turn, data: Data, words: str) -> None:
    """Go on with the message that waited, once they wrote a name."""
    written = await _unkept(turn, data)
    ways = await _ways(turn, written)
    fitting = _called(ways, words)
    if len(fitting) != 1:
        names = tuple(name for _ours, _link, name in ways)
        raise Refused(text("refused-which-link", names=names, example=names[0]))
    await _carry(turn, fitting[0], written)


async def _carry(turn: Turn, way: Way, written: Written) -> None:
    ours, link, _name = way
    turn.group = ours
    known = await is_across(turn, link, written)
    if known is None:
        await carry_and_say(turn, ours, link, written)
        return
    if turn.node.capabilities(written.chat.ref).hears_edits or known.author != written.author.id:
        raise Refused(text("refused-share-twice"))
    # Where no edit is heard, sharing once more is how the copy learns of it.
    await let_follow(turn, known, written.author, written.chat.messenger, written.words)
    await turn.answer(say(text("link-shared-anew")))


async def _answered(turn: Turn) -> Written:
    """Return what the command answers.

    Raises:
        Refused: It answers nothing; or something no member wrote, or that came over a link itself.
    """
    said = turn.said
    if said is None or said.reply_to is None or said.quoted is None:
        raise Refused(text("refused-share-nothing"))
    quoted = said.quoted
    author = await turn.work.people.find_account(quoted.author) if quoted.author else None
    if author is None or is_relayed(quoted.text):
        raise Refused(text("refused-share-not-ours"))
    if not quoted.text.strip() and not quoted.files:
        raise Refused(text("refused-share-nothing"))
    answers = quoted.reply_to.id if quoted.reply_to else ""
    return Written(turn.chat, said.reply_to.id, author, quoted.text, quoted.files, answers)


async def _ways(turn: Turn, written: Written) -> list[Way]:
    """List over which links this person may let the message cross from where it was written.

    Raises:
        Refused: They, or whoever wrote it, are in no group that could, or that group has no link.
    """
    mine = await turn.work.groups.of_person(turn.person.id)
    if not mine:
        raise Refused(text("refused-no-group"))
    place = await turn.work.links.of_place(written.chat.id)
    here = group_of(place[1]) if place else written.chat.group
    could = [group for group in mine if here is None or group.id == here]
    if not could:
        raise Refused(text("refused-not-member"))
    could = [group for group in could if group.member(written.author.person) is not None]
    if not could:
        raise Refused(text("refused-share-not-ours"))
    links = [(group, link) for group in could for link in await turn.work.links.of(party_of(group))]
    found = [(group, link) for group, link in links if place is None or link.id == place[0]]
    if not found:
        raise Refused(text("refused-no-link"))
    # Two lines to the very same groups are one to people: an open one is taken, else the older.
    found.sort(key=lambda one: not one[1].receivers(party_of(one[0])))
    ways = {(group.id, frozenset(link.here)): (group, link) for group, link in reversed(found)}
    return [
        (group, link, " · ".join(other.name for other in await others_on(turn, link, group)))
        for group, link in reversed(ways.values())
    ]


def _called(ways: list[Way], name: str) -> list[Way]:
    """List the ways that fit a name; exactly that name goes before a part of it. All of them without a name."""
    exact = [one for one in ways if one[2].casefold() == name.strip().casefold()]
    return exact or [one for one in ways if name.strip().casefold() in one[2].casefold()]


async def _waiting(turn: Turn) -> Written:
    draft = await awaited(turn)
    if draft is None or draft.kind != WAITS:
        raise Refused(text("refused-gone"))
    return await _unkept(turn, draft.data)


def _kept(written: Written) -> dict[str, str]:
    return {
        "chat": written.chat.id,
        "message": written.message,
        "author": written.author.id,
        "words": cut(written.words, WORDS),
        "files": _FILES.dump_json(written.files[:FILES]).decode(),
        "answers": written.answers,
    }


async def _unkept(turn: Turn, data: Data) -> Written:
    return Written(
        await turn.work.people.chat_by_id(ChatId(data["chat"])),
        data["message"],
        await turn.work.people.account_by_id(AccountId(data["author"])),
        data["words"],
        _FILES.validate_json(data["files"]),
        data["answers"],
    )
