"""Personalisation paused by a person; conversations of which nothing is written down."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ADDED = (("people", "paused"), ("conversations", "private"))


def upgrade() -> None:
    # Not by a table made anew, in which SQLite would give ids of rows that are gone once more.
    for table, column in ADDED:
        op.add_column(table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for table, column in ADDED:
        op.drop_column(table, column)
