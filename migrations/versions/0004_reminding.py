"""What is said unprompted, how people can be reached, and when they acted.

Revision: 0004
Follows: 0003
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "acts",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_acts_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_acts_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", "person", name=op.f("pk_acts")),
    )
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acts_person"), ["person"], unique=False)

    op.create_table(
        "wishes",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("less", sa.Boolean(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("silent_at", sa.BigInteger(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_wishes_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", name=op.f("pk_wishes")),
    )
    op.create_table(
        "nudges",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=True),
        sa.Column("chat", sa.String(length=40), nullable=True),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=True),
        sa.Column("clause", sa.String(length=40), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("near", sa.String(length=40), nullable=True),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("noticed", sa.BigInteger(), nullable=False),
        sa.Column("past_use", sa.BigInteger(), nullable=True),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("quiet", sa.Text(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("fate", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.Column("post", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("about") <= 200', name=op.f("ck_nudges_about_length")),
        sa.CheckConstraint('length("thing") <= 200', name=op.f("ck_nudges_thing_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_nudges_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_nudges_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["near"], ["chats.id"], name=op.f("fk_nudges_near"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_nudges_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
    )
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_nudges_chat_thing"), ["chat", "thing"], unique=False)
        batch_op.create_index(
            "ix_nudges_group",
            ["group", "at"],
            unique=False,
            sqlite_where=sa.text('"group" IS NOT NULL'),
            postgresql_where=sa.text('"group" IS NOT NULL'),
        )
        batch_op.create_index(batch_op.f("ix_nudges_person_thing"), ["person", "thing"], unique=False)
        batch_op.create_index(
            "ix_nudges_post",
            ["post"],
            unique=False,
            sqlite_where=sa.text("post IS NOT NULL"),
            postgresql_where=sa.text("post IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_nudges_thing"), ["thing"], unique=False)
        batch_op.create_index(
            "ix_nudges_card",
            ["about"],
            unique=False,
            sqlite_where=sa.text("about <> ''"),
            postgresql_where=sa.text("about <> ''"),
        )
        batch_op.create_index(
            "ix_nudges_waiting_chat",
            ["chat", "noticed"],
            unique=False,
            sqlite_where=sa.text("fate = 'waiting' AND chat IS NOT NULL"),
            postgresql_where=sa.text("fate = 'waiting' AND chat IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_nudges_waiting_person",
            ["person", "noticed"],
            unique=False,
            sqlite_where=sa.text("fate = 'waiting' AND person IS NOT NULL"),
            postgresql_where=sa.text("fate = 'waiting' AND person IS NOT NULL"),
        )

    op.create_table(
        "reaches",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=True),
        sa.Column("chat", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("ignored", sa.Integer(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.CheckConstraint('length("day") <= 10', name=op.f("ck_reaches_day_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_reaches_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_reaches_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reaches")),
        sa.UniqueConstraint("chat", name=op.f("uq_reaches_chat")),
        sa.UniqueConstraint("person", name=op.f("uq_reaches_person")),
    )


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("reaches")
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_nudges_waiting_person",
            sqlite_where=sa.text("fate = 'waiting' AND person IS NOT NULL"),
            postgresql_where=sa.text("fate = 'waiting' AND person IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_nudges_waiting_chat",
            sqlite_where=sa.text("fate = 'waiting' AND chat IS NOT NULL"),
            postgresql_where=sa.text("fate = 'waiting' AND chat IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_nudges_card",
            sqlite_where=sa.text("about <> ''"),
            postgresql_where=sa.text("about <> ''"),
        )
        batch_op.drop_index(batch_op.f("ix_nudges_thing"))
        batch_op.drop_index(
            "ix_nudges_post", sqlite_where=sa.text("post IS NOT NULL"), postgresql_where=sa.text("post IS NOT NULL")
        )
        batch_op.drop_index(batch_op.f("ix_nudges_person_thing"))
        batch_op.drop_index(
            "ix_nudges_group",
            sqlite_where=sa.text('"group" IS NOT NULL'),
            postgresql_where=sa.text('"group" IS NOT NULL'),
        )
        batch_op.drop_index(batch_op.f("ix_nudges_chat_thing"))

    op.drop_table("nudges")
    op.drop_table("wishes")
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_acts_person"))

    op.drop_table("acts")
