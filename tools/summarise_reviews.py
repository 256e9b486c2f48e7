"""The tool summarise_reviews."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.titles import TitleIndex
from memory.reviews import StoredReview, reviews_key
from recsys.reviews.aspects import resolve_aspects
from recsys.reviews.extract import MINORITY, Quote, extract
from recsys.reviews.figures import ReadReview, figures
from recsys.reviews.reading import Reader, Reading
from recsys.reviews.spoilers import MOST_SHOWN, SpoilerLevel
from recsys.reviews.text import clean
from tools.arguments import SummariseReviews
from tools.base import Caller
from tools.resolving import find_film
from tools.results import NoReviews, ReviewQuote, ReviewSource, ReviewsSummarised, UnknownFilm, WhichFilm
from tools.rule import Rule
from tools.services import Services

QUOTES = 6
QUOTES_AS_EVIDENCE = 14
MANY = 60
"""Reviews from which on more sentences than those shown are handed over to be summed up."""
MATERIAL = 24
"""Sentences of all that are handed over."""
QUOTED_FROM = 1500
"""Reviews that sentences are chosen from, the newest; figures count all."""
COMPARED = 3
"""Other films named at most."""
_READ_FOR_FILMS = 20
"""Sentences in which other films are looked for."""
_COMPARING = re.compile(
    r"\b(?:like|liked|love|loved|fans? of|reminds?|reminiscent|similar to|enjoyed|in the vein)\b",
    re.IGNORECASE,
)


async def summarise_reviews(
    arguments: SummariseReviews,
    caller: Caller,
    services: Services,
) -> ReviewsSummarised | NoReviews | WhichFilm | UnknownFilm:
    """Tell what people who saw a film think of it: how they divide, what they praise and blame.

    Call it for "what do people say about Heat?", "is the ending any good?", "is it worth it?". `title` as
    they wrote it; `aspects` only if they ask for certain sides (acting, music, ending); `spoilers` only if
    they say how much may be given away.
    """
    desk = services.review_desk
    if desk is None:
        raise BadInput("The starter pack holds no review figures; run `cineaesthete starter build`.")
    film = find_film(arguments.title, services.titles, year=arguments.year)
    if not isinstance(film, Film):
        return film
    aspects, unknown = resolve_aspects(arguments.aspects)
    wish = arguments.spoilers or await _lasting_wish(caller, services) or "none"
    level = _allowed(wish, caller.spoilers)
    where = caller.where
    server = (where.surface, where.room) if where.room else None
    stored = await desk.reviews.of_film(film.id, server=server, reader=caller.person_id)
    if not stored:
        counted = desk.starter.of(services.catalogue.index(film.id))
        if counted is None:
            return NoReviews(film, services.recommender.mean_rating(services.catalogue.index(film.id)))
        return ReviewsSummarised(film, counted, level, aspects=aspects, unknown_aspects=unknown)
    return await asyncio.to_thread(
        _summarised,
        film,
        stored,
        desk.reader,
        services.titles,
        services.catalogue,
        arguments,
        aspects,
        unknown,
        level,
        caller.for_model,
    )


async def _lasting_wish(caller: Caller, services: Services) -> SpoilerLevel | None:
    """What the person once said of spoilers, the last word counts; None where they said nothing."""
    kept = await services.preferences.all(caller.person_id)
    rules = (Rule.load(preference.rule) for preference in kept)
    return next((rule.spoilers for rule in reversed(list(rules)) if rule.spoilers), None)


def _allowed(asked: SpoilerLevel, most: SpoilerLevel | None) -> SpoilerLevel:
    """What is asked for, and no more than the place allows."""
    return asked if most is None else min(asked, most, key=lambda level: MOST_SHOWN[level])


def _summarised(
    film: Film,
    stored: Sequence[StoredReview],
    reader: Reader,
    titles: TitleIndex,
    catalogue: Catalogue,
    arguments: SummariseReviews,
    aspects: tuple[str, ...],
    unknown: tuple[str, ...],
    level: SpoilerLevel,
    for_model: bool,
) -> ReviewsSummarised:
    stored = list({" ".join(review.text.casefold().split()): review for review in reversed(stored)}.values())[
        ::-1
    ]
    read = read_all(stored, reader, film)
    counted = figures(read)
    showable = list(
        islice(
            (
                (review, one)
                for review, one in zip(stored, read, strict=True)
                if review.quotable and (level == "full" or not review.spoiler)
            ),
            QUOTED_FROM,
        )
    )
    shown = [one for _, one in showable]

    quotes = extract(
        shown,
        counted,
        most_spoiler=MOST_SHOWN[level],
        aspects=aspects,
        count=QUOTES_AS_EVIDENCE if arguments.evidence else QUOTES,
        minority=0.0 if arguments.evidence else MINORITY,
    )
    material: tuple[Quote, ...] = ()
    if for_model and counted.count >= MANY and not arguments.evidence:
        material = extract(shown, counted, most_spoiler=0, aspects=aspects, count=MATERIAL)
    sources = Counter((review.origin, review.licence) for review in stored)
    return ReviewsSummarised(
        film=film,
        figures=counted,
        spoilers=level,
        quotes=tuple(_quote(quote, showable) for quote in quotes),
        material=tuple(_quote(quote, showable) for quote in material if quote not in quotes),
        aspects=aspects,
        unknown_aspects=unknown,
        compared=_compared(film, shown, titles, catalogue),
        sources=tuple(
            ReviewSource(origin, licence, count) for (origin, licence), count in sources.most_common()
        ),
        evidence=bool(arguments.evidence),
        reviews_key=reviews_key(stored),
    )


def _quote(quote: Quote, showable: Sequence[tuple[StoredReview, ReadReview]]) -> ReviewQuote:
    review, read = showable[quote.review]
    return ReviewQuote(
        quote.text,
        quote.aspect,
        quote.side > 0,
        stars=read.stars,
        origin=review.origin,
        spoiler=read.reading.sentences[quote.sentence].spoiler > 0,
    )


def read_all(stored: Sequence[StoredReview], reader: Reader, film: Film) -> list[ReadReview]:
    """Reviews with their readings: the stored ones where they are of this version, else read now."""
    kept = [Reading.from_json(review.reading) for review in stored]
    missing = [place for place, reading in enumerate(kept) if reading is None]
    texts = {place: clean(stored[place].text) for place in missing}
    fresh = dict(zip(missing, reader.read(list(texts.values()), [film.title] * len(texts)), strict=True))
    return [
        ReadReview(texts.get(place, review.text), kept[place] or fresh[place], review.stars)
        for place, review in enumerate(stored)
    ]


def _compared(
    film: Film, read: Sequence[ReadReview], titles: TitleIndex, catalogue: Catalogue
) -> tuple[Film, ...]:
    """Films that those who liked this one name beside it, most often named first.

    A title that is somebody's first name ("Jack") is more likely a character or an actor.
    """
    named: Counter[str] = Counter()
    films: dict[str, Film] = {}
    looked = 0
    for review in read:
        if review.side <= 0 or looked >= _READ_FOR_FILMS:
            continue
        for sentence in review.reading.sentences:
            text = sentence.span.of(review.text)
            if (
                not sentence.quotable
                or sentence.spoiler
                or sentence.positive < 0.5
                or not _COMPARING.search(text)
            ):
                continue
            looked += 1
            for mention in titles.mentions(text):
                other = mention.films[0]
                named_so = len(mention.films) == 1 and mention.text == other.title
                if named_so and other.id != film.id and not _first_name(other.title, catalogue):
                    films[other.id] = other
                    named[other.id] += 1
    return tuple(films[film_id] for film_id, _ in named.most_common(COMPARED))


def _first_name(title: str, catalogue: Catalogue) -> bool:
    return " " not in title and any(name.startswith(f"{title} ") for name in catalogue.people)
