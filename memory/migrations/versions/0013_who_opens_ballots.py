"""Who may start ballots in a server, and the role of those who come to movie nights."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("servers") as servers:
        servers.add_column(sa.Column("night_role", sa.Text(), nullable=True))
        servers.add_column(sa.Column("ballots_by", sa.Text(), nullable=False, server_default="everyone"))


def downgrade() -> None:
    with op.batch_alter_table("servers") as servers:
        servers.drop_column("ballots_by")
        servers.drop_column("night_role")
