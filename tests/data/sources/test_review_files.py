from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.errors import BadInput
from data.sources.review_files import RefusedRow, ReviewRow, read_review_file


def rows(tmp_path: Path, content: str | bytes, name: str = "reviews.csv") -> list[ReviewRow | RefusedRow]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_review_file(path))


def test_all_columns(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path,
        "id,Review,Film,Year,Rating,Author,Date,Spoiler,colour\n"
        'r1,"Great, truly.",Heat,1995,4.5,Cy,2024-05-31,yes,blue\n',
    )
    assert row == ReviewRow(
        1, "Great, truly.", "Heat", year=1995, rating=4.5, author="Cy",
        date=datetime(2024, 5, 31, tzinfo=UTC), spoiler=True, id="r1",
    )  # fmt: skip


def test_semicolons_marks_and_other_names(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "\ufefftext;movie;stars\nSchön;Heat;4,5\n")
    assert (row.text, row.film, row.rating) == ("Schön", "Heat", 4.5)  # type: ignore[union-attr]


def test_another_encoding(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "review,film\ncafé,Amélie\n".encode("cp1252"))
    assert (row.text, row.film) == ("café", "Amélie")  # type: ignore[union-attr]


def test_each_bad_row_says_why_and_the_others_stay(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        "review,film,rating,date\n"
        "Fine,Heat,4,\n"
        ",Heat,4,\n"
        "No film,,4,\n"
        "Bad number,Heat,four,\n"
        "Bad date,Heat,4,yesterday\n"
        "Too,many,4,2024-05-31,values\n"
        "Not a number,Heat,nan,\n"
        "Fine too,Heat,,\n",
    )
    assert [row.number for row in found if isinstance(row, ReviewRow)] == [1, 8]
    assert [row.why for row in found if isinstance(row, RefusedRow)] == [
        "has no text",
        "names no film",
        'has the rating "four", which is no number',
        'has the date "yesterday"; write it as 2024-05-31',
        "has 5 values, the heading has 4",
        'has the rating "nan", which is no number',
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "is empty"),
        ("film,rating\nHeat,4\n", "has no column review"),
        ("review,rating\nGreat,4\n", "has no column film, imdb_id or tmdb_id"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        rows(tmp_path, content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file"):
        read_review_file(tmp_path / "none.csv")


def test_a_megabyte_of_text_is_one_row(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, f'review,film\n"{"word " * 200_000}",Heat\n')
    assert isinstance(row, ReviewRow)


def test_parquet(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas", reason="the train extra is not installed")
    pd.DataFrame(
        {"review": ["Great", None], "imdb_id": ["tt1", "tt2"], "rating_10": [9, 2], "title": ["x", None]}
    ).to_parquet(tmp_path / "r.parquet")
    good, bad = read_review_file(tmp_path / "r.parquet")
    assert good == ReviewRow(1, "Great", "x", imdb_id="tt1", rating=9.0)
    assert bad == RefusedRow(2, "has no text")
    (tmp_path / "broken.parquet").write_text("no parquet")
    with pytest.raises(BadInput, match="not a parquet file"):
        read_review_file(tmp_path / "broken.parquet")
