import pytest

from data.catalogue import Catalogue
from data.films import Film
from tools.themes import Themes


@pytest.fixture
def themes() -> Themes:
    keywords = (
        "zombie",
        "zombie apocalypse",
        "same-sex relationship",
        "sex",
        "robbery",
        "black and white",
        "hero",
        "marvel comic",
        "marvel cinematic universe",
    )
    films = [Film(str(n), f"Film {n}", 2000, keywords=(keyword,)) for n, keyword in enumerate(keywords)]
    return Themes(Catalogue(films))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("zombies", {"zombie", "zombie apocalypse"}),
        ("the Zombie", {"zombie", "zombie apocalypse"}),
        ("zombie apocalypse", {"zombie apocalypse"}),
        ("apocalypse", set()),
        ("sex", {"sex"}),
        ("robberies", {"robbery"}),
        ("heroes", {"hero"}),
        ("black and white", {"black and white"}),
        ("Marvel", {"marvel comic", "marvel cinematic universe"}),
        ("comics", set()),
        ("", set()),
        ("the", set()),
    ],
)
def test_what_a_theme_means(themes: Themes, said: str, meant: set[str]) -> None:
    assert themes.meaning(said) == meant


def test_films_of_keywords(themes: Themes) -> None:
    assert themes.films(themes.meaning("zombies")) == {0, 1}
    assert themes.films(["unheard of"]) == frozenset()
