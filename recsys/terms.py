"""The facts of a film as weighted terms: what the content signal compares."""

from collections.abc import Iterator

from data.films import Film

KEYWORD, PERSON, GENRE, ERA, LANGUAGE = "keyword", "person", "genre", "era", "language"
KINDS = (KEYWORD, PERSON, GENRE, ERA, LANGUAGE)

KIND_WEIGHTS = {KEYWORD: 0.42, PERSON: 0.26, GENRE: 0.22, ERA: 0.06, LANGUAGE: 0.04}
"""Share of each kind in the similarity of two films that have all of them."""

DIRECTOR_WEIGHT = 2.0
BILLING_WEIGHTS = (1.0, 0.8, 0.6, 0.5, 0.4)
GENRE_WEIGHTS = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3)

UNTELLING = frozenset(
    {
        *("3d", "aftercreditsstinger", "based on book", "based on comic", "based on novel"),
        *("based on novel or book", "based on play", "based on play or musical", "based on tv series"),
        *("based on video game", "based on young adult novel", "duringcreditsstinger", "female director"),
        *("imax", "independent film", "live action remake", "male nudity", "nudity", "female nudity"),
        *("remake", "sequel", "woman director", "short film", "telecaster", "cult film"),
    }
)
"""Keywords on how a film was made or shown, not on what it is like."""


def film_terms(film: Film) -> Iterator[tuple[str, str, float]]:
    """Yield (kind, word, weight) of everything known about what the film is like.

    A person who directs and acts is one term. Era is the decade, smeared over the neighbouring ones.
    """
    for keyword in film.keywords:
        if keyword not in UNTELLING:
            yield KEYWORD, keyword, 1.0
    people = dict.fromkeys(film.directors, DIRECTOR_WEIGHT)
    for name, weight in zip(film.cast, BILLING_WEIGHTS, strict=False):
        people[name] = people.get(name, 0.0) + weight
    for name, weight in people.items():
        yield PERSON, name, weight
    for genre, weight in zip(film.genres, GENRE_WEIGHTS, strict=False):
        yield GENRE, genre, weight
    decade = film.year // 10 * 10
    nearer = decade - 10 if film.year % 10 < 5 else decade + 10
    share = abs(film.year % 10 - 4.5) / 9
    yield ERA, f"{decade}s", 1 - share
    yield ERA, f"{nearer}s", share
    if film.language:
        yield LANGUAGE, film.language, 1.0
