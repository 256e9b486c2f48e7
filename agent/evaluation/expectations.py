"""What a dialogue set may expect of a turn, and whether the turn meets it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.evaluation.matching import unmet
from agent.evaluation.transcript import Answered, figure
from data.family import is_family_safe
from data.films import Film
from data.genres import resolve_genres
from data.languages import resolve_language
from data.names import fold, title_key

_REFERENCE = re.compile(r"\$t(?P<turn>\d+)(?:(?P<all>\*)|#(?P<nth>\d+))(?P<title>\.title)?")
_TURN = re.compile(r"\$?t(?P<turn>\d+)")
_YEAR = re.compile(r"^(?P<title>.+?)\s*\((?P<year>(?:18|19|20)\d\d)\)$")
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A turn to judge, with the earlier ones that its expectations refer to."""

    turn: Answered
    earlier: Sequence[Answered]
    off_limits: frozenset[str]
    """Ids of films seen, rated or disliked before this turn."""

    def films(self, references: Sequence[str]) -> set[str]:
        """Ids of the films that references name; titles stand for every film of that title."""
        return {film.id for name in references for film in self._films(name)}

    def _films(self, name: str) -> Sequence[Film]:
        found = _REFERENCE.fullmatch(name)
        known = [film for turn in (*self.earlier, self.turn) for film in turn.films]
        if found is None:
            return [film for film in known if _is_called(film, name)]
        films = self._of_turn(int(found["turn"]))
        if found["all"]:
            return films
        nth = int(found["nth"])
        chosen = films[nth - 1 : nth]
        if not found["title"]:
            return chosen
        return [film for film in known if chosen and film.title == chosen[0].title]

    def _of_turn(self, number: int) -> Sequence[Film]:
        """Films of turn `number`, counted from 1."""
        return self.earlier[number - 1].films if 1 <= number <= len(self.earlier) else ()

    def resolved(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        """An expectation with "$t1#2.title" put in as that film's title."""
        if isinstance(value, str):
            return _REFERENCE.sub(lambda found: self._title(found) or found[0], value)
        if isinstance(value, list):
            return [self.resolved(item) for item in value]
        if isinstance(value, dict):
            return {key: self.resolved(item) for key, item in value.items()}
        return value

    def in_titles(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """A call's arguments, with title and year in place of the id of a film that was chosen."""
        known = {film.id: film for turn in (*self.earlier, self.turn) for film in turn.films}
        film = known.get(str(arguments.get("title")))
        return {**arguments, "title": film.title, "year": film.year} if film else arguments

    def _title(self, found: re.Match[str]) -> str | None:
        films = self._of_turn(int(found["turn"]))
        nth = int(found["nth"] or 1)
        return films[nth - 1].title if nth <= len(films) else None

    def figure(self, stat: str, ref: Any) -> float | None:  # noqa: ANN401
        """A number given outright, or the same figure of an earlier turn ("t1")."""
        found = _TURN.fullmatch(str(ref))
        return figure(stat, self._of_turn(int(found["turn"]))) if found else float(ref)


def faults(expect: Mapping[str, Any], scene: Scene) -> list[str]:
    """What the turn does not meet, in words; empty where it meets everything."""
    turn = scene.turn
    found: list[str] = []
    accepted = expect.get("tool")
    if accepted is not None:
        names = {accepted} if isinstance(accepted, str) else set(accepted)
        called = set(turn.tools) or {"none"}
        if not called & names:
            found.append(f"tool: {'+'.join(sorted(called))} instead of {' or '.join(sorted(names))}")
    if expect.get("args"):
        wanted = scene.resolved(dict(expect["args"]))
        tried = [unmet(wanted, scene.in_titles(arguments)) for _, arguments in turn.calls] or [list(wanted)]
        found += [f"args: {name}" for name in min(tried, key=len)]
    found += _film_faults(expect.get("films") or {}, scene)
    text = fold(turn.text)
    for part in scene.resolved(list(expect.get("reply_has") or ())):
        choices = part if isinstance(part, list) else [part]
        if not any(fold(choice) in text for choice in choices):
            found.append(f"reply_has: {' or '.join(choices)}")
    found += [
        f"reply_lacks: {part}"
        for part in scene.resolved(list(expect.get("reply_lacks") or ()))
        if fold(part) in text
    ]
    return found


def repeats(scene: Scene) -> list[str]:
    """Films recommended although they were seen, rated or disliked, where nobody asked for such."""
    turn = scene.turn
    asked = any(arguments.get("include_seen") for _, arguments in turn.calls)
    if not turn.recommended or asked:
        return []
    return [f"shown though known: {film.label}" for film in turn.films if film.id in scene.off_limits]


def _film_faults(expect: Mapping[str, Any], scene: Scene) -> list[str]:
    films = scene.turn.films
    found = [
        f"films.all: {film.label} fails {name}"
        for name, value in (expect.get("all") or {}).items()
        for film in films
        if not _satisfies(film, name, value)
    ]
    ids = {film.id for film in films}
    if ids & scene.films(expect.get("none_of") or ()):
        found.append("films.none_of")
    if expect.get("some_of") and not ids & scene.films(expect["some_of"]):
        found.append("films.some_of")
    if len(films) < expect.get("count_min", 0):
        found.append(f"films.count_min: {len(films)}")
    if len(films) > expect.get("count_max", len(films)):
        found.append(f"films.count_max: {len(films)}")
    for relation in expect.get("rel") or ():
        mine = figure(relation["stat"], films)
        theirs = scene.figure(relation["stat"], relation["ref"])
        if mine is None or theirs is None or not _COMPARE[relation["op"]](mine, theirs):
            found.append(f"films.rel: {relation['stat']} {mine} {relation['op']} {theirs}")
    return found


def _satisfies(film: Film, name: str, value: Any) -> bool:  # noqa: ANN401 - any JSON
    names = {fold(person) for person in film.directors + film.cast}
    tests: Mapping[str, Callable[[], bool]] = {
        "min_year": lambda: film.year >= value,
        "max_year": lambda: film.year <= value,
        "min_runtime": lambda: film.runtime is not None and film.runtime >= value,
        "max_runtime": lambda: film.runtime is not None and film.runtime <= value,
        "genres_any": lambda: bool(_genres(value) & set(film.genres)),
        "exclude_genres": lambda: not _genres(value) & set(film.genres),
        "languages": lambda: film.language in {resolve_language(one) or one for one in _list(value)},
        "people_any": lambda: bool({fold(person) for person in _list(value)} & names),
        "people_none": lambda: not {fold(person) for person in _list(value)} & names,
        "family_safe": lambda: is_family_safe(film) is bool(value),
    }
    return tests[name]()


def _genres(value: Any) -> set[str]:  # noqa: ANN401
    return {genre for one in _list(value) for genre in resolve_genres(one) or (one,)}


def _list(value: Any) -> Sequence[str]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def _is_called(film: Film, name: str) -> bool:
    found = _YEAR.match(name)
    title, year = (found["title"], int(found["year"])) if found else (name, None)
    return title_key(film.title) == title_key(title) and (year is None or film.year == year)
