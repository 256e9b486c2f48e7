"""Messages that go on with what was just done: who comes along, the same for another film, another wish."""

from typing import Any

import pytest

from agent.focus import AwaitingQuiz, AwaitingVote, Focus
from agent.planner import Planner
from data.catalogue import Catalogue
from data.titles import TitleIndex
from tests.agent.planner.test_planner import only
from tools.arguments import PlanMovieNight, RecommendFilms

EVENING = Focus().asking(PlanMovieNight(people=("Ben", "Ana"), max_runtime=120))


def spoken_of(catalogue: Catalogue, title: str, deed: str | None = None) -> Focus:
    film = TitleIndex(catalogue).resolve(title).film
    assert film is not None
    return Focus().speaking_of(film.id, deed)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("add Lea too", ("Ben", "Ana", "Lea")),
        ("and lea and tom", ("Ben", "Ana", "lea", "tom")),
        ("Lucía is coming as well", ("Ben", "Ana", "Lucía")),
        ("y con Marta también", ("Ben", "Ana", "Marta")),
        ("without ben", ("Ana",)),
        ("oh, Ana can't make it", ("Ben",)),
        ("Ben kann nicht kommen", ("Ana",)),
    ],
)
def test_who_comes_along(planner: Planner, text: str, people: tuple[str, ...]) -> None:
    assert only(planner.decide(text, EVENING)) == (
        "plan_movie_night",
        {"people": people, "max_runtime": 120},
    )


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("and short", "people", ("Ben", "Ana")),
        ("also western", "genres", ("Western",)),
        ("with Tom Hanks", "people", ("Ben", "Ana", "Tom Hanks")),
        ("without horror", "exclude_genres", ("Horror",)),
    ],
)
def test_what_is_no_guest(planner: Planner, text: str, name: str, value: tuple[str, ...]) -> None:
    tool, arguments = only(planner.decide(text, EVENING))
    assert (tool, arguments[name]) == ("plan_movie_night", value)


def test_a_film_of_the_ballot_is_a_vote_and_no_guest(planner: Planner, catalogue: Catalogue) -> None:
    titles = TitleIndex(catalogue)
    films = tuple(film.id for name in ("Alien", "Heat") if (film := titles.resolve(name).film))
    voting = EVENING.showing(films).awaiting(AwaitingVote(ballot=3, choices=films))
    for text in ("and Alien", "also Alien"):
        tool, arguments = only(planner.decide(text, voting))
        assert tool == "plan_movie_night"
        assert arguments.get("act"), text
    assert only(planner.decide("and Lea", voting))[1]["people"] == ("Ben", "Ana", "Lea")


@pytest.mark.parametrize(
    ("deed", "text", "tool", "arguments"),
    [
        ("watchlist_add", "and barry lyndon", "update_library", {"action": "watchlist_add"}),
        ("details", "and heat?", "film_details", {}),
        ("reviews", "also Heat please", "summarise_reviews", {}),
    ],
)
def test_the_same_for_another_film(
    planner: Planner, catalogue: Catalogue, deed: str, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    found, given = only(planner.decide(text, spoken_of(catalogue, "Jaws", deed)))
    assert found == tool
    assert given["title"] in ("Barry Lyndon", "Heat")
    assert arguments.items() <= given.items()


def test_another_wish_behind_a_no_to_our_question(planner: Planner) -> None:
    asked = Focus().awaiting(AwaitingQuiz(step=0))
    assert only(planner.decide("nah later. just horror comedies for now", asked)) == (
        "recommend_films",
        {"genres": ("horror comedies",)},
    )
    assert planner.decide("nah, later", asked).calls == ()


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("horror comedies", {"genres": ("horror comedies",)}),
        ("a sci-fi thriller", {"genres": ("sci fi thriller",)}),
        ("a comedy or a western", {"genres": ("Comedy", "Western")}),
        ("no horror comedies", {"exclude_genres": ("horror comedies",)}),
        ("no romcoms", {"exclude_genres": ("Romance",)}),
        ("nothing from before 2000", {"min_year": 2000}),
        ("nichts vor 2000", {"min_year": 2000}),
        ("rien après 1980", {"max_year": 1980}),
        ("a good horror from 2015 to 2020", {"genres": ("Horror",), "min_year": 2015, "max_year": 2020}),
    ],
)
def test_kinds_and_years(planner: Planner, text: str, wishes: dict[str, Any]) -> None:
    assert only(planner.decide(text, Focus())) == ("recommend_films", wishes)


def test_a_whole_list_is_noted_and_of_two_films_each_its_own(planner: Planner, catalogue: Catalogue) -> None:
    titles = TitleIndex(catalogue)
    films = [
        film for name in ("Heat", "Ronin", "Fargo", "Zodiac", "Casino") if (film := titles.resolve(name).film)
    ]
    listed = Focus().asking(RecommendFilms(genres=("Crime",))).showing([film.id for film in films])
    seen = planner.decide("i've seen all of these", listed)
    assert [call.arguments.model_dump()["title"] for call in seen.calls] == [film.title for film in films]
    both = planner.decide("loved the first one, hated the last", listed)
    mixed = [call.arguments.model_dump() for call in both.calls]
    assert [(one["action"], one["title"]) for one in mixed] == [("rate", "Heat"), ("dislike", "Casino")]
    once = planner.decide("seen the third, loved it", listed)
    assert [call.arguments.model_dump()["title"] for call in once.calls] == ["Fargo"]


def test_films_of_one_title(planner: Planner, catalogue: Catalogue) -> None:
    sabrina = spoken_of(catalogue, "Sabrina (1995)")
    assert only(planner.decide("and who was in the old one, the 50s one", sabrina)) == (
        "film_details",
        {"title": "Sabrina", "year": 1954},
    )
    assert only(planner.decide("what do reviews say about dune, the new one", Focus())) == (
        "summarise_reviews",
        {"title": "Dune", "year": 2021},
    )


def test_whoever_plays_in_the_film_spoken_of(planner: Planner, catalogue: Catalogue) -> None:
    sabrina = spoken_of(catalogue, "Sabrina (1954)")
    _, wishes = only(planner.decide("ah yes audrey, more with her pls", sabrina))
    assert wishes["people"] == ("Audrey Hepburn",)


def test_to_block_somebody_is_more_than_to_end_a_friendship(planner: Planner) -> None:
    _, blocked = only(planner.decide("block pete", Focus()))
    assert blocked == {"kind": "remove_friend", "person": "pete", "block": True}
    _, ended = only(planner.decide("unfriend pete", Focus()))
    assert "block" not in ended
