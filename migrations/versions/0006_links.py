"""Links between groups, their places, and what was shared.

Revision: 0006
Follows: 0005
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "links",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("widening", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_table(
        "link_heard",
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["link"], ["links.id"], name=op.f("fk_link_heard_link"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("link", "sender", "receiver", name=op.f("pk_link_heard")),
    )
    op.create_table(
        "link_sides",
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["link"], ["links.id"], name=op.f("fk_link_sides_link"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("link", "party", name=op.f("pk_link_sides")),
    )
    op.create_index(op.f("ix_link_sides_party"), "link_sides", ["party"], unique=False)
    op.create_table(
        "link_places",
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_link_places_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["link"], ["links.id"], name=op.f("fk_link_places_link"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("link", "party", name=op.f("pk_link_places")),
        sa.UniqueConstraint("chat", name=op.f("uq_link_places_chat")),
    )
    op.create_table(
        "shares",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("author", sa.String(length=40), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("held", sa.Text(), nullable=True),
        sa.CheckConstraint('length("message") <= 500', name=op.f("ck_shares_message_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_shares_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["link"], ["links.id"], name=op.f("fk_shares_link"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_shares_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["author"], ["accounts.id"], name=op.f("fk_shares_author"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("link", "chat", "message", name=op.f("uq_shares_link_chat_message")),
    )
    op.create_index(op.f("ix_shares_chat_message"), "shares", ["chat", "message"], unique=False)
    op.create_index(
        "ix_shares_held",
        "shares",
        ["link", "side"],
        unique=False,
        sqlite_where=sa.text("held IS NOT NULL"),
        postgresql_where=sa.text("held IS NOT NULL"),
    )
    op.create_index(op.f("ix_shares_link_side_at"), "shares", ["link", "side", "at"], unique=False)
    op.create_index(op.f("ix_shares_author"), "shares", ["author"], unique=False)
    op.create_index(op.f("ix_shares_person"), "shares", ["person"], unique=False)
    op.create_table(
        "share_reactions",
        sa.Column("share", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.CheckConstraint('length("symbol") <= 40', name=op.f("ck_share_reactions_symbol_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_share_reactions_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["share"], ["shares.id"], name=op.f("fk_share_reactions_share"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("share", "person", "symbol", name=op.f("pk_share_reactions")),
    )
    op.create_index(op.f("ix_share_reactions_person"), "share_reactions", ["person"], unique=False)


def downgrade() -> None:
    """Bring the schema back."""
    for name in ("share_reactions", "shares", "link_places", "link_sides", "link_heard", "links"):
        op.drop_table(name)
