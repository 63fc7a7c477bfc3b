"""How is a payload bent: what a messenger would never send, and what somebody else might?"""

import copy
import random
from collections.abc import Iterator, Sequence
from typing import Any

Payload = dict[str, Any]

JUNK: tuple[Any, ...] = (
    None,
    "",
    " ",
    0,
    -1,
    1.5,
    2**31,
    2**63,
    -(2**63),
    10**30,
    True,
    False,
    [],
    {},
    [None],
    [[]],
    {"": None},
    "x" * 5_000,
    "x" * 600,
    "\x00",
    "null\x00byte",
    "\ud800",
    "lone \udfff tail",
    "\u202egnp.exe",
    "\u200b",
    "@everyone @room",
    "/propose " + "|" * 300,
    "/" + "a" * 33,
    "/help@",
    "/start " + "=" * 100,
    "💥" * 300,
    "e" + "\u0301" * 2_000,
    "{ $count }",
    "%s{}",
    "../../etc/passwd",
    "1e999",
    "NaN",
    "٣",
    "-0",
    "$1",
    "!room:localhost",
    "@lena:localhost",
)

NAMES = ("text", "type", "id", "body", "from", "data", "content", "name")


def places(payload: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Walk every place in a payload."""
    if here:
        yield here
    if isinstance(payload, dict):
        for key in list(payload):
            yield from places(payload[key], (*here, key))
    elif isinstance(payload, list):
        for place in range(len(payload)):
            yield from places(payload[place], (*here, place))


def bend(payload: Payload, others: Sequence[Payload], luck: random.Random) -> Payload:
    """Return a copy with one to four things replaced, taken away, doubled, deepened, or grafted from another one."""
    bent = copy.deepcopy(payload)
    for _ in range(luck.randint(1, 4)):
        spots = list(places(bent))
        if not spots:
            break
        *way, last = luck.choice(spots)
        holder: Any = bent
        for step in way:
            holder = holder[step]
        match luck.randrange(8):
            case 0:
                del holder[last]
            case 1:
                donor = luck.choice(others)
                graft: Any = donor
                for step in luck.choice(list(places(donor))):
                    graft = graft[step]
                holder[last] = copy.deepcopy(graft)
            case 2:
                holder[last] = [holder[last], copy.deepcopy(holder[last])]
            case 3:
                holder[last] = {"deeper": holder[last]}
            case 4 if isinstance(holder, dict):
                holder[luck.choice(NAMES)] = copy.deepcopy(luck.choice(JUNK))
            case 5 if isinstance(holder[last], str):
                at = luck.randint(0, len(holder[last]))
                more = luck.choice([one for one in JUNK if isinstance(one, str)])
                holder[last] = holder[last][:at] + more + holder[last][at:]
            case 6 if isinstance(holder[last], int):
                holder[last] = -holder[last] * luck.choice((1, 10**6, 10**20))
            case _:
                holder[last] = copy.deepcopy(luck.choice(JUNK))
    return bent
