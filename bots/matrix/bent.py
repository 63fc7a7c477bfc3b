"""What if an event is so bent that the library stumbles over it?

Anybody in any room can write any JSON. The library reads a whole answer or none of it: one such event would keep us
from hearing all rooms until it is passed over. So a bent event is one that is passed over, alone.
"""

from typing import Any

import nio


class BentEvent(nio.UnknownBadEvent):
    """An event the library could not read."""


def pass_over_bent_events() -> None:
    """Let the library return what it cannot read as a bad event; a second time changes nothing."""
    for kind in (nio.Event, nio.InviteEvent, nio.ToDeviceEvent, nio.EphemeralEvent, nio.AccountDataEvent):
        reads = kind.parse_event
        if getattr(reads, "passes_over", False):
            continue
        kind.parse_event = _Forgiving(reads)  # type: ignore[method-assign]  # on purpose


class _Forgiving:
    """Stands in for one kind's own reading."""

    passes_over = True

    def __init__(self, reads: Any) -> None:
        self._reads = reads

    def __call__(self, event: Any, *more: Any) -> Any:
        try:
            return self._reads(event, *more)
        except Exception:
            return BentEvent(event if isinstance(event, dict) else {})
