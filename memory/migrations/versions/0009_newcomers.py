"""The quiz in servers: who began it there, a role for finishing it; whom a moderator's act was about."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "newcomers",
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_newcomers_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("surface", "server", "user", name=op.f("pk_newcomers")),
    )
    op.create_index("ix_newcomers_person_id", "newcomers", ["person_id"], unique=False)
    with op.batch_alter_table("servers") as servers:
        servers.add_column(sa.Column("onboarding_role", sa.Text(), nullable=True))
    with op.batch_alter_table("server_audit") as audit:
        audit.add_column(sa.Column("about", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("server_audit") as audit:
        audit.drop_column("about")
    with op.batch_alter_table("servers") as servers:
        servers.drop_column("onboarding_role")
    op.drop_table("newcomers")
