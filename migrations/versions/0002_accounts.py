"""Accounts become one person's, and part again.

Revision: 0002
Follows: 0001
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _to(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "link_codes",
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("typed_by", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("digest") <= 64', name=op.f("ck_link_codes_digest_length")),
        _to("link_codes", "account", "accounts"),
        _to("link_codes", "typed_by", "accounts"),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_link_codes")),
    )
    op.create_index(op.f("ix_link_codes_digest"), "link_codes", ["digest"])
    op.create_index(op.f("ix_link_codes_typed_by"), "link_codes", ["typed_by"])
    op.create_table(
        "link_tries",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _to("link_tries", "account", "accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_tries")),
    )
    op.create_index(op.f("ix_link_tries_account_at"), "link_tries", ["account", "at"])
    op.create_table(
        "joinings",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("stays", sa.String(length=40), nullable=False),
        sa.Column("goes", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        _to("joinings", "stays", "people"),
        _to("joinings", "goes", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joinings")),
    )
    op.create_index(op.f("ix_joinings_stays"), "joinings", ["stays"])
    op.create_index(op.f("ix_joinings_goes"), "joinings", ["goes"])


def downgrade() -> None:
    """Take it back."""
    for table in ("joinings", "link_tries", "link_codes"):
        op.drop_table(table)
