"""How does what is said become bytes for another installation, and what do foreign bytes mean?

JSON. Fields unknown to us are passed over, so that a newer side may say more; an unknown version or kind, and what is
too large, too deep or malformed, becomes a `NotUnderstood` to answer with. No input makes this file raise.
"""

import json
import re
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from core.exchange.said import VERSION, Body, NotUnderstood, Said, Why
from core.exchange.sizes import BYTES, DEPTH, ID

_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
# A string without end reaches to the end, else every quote in it would be tried anew.
_BRACKETS = re.compile(rb"[\[\]{}]")
KINDS = frozenset(kind.__dataclass_fields__["kind"].default for kind in get_args(Body))


def write(said: Said) -> bytes:
    """Return the JSON form, UTF-8."""
    return _adapter().dump_json(said)


def read(raw: bytes) -> Said | NotUnderstood:
    """Return what was said, or what to answer when it cannot be read."""
    if len(raw) > BYTES:
        return NotUnderstood(Why.TOO_LARGE)
    if _too_deep(raw):
        return NotUnderstood(Why.TOO_DEEP)
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return NotUnderstood(Why.MALFORMED)
    wrong = _unreadable(found)
    if wrong is not None:
        return wrong
    try:
        return _adapter().validate_json(raw, strict=True)
    except (ValidationError, OverflowError):
        return NotUnderstood(Why.MALFORMED, _id_of(found))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of everything that can be said."""
    described = _adapter().json_schema()
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["$comment"] = f"At most {BYTES} bytes and {DEPTH} levels; unknown fields are passed over."
    return described


def _unreadable(found: object) -> NotUnderstood | None:
    """Say what is wrong with the envelope, before anything inside is looked at."""
    if not isinstance(found, dict):
        return NotUnderstood(Why.MALFORMED)
    if found.get("version", VERSION) != VERSION:
        return NotUnderstood(Why.VERSION, _id_of(found))
    body = found.get("body")
    if isinstance(body, dict) and isinstance(body.get("kind"), str) and body["kind"] not in KINDS:
        return NotUnderstood(Why.KIND, _id_of(found))
    return None


def _id_of(found: dict[str, object]) -> str:
    known = found.get("id")
    return known if isinstance(known, str) and len(known) <= ID and known.isprintable() else ""


def _too_deep(raw: bytes) -> bool:
    """Count brackets outside strings; a parser must not be the first to find out."""
    depth = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub(b"", raw)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEPTH:
            return True
    return False


@cache
def _adapter() -> TypeAdapter[Said]:
    """Build the checker once, at first use: an idle process need not pay for it."""
    return TypeAdapter(Said)
