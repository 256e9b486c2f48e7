"""Films found, looked up, not found, or asked about."""

from collections.abc import Iterator, Sequence

from agent.wording.passage import Passage
from agent.wording.reasons import reason
from agent.wording.wishes import wishes
from agent.wording.words import Words, bold, quoted, sentence
from data.films import Film
from recsys.types import SIGNALS, Recommendation
from tools.results import Explanation, FilmFacts, Picks, UnknownFilm, WhichFilm


def picks(result: Picks, words: Words) -> Passage:
    """The films found, each with its reason; or which wish to drop where there are none."""
    book = words.book
    asked = wishes(result, words)
    head = book("wish.lead", wishes=", ".join(asked)) if asked else ""
    unknown = ""
    if result.unknown:
        names = book.join([f"“{quoted(name)}”" for name in result.unknown], "or")
        unknown = book("picks.unknown", names=names)
    if not result.picks:
        return Passage(head=head, lead=_none(result, words, asked), tail=unknown)
    lines = [
        book(
            "picks.line",
            n=number,
            film=bold(pick.film),
            reason=reason(pick.film, pick.recommendation, words, like=result.like),
        )
        for number, pick in enumerate(result.picks, start=1)
    ]
    lead = book.number("picks.lead", len(lines))
    return Passage(head=head, lead=lead, body=tuple(lines), listing=True, tail=unknown)


def _none(result: Picks, words: Words, asked: Sequence[str]) -> str:
    """What to say where nothing was found, and what would help."""
    book = words.book
    if not asked:
        return book("picks.none.plain")
    one = len(asked) == 1
    if result.from_watchlist:
        if one:
            return book("picks.none.saved")
        said = book("picks.none.watchlist")
    else:
        said = book("picks.none.one" if one else "picks.none")
    wishes_in_the_way = [book(f"drop.{name}") for name in _blocking(result) if f"drop.{name}" in book]
    if not wishes_in_the_way:
        return f"{said} {book('picks.loosen')}"
    return f"{said} {book('picks.drop.any', wishes=book.join(wishes_in_the_way[:3], 'or'))}"


def _blocking(result: Picks) -> list[str]:
    """The names of the wishes in the way; both ends of a span of years are one wish."""
    bounds = result.constraints
    if bounds.min_year is None or bounds.max_year is None:
        return list(result.blocking)
    named = ("years" if name in ("min_year", "max_year") else name for name in result.blocking)
    return list(dict.fromkeys(named))


def facts(result: FilmFacts, words: Words) -> Passage:
    """One film in a few sentences: who made it, how it is rated, what the person did with it."""
    return Passage(body=(_credits(result.entry.film, words) + "".join(_marks(result, words)),))


def _credits(film: Film, words: Words) -> str:
    book = words.book
    parts = [_kind(film, words)]
    if film.runtime:
        parts.append(book("facts.minutes", n=film.runtime))
    if film.directors:
        parts.append(book("facts.director", people=book.join(film.directors)))
    if film.cast:
        parts.append(book("facts.cast", people=book.join(film.cast[:3])))
    said = book("facts.lead", film=bold(film), parts=", ".join(parts))
    if film.original_title:
        said += book("facts.original", title=film.original_title)
    if film.language and film.language != "en":
        said += book("facts.language", language=book.tongue(film.language))
    return said


def _kind(film: Film, words: Words) -> str:
    """Such as "crime drama", "action horror film"."""
    if not film.genres:
        return words.book("facts.kind.plain")
    named = film.genres[:2]
    key = f"facts.kind.{named[-1]}"
    return words.book(key if key in words.book else "facts.kind", genres=words.kind(named))


def _marks(result: FilmFacts, words: Words) -> Iterator[str]:
    book, entry = words.book, result.entry
    if result.mean_rating is not None:
        yield book("facts.mean", value=book.figure(result.mean_rating, 1))
    if entry.rating is not None:
        yield book("facts.rated", stars=words.stars(entry.rating))
    elif entry.seen:
        yield book("facts.seen")
    elif result.predicted_rating is not None and words.taste_known:
        yield book("facts.predicted", value=book.figure(result.predicted_rating, 1))
    if entry.saved:
        yield book("facts.saved")
    if entry.disliked:
        yield book("facts.disliked")


def explanation(result: Explanation, words: Words) -> Passage:
    """Why a film was, or would be, suggested."""
    film, recommendation = result.pick.film, result.pick.recommendation
    key = "why.shown" if result.was_shown else "why.not_shown"
    lead = words.book(key, film=bold(film), reason=reason(film, recommendation, words))
    return Passage(lead=lead, tail=_weights(recommendation, words))


def _weights(recommendation: Recommendation, words: Words) -> str:
    """The two strongest signals with their share of what spoke for the film."""
    positive = {name: part for name, part in recommendation.contributions.items() if part > 0}
    total = sum(positive.values())
    if not total:
        return ""
    strongest = sorted((name for name in SIGNALS if name in positive), key=lambda name: -positive[name])[:2]
    parts = [
        words.book("why.part", signal=words.book(f"signal.{name}"), share=round(100 * positive[name] / total))
        for name in strongest
    ]
    return words.book("why.weights", parts=words.book.join(parts))


def which(result: WhichFilm, words: Words) -> Passage:
    """The question which of several films was meant; they share a title, so years and directors tell."""
    titles = [_told_apart(film, result.choices, words) for film in result.choices]
    films = words.book.join(titles, "or")
    return Passage(lead=words.book("which.ask", title=quoted(result.title), films=films))


def _told_apart(film: Film, choices: Sequence[Film], words: Words) -> str:
    twins = sum(other.label == film.label for other in choices)
    if twins == 1 or not film.directors:
        return bold(film)
    return words.book("which.by", film=bold(film), director=film.directors[0])


def unknown(result: UnknownFilm, words: Words) -> Passage:
    """No such film, and the nearest there are."""
    title = quoted(result.title)
    if not result.suggestions:
        return Passage(lead=words.book("unknown", title=title))
    films = words.book.join(words.bold(result.suggestions), "or")
    return Passage(lead=sentence(words.book("unknown.suggest", title=title, films=films)))
