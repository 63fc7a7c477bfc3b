"""Groups of one family, and pledges.

Revision: 0008
Follows: 0007
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "handed",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("giver", sa.String(length=40), nullable=False),
        sa.Column("taker", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["giver"], ["people.id"], name=op.f("fk_handed_giver"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_handed_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["taker"], ["people.id"], name=op.f("fk_handed_taker"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed")),
    )
    with op.batch_alter_table("handed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handed_giver"), ["giver"], unique=False)
        batch_op.create_index(batch_op.f("ix_handed_group"), ["group"], unique=False)
        batch_op.create_index(batch_op.f("ix_handed_taker"), ["taker"], unique=False)

    op.create_table(
        "kin",
        sa.Column("one", sa.String(length=40), nullable=False),
        sa.Column("other", sa.String(length=40), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["groups.id"], name=op.f("fk_kin_one"), initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["other"], ["groups.id"], name=op.f("fk_kin_other"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_kin")),
    )
    with op.batch_alter_table("kin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kin_other"), ["other"], unique=False)

    op.create_table(
        "sisters",
        sa.Column("proposal", sa.String(length=40), nullable=False),
        sa.Column("elder", sa.String(length=40), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["elder"], ["groups.id"], name=op.f("fk_sisters_elder"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("proposal", name=op.f("pk_sisters")),
    )
    with op.batch_alter_table("sisters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sisters_elder"), ["elder"], unique=False)

    op.create_table(
        "pledges",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("place_of", sa.Text(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.Column("proposer", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("place_of") <= 500', name=op.f("ck_pledges_place_of_length")),
        sa.CheckConstraint('length("what") <= 500', name=op.f("ck_pledges_what_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_pledges_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["proposer"], ["people.id"], name=op.f("fk_pledges_proposer"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledges")),
    )
    with op.batch_alter_table("pledges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pledges_proposer"), ["proposer"], unique=False)

    op.create_table(
        "pledged",
        sa.Column("pledge", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_pledged_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_pledged_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["pledge"], ["pledges.id"], name=op.f("fk_pledged_pledge"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("pledge", "person", name=op.f("pk_pledged")),
    )
    with op.batch_alter_table("pledged", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pledged_person"), ["person"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("pledged", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pledged_person"))

    op.drop_table("pledged")
    with op.batch_alter_table("pledges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pledges_proposer"))

    op.drop_table("pledges")
    with op.batch_alter_table("sisters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sisters_elder"))

    op.drop_table("sisters")
    with op.batch_alter_table("kin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kin_other"))

    op.drop_table("kin")
    with op.batch_alter_table("handed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handed_taker"))
        batch_op.drop_index(batch_op.f("ix_handed_group"))
        batch_op.drop_index(batch_op.f("ix_handed_giver"))

    op.drop_table("handed")
