"""What people declare, seek and are asked.

Revision: 0005
Follows: 0004
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "plans",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("around", sa.Text(), nullable=False),
        sa.Column("taken_until", sa.BigInteger(), nullable=True),
        sa.CheckConstraint('length("id") <= 20', name=op.f("ck_plans_id_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    op.create_table(
        "bars",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("what") <= 80', name=op.f("ck_bars_what_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_bars_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("person", "what", name=op.f("pk_bars")),
    )
    op.create_table(
        "profiles",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("brings", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("hours", sa.String(length=42), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_profiles_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_profiles")),
    )
    op.create_table(
        "seekings",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("vector", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.CheckConstraint('length("topic") <= 500', name=op.f("ck_seekings_topic_length")),
        sa.CheckConstraint('length("vector") <= 20000', name=op.f("ck_seekings_vector_length")),
        sa.CheckConstraint('length("way") <= 20', name=op.f("ck_seekings_way_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_seekings_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_seekings_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_seekings")),
    )
    with op.batch_alter_table("seekings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seekings_since"), ["since"], unique=False)

    op.create_table(
        "offers",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("proposal", sa.String(length=40), nullable=True),
        sa.Column("common", sa.String(length=42), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.CheckConstraint('length("title") <= 500', name=op.f("ck_offers_title_length")),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposals.id"], name=op.f("fk_offers_proposal"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
    )
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offers_stage_made"), ["stage", "made"], unique=False)

    op.create_table(
        "asked",
        sa.Column("offer", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.CheckConstraint('length("seat") <= 500', name=op.f("ck_asked_seat_length")),
        sa.ForeignKeyConstraint(
            ["offer"], ["offers.id"], name=op.f("fk_asked_offer"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_asked_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("offer", "place", name=op.f("pk_asked")),
    )
    with op.batch_alter_table("asked", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asked_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_asked_person"), ["person"], unique=False)
        batch_op.create_index(
            "ix_asked_waiting",
            ["person"],
            unique=True,
            sqlite_where=sa.text("answer = 'waiting'"),
            postgresql_where=sa.text("answer = 'waiting'"),
        )


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("asked", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_asked_waiting",
            sqlite_where=sa.text("answer = 'waiting'"),
            postgresql_where=sa.text("answer = 'waiting'"),
        )
        batch_op.drop_index(batch_op.f("ix_asked_person"))
        batch_op.drop_index(batch_op.f("ix_asked_at"))

    op.drop_table("asked")
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_offers_stage_made"))

    op.drop_table("offers")
    with op.batch_alter_table("seekings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seekings_since"))

    op.drop_table("seekings")
    op.drop_table("profiles")
    op.drop_table("bars")
    op.drop_table("plans")
