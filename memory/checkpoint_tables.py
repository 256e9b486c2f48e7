"""LangGraph's own tables, as far as we count, export and delete what is in them."""

from sqlalchemy import LargeBinary, column, table

CHECKPOINTS = table(
    "checkpoints",
    column("thread_id"),
    column("checkpoint_ns"),
    column("checkpoint_id"),
    column("type"),
    column("checkpoint", LargeBinary),
)
WRITES = table(
    "writes",
    column("thread_id"),
    column("checkpoint_ns"),
    column("checkpoint_id"),
    column("channel"),
    column("type"),
    column("value", LargeBinary),
)
