"""Where do links lie, with their ends?"""

from sqlalchemy import Column, Index, Integer

from core.exchange.stages import SideStage
from core.storage.tables.base import table
from core.storage.types import Json, Word, key

links = table("links", key("id", primary=True), Column("widening", Json, nullable=False))

link_sides = table(
    "link_sides",
    key("link", "links.id", primary=True),
    Column("place", Integer, primary_key=True),
    key("group", "groups.id"),
    Column("stage", Word(SideStage), nullable=False),
    Column("heard", Json, nullable=False),
    Index(None, "group"),
)
