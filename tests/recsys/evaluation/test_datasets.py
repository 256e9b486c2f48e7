"""Data sets whose files are not as published."""

from pathlib import Path

import pytest

from data.catalogue import Catalogue
from data.errors import BadInput
from recsys.evaluation.datasets import read_dataset

FILMS = "1::Western 0 (1950)::Western\n2::Laughs (1999)::Comedy\n"


def folder(path: Path, ratings: str, films: str = FILMS) -> Path:
    (path / "ratings.dat").write_text(ratings)
    (path / "movies.dat").write_text(films)
    return path


def test_of_two_ratings_of_a_film_the_last_counts(tmp_path: Path) -> None:
    data = read_dataset("ml-1m", folder(tmp_path, "7::1::5::20\n7::2::3::5\n7::1::2::10\n"), Catalogue(()))
    assert sorted(zip(data.ratings.items.tolist(), data.ratings.stars.tolist(), strict=True)) == [
        (0, 5),
        (1, 3),
    ]
    assert data.order.tolist() == [2, 1]


@pytest.mark.parametrize(
    ("ratings", "films", "said"),
    [
        ("7::1::9::1\n", FILMS, "outside 0.5 to 5 stars"),
        ("7::1::good::1\n", FILMS, "no ratings"),
        ("7::1\n", FILMS, "no ratings"),
        ("7::99::4::1\n", FILMS, "films that are not listed"),
        ("", FILMS, "holds no ratings"),
        ("7::1::4::1\n", "1::Western\n", "not those of ml-1m"),
        ("7::1::4::1\n", "one::Western (1950)::Western\n", "not those of ml-1m"),
    ],
)
def test_malformed_files_are_refused_in_words(tmp_path: Path, ratings: str, films: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_dataset("ml-1m", folder(tmp_path, ratings, films), Catalogue(()))
