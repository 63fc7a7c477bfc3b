"""How does delivery stand on a table of its own, with nothing around it but memory?"""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from core.app.outbox import Leased
from core.bell import Bell
from core.clock import VirtualClock
from core.delivery.outbox import Delivery, Habits
from core.ids import MessengerName
from core.tally import Uncounted
from tests.delivery.fakes import Recorder
from tests.delivery.shelf import ROOM, Hearer, Shelf, a_sending, at_once, handed_out
from tests.storage.samples import HERE, NOW


class Count(Uncounted):
    """Remembers what was counted."""

    def __init__(self) -> None:
        self.counted: list[tuple[str, str, str]] = []

    def delivered(self, messenger: MessengerName, deed: str, outcome: str) -> None:
        """Remember it."""
        self.counted.append((messenger, deed, outcome))


class Scene:
    """Delivery with all around it in memory, on a clock that stands still."""

    def __init__(
        self,
        *waiting: Leased,
        messengers: Mapping[MessengerName, Recorder] | None = None,
        clock: VirtualClock | None = None,
        **habits: object,
    ) -> None:
        self.messenger, self.shelf, self.count = Recorder(), Shelf(list(waiting)), Count()
        self.clock, self.bell = clock or VirtualClock(NOW), Bell()
        values = {"limits": {}, "chance": Random(1), "tally": self.count} | habits
        self.delivery = Delivery(
            self.shelf,
            messengers or {HERE: self.messenger},
            Hearer(self.shelf.calls),
            self.clock,
            self.bell,
            habits=Habits("house", **values),  # type: ignore[arg-type]  # fields by name
        )

    def fails(self, error: Exception) -> None:
        """Let the messenger fail whatever it is asked."""

        def trouble(_asked: object) -> None:
            raise error

        self.messenger.trouble = trouble

    def drain(self) -> int:
        """Deliver what may go now."""
        return at_once(self.delivery.drain())


def many(count: int) -> list[Leased]:
    """Hand out deeds for as many chats."""
    return [handed_out(a_sending(name=f"s{n}"), replace(ROOM, id=f"room{n}")) for n in range(count)]
