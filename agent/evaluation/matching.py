"""Whether an argument is the one expected, in the tolerant sense of the evaluation sets.

Case and accents do not count; titles are compared without leading article and year; genres by any of their
names, languages by name or ISO 639-1. An expectation is a value, a list (every element must be there), or one
of `{"any": […]}`, `{"contains_any": […]}`, `{"value": 9, "of": 10}` (a share of the rating scale).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data.genres import resolve_genres
from data.languages import resolve_language
from data.names import ENGLISH_ARTICLES, fold

HIGHEST_RATING = 5.0
_YEAR = re.compile(r"\s*\((?:18|19|20)\d\d\)\s*$")
_TITLES = frozenset({"title", "like"})
_GENRES = frozenset({"genres", "exclude_genres"})


def unmet(must: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Names of the expected arguments that `given` does not meet."""
    return [name for name, expected in must.items() if not meets(name, expected, given.get(name))]


def meets(name: str, expected: Any, given: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether one argument meets its expectation."""
    if name == "spoilers" and isinstance(expected, bool):
        return (given not in (None, "none")) is expected  # ours is how much, theirs may be whether
    if isinstance(expected, Mapping):
        return _meets_mapping(name, expected, given)
    if isinstance(expected, list):
        return all(any(_same(name, element, value) for value in _values(given)) for element in expected)
    return any(_same(name, expected, value) for value in _values(given))


def _meets_mapping(name: str, expected: Mapping[str, Any], given: Any) -> bool:  # noqa: ANN401
    if "any" in expected:
        return any(meets(name, choice, given) for choice in expected["any"])
    if "contains_any" in expected:
        texts = [fold(str(value)) for value in _values(given)]
        return any(fold(str(part)) in text for part in expected["contains_any"] for text in texts)
    if {"value", "of"} <= expected.keys():
        stars = expected["value"] / expected["of"] * HIGHEST_RATING
        return isinstance(given, int | float) and abs(given - stars) < 0.26
    raise ValueError(f"An expectation of {name} is none of the known forms: {sorted(expected)}.")


def _values(given: Any) -> Sequence[Any]:  # noqa: ANN401
    if given is None:
        return ()
    return given if isinstance(given, list | tuple) else (given,)


def _same(name: str, expected: Any, given: Any) -> bool:  # noqa: ANN401
    if not isinstance(expected, str) or not isinstance(given, str):
        return isinstance(expected, bool) is isinstance(given, bool) and bool(expected == given)
    return bool(_forms(name, expected) & _forms(name, given))


def _forms(name: str, text: str) -> set[str]:
    if name in _GENRES and (genres := resolve_genres(text)):
        return set(genres)
    if name == "languages" and (code := resolve_language(text)):
        return {code}
    if name in _TITLES:
        words = fold(_YEAR.sub("", text)).split()
        if len(words) > 1 and words[0] in ENGLISH_ARTICLES:
            words = words[1:]
        return {" ".join(words)}
    return {fold(text)}
