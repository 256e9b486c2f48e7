"""Achievements."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "achievements",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("achievement", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_achievements_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "achievement", name=op.f("pk_achievements")),
    )


def downgrade() -> None:
    op.drop_table("achievements")
