"""Who carries messages when a test needs none of them shown: notes each as arrived, and makes every home at once?"""

from datetime import timedelta

from core.app.dispatch import Application
from core.app.outbox import Leased
from core.app.queue import Deed
from core.clock import Clock
from core.ids import ChoiceKey, MessengerName
from core.messenger.events import ChatKind, ChatRef, MessageRef
from core.messenger.port import HomeMade
from core.storage.work import Database
from core.texts.translator import render

AT_ONCE = 500
LEASE = timedelta(minutes=1)


class Courier:
    """Does every deed in the outbox at once.

    Attributes:
        keys: Every choice that was ever shown to anyone, oldest first.
        shown: The same by who alone reads it, by name; empty for a room.
        labels: Every label of a choice that was ever shown, with its key, oldest first.
        languages: In which language each of it is read, with whom it was said to.
        words: Everything that was ever said, with whom it was said to privately, by name; empty for a room.
        standing: Where each message stands, with its words, oldest first.
        in_chats: Every label with its key once more, by the messenger's id of the chat where it was shown.
    """

    def __init__(self, store: Database, application: Application, clock: Clock, messenger: MessengerName) -> None:
        self._store, self._application, self._clock, self._messenger = store, application, clock, messenger
        self.keys: dict[ChoiceKey, None] = {}
        self.shown: dict[str, dict[ChoiceKey, None]] = {}
        self.labels: list[tuple[str, ChoiceKey]] = []
        self.words: list[tuple[str, str]] = []
        self.languages: list[tuple[str, str]] = []
        self.standing: list[tuple[str, MessageRef]] = []
        self.in_chats: list[tuple[str, str, ChoiceKey]] = []

    async def deliver(self) -> None:
        """Empty the outbox, in order."""
        while leased := await self._lease():
            for one in leased:
                self.keys.update(dict.fromkeys(one.sending.keys))
                self.shown.setdefault(_reader(one), {}).update(dict.fromkeys(one.sending.keys))
                if one.sending.message is not None:
                    self.languages.append((_reader(one), one.language))
                    words = "\n".join(render(line.text, "en") for line in one.sending.message.lines)
                    self.words.append((_reader(one), words))
                    labels = [render(choice.label, "en") for choice in one.sending.message.choices]
                    self.labels += zip(labels, one.sending.keys, strict=True)
                    where = one.chat.id if one.chat is not None else ""
                    self.in_chats += [(where, *each) for each in zip(labels, one.sending.keys, strict=True)]
                await self._do(one)

    async def _lease(self) -> list[Leased]:
        now = self._clock.now()
        return list(await self._store.outbox.lease("courier", [self._messenger], now, now + LEASE, AT_ONCE))

    async def _do(self, one: Leased) -> None:
        sending, now = one.sending, self._clock.now()
        if sending.deed is Deed.HOME:
            home = ChatRef(self._messenger, f"home-{sending.data['group']}", title=str(sending.data["title"]))
            await self._application.home_made(sending, HomeMade(home))
        elif sending.deed is Deed.ADMIT:
            await self._application.admitted(sending, "")
        else:
            await self._store.outbox.done(sending.id, await self._arrived(one), now)

    async def _arrived(self, one: Leased) -> MessageRef | None:
        if one.sending.deed is not Deed.SEND:
            return None
        chat = one.chat
        if chat is None:
            assert one.account is not None
            chat = ChatRef(self._messenger, f"private-{one.account.id}", ChatKind.PRIVATE)
            await self._store.outbox.opened(one.sending.id, chat)
        message = MessageRef(chat, f"m-{one.sending.id}")
        if one.sending.message is not None:
            self.standing.append((self.words[-1][1], message))
        return message


def _reader(one: Leased) -> str:
    """Say who alone reads it."""
    if one.account is not None:
        return one.account.name
    return one.chat.title if one.chat is not None and one.chat.kind is ChatKind.PRIVATE else ""
