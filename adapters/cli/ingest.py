"""`cineaesthete ingest`: bringing in films, ratings and reviews."""

import click

from adapters.cli.lazy import Lazy, LazyGroup

COMMANDS: dict[str, Lazy] = {
    "movielens": Lazy(
        "adapters.cli.ingest_movielens",
        "ingest_movielens",
        "Fetch MovieLens ratings, after its terms are shown.",
    ),
    "tmdb": Lazy(
        "adapters.cli.ingest_tmdb", "ingest_tmdb", "Fetch new and changed films from TMDb, with your key."
    ),
    "reviews": Lazy(
        "adapters.cli.ingest_reviews", "ingest_reviews", "Read reviews from a CSV or parquet file, or TMDb's."
    ),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def ingest() -> None:
    """Bring in films, ratings and reviews."""
