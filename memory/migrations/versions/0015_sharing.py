"""Who may see what a person watched; who of a room shares it with the room."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Not by a table made anew, in which SQLite would give ids of rows that are gone once more.
    op.add_column("people", sa.Column("sharing", sa.Text(), nullable=False, server_default="friends"))
    op.create_table(
        "room_members",
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_room_members_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("surface", "room", "person_id", name=op.f("pk_room_members")),
    )
    op.create_index("ix_room_members_person_id", "room_members", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("room_members")
    op.drop_column("people", "sharing")
