"""Wishes taken back in words: "forget the horror thing" means this search, not what is kept for good."""

import re
from typing import Any

from agent.decision import Decision, ToolCall
from agent.focus import Focus
from data.genres import resolve_genres
from data.languages import resolve_language
from data.names import fold
from tools.arguments import FilmFilters, Forget, Remember

_OF_THE_PERSON = frozenset({"i", "im", "ive", "me", "my", "mine", "everything"})
"""Words that speak of the person: that is about what is kept of them."""
_FORGETS = re.compile(
    r"(?:(?:please|ok|so|and) )*(?:forget|never ?mind|olvida|oublie[zs]?|vergiss)\b"
    r"(?: (?:about|that|que|dass|what i said about))*[\s,]+",
    re.IGNORECASE,
)
"""How a message begins that takes something back."""
_LIMITS = {
    **dict.fromkeys(("length", "runtime", "minutes", "duration"), ("min_runtime", "max_runtime")),
    **dict.fromkeys(("year", "years", "decade", "era"), ("min_year", "max_year")),
}
_NAMED = ("like", "people", "exclude_people", "keywords")


def withdrawn(decision: Decision, focus: Focus) -> Decision:
    """The decision, or the search without the wish that it would look for in what is kept."""
    if len(decision.calls) != 1:
        return decision
    arguments = decision.calls[0].arguments
    if isinstance(arguments, Remember) and (lead := _FORGETS.match(arguments.preference)):
        arguments = Forget(what=arguments.preference[lead.end() :] or arguments.preference)
        decision = decision.model_copy(update={"calls": (ToolCall(arguments=arguments),)})
    if not isinstance(arguments, Forget):
        return decision
    words = fold(arguments.what).split()
    request = focus.request
    if not isinstance(request, FilmFilters) or not _OF_THE_PERSON.isdisjoint(words):
        return decision
    update = _without(request, words)
    if not update:
        return decision
    call = ToolCall(arguments=request.model_copy(update=update))
    return decision.model_copy(update={"calls": (call,)})


def _without(request: FilmFilters, words: list[str]) -> dict[str, Any]:
    """The fields that change where everything the words name is dropped."""
    genres = {genre for word in (*words, " ".join(words)) for genre in resolve_genres(word)}
    languages = {code for word in words if (code := resolve_language(word))}
    kept: dict[str, Any] = {
        name: tuple(value for value in getattr(request, name) if genres.isdisjoint(resolve_genres(value)))
        for name in ("genres", "exclude_genres")
    }
    kept["languages"] = tuple(
        value for value in request.languages if resolve_language(value) not in languages
    )
    for name in _NAMED:
        kept[name] = tuple(
            value for value in getattr(request, name) if not set(fold(value).split()) & set(words)
        )
    if request.mood and fold(request.mood) in words:
        kept["mood"] = None
    kept |= {name: None for word in words for name in _LIMITS.get(word, ())}
    return {name: value for name, value in kept.items() if value != getattr(request, name)}
