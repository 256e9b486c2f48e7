from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.review_import import Report, Terms, import_reviews
from data.sources.review_files import RefusedRow, ReviewRow
from data.titles import TitleIndex
from memory.database import Database
from memory.reviews import Reviews
from recsys.reviews.reading import Reading
from tests.support.films import CATALOGUE, HEAT, SUSPIRIA_1977
from tests.support.toy_reviews import toy_reader

TERMS = Terms("file.csv", "CC BY 4.0", quotable=True, scale=10)


@pytest.fixture
async def reviews(tmp_path: Path) -> AsyncIterator[Reviews]:
    database = await Database.open(f"sqlite:///{tmp_path / 'cine.db'}")
    yield Reviews(database)
    await database.close()


async def take(reviews: Reviews, *rows: ReviewRow | RefusedRow, replace: bool = False) -> Report:
    return await import_reviews(
        rows,
        TERMS,
        catalogue=CATALOGUE,
        titles=TitleIndex(CATALOGUE),
        reader=toy_reader(),
        reviews=reviews,
        replace=replace,
        progress=lambda _: None,
    )


async def test_usable_rows_are_kept_and_the_others_named(reviews: Reviews) -> None:
    report = await take(
        reviews,
        ReviewRow(1, "The acting is <b>superb</b>.", "heat", rating=9),
        RefusedRow(2, "has no text"),
        ReviewRow(4, "Fine.", "Suspiria", year=1977),
        ReviewRow(5, "Fine.", "Xyzzy Plugh"),
        ReviewRow(6, "Fine.", imdb_id="tt9999999"),
        ReviewRow(7, "Fine.", "Heat", rating=11),
        ReviewRow(8, "<br>", "Heat"),
    )
    assert (report.rows, report.added, report.films) == (7, 2, 2)
    assert [(row.number, row.why) for row in report.refused] == [
        (2, "has no text"),
        (5, 'names "Xyzzy Plugh", which is not in the catalogue'),
        (6, "names the film tt9999999, which is not in the catalogue"),
        (7, "has the rating 11, the scale goes to 10"),
        (8, "has no words"),
    ]
    (kept,) = await reviews.of_film(HEAT.id)
    assert (kept.text, kept.stars, kept.origin, kept.quotable) == (
        "The acting is superb.", 4.5, "file.csv", True,
    )  # fmt: skip
    reading = Reading.from_json(kept.reading)
    assert reading is not None
    assert reading.opinions
    assert await reviews.count(SUSPIRIA_1977.id) == 1


async def test_the_same_file_again_adds_nothing(reviews: Reviews) -> None:
    row = ReviewRow(1, "Superb.", "Heat", id="7")
    await take(reviews, row)
    again = await take(reviews, row)
    assert (again.added, again.known) == (0, 1)


async def test_a_new_edition_replaces_the_old(reviews: Reviews) -> None:
    await take(reviews, ReviewRow(1, "Superb.", "Heat"))
    await take(reviews, ReviewRow(1, "Awful.", "Heat"), replace=True)
    assert [review.text for review in await reviews.of_film(HEAT.id)] == ["Awful."]
    await take(reviews, RefusedRow(1, "has no text"), replace=True)
    assert await reviews.count(HEAT.id) == 1
