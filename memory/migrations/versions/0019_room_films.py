"""Lists of films that servers and groups keep together."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "room_films",
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_room_films_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("surface", "room", "film_id", name=op.f("pk_room_films")),
    )
    op.create_index("ix_room_films_person_id", "room_films", ["person_id"])


def downgrade() -> None:
    op.drop_table("room_films")
