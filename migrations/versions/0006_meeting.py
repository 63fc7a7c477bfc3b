"""Groups meet: first contacts, blocks, agreements between groups.

Revision: 0006
Follows: 0001
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "links",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("widening", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_table(
        "agreement_texts",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("agreement", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_agreement_texts_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_texts")),
        sa.UniqueConstraint("agreement", "group", "number", name=op.f("uq_agreement_texts_agreement_group_number")),
    )
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("asked_number", sa.Integer(), nullable=True),
        sa.Column("asked_seal", sa.Text(), nullable=True),
        sa.Column("consents", sa.Text(), nullable=False),
        sa.Column("standing_number", sa.Integer(), nullable=True),
        sa.Column("standing_seal", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.CheckConstraint('length("asked_seal") <= 64', name=op.f("ck_agreements_asked_seal_length")),
        sa.CheckConstraint('length("standing_seal") <= 64', name=op.f("ck_agreements_standing_seal_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_agreements_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", "group", name=op.f("pk_agreements")),
    )
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreements_group_stage"), ["group", "stage"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_link"), ["link"], unique=False)

    op.create_table(
        "blocks",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("blocked", sa.String(length=40), nullable=True),
        sa.Column("blocked_group", sa.String(length=40), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("name") <= 500', name=op.f("ck_blocks_name_length")),
        sa.ForeignKeyConstraint(
            ["blocked"], ["people.id"], name=op.f("fk_blocks_blocked"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["blocked_group"],
            ["groups.id"],
            name=op.f("fk_blocks_blocked_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_blocks_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocks")),
    )
    with op.batch_alter_table("blocks", schema=None) as batch_op:
        batch_op.create_index(
            "ix_blocks_blocked",
            ["blocked", "person"],
            unique=True,
            sqlite_where=sa.text('"blocked" IS NOT NULL'),
            postgresql_where=sa.text('"blocked" IS NOT NULL'),
        )
        batch_op.create_index(
            "ix_blocks_blocked_group",
            ["person", "blocked_group"],
            unique=True,
            sqlite_where=sa.text('"blocked_group" IS NOT NULL'),
            postgresql_where=sa.text('"blocked_group" IS NOT NULL'),
        )

    op.create_table(
        "link_sides",
        sa.Column("link", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_link_sides_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["link"], ["links.id"], name=op.f("fk_link_sides_link"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("link", "place", name=op.f("pk_link_sides")),
    )
    with op.batch_alter_table("link_sides", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_sides_group"), ["group"], unique=False)

    op.create_table(
        "nevers",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("topic") <= 40', name=op.f("ck_nevers_topic_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_nevers_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("person", "topic", name=op.f("pk_nevers")),
    )
    op.create_table(
        "agreement_lines",
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.CheckConstraint('length("words") <= 2000', name=op.f("ck_agreement_lines_words_length")),
        sa.ForeignKeyConstraint(
            ["version"],
            ["agreement_texts.id"],
            name=op.f("fk_agreement_lines_version"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("version", "place", name=op.f("pk_agreement_lines")),
    )
    op.create_table(
        "introductions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=True),
        sa.Column("asked", sa.String(length=40), nullable=True),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("asked_alias", sa.String(length=40), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("answer_by", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("round", sa.String(length=40), nullable=True),
        sa.Column("link", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("line") <= 200', name=op.f("ck_introductions_line_length")),
        sa.CheckConstraint('length("messenger") <= 80', name=op.f("ck_introductions_messenger_length")),
        sa.CheckConstraint('length("topic") <= 40', name=op.f("ck_introductions_topic_length")),
        sa.ForeignKeyConstraint(
            ["asked"], ["groups.id"], name=op.f("fk_introductions_asked"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_introductions_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_introductions_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["round"], ["rounds.id"], name=op.f("fk_introductions_round"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
    )
    with op.batch_alter_table("introductions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introductions_asked_opened"), ["asked", "opened"], unique=False)
        batch_op.create_index(batch_op.f("ix_introductions_group_opened"), ["group", "opened"], unique=False)
        batch_op.create_index(batch_op.f("ix_introductions_person_opened"), ["person", "opened"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("introductions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_introductions_person_opened"))
        batch_op.drop_index(batch_op.f("ix_introductions_group_opened"))
        batch_op.drop_index(batch_op.f("ix_introductions_asked_opened"))

    op.drop_table("introductions")
    op.drop_table("agreement_lines")
    op.drop_table("nevers")
    with op.batch_alter_table("link_sides", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_sides_group"))

    op.drop_table("link_sides")
    with op.batch_alter_table("blocks", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_blocks_blocked_group",
            sqlite_where=sa.text('"blocked_group" IS NOT NULL'),
            postgresql_where=sa.text('"blocked_group" IS NOT NULL'),
        )
        batch_op.drop_index(
            "ix_blocks_blocked",
            sqlite_where=sa.text('"blocked" IS NOT NULL'),
            postgresql_where=sa.text('"blocked" IS NOT NULL'),
        )

    op.drop_table("blocks")
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreements_link"))
        batch_op.drop_index(batch_op.f("ix_agreements_group_stage"))

    op.drop_table("agreements")
    op.drop_table("agreement_texts")
    op.drop_table("links")
