"""Why a film stands in a list, in words: true, specific, strongest first."""

from collections.abc import Sequence
from dataclasses import replace

from agent.wording.wishes import felt
from agent.wording.words import Words, quoted
from data.films import Film
from recsys.types import Reason, Recommendation

REASONS_SAID = 3
LOVED, LIKED = 4.5, 3.5
"""Stars from which a film is said to be loved, or liked."""


def reason(film: Film, recommendation: Recommendation, words: Words, *, like: Sequence[Film] = ()) -> str:
    """Such as "because you loved Heat; directed by Michael Mann; tense", without capital or full stop.

    `like`: the films named as examples in this request, which need not be liked ones.
    """
    words = replace(words, book=words.book.about(film.id))  # on the card as in the text
    said: list[str] = []
    for cause in recommendation.reasons:
        part = _cause(film, cause, words, like)
        if part and part not in said:
            said.append(part)
        if len(said) == REASONS_SAID:
            break
    return "; ".join(said) or words.book("reason.none")


def _cause(film: Film, cause: Reason, words: Words, like: Sequence[Film]) -> str:
    book = words.book
    match cause.kind:
        case "because_of":
            causes = [words.films[item] for item in cause.films if words.films[item] is not film]
            return _because_of(causes, words, like)
        case "person":
            return _people(film, cause.words, words)
        case "acclaimed":
            return "" if cause.value is None else book("reason.acclaimed", value=book.figure(cause.value, 1))
        case "popular":
            return book("reason.popular")
        case "genre":
            return book("reason.genre", words=", ".join(words.genres(cause.words)))
        case "mood":
            return ", ".join(_mood(word, words) for word in cause.words)
        case "keyword" | "fits":
            said = ", ".join(quoted(word, 40) for word in cause.words)
            return book(f"reason.{cause.kind}", words=said) if said else ""


def _people(film: Film, names: Sequence[str], words: Words) -> str:
    """Each named for what they did: directed it, or play in it."""
    book = words.book
    directing = [name for name in names if name in film.directors]
    playing = [name for name in names if name not in film.directors]
    said = [book("reason.director", people=book.join(directing))] if directing else []
    if playing:
        said.append(book("reason.cast", people=book.join(playing)))
    return ", ".join(said)


def _mood(word: str, words: Words) -> str:
    """A mood as they said it; company by what it means."""
    key = f"reason.mood.{word.casefold()}"
    return words.book(key) if key in words.book else words.book("reason.mood", words=felt(word, words))


def _because_of(films: Sequence[Film], words: Words, like: Sequence[Film]) -> str:
    """Said of each film only what is so: loved, liked, saved, or just named as an example."""
    titles: dict[str, list[str]] = {}
    for film in films:
        if relation := _relation(film, words, like):
            titles.setdefault(relation, []).append(film.title)
    book = words.book
    near = titles.pop("reason.near", [])
    own = [book(key, films=book.join(named)) for key, named in titles.items()]
    said = [book("reason.because", causes=book.join(own))] if own else []
    if near:
        said.append(book("reason.near", films=book.join(near)))
    return "; ".join(said)


def _relation(film: Film, words: Words, like: Sequence[Film]) -> str | None:
    """The phrase that is true of a film; None for one that speaks for nothing, as they did not like it."""
    entry = words.known.get(film.id)
    rating = entry.rating if entry and entry.rating is not None else 0.0
    if rating >= LIKED:
        return "reason.loved" if rating >= LOVED else "reason.liked"
    if entry is not None and entry.liked:
        return "reason.liked"
    if film in like or entry is None:
        return "reason.near"
    if entry.saved:
        return "reason.saved"
    return None if entry.disliked or entry.rating is not None else "reason.near"
