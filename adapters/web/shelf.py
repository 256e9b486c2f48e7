"""What a web visitor did with films, as the cards show it."""

from adapters.web.cards import Mark
from memory.database import Database
from memory.library import Library
from memory.people import People


class Shelf:
    """Reads marks from the library, so that a card shows what is true now, whenever it was drawn."""

    def __init__(self, surface: str, database: Database) -> None:
        self._surface = surface
        self._people = People(database)
        self._library = Library(database)

    async def marks(self, user: str) -> dict[str, Mark]:
        """The marks of every film in the visitor's library, by film id."""
        person = await self._people.resolve(self._surface, user)
        return {
            row.film_id: Mark(rating=row.rating, seen=row.seen, saved=row.saved, disliked=row.disliked)
            for row in await self._library.rows(person.id)
        }

    async def mark(self, user: str, film_id: str) -> Mark:
        """The marks of one film."""
        person = await self._people.resolve(self._surface, user)
        row = await self._library.row(person.id, film_id)
        return Mark(rating=row.rating, seen=row.seen, saved=row.saved, disliked=row.disliked)
