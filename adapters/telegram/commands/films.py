"""/recommend, /look, /reviews, /why, /rate, /watchlist: the words behind them as a tool's arguments. Pure."""

import re
from typing import Final

from adapters.telegram.texts.said import Said
from data.errors import BadInput
from data.titles import TitleIndex
from tools.arguments import (
    ExplainPick,
    RecommendFilms,
    SearchByLook,
    ShowLibrary,
    SummariseReviews,
    ToolArguments,
    UpdateLibrary,
)

PERSONAL = frozenset({"rate", "watchlist", "why"})
"""Answered in private."""
_STARS: Final = re.compile(r"(?P<title>.+?)\s+(?P<stars>[0-5](?:[.,][05])?)\s*(?:/\s*5|★|\*)?")
_WORDS_AT_MOST = 300


def call_of(command: str, words: str, titles: TitleIndex, said: Said) -> ToolArguments | None:
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
