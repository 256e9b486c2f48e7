"""Messages in, decisions out, on the real catalogue."""

from typing import Any

import pytest

from agent.decision import Decision, ToolCall
from agent.focus import AwaitingFilm, AwaitingRating, AwaitingYes, Focus
from agent.planner import Planner
from data.catalogue import Catalogue
from data.titles import TitleIndex
from tools.arguments import FilmDetails, Forget, PlanMovieNight, RecommendFilms


def said(decision: Decision) -> list[tuple[str, dict[str, Any]]]:
    return [
        (call.arguments.tool, call.arguments.model_dump(exclude={"tool"}, exclude_defaults=True))
        for call in decision.calls
    ]


def only(decision: Decision) -> tuple[str, dict[str, Any]]:
    (call,) = said(decision)
    return call


@pytest.fixture(scope="module")
def shown(catalogue: Catalogue) -> Focus:
    """A request for crime films, answered by Heat, Casino and Amélie."""
    titles = TitleIndex(catalogue)
    films = [titles.resolve(title).film for title in ("Heat (1995)", "Casino (1995)", "Amélie")]
    request = RecommendFilms(genres=("Crime",), max_runtime=180)
    return Focus().asking(request).showing([film.id for film in films if film])


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("something like Heat but under two hours", {"like": ("Heat",), "max_runtime": 120}),
        (
            "french comedies from the 90s",
            {"genres": ("Comedy",), "languages": ("fr",), "min_year": 1990, "max_year": 1999},
        ),
        (
            "thrillers with De Niro after 2000",
            {"genres": ("Thriller",), "people": ("Robert De Niro",), "min_year": 2001},
        ),
        ("anything but musicals", {"exclude_genres": ("Music",)}),
        (
            "three sci fi films shorter than Interstellar",
            {"genres": ("Science Fiction",), "count": 3, "max_runtime": 168},
        ),
        ("movies about time travel", {"keywords": ("time travel",)}),
        ("un thriller que no dure más de dos horas", {"genres": ("Thriller",), "max_runtime": 120}),
        ("who is Michael Mann?", {"people": ("Michael Mann",)}),
        ("an action film, no vampires", {"genres": ("Action",), "exclude_genres": ("vampires",)}),
        ("a comedy from the ninetys", {"genres": ("Comedy",), "min_year": 1990, "max_year": 1999}),
        ("un western sin John Wayne", {"genres": ("Western",), "exclude_people": ("John Wayne",)}),
    ],
)
def test_wishes(planner: Planner, text: str, arguments: dict[str, Any]) -> None:
    assert only(planner.decide(text, Focus())) == ("recommend_films", arguments)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("who directed Alien", "film_details"),
        ("add Parasite to my watchlist", "update_library"),
        ("what do people think of Inception, no spoilers", "summarise_reviews"),
        ("neon rain at night", "search_by_look"),
        ("plan a movie night with Ana and Luis", "plan_movie_night"),
        ("start the quiz", "start_quiz"),
        ("how well do i match with Ana", "social"),
        ("i can't stand jump scares", "remember"),
        ("forget everything", "forget"),
        ("what's on my list", "show_library"),
    ],
)
def test_tools(planner: Planner, text: str, tool: str) -> None:
    assert only(planner.decide(text, Focus()))[0] == tool


def test_negation_ends_where_the_list_ends(planner: Planner) -> None:
    _, wishes = only(planner.decide("no horror, musicals or war films please, something cosy", Focus()))
    assert wishes["exclude_genres"] == ("Horror", "Music", "War")
    assert wishes["mood"] == "cosy"
    _, wishes = only(planner.decide("no horror, comedy please", Focus()))
    assert (wishes["exclude_genres"], wishes["genres"]) == (("Horror",), ("Comedy",))


def test_several_things_in_one_message(planner: Planner) -> None:
    calls = said(planner.decide("I loved Heat, 5 stars. something similar but shorter", Focus()))
    assert calls[0] == (
        "update_library",
        {"action": "rate", "title": "Heat", "year": 1995, "rating": 5.0},
    )
    assert calls[1][0] == "recommend_films"
    assert calls[1][1]["like"] == ("Heat",)


def test_wishes_gather_and_contradictions_yield(planner: Planner, shown: Focus) -> None:
    _, wishes = only(planner.decide("no horror though", shown))
    assert wishes == {"genres": ("Crime",), "exclude_genres": ("Horror",), "max_runtime": 180}
    _, wishes = only(planner.decide("only in french", shown))
    assert wishes == {"genres": ("Crime",), "languages": ("fr",), "max_runtime": 180}


def test_shorter_and_older_are_measured_on_what_was_shown(
    planner: Planner, shown: Focus, catalogue: Catalogue
) -> None:
    films = [film for film_id in shown.last_shown if (film := catalogue.get(film_id))]
    _, wishes = only(planner.decide("shorter ones please", shown))
    assert wishes["max_runtime"] < sorted(film.runtime or 0 for film in films)[1]
    _, wishes = only(planner.decide("older", shown))
    assert wishes["max_year"] < sorted(film.year for film in films)[1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("mark the second one as seen", "Casino"),
        ("save the last one for later", "Amélie"),
        ("add the french one to my list", "Amélie"),
        ("the Al Pacino one gets 4 stars", "Heat"),
    ],
)
def test_pointing(planner: Planner, shown: Focus, text: str, title: str) -> None:
    tool, arguments = only(planner.decide(text, shown))
    assert (tool, arguments["title"]) == ("update_library", title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the second one looks good, whats it about", "Casino"),
        ("which of those is the longest?", "Casino"),
        ("the newest of these?", "Amélie"),
        ("¿de qué va la segunda?", "Casino"),
        ("worum geht es im zweiten?", "Casino"),
        ("de quoi parle le dernier ?", "Amélie"),
    ],
)
def test_asking_about_one_of_those_shown(planner: Planner, shown: Focus, text: str, title: str) -> None:
    tool, arguments = only(planner.decide(text, shown))
    assert (tool, arguments["title"]) == ("film_details", title)


def test_refusing_all_that_was_shown_asks_for_more(planner: Planner, shown: Focus) -> None:
    for text in ("nah", "nope", "meh, others"):
        assert only(planner.decide(text, shown)) == only(planner.decide("more", shown))
    assert not planner.decide("no thanks", shown).calls
    assert not planner.decide("nah", Focus()).calls


def test_one_of_what_they_saved(planner: Planner, shown: Focus) -> None:
    saved = Focus().showing(shown.last_shown, watchlist=True)
    assert only(planner.decide("pick one from it", saved)) == ("recommend_films", {"from_watchlist": True})
    assert only(planner.decide("pick one from it", shown))[1].get("from_watchlist") is None


def test_after_an_evening_together_one_alone(planner: Planner) -> None:
    together = Focus().asking(PlanMovieNight(people=("Ben",), exclude_genres=("Horror",)))
    tool, wishes = only(planner.decide("ok now for me alone: three westerns from the 60s", together))
    assert (tool, wishes["genres"], wishes["count"]) == ("recommend_films", ("Western",), 3)
    assert not {"people", "exclude_genres"} & wishes.keys()


def test_an_evening_together_goes_on_with_all_who_come(planner: Planner) -> None:
    together = Focus().asking(PlanMovieNight(people=("Ana", "Ben")))
    tool, wishes = only(planner.decide("something with Tom Hanks instead", together))
    assert (tool, wishes["people"]) == ("plan_movie_night", ("Ana", "Ben", "Tom Hanks"))


@pytest.mark.parametrize(
    ("text", "film", "stars"),
    [
        ("Jaws 2 stars", "Jaws", 2),
        ("gave jaws two stars", "Jaws", 2),
        ("toy story 3 4 stars", "Toy Story 3", 4),
        ("Blade Runner 2049 5 stars", "Blade Runner 2049", 5),
    ],
)
def test_stars_behind_a_title_are_no_part_of_it(planner: Planner, text: str, film: str, stars: float) -> None:
    tool, given = only(planner.decide(text, Focus()))
    assert (tool, given["title"], given["rating"]) == ("update_library", film, stars)


def test_why_and_more(planner: Planner, shown: Focus) -> None:
    assert only(planner.decide("why the first one?", shown)) == ("explain_pick", {"title": "Heat"})
    assert only(planner.decide("explain the third one", shown)) == ("explain_pick", {"title": "Amélie"})
    tool, wishes = only(planner.decide("more", shown))
    assert (tool, wishes["genres"]) == ("recommend_films", ("Crime",))


def test_a_new_topic_drops_the_old_wishes(planner: Planner, shown: Focus) -> None:
    _, wishes = only(planner.decide("recommend me a romantic comedy for date night", shown))
    assert "max_runtime" not in wishes
    assert "Crime" not in wishes["genres"]


def test_answers_to_our_questions(planner: Planner, catalogue: Catalogue) -> None:
    films = [film for film in catalogue.films if film.title == "Heat"]
    ids = tuple(film.id for film in films)
    pending = AwaitingFilm(call=ToolCall(arguments=FilmDetails(title="Heat")), choices=ids)
    answer = planner.decide(f"the {films[-1].year} one", Focus().awaiting(pending))
    assert only(answer) == ("film_details", {"title": films[-1].id})
    stars = planner.decide("4 stars", Focus().awaiting(AwaitingRating(film_id=ids[0])))
    assert only(stars)[1] == {"action": "rate", "title": "Heat", "year": films[0].year, "rating": 4.0}
    erase = Focus().awaiting(AwaitingYes(call=ToolCall(arguments=Forget(what="everything"))))
    assert planner.decide("yes", erase).confirmed
    assert planner.decide("no", erase).small_talk == "declined"
    for other in ("show my watchlist", "ok, then something funny", "yes but first a good western"):
        assert not planner.decide(other, erase).confirmed


@pytest.mark.parametrize(
    ("text", "kind"),
    [("hi", "greeting"), ("thanks!", "thanks"), ("bye", "farewell"), ("what can you do", "help")],
)
def test_small_talk(planner: Planner, text: str, kind: str) -> None:
    decision = planner.decide(text, Focus())
    assert (decision.small_talk, decision.calls) == (kind, ())


@pytest.mark.parametrize("text", ["", "   ", "?!", "🍕" * 50, "a" * 4000, "\u202eolleh", "((((", "9" * 300])
def test_odd_messages_do_no_harm(planner: Planner, text: str) -> None:
    assert isinstance(planner.decide(text, Focus()), Decision)
