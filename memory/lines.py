"""Lines in which processes wait for each other, where the database can be shared by several."""

from typing import TYPE_CHECKING

from memory.store import Store

if TYPE_CHECKING:
    from memory.postgres_lines import PostgresLines


def lines_of(store: Store) -> "PostgresLines | None":
    """The lines of a database; None on an SQLite file, which one process serves."""
    from memory.sqlite import SqliteStore

    if isinstance(store, SqliteStore):
        return None
    from memory.postgres import PostgresStore
    from memory.postgres_lines import PostgresLines

    return PostgresLines(store) if isinstance(store, PostgresStore) else None
