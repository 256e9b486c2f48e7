"""Import and export of libraries, on the real readers and a real database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.account.library_export import export_library
from adapters.account.library_import import ImportReport, answers_of, import_library
from data.sources.library_files import Service, read_library_file
from data.titles import TitleIndex
from memory.database import Database
from memory.library import Brought, Library, LibraryRow
from memory.people import People
from memory.timestamps import now
from tests.support.films import CATALOGUE, COLLATERAL, HEAT, RONIN, SUSPIRIA_1977, SUSPIRIA_2018

TITLES = TitleIndex(CATALOGUE)
IMDB = "Const,Your Rating,Date Rated,Title,Title Type,Year\n"
LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating\n"


@pytest.fixture
async def ana(database: Database) -> int:
    return (await People(database).resolve("cli", "ana")).id


async def bring(database: Database, person: int, name: str, text: str | bytes) -> ImportReport:
    raw = text if isinstance(text, bytes) else text.encode()
    library = Library(database)
    return await import_library(person, name, raw, library=library, catalogue=CATALOGUE, titles=TITLES)


async def test_films_are_matched_by_id_or_by_title_and_year(database: Database, ana: int) -> None:
    text = (
        LETTERBOXD + "2024-01-02,HEAT,1995,x,4.5\n2024-01-03,Le Fabuleux Destin d'Amélie Poulain,2001,x,4\n"
    )
    report = await bring(database, ana, "ratings.csv", text)
    assert report.brought == Brought(new=2, changed=0, same=0)
    heat = await Library(database).row(ana, HEAT.id)
    assert (heat.rating, heat.seen) == (4.5, True)


async def test_bringing_the_same_again_changes_nothing(database: Database, ana: int) -> None:
    text = IMDB + "tt0113277,9,2023-05-06,Heat,Movie,1995\ntt0122690,,,Ronin,Movie,1998\n"
    await bring(database, ana, "ratings.csv", text)
    before = await Library(database).rows(ana)
    report = await bring(database, ana, "ratings.csv", text)
    assert report.brought == Brought(new=0, changed=0, same=2)
    assert await Library(database).rows(ana) == before


async def test_what_was_said_here_later_stands(database: Database, ana: int) -> None:
    library = Library(database)
    await library.rate(ana, HEAT.id, 2, said="not again")
    report = await bring(database, ana, "ratings.csv", IMDB + "tt0113277,9,2023-05-06,Heat,Movie,1995\n")
    row = await library.row(ana, HEAT.id)
    assert (row.rating, row.said) == (2, "not again")
    assert report.brought.new == 0


async def test_what_is_unclear_is_asked_and_what_is_unknown_is_listed(database: Database, ana: int) -> None:
    text = (
        LETTERBOXD
        + "2024-01-02,Suspiria,,x,4\n2024-01-02,Colateral,2004,x,3\n2024-01-02,No Such Film,1999,x,3\n,,,,5\n"
    )
    report = await bring(database, ana, "ratings.csv", text)
    assert report.brought == Brought(0, 0, 0)
    assert [film.label for film in report.unknown] == ["No Such Film (1999)"]
    assert [row.why for row in report.refused] == ["names no film"]
    assert answers_of(report.unclear, 5) == [
        (f"rate:{SUSPIRIA_1977.id}:4", "Suspiria", SUSPIRIA_1977),
        (f"rate:{SUSPIRIA_2018.id}:4", "Suspiria", SUSPIRIA_2018),
        (f"rate:{COLLATERAL.id}:3", "Colateral (2004)", COLLATERAL),
    ]


@pytest.mark.parametrize("service", ["letterboxd", "imdb", "movielens"])
async def test_an_export_brought_back_is_the_same_library(
    database: Database, ana: int, service: Service
) -> None:
    library = Library(database)
    await library.rate(ana, HEAT.id, 4.5)
    await library.review(ana, HEAT.id, 'He said "no",\nthen yes.')
    await library.save(ana, RONIN.id)
    name, raw = export_library(service, await library.rows(ana), CATALOGUE)
    luis = (await People(database).resolve("cli", "luis")).id
    report = await bring(database, luis, name, raw)
    assert report.unknown == []
    assert report.unclear == []
    heat = await library.row(luis, HEAT.id)
    assert (heat.rating, heat.seen) == (4.5, True)
    if service == "letterboxd":
        assert heat.review == 'He said "no",\nthen yes.'
        assert (await library.row(luis, RONIN.id)).saved
    assert (await bring(database, ana, name, raw)).brought.changed == 0


RATED = st.dictionaries(
    st.sampled_from([film.id for film in CATALOGUE.films]), st.integers(1, 10).map(lambda half: half / 2)
)


@given(ratings=RATED, service=st.sampled_from(["letterboxd", "imdb", "movielens"]))
def test_every_rating_survives_the_way_out_and_back(ratings: dict[str, float], service: Service) -> None:
    rows = [
        LibraryRow(film_id, rating=stars, seen=True, rated_at=now()) for film_id, stars in ratings.items()
    ]
    name, raw = export_library(service, rows, CATALOGUE)
    if not rows:
        return
    back = [(film.label, film.stars) for film in read_library_file(name, raw).films if film.stars]
    labels = {film.id: film.label for film in CATALOGUE.films}
    assert sorted(back) == sorted((labels[film_id], stars) for film_id, stars in ratings.items())
