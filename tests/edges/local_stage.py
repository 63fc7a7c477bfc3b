"""How do people act on the local messenger, as its browser does?"""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence

from bots.local.happened import Flavour
from bots.local.messenger import LocalMessenger
from bots.local.server import answer
from bots.local.state import Person, Spoken
from bots.local.world import NotThere
from core.ids import new_id
from core.messenger.events import ChatRef
from core.messenger.fit import SYMBOLS
from core.messenger.port import Shown
from tests.stage import PRIVATE, Seen, SentFile


class LocalStage:
    """One flavour of the local world, with people on it whose browsers send the page's own JSON."""

    def __init__(self, messenger: LocalMessenger, flavour: Flavour) -> None:
        self.messenger = messenger
        self.flavour = flavour
        self._last: dict[str, object] = {}

    async def room(self, title: str, people: Sequence[str]) -> str:
        """Make a room with these people; who does not live here yet moves in."""
        members = [self._person(name).id for name in people]
        return self.messenger.world.makes_room(title, members).id

    async def says(self, person: str, chat: str, text: str) -> None:
        """Type into the text box; commands with the flavour's own prefix."""
        place = self._place(person, chat)
        prefix = self.messenger.capabilities(self._ref(place)).command_prefix
        typed = prefix + text[1:] if text.startswith("/") else text
        self._wish(wish="say", person=self._person(person).id, chat=place, text=typed)

    async def replies(self, person: str, chat: str, message: str, text: str) -> None:
        """Answer a message."""
        place = self._place(person, chat)
        prefix = self.messenger.capabilities(self._ref(place)).command_prefix
        typed = prefix + text[1:] if text.startswith("/") else text
        self._wish(wish="say", person=self._person(person).id, chat=place, text=typed, reply_to=message)

    async def edits(self, person: str, chat: str, message: str, text: str) -> None:
        """Change a message of one's own."""
        place = self._place(person, chat)
        self._wish(wish="change", person=self._person(person).id, chat=place, message=message, text=text)

    async def removes(self, person: str, chat: str, message: str) -> None:
        """Take a message of one's own away."""
        self._wish(wish="take-away", person=self._person(person).id, chat=self._place(person, chat), message=message)

    async def sends_file(self, person: str, chat: str, text: str, file: SentFile) -> None:
        """Send a picture or file with words under it."""
        data = b64encode(file.content).decode()
        files = [{"name": file.name, "media": file.media, "data": data}]
        self._wish(wish="say", person=self._person(person).id, chat=self._place(person, chat), text=text, files=files)

    async def reacts(self, person: str, chat: str, message: str, symbol: str) -> None:
        """Put a symbol under a message."""
        place = self._place(person, chat)
        self._wish(wish="react", person=self._person(person).id, chat=place, message=message, symbol=symbol)

    async def taps(self, person: str, chat: str, label: str) -> None:
        """Press the button, or the chip under the message."""
        place = self._place(person, chat)
        for spoken in reversed(self.messenger.world.reads(self._person(person).id, place)):
            labels = [option.label for option in spoken.words.options]
            if label in labels:
                self._choose(self._person(person), spoken, labels.index(label))
                return
        raise NotThere(label)

    async def reads(self, person: str, chat: str) -> list[Seen]:
        """Look at the pane."""
        return [_seen(one) for one in self.messenger.world.reads(self._person(person).id, self._place(person, chat))]

    async def chats(self, person: str) -> dict[str, str]:
        """List the person's rooms."""
        return {chat.title: chat.id for chat in self.messenger.world.chats(self._person(person).id) if not chat.private}

    async def remove_bot(self, chat: str) -> None:
        """Let the room's first member throw the bot out."""
        world = self.messenger.world
        world.removes_bot(world.state.chats[chat].members[0], chat)

    async def repeats(self) -> None:
        """Send the newest wish again, as a browser does that saw no answer."""
        self._send(self._last)

    async def slows_down(self) -> None:
        """Do nothing: our own page takes whatever comes."""

    async def pinged(self) -> list[str]:
        """Nobody is ever pinged here: the page has no mentions at all."""
        return []

    def _person(self, name: str) -> Person:
        world = self.messenger.world
        try:
            return world.person(name, self.flavour)
        except NotThere:
            return world.comes(name, self.flavour)

    def _place(self, person: str, chat: str) -> str:
        return self.messenger.world.private_chat(self._person(person).id) if chat == PRIVATE else chat

    def _ref(self, chat: str) -> ChatRef:
        return ChatRef(self.messenger.name, chat)

    def _choose(self, person: Person, spoken: Spoken, place: int) -> None:
        act = {"person": person.id, "chat": spoken.chat, "message": spoken.id}
        match spoken.words.shown:
            case Shown.BUTTONS:
                self._wish(wish="press", option=spoken.words.options[place].key, **act)
            case Shown.REACTIONS:
                self._wish(wish="react", symbol=SYMBOLS[place], **act)
            case Shown.NUMBERS:
                self._wish(wish="say", person=person.id, chat=spoken.chat, text=str(place + 1))

    def _wish(self, **wish: object) -> None:
        self._last = {**wish, "key": new_id()}
        self._send(self._last)

    def _send(self, wish: dict[str, object]) -> None:
        told = answer(self.messenger.world, json.dumps(wish))
        if told.get("why") == "not-there":
            raise NotThere(wish)
        assert "done" in told, told


def _seen(spoken: Spoken) -> Seen:
    text = "\n".join(line.text for line in spoken.words.body)
    labels = tuple(option.label for option in spoken.words.options)
    files = tuple(b64decode(file.data) for file in spoken.words.files)
    return Seen(
        spoken.id,
        text,
        labels,
        from_bot=not spoken.author,
        edited=spoken.edited > 0,
        answers=spoken.reply_to,
        files=files,
    )
