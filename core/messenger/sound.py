"""Is an event what it says it is, whatever a messenger's library made of what came over the wire?

Libraries hand on what was sent without checking it. What cannot be kept in any database, half a letter or a NUL, is
replaced in words; an event whose names cannot be kept, or that holds something else than its type says, is none.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from core.messenger.events import Incoming

LONGEST_NAME = 500
"""Characters of a messenger's own id; the longest real ones have 255 (Matrix)."""

_NAMES = frozenset({"id", "key", "messenger", "parent"})
_Value = TypeVar("_Value")


class Unsound(ValueError):
    """Something in an event is not what its type says."""


def sound(incoming: Incoming) -> Incoming:
    """Return the event as it can be read and kept.

    Raises:
        Unsound: It cannot; the message names the field, never what stood in it.
    """
    return _whole(incoming)


def _whole(value: _Value) -> _Value:
    """Return a value with all its fields sound; the same one where nothing had to change."""
    changed = {}
    for name, is_words in _fields(type(value)):
        found = getattr(value, name)
        kept = _words(name, found) if is_words else _anything(name, found)
        if kept is not found:
            changed[name] = kept
    return replace(value, **changed) if changed else value  # type: ignore[type-var]  # any dataclass


def _anything(name: str, found: Any) -> Any:
    match found:
        case str() if not isinstance(found, Enum):
            return _words(name, found)
        case tuple():
            kept = tuple(_anything(name, one) for one in found)
            return kept if any(one is not old for one, old in zip(kept, found, strict=True)) else found
        case Mapping():
            return {_words(name, key): _anything(name, one) for key, one in found.items()}
        case None | bool() | int() | float() | Enum() | datetime():
            return found
    if is_dataclass(found) and not isinstance(found, type):
        return _whole(found)
    raise Unsound(name)


def _words(name: str, found: object) -> str:
    if not isinstance(found, str):
        raise Unsound(name)
    if found.isascii() and "\0" not in found:
        kept = found
    else:
        kept = found.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    if name in _NAMES and (kept != found or len(found) > LONGEST_NAME):
        raise Unsound(name)
    return kept if kept != found else found


def _fields(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """List a value's fields, and which hold nothing but words."""
    name = kind.__qualname__
    if name not in _KNOWN:
        hints = {one: getattr(hint, "__supertype__", hint) for one, hint in get_type_hints(kind).items()}
        _KNOWN[name] = tuple((one.name, hints[one.name] is str) for one in fields(kind))
    return _KNOWN[name]


_KNOWN: dict[str, tuple[tuple[str, bool], ...]] = {}
