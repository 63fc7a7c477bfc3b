"""Everything from empty.

Revision: 0001
Follows:
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "groups",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("proposal", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("born", sa.BigInteger(), nullable=False),
        sa.Column("open_seats", sa.Text(), nullable=False),
        sa.CheckConstraint('length("language") <= 20', name=op.f("ck_groups_language_length")),
        sa.CheckConstraint('length("name") <= 500', name=op.f("ck_groups_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_table(
        "inbox",
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("key") <= 500', name=op.f("ck_inbox_key_length")),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_inbox_messenger_length")),
        sa.PrimaryKeyConstraint("messenger", "key", name=op.f("pk_inbox")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inbox_at"), ["at"], unique=False)

    op.create_table(
        "lanes",
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("head", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("free_at", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.CheckConstraint('length("lane") <= 200', name=op.f("ck_lanes_lane_length")),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_lanes_messenger_length")),
        sa.CheckConstraint('length("owner") <= 200', name=op.f("ck_lanes_owner_length")),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_lanes")),
    )
    with op.batch_alter_table("lanes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lanes_messenger_free_at"), ["messenger", "free_at"], unique=False)

    op.create_table(
        "people",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.CheckConstraint('length("language") <= 20', name=op.f("ck_people_language_length")),
        sa.CheckConstraint('length("zone") <= 60', name=op.f("ck_people_zone_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "timers",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.CheckConstraint('length("kind") <= 60', name=op.f("ck_timers_kind_length")),
        sa.CheckConstraint('length("person") <= 40', name=op.f("ck_timers_person_length")),
        sa.CheckConstraint('length("subject") <= 200', name=op.f("ck_timers_subject_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timers")),
        sa.UniqueConstraint("kind", "subject", "person", name=op.f("uq_timers_kind_subject_person")),
    )
    with op.batch_alter_table("timers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_timers_due"), ["due"], unique=False)

    op.create_table(
        "tokens",
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_tokens_messenger_length")),
        sa.CheckConstraint('length("token") <= 10000', name=op.f("ck_tokens_token_length")),
        sa.PrimaryKeyConstraint("messenger", name=op.f("pk_tokens")),
    )
    op.create_table(
        "chats",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("messenger_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=True),
        sa.Column("asleep", sa.Boolean(), nullable=False),
        sa.CheckConstraint('length("language") <= 20', name=op.f("ck_chats_language_length")),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_chats_messenger_length")),
        sa.CheckConstraint('length("messenger_id") <= 500', name=op.f("ck_chats_messenger_id_length")),
        sa.CheckConstraint('length("parent") <= 500', name=op.f("ck_chats_parent_length")),
        sa.CheckConstraint('length("title") <= 500', name=op.f("ck_chats_title_length")),
        sa.CheckConstraint('length("zone") <= 60', name=op.f("ck_chats_zone_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_chats_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("messenger", "messenger_id", name=op.f("uq_chats_messenger_messenger_id")),
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chats_group"), ["group"], unique=False)

    op.create_table(
        "choices",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("action") <= 100', name=op.f("ck_choices_action_length")),
        sa.CheckConstraint('length("card") <= 200', name=op.f("ck_choices_card_length")),
        sa.ForeignKeyConstraint(
            ["reader"], ["people.id"], name=op.f("fk_choices_reader"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_choices")),
    )
    with op.batch_alter_table("choices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_choices_card"), ["card"], unique=False)

    op.create_table(
        "group_waiting",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("seat") <= 500', name=op.f("ck_group_waiting_seat_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_group_waiting_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_group_waiting_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", "place", name=op.f("pk_group_waiting")),
    )
    with op.batch_alter_table("group_waiting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_waiting_person"), ["person"], unique=False)

    op.create_table(
        "members",
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("left", sa.BigInteger(), nullable=True),
        sa.CheckConstraint('length("seat") <= 500', name=op.f("ck_members_seat_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_members_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_members_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group", "place", name=op.f("pk_members")),
    )
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_members_person"), ["person"], unique=False)
        batch_op.create_index(
            "ix_members_present",
            ["group", "person"],
            unique=True,
            sqlite_where=sa.text('"left" IS NULL'),
            postgresql_where=sa.text('"left" IS NULL'),
        )

    op.create_table(
        "promises",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.CheckConstraint('length("what") <= 2000', name=op.f("ck_promises_what_length")),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_promises_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_promises_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
    )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promises_group_stage_due"), ["group", "stage", "due"], unique=False)
        batch_op.create_index(batch_op.f("ix_promises_person"), ["person"], unique=False)

    op.create_table(
        "rounds",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("asker", sa.String(length=40), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.CheckConstraint('length("what") <= 2000', name=op.f("ck_rounds_what_length")),
        sa.ForeignKeyConstraint(
            ["asker"], ["people.id"], name=op.f("fk_rounds_asker"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_rounds_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
    )
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rounds_group_stage_opened"), ["group", "stage", "opened"], unique=False)

    op.create_table(
        "versions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("group", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_versions_group"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
    )
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_versions_agreed",
            ["group", "number"],
            unique=True,
            sqlite_where=sa.text("agreed_at IS NOT NULL"),
            postgresql_where=sa.text("agreed_at IS NOT NULL"),
        )

    op.create_table(
        "accounts",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("messenger_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.Column("private", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("language") <= 20', name=op.f("ck_accounts_language_length")),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_accounts_messenger_length")),
        sa.CheckConstraint('length("messenger_id") <= 500', name=op.f("ck_accounts_messenger_id_length")),
        sa.CheckConstraint('length("name") <= 500', name=op.f("ck_accounts_name_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_accounts_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["private"], ["chats.id"], name=op.f("fk_accounts_private"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("messenger", "messenger_id", name=op.f("uq_accounts_messenger_messenger_id")),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accounts_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_accounts_private"), ["private"], unique=False)

    op.create_table(
        "clauses",
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.CheckConstraint('length("words") <= 2000', name=op.f("ck_clauses_words_length")),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_clauses_version"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("version", "place", name=op.f("pk_clauses")),
    )
    op.create_table(
        "electorate",
        sa.Column("round", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_electorate_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["round"], ["rounds.id"], name=op.f("fk_electorate_round"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("round", "person", name=op.f("pk_electorate")),
    )
    with op.batch_alter_table("electorate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_electorate_person"), ["person"], unique=False)

    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("fewest", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=False),
        sa.Column("proposer", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("ready", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("group", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("what") <= 500', name=op.f("ck_proposals_what_length")),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_proposals_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["group"], ["groups.id"], name=op.f("fk_proposals_group"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["proposer"], ["people.id"], name=op.f("fk_proposals_proposer"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposals_proposer"), ["proposer"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposals_stage_created"), ["stage", "created"], unique=False)

    op.create_table(
        "voices",
        sa.Column("round", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("voice", sa.String(length=20), nullable=False),
        sa.Column("harmed", sa.Text(), nullable=False),
        sa.Column("help", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint('length("harmed") <= 2000', name=op.f("ck_voices_harmed_length")),
        sa.CheckConstraint('length("help") <= 2000', name=op.f("ck_voices_help_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_voices_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["round"], ["rounds.id"], name=op.f("fk_voices_round"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("round", "person", name=op.f("pk_voices")),
    )
    with op.batch_alter_table("voices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voices_person"), ["person"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("kind") <= 60', name=op.f("ck_drafts_kind_length")),
        sa.CheckConstraint('length("place") <= 40', name=op.f("ck_drafts_place_length")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_drafts_account"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("account", "place", name=op.f("pk_drafts")),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("deed", sa.String(length=20), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("messenger", sa.Text(), nullable=False),
        sa.Column("chat", sa.String(length=40), nullable=True),
        sa.Column("account", sa.String(length=40), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("keys", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("edits", sa.String(length=40), nullable=True),
        sa.Column("answering", sa.Text(), nullable=True),
        sa.Column("fallback", sa.String(length=40), nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("at_most_once", sa.Boolean(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("put_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.CheckConstraint('length("about") <= 200', name=op.f("ck_outbox_about_length")),
        sa.CheckConstraint('length("answering") <= 500', name=op.f("ck_outbox_answering_length")),
        sa.CheckConstraint('length("lane") <= 200', name=op.f("ck_outbox_lane_length")),
        sa.CheckConstraint('length("message_id") <= 500', name=op.f("ck_outbox_message_id_length")),
        sa.CheckConstraint('length("messenger") <= 40', name=op.f("ck_outbox_messenger_length")),
        sa.CheckConstraint('length("reason") <= 500', name=op.f("ck_outbox_reason_length")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_outbox_account"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["chat"], ["chats.id"], name=op.f("fk_outbox_chat"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["fallback"], ["chats.id"], name=op.f("fk_outbox_fallback"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_card",
            ["about", "seq"],
            unique=False,
            sqlite_where=sa.text("about <> ''"),
            postgresql_where=sa.text("about <> ''"),
        )
        batch_op.create_index(
            "ix_outbox_chat_waiting",
            ["chat"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            "ix_outbox_edits",
            ["edits"],
            unique=False,
            sqlite_where=sa.text("edits IS NOT NULL"),
            postgresql_where=sa.text("edits IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_outbox_message",
            ["message_id"],
            unique=False,
            sqlite_where=sa.text("message_id IS NOT NULL"),
            postgresql_where=sa.text("message_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_outbox_parked",
            ["account"],
            unique=False,
            sqlite_where=sa.text("state = 'parked'"),
            postgresql_where=sa.text("state = 'parked'"),
        )
        batch_op.create_index(
            "ix_outbox_shown",
            ["chat", "seq"],
            unique=False,
            sqlite_where=sa.text("keys IS NOT NULL"),
            postgresql_where=sa.text("keys IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_outbox_waiting",
            ["lane", "seq"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "proposal_waiting",
        sa.Column("proposal", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.CheckConstraint('length("seat") <= 500', name=op.f("ck_proposal_waiting_seat_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_proposal_waiting_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["proposal"],
            ["proposals.id"],
            name=op.f("fk_proposal_waiting_proposal"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("proposal", "place", name=op.f("pk_proposal_waiting")),
    )
    with op.batch_alter_table("proposal_waiting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_waiting_person"), ["person"], unique=False)

    op.create_table(
        "seats",
        sa.Column("proposal", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=True),
        sa.CheckConstraint('length("name") <= 500', name=op.f("ck_seats_name_length")),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_seats_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposals.id"], name=op.f("fk_seats_proposal"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("proposal", "place", name=op.f("pk_seats")),
        sa.UniqueConstraint("proposal", "person", name=op.f("uq_seats_proposal_person")),
    )
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seats_person"), ["person"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seats_person"))

    op.drop_table("seats")
    with op.batch_alter_table("proposal_waiting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposal_waiting_person"))

    op.drop_table("proposal_waiting")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(
            "ix_outbox_shown", sqlite_where=sa.text("keys IS NOT NULL"), postgresql_where=sa.text("keys IS NOT NULL")
        )
        batch_op.drop_index(
            "ix_outbox_parked", sqlite_where=sa.text("state = 'parked'"), postgresql_where=sa.text("state = 'parked'")
        )
        batch_op.drop_index(
            "ix_outbox_message",
            sqlite_where=sa.text("message_id IS NOT NULL"),
            postgresql_where=sa.text("message_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_outbox_edits", sqlite_where=sa.text("edits IS NOT NULL"), postgresql_where=sa.text("edits IS NOT NULL")
        )
        batch_op.drop_index(
            "ix_outbox_chat_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(
            "ix_outbox_card", sqlite_where=sa.text("about <> ''"), postgresql_where=sa.text("about <> ''")
        )

    op.drop_table("outbox")
    op.drop_table("drafts")
    with op.batch_alter_table("voices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voices_person"))

    op.drop_table("voices")
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposals_stage_created"))
        batch_op.drop_index(batch_op.f("ix_proposals_proposer"))

    op.drop_table("proposals")
    with op.batch_alter_table("electorate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_electorate_person"))

    op.drop_table("electorate")
    op.drop_table("clauses")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accounts_private"))
        batch_op.drop_index(batch_op.f("ix_accounts_person"))

    op.drop_table("accounts")
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_versions_agreed",
            sqlite_where=sa.text("agreed_at IS NOT NULL"),
            postgresql_where=sa.text("agreed_at IS NOT NULL"),
        )

    op.drop_table("versions")
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rounds_group_stage_opened"))

    op.drop_table("rounds")
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_promises_person"))
        batch_op.drop_index(batch_op.f("ix_promises_group_stage_due"))

    op.drop_table("promises")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_members_present", sqlite_where=sa.text('"left" IS NULL'), postgresql_where=sa.text('"left" IS NULL')
        )
        batch_op.drop_index(batch_op.f("ix_members_person"))

    op.drop_table("members")
    with op.batch_alter_table("group_waiting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_waiting_person"))

    op.drop_table("group_waiting")
    with op.batch_alter_table("choices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_choices_card"))

    op.drop_table("choices")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chats_group"))

    op.drop_table("chats")
    op.drop_table("tokens")
    with op.batch_alter_table("timers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_timers_due"))

    op.drop_table("timers")
    op.drop_table("people")
    with op.batch_alter_table("lanes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lanes_messenger_free_at"))

    op.drop_table("lanes")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inbox_at"))

    op.drop_table("inbox")
    op.drop_table("groups")
