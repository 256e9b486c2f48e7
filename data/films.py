"""What is known about one film: bare facts, no prose."""

from dataclasses import dataclass

GENRES: tuple[str, ...] = (
    "Action",
    "Adventure",
    "Animation",
    "Comedy",
    "Crime",
    "Documentary",
    "Drama",
    "Family",
    "Fantasy",
    "History",
    "Horror",
    "Music",
    "Mystery",
    "Romance",
    "Science Fiction",
    "Thriller",
    "War",
    "Western",
)
"""TMDb's genre names. A musical is "Music"."""

POSTER_BASE = "https://image.tmdb.org/t/p/w342"


@dataclass(frozen=True, slots=True)
class Film:
    """One film of the catalogue."""

    id: str
    """The IMDb id where there is one ("tt0113277"), else a slug ("parasite-2019"). Never changes."""
    title: str
    """The title by which it is known in English, without year."""
    year: int
    original_title: str | None = None
    """Only where it differs from `title`."""
    genres: tuple[str, ...] = ()
    """Names from `GENRES`, most fitting first."""
    runtime: int | None = None
    """Minutes."""
    language: str | None = None
    """Original language, ISO 639-1."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    """In billing order, five at most."""
    keywords: tuple[str, ...] = ()
    """Lower-case tags in TMDb's style."""
    certificate: str | None = None
    """United States rating (G, PG, PG-13, R, NC-17), where known."""
    imdb_id: str | None = None
    tmdb_id: int | None = None
    poster_path: str | None = None
    """Path on TMDb's image host, beginning with a slash."""
    vote_count: int = 0
    """TMDb votes, a measure of how widely known the film is."""
    vote_average: float | None = None
    """TMDb's mean vote, 0 to 10."""

    @property
    def label(self) -> str:
        """Title and year as shown to people: "Heat (1995)"."""
        return f"{self.title} ({self.year})"

    @property
    def poster_url(self) -> str | None:
        """Where the poster lies on TMDb's image host."""
        return f"{POSTER_BASE}{self.poster_path}" if self.poster_path else None
