"""What many reviews say together, as figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from recsys.reviews.aspects import ASPECTS
from recsys.reviews.reading import Reading

POSITIVE_STARS, NEGATIVE_STARS = 3.5, 2.5
"""Stars from which on, and up to which, a review counts as positive or negative whatever its words."""
SIDE = 0.1
"""Without stars, a review whose probability is nearer than this to one half takes no side."""


@dataclass(frozen=True, slots=True)
class ReadReview:
    """A review with its reading."""

    text: str
    """As `recsys.reviews.text.clean` leaves it."""
    reading: Reading
    stars: float | None = None
    """0.5 to 5, where the author gave some."""

    @property
    def side(self) -> int:
        """1 positive, -1 negative, 0 neither or unknown."""
        if self.stars is not None:
            return (self.stars >= POSITIVE_STARS) - (self.stars <= NEGATIVE_STARS)
        if self.reading.positive is None:
            return 0
        return (self.reading.positive > 0.5 + SIDE) - (self.reading.positive < 0.5 - SIDE)


@dataclass(frozen=True, slots=True)
class AspectFigures:
    """How many reviews praise and blame one aspect; a review that does both counts in both."""

    name: str
    praise: int
    blame: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Many reviews of one film in numbers."""

    count: int
    """All reviews, in any language."""
    positive: int
    negative: int
    unread: int = 0
    """Reviews in languages we do not read and without stars; they take no side."""
    aspects: tuple[AspectFigures, ...] = ()
    """Those spoken of, most spoken of first."""

    @property
    def share_positive(self) -> float | None:
        """Of those that take a side, 0 to 1; None where none does."""
        sided = self.positive + self.negative
        return self.positive / sided if sided else None

    @property
    def spread(self) -> float:
        """How divided they are: 0 where all agree, 1 where half praise and half blame."""
        share = self.share_positive
        return 0.0 if share is None else 4 * share * (1 - share)


def figures(reviews: Sequence[ReadReview]) -> Figures:
    """Count."""
    praise, blame = [0] * len(ASPECTS), [0] * len(ASPECTS)
    for review in reviews:
        for aspect, side in {(opinion.aspect, opinion.side) for opinion in review.reading.opinions}:
            (praise if side > 0 else blame)[aspect] += 1
    sides = [review.side for review in reviews]
    spoken = [
        AspectFigures(name, praise[place], blame[place])
        for place, name in enumerate(ASPECTS)
        if praise[place] + blame[place]
    ]
    return Figures(
        len(reviews),
        sides.count(1),
        sides.count(-1),
        sum(review.reading.positive is None and review.stars is None for review in reviews),
        tuple(sorted(spoken, key=lambda each: -(each.praise + each.blame))),
    )
