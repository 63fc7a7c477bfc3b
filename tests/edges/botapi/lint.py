"""Does a request, or an update, keep to the Bot API's own schema?"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_WHOLE = re.compile(r"-?\d{1,18}")
_ARRAY = "Array of "
_FREE = {"InputFile", "CallbackGame"}
_UNIONS = {"MaybeInaccessibleMessage": ("Message",)}


@cache
def schema() -> dict[str, Any]:
    """Read the schema once."""
    read: dict[str, Any] = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return read


def request_faults(method: str, given: Mapping[str, str]) -> list[str]:
    """List what is wrong with a request.

    Args:
        method: As in the address.
        given: Form fields, as they came: strings, with JSON inside for everything but strings and numbers.
    """
    known = schema()["methods"].get(method)
    if known is None:
        return [f"{method}: no such method"]
    faults = [f"{method}.{name}: no such parameter" for name in given if name not in known]
    faults += [f"{method}.{name}: is required" for name, (_, needed) in known.items() if needed and name not in given]
    for name, written in given.items():
        if name in known:
            kind = known[name][0]
            faults += value_faults(kind, _decoded(kind, written), f"{method}.{name}")
    return faults


def value_faults(kind: str, value: object, where: str) -> list[str]:
    """List what is wrong with a value of a type, at any depth."""
    if kind.startswith(_ARRAY):
        if not isinstance(value, list):
            return [f"{where}: is no array"]
        inner = kind.removeprefix(_ARRAY)
        return [fault for place, one in enumerate(value) for fault in value_faults(inner, one, f"{where}[{place}]")]
    options = re.split(r", | or | and ", kind)
    if len(options) > 1:
        return _none_fits(options, value, where)
    return _plain(kind, value, where)


def _plain(kind: str, value: object, where: str) -> list[str]:
    match kind:
        case "String":
            fits = isinstance(value, str)
        case "Integer":
            fits = isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            fits = isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean":
            fits = isinstance(value, bool)
        case "True":
            fits = value is True
        case _:
            return _object(kind, value, where)
    return [] if fits else [f"{where}: {value!r} is no {kind}"]


def _object(kind: str, value: object, where: str) -> list[str]:
    if kind in _FREE:
        return []
    if not isinstance(value, dict):
        return [f"{where}: is no {kind}"]
    fields = schema()["types"].get(kind)
    if fields is None:
        return [f"{where}: {kind} is not in our copy of the schema"]
    if not fields and (options := _subtypes(kind)):
        return _none_fits(options, value, where)
    faults = [f"{where}.{name}: {kind} has no such field" for name in value if name not in fields]
    faults += [
        f"{where}.{name}: {kind} requires it" for name, (_, need) in fields.items() if need and name not in value
    ]
    for name in value:
        if name in fields:
            faults += value_faults(fields[name][0], value[name], f"{where}.{name}")
    return faults


def _none_fits(options: list[str], value: object, where: str) -> list[str]:
    found = [value_faults(option, value, where) for option in options]
    return [] if any(not faults for faults in found) else min(found, key=len)


def _subtypes(kind: str) -> list[str]:
    if kind in _UNIONS:
        return list(_UNIONS[kind])
    return [name for name in schema()["types"] if name != kind and name.startswith(kind)]


def _decoded(kind: str, written: str) -> object:
    """Read a form field: what must be a string stays one, the rest is a number, a yes or no, or JSON."""
    options = kind.split(" or ")
    if "Integer" in options and _WHOLE.fullmatch(written):
        return int(written)
    if "String" in options or "InputFile" in options:
        return written
    try:
        return json.loads(written)
    except ValueError:
        return written
