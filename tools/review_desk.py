"""What is needed to tell what people say of a film."""

from dataclasses import dataclass

from memory.reviews import Reviews
from recsys.reviews.reading import Reader
from recsys.reviews.starter_figures import StarterFigures


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """Made once in the composition root."""

    reviews: Reviews
    reader: Reader
    starter: StarterFigures
    """Figures for films of which we have no reviews ourselves."""
