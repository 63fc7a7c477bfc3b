"""How does a deed remember which message it answers, and which file or picture it brings along?

All of it lies in the deed's data and are forgotten with it once it is done: no file is ever kept here,
only its handle; no picture, only what is to be drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.drawing.picture import Look, Picture
from core.groups.neighbours import Around, Nameless, Neighbour, Tie
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


def drawing(picture: Picture) -> dict[str, str | list[str]]:
    """Remember to bring along a picture of the groups around one, which is drawn on the way out."""
    around = picture.around
    return {
        "drawn": [picture.look, around.name, str(around.more)],
        "drawn-known": [word for one in around.known for word in (one.name, " ".join(one.ties))],
        "drawn-nameless": [word for one in around.nameless for word in (one.topic, str(one.count))],
    }


def drawn_with(data: Data) -> Picture | None:
    """Return the picture a deed brings along, if any."""
    match data.get("drawn"):
        case [look, name, more]:
            known = tuple(
                Neighbour(one, tuple(map(Tie, ties.split()))) for one, ties in _pairs(data.get("drawn-known", ()))
            )
            nameless = tuple(Nameless(one, int(count)) for one, count in _pairs(data.get("drawn-nameless", ())))
            return Picture(Around(name, known, nameless, int(more)), Look(look))
    return None


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)
