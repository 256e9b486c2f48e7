"""Files that people send as their library: read, or refused with one clear sentence."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from data.sources.library_files import read_library_file
from tests.fuzz.cases import ANYTHING, cases

NAMES = st.sampled_from(
    [
        "ratings.csv",
        "watchlist.csv",
        "watched.csv",
        "movies.csv",
        "links.csv",
        "a.zip",
        "x",
        "../../etc/passwd",
    ]
)
HEADS = st.sampled_from(
    [
        "Date,Name,Year,Letterboxd URI,Rating",
        "Const,Your Rating,Date Rated,Title,Title Type,Year",
        "userId,movieId,rating,timestamp",
        "movieId,title,genres",
        "movieId,imdbId,tmdbId",
        "Name;Year",
        "",
    ]
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "Heat",
            "1995",
            "4.5",
            "10",
            "tt0113277",
            "2024-01-02",
            "movie",
            "-1",
            "1e999",
            "nan",
            '"',
            "",
            "١٩٩٥",
        ]
    ),
    ANYTHING,
)
ROWS = st.lists(st.lists(CELLS, max_size=7).map(",".join), max_size=6)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1", "utf-7"])


def check(name: str, raw: bytes) -> None:
    try:
        found = read_library_file(name, raw)
    except BadInput as refused:
        sentence = str(refused)
        assert sentence.strip()
        assert "\n" not in sentence
        return
    for film in found.films:
        assert film.stars is None or 0.5 <= film.stars <= 5
        assert film.title or film.imdb_id or film.tmdb_id


@cases
@given(name=NAMES, head=HEADS, rows=ROWS, encoding=ENCODINGS, ends=st.sampled_from(["\n", "\r\n", "\r"]))
def test_tables_right_and_wrong(name: str, head: str, rows: list[str], encoding: str, ends: str) -> None:
    check(name, ends.join([head, *rows]).encode(encoding, "replace"))


@cases
@given(
    members=st.dictionaries(
        NAMES, st.builds(lambda head, rows: "\n".join([head, *rows]), HEADS, ROWS), max_size=3
    ),
    cut=st.floats(0, 1),
    noise=st.binary(max_size=20),
)
def test_archives_whole_and_broken(members: dict[str, str], cut: float, noise: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    raw = packed.getvalue()
    check("export.zip", raw)
    at = int(len(raw) * cut)
    check("export.zip", raw[:at])
    check("export.zip", raw[:at] + noise + raw[at + len(noise) :])
