import zipfile
from pathlib import Path

import pytest

from data.errors import BadInput, SourceError
from data.sources.movielens_sets import SETS
from data.sources.movielens_store import CARD, MovieLensStore, Report
from tests.support.movielens import RATINGS, archive, packed

SMALL = SETS["latest-small"]


@pytest.fixture
def store(tmp_path: Path) -> MovieLensStore:
    return MovieLensStore(tmp_path / "movielens")


def add(store: MovieLensStore, content: bytes, size: str = "latest-small") -> Report:
    path = store.root.parent / f"ml-{size}.zip"
    path.write_bytes(content)
    return store.add(path, SETS[size], lambda *_: None)


def test_a_set_is_kept_and_read_back(store: MovieLensStore) -> None:
    report = add(store, archive())
    assert (report.ratings, report.users, report.films) == (4, 2, 3)
    assert store.sizes() == ["latest-small"]
    found = store.load("latest-small")
    assert found.ratings.users.tolist() == [1, 1, 2, 2]
    assert found.ratings.movies.tolist() == [1, 3, 1, 2]
    assert found.ratings.halves.tolist() == [10, 1, 9, 6]
    films = [listed.film for listed in found.films]
    assert [(film.title, film.year, film.imdb_id, film.tmdb_id) for film in films] == [
        ("Western 0", 1950, "tt0000001", 11),
        ("The Western 1", 1951, "tt0000002", None),
        ("Space Comedy", 1999, "tt0000003", 33),
    ]
    assert films[2].genres == ("Science Fiction", "Comedy")
    assert (store.root / "latest-small" / "README.txt").exists()
    assert not (store.root / "latest-small" / "ratings.csv").exists()


def test_the_older_layout_of_1m(store: MovieLensStore) -> None:
    files = {
        "ml-1m/ratings.dat": "1::1193::5::978300760\n1::661::3::978302109\n",
        "ml-1m/movies.dat": "1193::Heat (1995)::Crime\n661::Amélie (2001)::Comedy\n",
        "ml-1m/README": "terms",
    }
    path = store.root.parent / "ml-1m.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name, text.encode("latin-1"))
    store.add(path, SETS["1m"], lambda *_: None)
    found = store.load("1m")
    assert found.ratings.movies.tolist() == [1193, 661]
    assert [listed.film.title for listed in found.films][1] == "Amélie"


def test_repeated_and_impossible_ratings_are_left_out_and_counted(store: MovieLensStore) -> None:
    sound = "".join(f"{user},1,4.0,1\n" for user in range(10, 400))
    report = add(store, archive(ratings=f"{RATINGS}2,1,1.0,200\n3,1,7.5,1\n3,2,nan,1\n3,3,0,1\n{sound}"))
    assert (report.unusable.off_scale, report.unusable.repeated) == (3, 1)
    found = store.load("latest-small").ratings
    given = dict(
        zip(zip(found.users.tolist(), found.movies.tolist(), strict=True), found.halves.tolist(), strict=True)
    )
    assert given[2, 1] == 2  # the later one
    assert 3 not in found.users


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ("userId,movieId,rating\n1,1,5\n1,x,4\n", r"ratings\.csv, line 3: this is no rating"),
        ("userId,movieId,rating\n1,1\n", r"ratings\.csv, line 2: this is no rating"),
        ("userId,movieId,rating\n1,99999999999,3\n", r"ratings\.csv, line 2: this is no rating"),
        ("userId,movieId,rating\n1,1,80\n1,2,100\n", "it is on another scale"),
        ("title,year\nHeat,1995\n", "it holds no ratings"),
        ("userId,movieId,rating,timestamp\n", "holds no ratings"),
    ],
)
def test_malformed_ratings(store: MovieLensStore, ratings: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        add(store, archive(ratings=ratings))
    assert store.sizes() == []
    assert list(store.root.iterdir()) == []  # nothing half done is left


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"movies": "movieId,title,genres\n1,Heat (1995)\n"}, r"movies\.csv, line 2: 2 columns instead of 3"),
        ({"movies": 'movieId,title,genres\n1,"Heat (1995),Crime\n'}, r"movies\.csv cannot be read"),
        ({"movies": "movieId,title,genres\none,Heat (1995),Crime\n"}, "ids that are no numbers"),
        ({"links": ""}, r"holds no ml-latest-small/links\.csv"),
    ],
)
def test_malformed_films(store: MovieLensStore, files: dict[str, str], said: str) -> None:
    with pytest.raises(SourceError, match=said):
        add(store, archive(**files))


def test_what_is_no_archive(store: MovieLensStore) -> None:
    for content in (b"<html>Please sign in</html>", archive()[:-30], b""):
        with pytest.raises(SourceError, match="no sound zip archive"):
            add(store, content)
    damaged = bytearray(archive())
    damaged[80] ^= 0xFF
    with pytest.raises(SourceError):
        add(store, bytes(damaged))


def test_another_set_than_said(store: MovieLensStore) -> None:
    with pytest.raises(SourceError, match="it is not the set 25m"):
        add(store, archive(), size="25m")


def test_nothing_in_an_archive_decides_where_it_is_written(store: MovieLensStore, tmp_path: Path) -> None:
    names = {"../escaped.csv": "x", "/escaped.csv": "x", "ml-latest-small/../../escaped.csv": "x"}
    with pytest.raises(SourceError, match="it is not the set"):
        add(store, packed(names))
    assert not list(tmp_path.rglob("escaped*"))


def test_a_bomb_is_refused(store: MovieLensStore) -> None:
    with pytest.raises(SourceError, match="this is not what GroupLens publishes"):
        add(store, archive(ratings="0" * 20_000_000))


def test_a_newer_archive_replaces_the_older(store: MovieLensStore) -> None:
    add(store, archive())
    assert add(store, archive(ratings=RATINGS + "7,3,4.0,1\n")).ratings == 5
    assert len(store.load("latest-small").ratings) == 5
    with pytest.raises(SourceError):
        add(store, b"")
    assert len(store.load("latest-small").ratings) == 5


def test_what_is_not_there_or_damaged(store: MovieLensStore) -> None:
    with pytest.raises(BadInput, match="cineaesthete ingest movielens --size 25m"):
        store.load("25m")
    add(store, archive())
    (store.root / "latest-small" / "halves.npy").write_bytes(b"")
    with pytest.raises(SourceError, match="bring it in again"):
        store.load("latest-small")
    add(store, archive())
    card = store.root / "latest-small" / CARD
    card.write_text(card.read_text().replace('"format": 1', '"format": 9'))
    with pytest.raises(SourceError, match="damaged or of another version"):
        store.load("latest-small")
