"""Friends by consent."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _person(column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_relations_{column}")
    return sa.ForeignKeyConstraint([column], ["people.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "relations",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("person_id <> other_id", name=op.f("ck_relations_two_people")),
        sa.CheckConstraint(
            "state IN ('asked', 'friend', 'declined', 'blocked')", name=op.f("ck_relations_known_state")
        ),
        _person("person_id"),
        _person("other_id"),
        sa.PrimaryKeyConstraint("person_id", "other_id", name=op.f("pk_relations")),
    )
    op.create_index("ix_relations_other_id", "relations", ["other_id"], unique=False)


def downgrade() -> None:
    op.drop_table("relations")
