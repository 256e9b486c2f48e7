"""Whether the other knows of a request for friendship, or that theirs was accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Who was asked before this revision learned of it when they looked at their friends.
    with op.batch_alter_table("relations") as relations:
        relations.add_column(sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("relations") as relations:
        relations.alter_column("told", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("relations") as relations:
        relations.drop_column("told")
