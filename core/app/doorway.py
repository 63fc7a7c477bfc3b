"""What is a door of the house, and how are the doors of several packages joined?"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.app.queue import Timer

if TYPE_CHECKING:
    from core.app.turn import Data, Scene, Turn, Values


@dataclass(frozen=True, slots=True)
class Doors:
    """Which use case a command, a tap, an answer or a timer leads to.

    Attributes:
        commands: By name in the catalogue.
        actions: By `Choice.action`.
        answers: By `Draft.kind`.
        timers: By `Timer.kind`.
    """

    commands: Mapping[str, "Callable[[Turn, Values], Awaitable[None]]"]
    actions: Mapping[str, "Callable[[Turn, Data], Awaitable[None]]"]
    answers: Mapping[str, "Callable[[Turn, Data, str], Awaitable[None]]"]
    timers: Mapping[str, "Callable[[Scene, Timer], Awaitable[None]]"]


def together(*parts: Doors) -> Doors:
    """Join the doors of several packages into those of the house.

    Raises:
        ValueError: Two packages claim the same name.
    """
    whole = Doors({}, {}, {}, {})
    for part in parts:
        shared = (
            whole.commands.keys() & part.commands.keys()
            | whole.actions.keys() & part.actions.keys()
            | whole.answers.keys() & part.answers.keys()
            | whole.timers.keys() & part.timers.keys()
        )
        if shared:
            raise ValueError(f"two doors of one name: {sorted(shared)}")
        whole = Doors(
            {**whole.commands, **part.commands},
            {**whole.actions, **part.actions},
            {**whole.answers, **part.answers},
            {**whole.timers, **part.timers},
        )
    return whole
