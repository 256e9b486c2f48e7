"""The commands that the agent answers: the words behind them as a tool's arguments. Pure."""

import re
from typing import Final

from adapters.telegram.texts.said import Said
from data.errors import BadInput
from data.titles import TitleIndex
from tools.arguments import (
    ExplainPick,
    PlanMovieNight,
    RecommendFilms,
    SearchByLook,
    ShowLibrary,
    Social,
    StartQuiz,
    SummariseReviews,
    ToolArguments,
    UpdateLibrary,
)

PERSONAL = frozenset({"rate", "watchlist", "why", "quiz", "friends", "profile"})
"""Answered in private."""
_STARS: Final = re.compile(r"(?P<title>.+?)\s+(?P<stars>[0-5](?:[.,][05])?)\s*(?:/\s*5|★|\*)?")
_BETWEEN: Final = re.compile(r"\s*[,;&+]\s*")
"""Between names."""
_YEAR: Final = re.compile(r"20\d\d")
"""Behind /profile: the year to look back on."""
_WORDS_AT_MOST = 300


def call_of(  # noqa: C901, PLR0912 - one case a command
    command: str, words: str, titles: TitleIndex, said: Said
) -> ToolArguments | None:
    """What the command asks for; None where the words say it themselves and are for the agent to understand.

    Raises BadInput, with an example, where words are lacking.
    """
    words = words[:_WORDS_AT_MOST].strip()
    match command:
        case "recommend":
            named = titles.resolve(words).film if words else None
            if named:
                return RecommendFilms(like=(named.id,))
            return None if words else RecommendFilms()
        case "look":
            return SearchByLook(look=_required(words, said("ask.look")))
        case "reviews":
            return SummariseReviews(title=_title(command, "Alien", words, said))
        case "why":
            return ExplainPick(title=words or None)
        case "rate":
            return _rating(_title(command, "Heat 4.5", words, said), titles)
        case "watchlist" if words:
            return UpdateLibrary(action="watchlist_add", title=words)
        case "watchlist":
            return ShowLibrary(kind="watchlist")
        case "ourlist" if words:
            return UpdateLibrary(action="watchlist_add", title=words, shared=True)
        case "ourlist":
            return ShowLibrary(kind="watchlist", shared=True)
        case "quiz":
            return StartQuiz()
        case "profile":
            return ShowLibrary(kind="profile", year=int(words) if _YEAR.fullmatch(words) else None)
        case "friends":
            return Social(kind="add_friend", person=words) if words else Social(kind="friends_activity")
        case "movienight":
            return PlanMovieNight(people=tuple(name for name in _BETWEEN.split(words) if name))
        case _:
            raise KeyError(command)


def _rating(words: str, titles: TitleIndex) -> UpdateLibrary:
    """The number at the end is the stars, unless it belongs to the title ("Toy Story 3")."""
    found = _STARS.fullmatch(words)
    stars = float(found["stars"].replace(",", ".")) if found else 0
    if found is None or not 0.5 <= stars <= 5 or titles.resolve(words).film:
        return UpdateLibrary(action="rate", title=words)
    return UpdateLibrary(action="rate", title=found["title"], rating=stars)


def _title(command: str, example: str, words: str, said: Said) -> str:
    return _required(words, said("ask.title", example=f"/{command} {example}"))


def _required(words: str, otherwise: str) -> str:
    if not words:
        raise BadInput(otherwise)
    return words
