from datetime import date

import pytest

from agent.planner import Planner
from agent.planner.looking_back import looking_back
from tools.arguments import ShowLibrary

AUTUMN = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("my wrapped", 2026),
        ("show me my 2025 wrapped please", 2025),
        ("my year in films", 2026),
        ("my movie year, last year", 2025),
        ("mi año de cine", 2026),
        ("mon année ciné", 2026),
        ("mein Filmjahr 2024", 2024),
        ("Jahresrückblick", 2026),
    ],
)
def test_a_year_is_looked_back_on(planner: Planner, said: str, year: int) -> None:
    decision = looking_back(said, AUTUMN)
    assert decision is not None
    (made,) = decision.calls
    assert made.arguments == ShowLibrary(kind="profile", year=year)


def test_in_january_the_year_before_is_meant() -> None:
    decision = looking_back("my wrapped", date(2027, 1, 20))
    assert decision is not None
    assert decision.calls[0].arguments == ShowLibrary(kind="profile", year=2026)


@pytest.mark.parametrize(
    "said", ["films of the year", "a mummy wrapped in bandages", "my year was bad", "best of 2025"]
)
def test_other_years_are_left_alone(said: str) -> None:
    assert looking_back(said, AUTUMN) is None
