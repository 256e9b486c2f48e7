"""Settings of servers, and who changed them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "servers",
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("family_mode", sa.Boolean(), nullable=False),
        sa.Column("spoilers", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("daily_channel", sa.Text(), nullable=True),
        sa.Column("daily_hour", sa.Integer(), nullable=False),
        sa.Column("daily_zone", sa.Text(), nullable=False),
        sa.Column("daily_on", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "daily_hour >= 0 AND daily_hour <= 23", name=op.f("ck_servers_daily_hour_of_a_day")
        ),
        sa.PrimaryKeyConstraint("surface", "server", name=op.f("pk_servers")),
    )
    op.create_table(
        "server_audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_audit")),
    )
    op.create_index("ix_server_audit_surface_server", "server_audit", ["surface", "server"], unique=False)


def downgrade() -> None:
    for table in ("server_audit", "servers"):
        op.drop_table(table)
