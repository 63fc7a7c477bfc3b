"""Contracts live: their history, pauses, concerns.

Revision: 0003
Follows: 0002
"""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "advisers",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_advisers_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_advisers")),
    )
    op.create_table(
        "contract_events",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("happened", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=True),
        sa.Column("clause", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.CheckConstraint('length("words") <= 2000', name=op.f("ck_contract_events_words_length")),
        sa.CheckConstraint('length("zone") <= 60', name=op.f("ck_contract_events_zone_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_contract_events_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_contract_events_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", "place", name=op.f("pk_contract_events")),
    )
    with op.batch_alter_table("contract_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contract_events_person"), ["person"], unique=False)

    op.create_table(
        "origins",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_origins_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["origin"], ["groups.id"], name=op.f("fk_origins_origin"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", name=op.f("pk_origins")),
    )
    op.create_table(
        "pauses",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_pauses_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_pauses_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", "person", name=op.f("pk_pauses")),
    )
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pauses_person"), ["person"], unique=False)

    op.create_table(
        "concerns",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("round", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("words") <= 2000', name=op.f("ck_concerns_words_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_concerns_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_concerns_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["round"], ["rounds.id"], name=op.f("fk_concerns_round"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
    )
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concerns_person"), ["person"], unique=False)

    op.create_table(
        "advice",
        sa.Column("concern", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint('length("words") <= 2000', name=op.f("ck_advice_words_length")),
        sa.ForeignKeyConstraint(
            ["concern"], ["concerns.id"], name=op.f("fk_advice_concern"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_advice_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("concern", "person", name=op.f("pk_advice")),
    )
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_person"), ["person"], unique=False)

    with op.batch_alter_table("clauses", schema=None) as batch_op:
        batch_op.add_column(sa.Column("zone", sa.Text(), nullable=False, server_default=""))
        batch_op.create_check_constraint(batch_op.f("ck_clauses_zone_length"), 'length("zone") <= 60')

    _write_history(op.get_bind())


def downgrade() -> None:
    """Bring the schema back."""
    with op.batch_alter_table("clauses", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_clauses_zone_length"), type_="check")
        batch_op.drop_column("zone")

    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_advice_person"))

    op.drop_table("advice")
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concerns_person"))

    op.drop_table("concerns")
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pauses_person"))

    op.drop_table("pauses")
    op.drop_table("origins")
    with op.batch_alter_table("contract_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_events_person"))

    op.drop_table("contract_events")
    op.drop_table("advisers")


def _write_history(connection: sa.Connection) -> None:
    """Write down what happened to the contracts that were agreed before there was a history."""
    seen: dict[str, tuple[int, dict[str, dict[str, object]]]] = {}
    versions = sa.text('SELECT * FROM versions WHERE agreed_at IS NOT NULL ORDER BY "group", number')
    for version in connection.execute(versions).mappings().all():
        place, old = seen.get(version["group"], (0, {}))
        lines = _lines(connection, version["id"])
        events = _events(version, old, {str(line["id"]): line for line in lines})
        for number, event in enumerate(events, place):
            connection.execute(sa.insert(_EVENTS).values({**_EMPTY, **event, "place": number}))
        seen[version["group"]] = (place + len(events), {str(line["id"]): line for line in lines})


def _lines(connection: sa.Connection, version: str) -> list[dict[str, object]]:
    question = sa.text("SELECT id, kind, words, numbers FROM clauses WHERE version = :version ORDER BY place")
    return [dict(row) for row in connection.execute(question, {"version": version}).mappings()]


def _events(
    version: sa.RowMapping, old: dict[str, dict[str, object]], new: dict[str, dict[str, object]]
) -> list[dict[str, object]]:
    head = {
        "group": version["group"],
        "version": version["id"],
        "number": version["number"],
        "at": version["agreed_at"],
    }
    told = {
        key: {"clause": key, **{name: one[name] for name in ("kind", "words", "numbers")}} for key, one in new.items()
    }
    gone = {
        key: {"clause": key, **{name: one[name] for name in ("kind", "words", "numbers")}} for key, one in old.items()
    }
    return [
        *({**head, "happened": "dropped", **gone[key]} for key in old if key not in new),
        *({**head, "happened": "changed", **told[key]} for key in new if key in old and old[key] != new[key]),
        *({**head, "happened": "added", "line": at, **told[key]} for at, key in enumerate(new) if key not in old),
        *({**head, "happened": "consented", "person": person} for person in json.loads(version["agreed_by"])),
        {**head, "happened": "bound"},
    ]


_EMPTY = {"line": 0, "person": None, "clause": None, "kind": None, "words": "", "numbers": "{}", "zone": ""}
_EVENTS = sa.table(
    "contract_events",
    *map(sa.column, ("group", "place", "version", "number", "happened", "at")),
    *map(sa.column, _EMPTY),
)
