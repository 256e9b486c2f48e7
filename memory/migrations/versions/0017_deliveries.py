"""Which message of a surface a turn answered: what is delivered twice is answered once."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turns", sa.Column("delivery", sa.Text(), nullable=True))
    op.create_index("uq_turns_delivery", "turns", ["conversation_id", "delivery"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_turns_delivery", "turns")
    op.drop_column("turns", "delivery")
