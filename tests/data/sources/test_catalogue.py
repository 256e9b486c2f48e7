from pathlib import Path

import pytest

from data.errors import BadInput
from data.films import Film
from data.sources.catalogue import build_catalogue, film_id


@pytest.fixture
def films(source: Path, facts: Path) -> dict[str, Film]:
    return {film.title: film for film in build_catalogue(source, facts, lambda _: None)}


def test_which_films_are_taken(films: dict[str, Film]) -> None:
    assert set(films) == {"Heat", "Amélie", "Rated but Obscure", "Highway", "Black Panther", "Twice", "Roma"}


def test_best_known_come_first(source: Path, facts: Path) -> None:
    films = build_catalogue(source, facts, lambda _: None)
    assert [film.title for film in films][-3:] == ["Amélie", "Highway", "Rated but Obscure"]
    assert films == build_catalogue(source, facts, lambda _: None)


def test_what_is_known_of_a_film(films: dict[str, Film]) -> None:
    heat = films["Heat"]
    assert heat.id == heat.imdb_id == "tt1"
    assert heat.genres == ("Crime",)
    assert heat.countries == ("US",)
    assert heat.original_title is None
    assert heat.vote_count == 1886
    assert films["Amélie"].original_title == "Le fabuleux destin"
    assert films["Highway"].id == "highway-2002"
    assert films["Highway"].cast == ("Jared Leto", "Jake Gyllenhaal")
    assert films["Highway"].tmdb_id == 18808


def test_credits_entered_by_hand_are_added(films: dict[str, Film]) -> None:
    assert films["Heat"].directors == ("Michael Mann",)
    assert films["Heat"].cast == ("Al Pacino", "Robert De Niro")
    assert films["Heat"].certificate == "R"


def test_a_recent_film_gets_the_ids_that_movielens_knows(films: dict[str, Film]) -> None:
    assert films["Black Panther"].id == "tt9"
    assert films["Black Panther"].year == 2018
    assert films["Roma"].id == "roma-2018"
    assert films["Roma"].imdb_id is None
    assert films["Roma"].certificate is None


def test_a_film_in_two_sources_is_one_and_the_entered_facts_win(films: dict[str, Film]) -> None:
    twice = films["Twice"]
    assert (twice.id, twice.year, twice.genres, twice.poster_path) == ("tt7", 2018, ("Drama",), "/t.jpg")
    assert twice.vote_count == 0  # those of the snapshot were cast before it was out


def test_ids_are_short_and_plain() -> None:
    assert film_id(Film("", "Amélie & Co.: The Film", 2019)) == "amelie-and-co-the-film-2019"
    long = Film("", "Demon Slayer -Kimetsu no Yaiba- The Movie: Mugen Train", 2020)
    assert film_id(long) == "demon-slayer-kimetsu-no-yaiba-the-movie-2020"


def test_a_missing_source_is_named(tmp_path: Path, facts: Path) -> None:
    with pytest.raises(BadInput, match=r"There is no .*tmdb_films\.parquet"):
        build_catalogue(tmp_path / "nowhere", facts, lambda _: None)


def test_a_source_of_another_shape_is_an_error(source: Path, facts: Path) -> None:
    (source / "catalogue" / "tmdb_films.parquet").write_bytes(b"no parquet")
    with pytest.raises(BadInput, match=r"tmdb_films\.parquet cannot be read"):
        build_catalogue(source, facts, lambda _: None)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Bad,,year,Drama,90,en,US,A,B,,,", "line 2: .*year"),
        ("Bad,,2020,Nonsense,90,en,US,A,B,,,", "line 2: unknown genre 'Nonsense'"),
        (",,2020,Drama,90,en,US,A,B,,,", "line 2: no title"),
        ("Bad,,2020,Drama,90,en,US,A,B,,12,", "line 2: unknown certificate '12'"),
        ("Bad,,2020", "line 2"),
    ],
)
def test_a_bad_row_of_facts_is_named(source: Path, facts: Path, row: str, complaint: str) -> None:
    path = facts / "recent_films.csv"
    path.write_text(path.read_text().splitlines()[0] + f"\n{row}\n")
    with pytest.raises(BadInput, match=complaint):
        build_catalogue(source, facts, lambda _: None)


def test_missing_facts_are_an_error(source: Path, facts: Path) -> None:
    (facts / "recent_films.csv").unlink()
    with pytest.raises(BadInput, match="no list of recent films"):
        build_catalogue(source, facts, lambda _: None)
