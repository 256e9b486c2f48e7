"""Reviews that members reported in a server, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'hidden', 'kept')", name=op.f("ck_review_cases_known_state")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_review_cases_author_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_cases")),
        sa.UniqueConstraint(
            "surface",
            "server",
            "film_id",
            "author_id",
            "words",
            name=op.f("uq_review_cases_surface_server_film_id_author_id_words"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_cases_author_id", "review_cases", ["author_id"], unique=False)
    op.create_table(
        "review_reports",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["review_cases.id"], name=op.f("fk_review_reports_case_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_review_reports_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_review_reports")),
    )
    op.create_index("ix_review_reports_person_id", "review_reports", ["person_id"], unique=False)


def downgrade() -> None:
    for table in ("review_reports", "review_cases"):
        op.drop_table(table)
