"""Library rows as the results carry them."""

from data.films import Film
from memory.library import LibraryRow
from tools.results import LibraryEntry


def entry(film: Film, row: LibraryRow) -> LibraryEntry:
    """What a person did with a film."""
    return LibraryEntry(
        film,
        rating=row.rating,
        seen=row.seen,
        saved=row.saved,
        disliked=row.disliked,
        liked=row.liked,
    )
