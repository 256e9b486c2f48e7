"""What was looked for, in words: "like **Heat (1995)**, up to 120 min, no horror"."""

from collections.abc import Sequence

from agent.wording.words import Words, quoted
from data.films import Film
from recsys.types import Constraints
from tools.results import Picks


def wishes(picks: Picks, words: Words) -> list[str]:
    """All that shaped the search, as short phrases; empty where nothing was asked for."""
    book = words.book
    said = [book("wish.like", films=book.join(words.bold(picks.like)))] if picks.like else []
    if picks.mood:
        said.append(felt(picks.mood, words))
    said += [quoted(text, 40) for text in picks.keywords]
    if picks.company and not (picks.company == "kids" and picks.constraints.family_safe):
        said.append(companionship(picks.company, words))
    said += enforced(picks.constraints, words, found=[pick.film for pick in picks.picks])
    if picks.refused:
        said.append(book("wish.without", people=book.join(words.bold(picks.refused), "or")))
    if picks.from_watchlist:
        said.append(book("wish.from_watchlist"))
    return said


def felt(mood: str, words: Words) -> str:
    """Moods in the reader's language where we have the word, else as they were said."""
    book = words.book
    parts = [part.strip() for part in mood.split(",")]
    known = [book(f"mood.{part.casefold()}") if f"mood.{part.casefold()}" in book else part for part in parts]
    return quoted(", ".join(part for part in known if part), 40)


def companionship(company: str, words: Words) -> str:
    """Who watches along: "with friends"."""
    key = f"wish.company.{company.casefold()}"
    return words.book(key) if key in words.book else quoted(company, 40)


def enforced(bounds: Constraints, words: Words, *, found: Sequence[Film] = ()) -> list[str]:
    """The constraints as short phrases. `found` tells directors from actors."""
    book = words.book
    said = []
    if bounds.genres:
        said.append(book("wish.genres", genres=book.join(words.genres(bounds.genres), "or")))
    if bounds.people:
        directors = {name for film in found for name in film.directors}
        key = "wish.by" if directors.issuperset(bounds.people) else "wish.with"
        said.append(book(key, people=book.join(bounds.people, "or")))
    said += _years(bounds, words) + _minutes(bounds, words)
    if bounds.languages:
        names = [book.tongue(code) for code in bounds.languages]
        said.append(book("wish.languages", languages=book.join(names, "or")))
    if bounds.family_safe:
        said.append(book("wish.family_safe"))
    if bounds.exclude_genres:
        said.append(book("wish.no", genres=book.join(words.genres(bounds.exclude_genres), "or")))
    if bounds.exclude_people:
        said.append(book("wish.without", people=book.join(bounds.exclude_people, "or")))
    return said


def _years(bounds: Constraints, words: Words) -> list[str]:
    first, last = bounds.min_year, bounds.max_year
    if first is None and last is None:
        return []
    if first is None:
        key = "wish.until"
    elif last is None:
        key = "wish.since"
    elif first == last:
        key = "wish.year"
    else:
        key = "wish.decade" if first % 10 == 0 and last == first + 9 else "wish.years"
    return [words.book(key, first=first, last=last)]


def _minutes(bounds: Constraints, words: Words) -> list[str]:
    first, last = bounds.min_runtime, bounds.max_runtime
    if first is None and last is None:
        return []
    key = "wish.max_runtime" if first is None else "wish.min_runtime" if last is None else "wish.runtime"
    return [words.book(key, first=first, last=last)]
