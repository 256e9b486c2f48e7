"""The focus of a conversation survives its checkpoint and keeps to its bounds."""

from agent.decision import ToolCall
from agent.focus import LISTS_KEPT, AwaitingFilm, AwaitingRating, AwaitingYes, Focus
from tools.arguments import FilmDetails, Forget, PlanMovieNight, RecommendFilms, SearchByLook


def test_comes_back_whole_from_json() -> None:
    pendings = (
        AwaitingFilm(call=ToolCall(arguments=FilmDetails(title="Heat")), choices=("tt1", "tt2")),
        AwaitingRating(film_id="tt1"),
        AwaitingYes(call=ToolCall(arguments=Forget(what="everything"))),
    )
    requests = (
        RecommendFilms(like=("Heat",)),
        SearchByLook(look="neon rain"),
        PlanMovieNight(people=("Ana",)),
    )
    for pending, request in zip(pendings, requests, strict=True):
        focus = Focus().asking(request).showing(["tt1", "tt2"]).awaiting(pending)
        assert Focus.model_validate_json(focus.model_dump_json()) == focus


def test_a_single_film_shown_is_the_film_spoken_of_and_a_list_is_not() -> None:
    assert Focus().showing(["tt1"]).film_id == "tt1"
    assert Focus().speaking_of("tt9").showing(["tt1", "tt2"]).film_id is None
    assert Focus().speaking_of("tt9").showing([]).film_id == "tt9"


def test_only_the_newest_lists_are_kept() -> None:
    focus = Focus()
    for number in range(LISTS_KEPT + 3):
        focus = focus.showing([f"tt{number}"])
    assert len(focus.shown) == LISTS_KEPT
    assert focus.last_shown == (f"tt{LISTS_KEPT + 2}",)
