"""How is `schema.json` made from the machine-readable Bot API?

Run by hand when Telegram publishes a new version, with the path of `.butcher/schema/schema.json` from a
source distribution of aiogram (MIT licence, copyright 2017 - present Alex Root Junior):

    python -m tests.edges.botapi.make_schema <schema.json of aiogram>

Names, types and whether they are required are kept; every description is dropped. Of the types, those
that requests can carry and those that our server sends are kept.
"""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "schema.json"
NOTE = (
    "Names and types of Telegram's Bot API, derived by make_schema.py from .butcher/schema/schema.json of aiogram "
    "(MIT licence, copyright (c) 2017 - present Alex Root Junior)."
)
SENT = ("Update", "User", "ChatFullInfo", "ChatInviteLink", "ForumTopic", "WebhookInfo", "BotCommand")
SKIPPED = ("Passport", "Gift", "Story", "Payment", "Invoice", "Sticker", "Giveaway", "Rich", "Star", "Poll")
"""Whole families of fields that our server never sends; left out to keep the file small."""


def compact(whole: dict[str, Any]) -> dict[str, Any]:
    """Derive the small schema: method → parameter → [type, required], type → field → [type, required]."""
    children = [child for group in whole["items"] for child in group["children"]]
    methods = {one["name"]: _fields(one) for one in children if one["category"] == "methods"}
    types = {one["name"]: _fields(one) for one in children if one["category"] == "types"}
    carried = _reached(
        {name for fields in methods.values() for kind, _ in fields.values() for name in _names(kind)}, types
    )
    sent = _reached(set(SENT), {name: _lean(fields) for name, fields in types.items()})
    kept = {name: (types[name] if name in carried else _lean(types[name])) for name in sorted(carried | sent)}
    return {"note": NOTE, "version": whole["api"]["version"], "methods": methods, "types": kept}


def written(schema: dict[str, Any]) -> str:
    """Write the schema with one method or type a line, so that a new version reads well as a difference."""
    tables = [
        f'"{part}": {{\n'
        + ",\n".join(f"{json.dumps(name)}: {json.dumps(fields)}" for name, fields in schema[part].items())
        + "\n}"
        for part in ("methods", "types")
    ]
    head = [f'"{part}": {json.dumps(schema[part])}' for part in ("note", "version")]
    return "{\n" + ",\n".join([*head, *tables]) + "\n}\n"


def _fields(child: dict[str, Any]) -> dict[str, list[object]]:
    return {one["name"]: [one["type"], one["required"]] for one in child["annotations"]}


def _lean(fields: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: field for name, field in fields.items() if not any(family in str(field[0]) for family in SKIPPED)}


def _names(kind: object) -> set[str]:
    words = str(kind).replace("Array of", " ").replace(",", " ").replace(" or ", " ").replace(" and ", " ")
    return set(words.split())


def _reached(start: set[str], types: dict[str, dict[str, list[Any]]]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        name = todo.pop()
        subtypes = [one for one in types if one != name and one.startswith(name)] if types.get(name) == {} else []
        if name in types and name not in seen:
            seen.add(name)
            todo += [*subtypes, *(one for kind, _ in types[name].values() for one in _names(kind))]
    return seen


if __name__ == "__main__":
    made = compact(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    HERE.write_text(written(made), encoding="utf-8")
