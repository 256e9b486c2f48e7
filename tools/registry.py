"""All that the agent can do, on one page."""

from functools import partial

from tools.arguments import (
    Arguments,
    ExplainPick,
    FilmDetails,
    Forget,
    MyData,
    PlanMovieNight,
    RecommendFilms,
    Remember,
    SearchByLook,
    ShowLibrary,
    Social,
    StartQuiz,
    SummariseReviews,
    UpdateLibrary,
)
from tools.base import Tool, ToolFunction
from tools.explain_pick import explain_pick
from tools.film_details import film_details
from tools.forget import forget
from tools.my_data import my_data
from tools.plan_movie_night import plan_movie_night
from tools.recommend_films import recommend_films
from tools.remember import remember
from tools.search_by_look import search_by_look
from tools.services import Services
from tools.show_library import show_library
from tools.social import social
from tools.start_quiz import start_quiz
from tools.summarise_reviews import summarise_reviews
from tools.update_library import update_library

TOOLS: tuple[tuple[type[Arguments], ToolFunction], ...] = (
    (RecommendFilms, recommend_films),
    (SearchByLook, search_by_look),
    (FilmDetails, film_details),
    (SummariseReviews, summarise_reviews),
    (StartQuiz, start_quiz),
    (Social, social),
    (PlanMovieNight, plan_movie_night),
    (UpdateLibrary, update_library),
    (ShowLibrary, show_library),
    (ExplainPick, explain_pick),
    (Remember, remember),
    (Forget, forget),
    (MyData, my_data),
)


def build_tools(services: Services) -> dict[str, Tool]:
    """The tools by name, each joined to the services."""
    return {
        arguments.model_fields["tool"].default: Tool(arguments, partial(function, services=services))
        for arguments, function in TOOLS
    }
