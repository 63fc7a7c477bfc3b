"""What was logged while the whole suite ran, and does a secret or a word of a person stand in it?

Every record of every library is looked at, as it is finished, trace included. What a process of its own logs is looked
at in the tests that start one.
"""

import logging
import re

SECRETS = (
    "test-token-of-our-own-server",
    "wire.token",
    "syt_",
    "Lenas kitchen",
)
"""Of the messengers' wires in tests; `syt_` begins every access token that Synapse hands out."""

SAID = (
    "We start on Monday",
    "wheelchair ramp",
    "Meet at the library",
    "order sockets",
    "wants our money",
    "plywood cut to size",
    "I bring electronics",
)
"""What people say in many dialogues: none of it is the operator's to read."""

_FOUND = re.compile("|".join(map(re.escape, (*SECRETS, *SAID))))

OURS = ("core", "bots", "asyncio", "sqlalchemy", "discord", "telegram", "nio", "httpx", "aiohttp", "uvicorn", "alembic")
"""What runs in the house; tests' own servers and clients log what they like."""


class Overheard(logging.Handler):
    """Finishes every record as the log would, and keeps where something stood that must not."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        self.leaks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one record."""
        if record.name.partition(".")[0] not in OURS or record.name.startswith(("nio.events", "nio.responses")):
            return
        line = self.format(record)
        if _FOUND.search(line):
            self.leaks.append(line)


def overheard() -> Overheard:
    """Return the one listener of this process, at its place in the log."""
    root = logging.getLogger()
    if _LISTENER not in root.handlers:
        root.addHandler(_LISTENER)
    for ours in ("core", "bots"):
        logging.getLogger(ours).setLevel(logging.INFO)
    return _LISTENER


_LISTENER = Overheard()
