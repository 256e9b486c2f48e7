"""Which of a film's many tags to keep: those that children must not meet, then those that join films."""

from collections import Counter
from collections.abc import Sequence

from data.family import UNSAFE_KEYWORDS

MOST = 20
"""Keywords a film keeps."""

LEAST_FILMS = 3
"""A tag on fewer films than this joins nothing and is dropped."""

_NOT_ABOUT_THE_FILM = frozenset({"aftercreditsstinger", "duringcreditsstinger", "3d", "imax", "short", "dvd"})


def choose_keywords(tags: Sequence[Sequence[str]], most: int = MOST) -> list[tuple[str, ...]]:
    """Choose up to `most` tags for each film, in the order given, preferring the rarer ones among many.

    A tag that many films bear says little of one; but what speaks against children watching always stays,
    so that `data.family` can judge by what is kept.
    """
    tags = [[tag.strip().lower() for tag in film] for film in tags]
    films_with = Counter(tag for film in tags for tag in set(film))
    chosen = []
    for film in tags:
        shared = [
            tag
            for tag in dict.fromkeys(film)
            if tag in UNSAFE_KEYWORDS or (films_with[tag] >= LEAST_FILMS and tag not in _NOT_ABOUT_THE_FILM)
        ]
        best = set(sorted(shared, key=lambda tag: (tag not in UNSAFE_KEYWORDS, films_with[tag]))[:most])
        chosen.append(tuple(tag for tag in shared if tag in best))
    return chosen
