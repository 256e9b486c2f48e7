import io
import zipfile
from datetime import UTC, datetime

import pytest

from data.errors import BadInput
from data.sources.library_files import BYTES_AT_MOST, read_library_file

LETTERBOXD = "Date,Name,Year,Letterboxd URI"


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return packed.getvalue()


def test_letterboxds_zip_tells_seen_saved_rated_and_reviewed() -> None:
    raw = zipped(
        watched_csv=f"{LETTERBOXD}\n2024-01-02,Heat,1995,x\n",
        ratings_csv=f"{LETTERBOXD},Rating\n2024-01-02,Heat,1995,x,4.5\n",
        watchlist_csv=f"{LETTERBOXD}\n2024-01-03,Ronin,1998,x\n",
        reviews_csv=f'{LETTERBOXD},Rating,Review\n2024-01-02,Heat,1995,x,4.5,"So, so good"\n',
        profile_csv="Username\nana\n",
        deleted__watched_csv=f"{LETTERBOXD}\n2024-01-02,Alien,1979,x\n",
    )
    file = read_library_file("letterboxd-ana.zip", raw)
    assert file.service == "letterboxd"
    told = {(film.table, film.title, film.stars, film.seen, film.saved, film.review) for film in file.films}
    assert told == {
        ("watched.csv", "Heat", None, True, False, None),
        ("ratings.csv", "Heat", 4.5, True, False, None),
        ("watchlist.csv", "Ronin", None, False, True, None),
        ("reviews.csv", "Heat", 4.5, True, False, "So, so good"),
    }
    assert file.films[0].at == datetime(2024, 1, 2, tzinfo=UTC)


def test_imdb_rates_up_to_ten_and_lists_series_too() -> None:
    raw = (
        b"Const,Your Rating,Date Rated,Title,Title Type,Year\n"
        b"tt0113277,9,2023-05-06,Heat,Movie,1995\n"
        b"tt0903747,10,2023-05-06,Breaking Bad,TV Series,2008\n"
        b"tt0122690,,,Ronin,Movie,1998\n"
        b"tt1,11,,Bad,Movie,2000\n"
    )
    file = read_library_file("ratings.csv", raw)
    heat, ronin = file.films
    assert (heat.imdb_id, heat.stars, heat.seen) == ("tt0113277", 4.5, True)
    assert (ronin.stars, ronin.seen, ronin.saved) == (None, False, True)
    assert [(row.line, row.why) for row in file.refused] == [
        (2, "is no film but a TV Series"),
        (4, "has the rating 11; the scale goes to 10"),
    ]


def test_movielens_own_export_carries_ids() -> None:
    raw = b"movie_id,imdb_id,tmdb_id,rating,average_rating,title\n6,0113277,949,4.5,3.9,Heat (1995)\n"
    (film,) = read_library_file("movielens-ratings.csv", raw).films
    assert (film.imdb_id, film.tmdb_id, film.title, film.year) == ("tt0113277", 949, "Heat", 1995)


def test_movielens_numbers_are_read_with_the_links_beside_them() -> None:
    ratings = "userId,movieId,rating,timestamp\n7,6,4.5,1700000000\n7,99,3,1700000000\n"
    with_links = zipped(ratings_csv=ratings, links_csv="movieId,imdbId,tmdbId\n6,0113277,949\n")
    file = read_library_file("ml.zip", with_links)
    assert [film.imdb_id for film in file.films] == ["tt0113277"]
    assert "links.csv" in file.refused[0].why
    with pytest.raises(BadInput, match="2 people"):
        read_library_file("ratings.csv", b"userId,movieId,rating\n1,6,4\n2,6,3\n")


def bomb() -> bytes:
    return zipped(ratings_csv="x" * (60 * 2**20))


UNUSABLE = {
    "empty": (b"", "no films"),
    "no films": (f"{LETTERBOXD}\n".encode(), "no films"),
    "another table": (b"colour,shape\nred,round\n", "colour, shape"),
    "large": (b"x" * (BYTES_AT_MOST + 1), "up to 10 MB"),
    "many rows": (b"Const,Your Rating\n" + b"tt1,5\n" * 60_000, "50,000 rows"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "none of the columns"),
    "other zip": (zipped(a_csv="a,b\n1,2\n"), "no films"),
    "damaged zip": (
        zipped(ratings_csv=f"{LETTERBOXD},Rating\n" + "2024-01-02,Heat,1995,x,4\n" * 99)[:-30],
        "damaged",
    ),
    "many members": (zipped(**{f"n{number}": "" for number in range(2001)}), "2,001 files"),
}


@pytest.mark.parametrize(("raw", "says"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_what_cannot_be_used_is_said(raw: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_library_file("a file", raw)


def test_a_bomb_is_left() -> None:
    raw = bomb()
    assert len(raw) < 100_000
    with pytest.raises(BadInput, match="unpacks to more"):
        read_library_file("bomb.zip", raw)


def test_other_encodings_and_broken_rows_lose_only_themselves() -> None:
    raw = "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Amélie,2001,x,four\n,,,,\n,Amélie,2001,x,4\n"
    file = read_library_file("ratings.csv", raw.encode("cp1252"))
    assert [film.title for film in file.films] == ["Amélie"]
    assert file.refused[0].why == 'has the rating "four", which is no number'
