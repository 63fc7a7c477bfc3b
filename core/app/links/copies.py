"""How does a share become messages on the other side, and how are those found again?

All copies of a share are one card, `share:<id>`; its files are another, `share:<id>/files`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.app.carried import Brought, answering_message, answering_post, bringing
from core.app.links.kept import KeptShare, share_subject
from core.app.links.places import place_of
from core.app.queue import Deed, Sending, Urgency
from core.app.rows import Account, Chat
from core.app.turn import Scene
from core.exchange.links import Link
from core.exchange.relay import body, header, left_behind
from core.exchange.shares import sort_files
from core.exchange.sharing import File, Share
from core.exchange.sizes import ID, NAME
from core.exchange.split import split
from core.groups.group import Group
from core.ids import ChatId, MessengerName, PostId, new_id
from core.messenger.capabilities import Capabilities
from core.messenger.events import Attached, ChatKind, ChatRef, FileKind
from core.messenger.messages import Line, Message, Style
from core.wording import Text

ROOM_FOR_HEADER = 300
"""Characters: three names of at most 80 and what stands between them."""
LEAST_ROOM = 200
_UNKNOWN_MEDIA = "application/octet-stream"

Data = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Where:
    """One place where the other side reads along.

    Attributes:
        chat: None while a private chat is not known yet.
        account: Whose private chat it is; None for a room.
    """

    messenger: MessengerName
    chat: ChatId | None
    account: Account | None
    can: Capabilities

    def holds(self, post: Sending) -> bool:
        """Say whether an earlier deed went to this place."""
        return post.account == self.account.id if self.account else post.account is None and post.chat == self.chat

    @property
    def lane(self) -> str:
        """Name the lane in which everything for this place stands in order."""
        return f"chat:{self.chat}" if self.chat else f"account:{self.account.id if self.account else ''}"


async def places_of(scene: Scene, link: Link, group: Group) -> list[Where]:
    """List where a group reads what crosses: its own place for the link, else its homes, else privately."""
    place = await place_of(scene, link, group)
    rooms: Sequence[Chat] = [place] if place else await scene.work.people.homes(group.id)
    found = [_room(scene, room) for room in rooms]
    served = {room.messenger for room in rooms}
    for person in group.people:
        accounts = await scene.work.people.accounts(person)
        if accounts and not served & {account.ref.messenger for account in accounts}:
            found.append(_private(scene, accounts[0]))
    return found


async def everywhere(scene: Scene, link: Link, group: Group) -> list[Where]:
    """List where copies for a group may stand, from before it had the places it has now as well."""
    place = await place_of(scene, link, group)
    homes = await scene.work.people.homes(group.id)
    found = [_room(scene, room) for room in ([place, *homes] if place else homes)]
    for person in group.people:
        found += [_private(scene, account) for account in await scene.work.people.accounts(person)]
    return found


async def show(scene: Scene, where: Where, share: Share, answered: KeptShare | None) -> None:
    """Put a share into the outbox for one place: its words in parts that fit, each with the header, then its files."""
    through, stayed = sort_files(share.files, where.can.file_limit)
    data = await _answering(scene, where, answered)
    for message in messages(share, stayed, where.can):
        await _put(scene, where, message, share_subject(share.share), data)
        data = {}
    for file in through:
        caption = Message((Line(header(share), Style.TITLE),))
        await _put(scene, where, caption, files_subject(share), {**data, **bringing(_brought(file))})
        data = {}


def messages(share: Share, stayed: Sequence[File], can: Capabilities) -> list[Message]:
    """Write a share's words for a chat, in as many messages as they need; none when only files cross."""
    parts = split(share.words, max(can.text_limit - ROOM_FOR_HEADER, LEAST_ROOM))
    written = [_message(share, body(part)) for part in parts if body(part)]
    notes = tuple(Line(one, Style.NOTE) for one in left_behind(stayed))
    if not notes:
        return written
    last = written.pop() if written else _message(share, ())
    return [*written, Message((*last.lines, *notes))]


async def change(scene: Scene, where: Where, share: Share) -> None:
    """Let the copies in one place say what the share says now; where it never stood, nothing appears."""
    known = [one for one in await scene.work.queue.posts(share_subject(share.share)) if where.holds(one)]
    wanted = messages(share, (), where.can) if known else []
    for post, message in zip(known, wanted, strict=False):
        await scene.deed(_after(post, Deed.EDIT, message))
    for message in wanted[len(known) :]:
        await _put(scene, where, message, share_subject(share.share), {})
    for post in known[len(wanted) :]:
        await scene.deed(_after(post, Deed.ERASE, None))


async def take_away(scene: Scene, share: KeptShare) -> None:
    """Take all copies of a share away, wherever they stand."""
    for about in (share_subject(share.id), f"{share_subject(share.id)}/files"):
        for post in await scene.work.queue.posts(about):
            await scene.deed(_after(post, Deed.ERASE, None))


async def tell(scene: Scene, where: Where, words: Text) -> None:
    """Say a line of ours among what crosses, in its order."""
    await _put(scene, where, Message((Line(words, Style.NOTE),)), "", {})


async def say_under(scene: Scene, share: KeptShare, about: str, words: Text) -> None:
    """Say something under the message that was shared, where it was written; said again, it changes in place."""
    message = Message((Line(words, Style.NOTE),))
    if await scene.work.queue.posts(about):
        await scene.refresh(about, message)
        return
    chat = await scene.work.people.chat_by_id(share.chat)
    if not chat.asleep:
        where = Where(chat.messenger, chat.id, None, scene.node.capabilities(chat.ref))
        await _put(scene, where, message, about, answering_message(share.message))


def files_subject(share: Share) -> str:
    """Name the files of a share."""
    return f"{share_subject(share.share)}/files"


def file_of(messenger: MessengerName, file: Attached) -> File:
    """Describe a messenger's file as it crosses; the handle says where its bytes are."""
    name = file.name or file.kind.value
    where = f"{messenger}:{file.handle}"
    # A file whose handle is too long cannot be fetched again: its size counts as unknown, and it is told of.
    size = file.size if len(where) <= ID else 0
    return File(name[:NAME], (file.media or _UNKNOWN_MEDIA)[:NAME], size, "", where if size else "")


def _brought(file: File) -> Brought:
    messenger, _, handle = file.where.partition(":")
    kind = FileKind.PICTURE if file.media.startswith("image/") else FileKind.FILE
    return Brought(MessengerName(messenger), Attached(kind, file.name, file.media, file.size, handle))


def _message(share: Share, words: Sequence[Text]) -> Message:
    return Message((Line(header(share), Style.TITLE), *(Line(one, Style.QUOTE) for one in words)))


async def _answering(scene: Scene, where: Where, answered: KeptShare | None) -> Data:
    """Find what a share answers in a place: a copy we put there, or the message itself where it was written there."""
    if answered is None or answered.deleted:
        return {}
    if answered.chat == where.chat:
        return answering_message(answered.message)
    for about in (share_subject(answered.id), f"{share_subject(answered.id)}/files"):
        for post in await scene.work.queue.posts(about):
            if where.holds(post):
                return answering_post(post.id)
    return {}


async def _put(scene: Scene, where: Where, message: Message, about: str, data: Data) -> None:
    await scene.deed(
        Sending(
            PostId(new_id()),
            Deed.SEND,
            where.lane,
            where.messenger,
            where.chat,
            where.account.id if where.account else None,
            message,
            about=about,
            urgency=Urgency.NEWS,
            data=data,
        )
    )


def _after(post: Sending, deed: Deed, message: Message | None) -> Sending:
    return Sending(
        PostId(new_id()),
        deed,
        post.lane,
        post.messenger,
        post.chat,
        post.account,
        message,
        (),
        post.about,
        edits=post.id,
    )


def _room(scene: Scene, room: Chat) -> Where:
    return Where(room.messenger, room.id, None, scene.node.capabilities(room.ref))


def _private(scene: Scene, account: Account) -> Where:
    messenger = account.ref.messenger
    can = scene.node.capabilities(ChatRef(messenger, account.ref.id, ChatKind.PRIVATE))
    return Where(messenger, account.private, account, can)
