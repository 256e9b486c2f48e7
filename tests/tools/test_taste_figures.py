from datetime import UTC, datetime

import pytest

from data.catalogue import Catalogue
from memory.library import LibraryRow
from recsys.recommender import Recommender
from tools.arguments import ShowLibrary
from tools.base import Caller
from tools.services import Services
from tools.show_library import show_library
from tools.taste_figures import FILMS_AT_LEAST, taste_figures

SEEN = datetime(2025, 3, 4, tzinfo=UTC)
ROWS = [
    LibraryRow("heat", rating=5, seen=True, seen_at=SEEN),
    LibraryRow("thief", rating=4.5, seen=True, seen_at=SEEN),
    LibraryRow("collateral", rating=4, seen=True, seen_at=SEEN.replace(month=7)),
    LibraryRow("alien", seen=True, seen_at=SEEN.replace(year=2024)),
    LibraryRow("amelie", rating=2, seen=True, seen_at=SEEN),
    LibraryRow("notting", liked=True, seen=True, seen_at=SEEN),
    LibraryRow("ronin", saved=True),
]


def test_figures_of_a_library(catalogue: Catalogue, recommender: Recommender) -> None:
    found = taste_figures(ROWS, catalogue, recommender)
    assert found is not None
    assert (found.films, found.rated) == (6, 4)
    assert found.minutes == 170 + 123 + 120 + 117 + 122 + 124
    assert found.mean == pytest.approx(15.5 / 4)
    assert found.stars == (0, 0, 0, 1, 0, 0, 0, 1, 1, 1)
    assert found.genres[0].own == pytest.approx(3 / 6)
    assert all(0 < share.everybody < 1 for share in found.genres)
    assert [share.name for share in found.decades] == ["1970", "1980", "1990", "2000"]
    assert sum(share.own for share in found.decades) == pytest.approx(1)
    best = found.directors[0]
    assert (best.name, best.films, best.stars) == ("Michael Mann", 3, 4.5)
    assert [film.id for film in found.loved] == ["heat", "thief", "notting", "collateral"]


def test_a_year_holds_what_was_seen_in_it(catalogue: Catalogue, recommender: Recommender) -> None:
    found = taste_figures(ROWS, catalogue, recommender, year=2025)
    assert found is not None
    assert found.films == 5
    assert (found.months[2], found.months[6], sum(found.months)) == (4, 1, 5)
    assert taste_figures(ROWS, catalogue, recommender, year=2024) is None


def test_few_films_draw_nothing(catalogue: Catalogue, recommender: Recommender) -> None:
    assert taste_figures(ROWS[: FILMS_AT_LEAST - 1], catalogue, recommender) is None


async def test_they_come_with_the_profile(ana: Caller, services: Services) -> None:
    for film_id in ("heat", "thief", "collateral", "alien", "amelie"):
        await services.library.rate(ana.person_id, film_id, 4)
    shown = await show_library(ShowLibrary(kind="profile"), ana, services)
    assert shown.figures is not None
    assert shown.total == 5
    past = await show_library(ShowLibrary(kind="profile", year=1999), ana, services)
    assert (past.figures, past.year) == (None, 1999)
