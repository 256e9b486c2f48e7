"""Trials of settings: who was answered by which, who takes no part, and when a film was refused."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exposures",
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("experiment", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("arm", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name=op.f("fk_exposures_turn_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_exposures_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("turn_id", "experiment", name=op.f("pk_exposures")),
    )
    op.create_index("ix_exposures_experiment", "exposures", ["experiment"])
    op.create_index("ix_exposures_person_id", "exposures", ["person_id"])
    op.add_column("people", sa.Column("in_trials", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("library", sa.Column("disliked_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("library", "disliked_at")
    op.drop_column("people", "in_trials")
    op.drop_table("exposures")
