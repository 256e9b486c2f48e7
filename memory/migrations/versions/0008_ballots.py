"""Movie nights that are voted on."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _of_ballot(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_ballot_id")
    return sa.ForeignKeyConstraint(["ballot_id"], ["ballots.id"], name=name, ondelete="CASCADE")


def _of_person(table: str, column: str = "person_id", ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], ["people.id"], name=name, ondelete=ondelete)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)


def upgrade() -> None:
    op.create_table(
        "ballots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        _moment("closes_at"),
        _moment("ended_at"),
        _moment("night_at"),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("winner", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("poll", sa.Text(), nullable=True),
        sa.Column("posted", sa.JSON(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'decided', 'cancelled')", name=op.f("ck_ballots_known_state")),
        _of_person("ballots", "host_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ballots_host_id", "ballots", ["host_id"], unique=False)
    open_only = sa.text("state = 'open'")
    op.create_index(
        "uq_ballots_open_room",
        "ballots",
        ["room"],
        unique=True,
        sqlite_where=open_only,
        postgresql_where=open_only,
    )
    op.create_table(
        "ballot_options",
        sa.Column("ballot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Text(), nullable=False),
        _of_ballot("ballot_options"),
        sa.PrimaryKeyConstraint("ballot_id", "position", name=op.f("pk_ballot_options")),
    )
    op.create_table(
        "ballot_members",
        sa.Column("ballot_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("gained", sa.Double(), nullable=True),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.Column("heard", sa.Integer(), nullable=False),
        _of_ballot("ballot_members"),
        _of_person("ballot_members"),
        sa.PrimaryKeyConstraint("ballot_id", "person_id", name=op.f("pk_ballot_members")),
    )
    op.create_index("ix_ballot_members_person_id", "ballot_members", ["person_id"], unique=False)
    op.create_table(
        "ballot_votes",
        sa.Column("ballot_id", sa.Integer(), nullable=False),
        sa.Column("voter", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("value IN (1, -1)", name=op.f("ck_ballot_votes_for_or_against")),
        _of_ballot("ballot_votes"),
        _of_person("ballot_votes"),
        sa.PrimaryKeyConstraint("ballot_id", "voter", "position", name=op.f("pk_ballot_votes")),
    )
    op.create_index("ix_ballot_votes_person_id", "ballot_votes", ["person_id"], unique=False)


def downgrade() -> None:
    for table in ("ballot_votes", "ballot_members", "ballot_options", "ballots"):
        op.drop_table(table)
