"""How is a table made, and how are its constraints called, so that a migration can name them on any database?"""

from sqlalchemy import CheckConstraint, MetaData, Table
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

MESSENGER = 40
FOREIGN_ID = 500
NAME = 500


def table(name: str, *items: SchemaItem) -> Table:
    """Make a table; words longer than their column allows are refused by both databases."""
    made = Table(name, METADATA, *items)
    for column in made.columns:
        if "most" in column.info:
            quoted = f'length("{column.name}") <= {column.info["most"]}'
            made.append_constraint(CheckConstraint(quoted, name=f"{column.name}_length"))
    return made
