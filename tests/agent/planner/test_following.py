"""Messages that hang on what was said or shown before."""

from typing import Any

import pytest

from agent.focus import Focus
from agent.planner import Planner
from data.catalogue import Catalogue
from data.titles import TitleIndex
from tests.agent.planner.test_planner import only, said
from tools.arguments import RecommendFilms, SearchByLook


@pytest.fixture(scope="module")
def titles(catalogue: Catalogue) -> TitleIndex:
    return TitleIndex(catalogue)


def ids(titles: TitleIndex, *names: str) -> list[str]:
    return [film.id for name in names if (film := titles.resolve(name).film)]


@pytest.fixture(scope="module")
def crime(titles: TitleIndex) -> Focus:
    """A request for crime films with its list."""
    return Focus().asking(RecommendFilms(genres=("Crime",))).showing(ids(titles, "Casino", "Fargo", "Zodiac"))


@pytest.fixture(scope="module")
def lawrence(titles: TitleIndex) -> Focus:
    """One film was spoken of."""
    return Focus().speaking_of(*ids(titles, "Lawrence of Arabia"))


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("give me ten of them", {"genres": ("Crime",), "count": 10}),
        ("now just the top three", {"genres": ("Crime",), "count": 3}),
        ("shorter than Jaws", {"genres": ("Crime",), "max_runtime": 123}),
        ("not Goodfellas", {"genres": ("Crime",), "exclude_films": ("GoodFellas",)}),
        ("nothing in black and white", {"genres": ("Crime",), "exclude_genres": ("black and white",)}),
        ("more recent", {"genres": ("Crime",), "min_year": 1997}),
    ],
)
def test_what_is_added_to_a_search(
    planner: Planner, crime: Focus, text: str, arguments: dict[str, Any]
) -> None:
    assert only(planner.decide(text, crime)) == ("recommend_films", arguments)


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("2", "film_details", {"title": "Fargo", "year": 1996}),
        ("the second one sounds good", "film_details", {"title": "Fargo", "year": 1996}),
        ("longest of these?", "film_details", {"title": "Casino", "year": 1995}),
        (
            "le premier, je l'ai déjà vu",
            "update_library",
            {"action": "seen", "title": "Casino", "year": 1995},
        ),
    ],
)
def test_one_of_a_list(
    planner: Planner, crime: Focus, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    assert only(planner.decide(text, crime)) == (tool, arguments)


def test_what_is_asked_of_those_found_keeps_whose_they_are(planner: Planner) -> None:
    hers = Focus().asking(RecommendFilms(people=("Greta Gerwig",))).showing(["tt4925292"])
    for text in ("any of those a comedy?", "ok then comedies with her"):
        _, wishes = only(planner.decide(text, hers))
        assert wishes == {"people": ("Greta Gerwig",), "genres": ("Comedy",)}


def test_a_film_of_theirs_is_refused_by_its_everyday_title(planner: Planner) -> None:
    his = Focus().asking(RecommendFilms(people=("Alfred Hitchcock",))).showing(["tt0054215"])
    _, wishes = only(planner.decide("without psycho", his))
    assert wishes == {"people": ("Alfred Hitchcock",), "exclude_films": ("Psycho",)}


def test_he_is_the_director_of_the_film_spoken_of(planner: Planner, lawrence: Focus) -> None:
    for text in ("what else did he direct", "other films by the same director"):
        assert only(planner.decide(text, lawrence)) == (
            "recommend_films",
            {"people": ("David Lean",), "exclude_films": ("Lawrence of Arabia",)},
        )


def test_it_is_rated_in_other_tongues(planner: Planner, lawrence: Focus) -> None:
    tool, noted = only(planner.decide("ya la vi, le doy un 9 de 10", lawrence))
    assert (tool, noted["title"], noted["rating"]) == ("update_library", "Lawrence of Arabia", 4.5)


def test_the_old_one_is_of_those_that_bear_the_title(planner: Planner, titles: TitleIndex) -> None:
    newest = Focus().speaking_of(*ids(titles, "King Kong (2005)"))
    _, film = only(planner.decide("the old one", newest))
    assert film == {"title": "King Kong", "year": 1933}


def test_a_look_is_given_up_for_a_wish(planner: Planner) -> None:
    look = Focus().asking(SearchByLook(look="neon rain", min_year=2001))
    assert only(planner.decide("westerns", look.without_request())) == (
        "recommend_films",
        {"genres": ("Western",)},
    )


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("good films from japan?", {"languages": ("ja",)}),
        ("peliculas de Corea", {"languages": ("ko",)}),
        ("films about Japan", {"keywords": ("japan",)}),
        (
            "korean thriller, not oldboy",
            {"genres": ("Thriller",), "languages": ("ko",), "exclude_films": ("Oldboy",)},
        ),
        ("which films did Hitchcock make", {"people": ("Alfred Hitchcock",)}),
        ("was kann ich mit meinem Sohn schauen?", {"company": "kids", "family_safe": True}),
    ],
)
def test_without_anything_before(planner: Planner, text: str, arguments: dict[str, Any]) -> None:
    assert only(planner.decide(text, Focus())) == ("recommend_films", arguments)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I will have to check it out", "thanks"),
        ("haven't heard of those two, will check them out", "thanks"),
        ("seen all of those already, thanks for your help, bye", "farewell"),
        ("the action was fine I guess. have a nice day", "farewell"),
    ],
)
def test_the_end_of_a_talk_asks_for_no_films(planner: Planner, crime: Focus, text: str, kind: str) -> None:
    decision = planner.decide(text, crime)
    assert decision.calls == ()
    assert decision.small_talk in (kind, "thanks", "farewell")


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("up for anything, Old or new", {}),
        ("something like Heat but nothing like Alien", {"like": ("Heat",), "exclude_films": ("Alien",)}),
        ("ah yes, a thriller please", {"genres": ("Thriller",)}),
    ],
)
def test_what_only_sounds_like_a_title_or_a_name(
    planner: Planner, text: str, arguments: dict[str, Any]
) -> None:
    assert only(planner.decide(text, Focus())) == ("recommend_films", arguments)


def test_what_was_shown_is_spoken_of_without_being_named(planner: Planner, crime: Focus) -> None:
    assert only(planner.decide("no I haven't seen that one yet", crime))[0] == "film_details"
    assert only(planner.decide("yup and loved it", crime)) == (
        "update_library",
        {"action": "rate", "title": "Casino", "year": 1995},
    )


def test_a_search_of_long_ago_takes_limits_but_no_other_kind(planner: Planner, crime: Focus) -> None:
    long_ago = crime.model_copy(update={"idle": 6})
    assert only(planner.decide("a french comedy", long_ago)) == (
        "recommend_films",
        {"genres": ("Comedy",), "languages": ("fr",)},
    )
    assert only(planner.decide("no horror", long_ago)) == (
        "recommend_films",
        {"genres": ("Crime",), "exclude_genres": ("Horror",)},
    )


def test_yesterday_is_a_day(planner: Planner) -> None:
    (noted,) = said(planner.decide("watched heat yesterday. 8/10", Focus()))
    assert noted == ("update_library", {"action": "rate", "title": "Heat", "year": 1995, "rating": 4.0})
