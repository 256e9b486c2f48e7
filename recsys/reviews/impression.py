"""How many stars somebody's own words sound like, where they are plain enough."""

from recsys.reviews.ngrams import words
from recsys.reviews.opinion_words import lean
from recsys.reviews.reading import Reading

SHORT = 40
"""Words up to which the whole says less than its sentences: the classifier learned from long reviews."""

_STEPS = ((0.9, 4.5), (0.7, 4.0))
"""Probability of praise, and the stars it stands for; mirrored for blame."""
MIDDLE = 6.0
"""Stars of praise and of the same blame together: 4.5 and 1.5."""


def stars_of(text: str, reading: Reading) -> float | None:
    """1.5 to 4.5 stars; None where the words take no clear side, or are in a language we do not read.

    Where no word of opinion leans the same way, nothing is said, however sure the classifier.
    """
    if reading.positive is None or not reading.sentences:
        return None
    told = [(each.positive, words(each.span.of(text))) for each in reading.sentences]
    count = sum(len(tokens) for _, tokens in told)
    if not count:
        return None
    share = sum(positive * len(tokens) for positive, tokens in told) / count
    if count > SHORT:
        share = (share + reading.positive) / 2
    leaning = sum(lean(tokens) for _, tokens in told)
    if leaning * (share - 0.5) <= 0:
        return None
    strength = max(share, 1 - share)
    stars = next((stars for least, stars in _STEPS if strength >= least), None)
    return stars if stars is None or share > 0.5 else MIDDLE - stars
