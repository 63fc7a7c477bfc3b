"""Who lives in a new local world, and where do they meet?"""

import tomllib
from pathlib import Path

from pydantic import BaseModel

from bots.local.happened import ChatMade, Happened, PersonCame

_FILE = Path(__file__).parent / "beginning.toml"


class _Person(BaseModel):
    id: str
    name: str
    language: str = "en"


class _Room(BaseModel):
    id: str
    title: str
    members: tuple[str, ...]


class _Beginning(BaseModel):
    people: tuple[_Person, ...]
    rooms: tuple[_Room, ...]


def beginning() -> list[Happened]:
    """List what has happened in a new world: people came, then made rooms; from `beginning.toml`."""
    read = _Beginning.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))
    people = [PersonCame(one.id, one.name, one.language) for one in read.people]
    return [*people, *(ChatMade(one.id, one.title, one.members) for one in read.rooms)]
