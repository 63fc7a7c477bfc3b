"""How are checked values kept while the next question is asked?"""

import json
from datetime import UTC, datetime

from core.app.turn import Parsed, Values
from core.constitution import Size


def kept(values: Values) -> str:
    """Write values as JSON; each keeps its type."""
    return json.dumps({name: _kept(value) for name, value in values.items()})


def unkept(written: str) -> dict[str, Parsed]:
    """Read what `kept` wrote."""
    return {name: _unkept(kind, value) for name, (kind, value) in json.loads(written).items()}


def _kept(value: Parsed) -> tuple[str, object]:
    match value:
        case Size():
            return "size", [value.fewest, value.most]
        case datetime():
            return "when", value.timestamp()
        case tuple():
            return "list", list(value)
        case _:
            return "plain", value


def _unkept(kind: str, value: object) -> Parsed:
    match kind, value:
        case "size", [int(fewest), int(most)]:
            return Size(fewest, most)
        case "when", float(stamp) | int(stamp):
            return datetime.fromtimestamp(stamp, UTC)
        case "list", list(items):
            return tuple(str(item) for item in items)
        case "plain", str(plain) | bool(plain) | int(plain) | float(plain):
            return plain
    raise ValueError(kind)
