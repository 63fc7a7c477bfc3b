"""How does a deed remember which message it answers, and which file it brings along?

Both lie in the deed's data and are forgotten with it once it is done: no file is ever kept here, only its handle.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.ids import MessengerName, PostId
from core.messenger.events import Attached, FileKind

Data = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Brought:
    """A file on its way from one messenger to another.

    Attributes:
        messenger: Which one hands out the bytes.
        file: What it is.
    """

    messenger: MessengerName
    file: Attached


def answering_post(post: PostId) -> dict[str, str | list[str]]:
    """Remember to answer an earlier deed's message, whose name may not be known yet."""
    return {"answers": post}


def answering_message(message: str) -> dict[str, str | list[str]]:
    """Remember to answer a message of the same chat that somebody else wrote."""
    return {"answers-message": message}


def bringing(brought: Brought) -> dict[str, str | list[str]]:
    """Remember to bring a file along."""
    file = brought.file
    return {"file": [brought.messenger, file.kind, file.name, file.media, str(file.size), file.handle]}


def brought_with(data: Data) -> Brought | None:
    """Return the file a deed brings along, if any."""
    match data.get("file"):
        case [messenger, kind, name, media, size, handle]:
            return Brought(MessengerName(messenger), Attached(FileKind(kind), name, media, int(size), handle))
    return None
