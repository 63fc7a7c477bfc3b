"""listeners.

Revision: 0011
Follows: 0010
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "listeners",
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("beat", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_listeners_messenger_length")),
        sa.CheckConstraint('length("owner") <= 200', name=op.f("ck_listeners_owner_length")),
        sa.PrimaryKeyConstraint("messenger", name=op.f("pk_listeners")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("listeners")
