"""What differs between the databases that we run on, and how each is told from its address."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from data.errors import DatabaseError

if TYPE_CHECKING:
    from memory.postgres import PostgresStore
    from memory.sqlite import SqliteStore


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """How much of a database server one process takes. An SQLite file has no server, and no such limits."""

    connections: int = 10
    """At most; whoever comes when all are in use waits."""
    wait_s: float = 10.0
    """Seconds that one waits for a connection."""
    statement_s: float = 15.0
    """Seconds that one statement may take."""


class Store(Protocol):
    """A kind of database at one address."""

    @property
    def shown(self) -> str:
        """Its address without password."""

    @property
    def place(self) -> str:
        """How sentences name it."""

    @property
    def reading(self) -> Mapping[str, Any]:
        """Execution options under which a session has one consistent view."""

    @property
    def writing(self) -> Mapping[str, Any]:
        """Execution options under which transactions have the same effect as if each ran alone."""

    def turn_to_write(self) -> AbstractAsyncContextManager[None]:
        """A line in which one process's writers wait, where the database lets in one at a time."""

    def prepare(self) -> None:
        """Make what must be there before a connection. Raises DatabaseError."""

    def make_engine(self, *, migrating: bool = False) -> AsyncEngine:
        """An engine; `migrating`: for one connection that changes the schema."""

    async def claim_schema(self, connection: AsyncConnection) -> None:
        """Wait until no other process changes the schema, and keep others from it until the commit."""

    async def missing(self) -> bool:
        """True where there is nothing yet and the first start makes it. Raises DatabaseError."""

    async def after_erasing(self) -> None:
        """See to it that nothing deleted lingers."""

    def explain(self, error: BaseException) -> DatabaseError | None:
        """The sentence for an error that came from the database's state; None for a fault in our own SQL."""


def store_of(url: str, limits: PoolLimits | None = None) -> "SqliteStore | PostgresStore":
    """The database at an address such as ``sqlite:///films.db`` or ``postgresql://user@host/films``.

    Raises DatabaseError for any other.
    """
    from memory.sqlite import SqliteStore

    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseError(
            "The database address cannot be read; write one like sqlite:///films.db "
            "or postgresql://user:password@host/films."
        ) from None
    match parsed.get_backend_name():
        case "sqlite":
            return SqliteStore.at(parsed)
        case "postgresql" | "postgres":
            from memory.postgres import PostgresStore

            return PostgresStore(parsed, limits or PoolLimits())
    raise DatabaseError(
        f'"{parsed.render_as_string()}" is neither SQLite nor PostgreSQL; write an address like '
        "sqlite:///films.db or postgresql://user:password@host/films."
    )
