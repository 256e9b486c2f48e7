"""The database, opened for as long as one command needs it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.home import make_home
from adapters.settings import Settings
from memory.database import Database


@asynccontextmanager
async def opened_database(settings: Settings) -> AsyncIterator[Database]:
    """The settings' database with its tables. Raises AppError where it cannot be opened."""
    make_home(settings)
    database = await Database.open(settings.database, settings.pool)
    try:
        yield database
    finally:
        await database.close()
