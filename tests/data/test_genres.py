import pytest

from data.films import GENRES
from data.genres import GENRE_ALIASES, resolve_genres


@pytest.mark.parametrize(
    ("text", "genres"),
    [
        ("sci-fi", ("Science Fiction",)),
        ("Sci Fi", ("Science Fiction",)),
        ("scifi", ("Science Fiction",)),
        ("rom-com", ("Comedy", "Romance")),
        ("romcoms", ("Comedy", "Romance")),
        ("kids", ("Family",)),
        ("a kids movie", ("Family",)),
        ("scary movies", ("Horror",)),
        ("animated", ("Animation",)),
        ("animé", ("Animation",)),
        ("musicals", ("Music",)),
        ("whodunit", ("Mystery",)),
        ("film noir", ("Crime",)),
        ("ciencia ficción", ("Science Fiction",)),
        ("une comédie", ("Comedy",)),
        ("Komödie", ("Comedy",)),
        ("películas de terror", ("Horror",)),
        ("Krimi", ("Crime",)),
        ("horror comedy", ("Comedy", "Horror")),
        ("movie", ()),
        ("heat", ()),
        ("", ()),
    ],
)
def test_resolve_genres(text: str, genres: tuple[str, ...]) -> None:
    assert resolve_genres(text) == genres


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_resolves_to_itself(genre: str) -> None:
    assert resolve_genres(genre) == (genre,)


def test_aliases_mean_known_genres() -> None:
    assert {genre for genres in GENRE_ALIASES.values() for genre in genres} == set(GENRES)
