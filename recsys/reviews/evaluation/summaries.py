"""Whether summaries keep to what reviews say: shares, one sentence an aspect, nothing given away, in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from recsys.reviews.extract import Quote, extract
from recsys.reviews.figures import Figures, ReadReview, figures

QUOTES = 10


@dataclass(frozen=True, slots=True)
class FilmSummary:
    """One film's."""

    figures: Figures
    quotes: tuple[Quote, ...]
    milliseconds: float

    @property
    def share_of_praise(self) -> float | None:
        """Of the sentences; None where there are none."""
        return sum(quote.side > 0 for quote in self.quotes) / len(self.quotes) if self.quotes else None


@dataclass(frozen=True, slots=True)
class SummariesReport:
    """Over many films."""

    films: int
    share_correlation: float
    """Pearson's, between the share of positive reviews and that of praise in the summary."""
    share_error: float
    """Mean distance of the two."""
    minority_kept: float
    """Of the films on which at least a tenth disagree, the share whose summary has a sentence of theirs."""
    quotes: float
    """Sentences a summary, mean."""
    repeated: float
    """Share of sentences of which another of the same summary has more than half the words."""
    milliseconds: float
    """Median."""


def summarise(reviews: Sequence[ReadReview]) -> FilmSummary:
    """As the tool does it, reviews already read."""
    began = perf_counter()
    counted = figures(reviews)
    quotes = extract(reviews, counted, most_spoiler=0, count=QUOTES)
    return FilmSummary(counted, quotes, 1000 * (perf_counter() - began))


def report(summaries: Sequence[FilmSummary]) -> SummariesReport:
    """Over films of which each has at least one sentence and a share."""
    used = [each for each in summaries if each.quotes and each.figures.share_positive is not None]
    said = np.array([each.figures.share_positive for each in used], np.float64)
    shown = np.array([each.share_of_praise for each in used], np.float64)
    divided = [each for each in used if 0.1 <= (each.figures.share_positive or 0) <= 0.9]
    kept = [len({quote.side for quote in each.quotes}) == 2 for each in divided]
    quotes = [quote for each in used for quote in each.quotes]
    repeated = [_repeats(quote, each.quotes) for each in used for quote in each.quotes]
    return SummariesReport(
        films=len(used),
        share_correlation=float(np.corrcoef(said, shown)[0, 1]) if len(used) > 1 else float("nan"),
        share_error=float(np.abs(said - shown).mean()) if used else float("nan"),
        minority_kept=float(np.mean(kept)) if kept else float("nan"),
        quotes=len(quotes) / max(len(used), 1),
        repeated=float(np.mean(repeated)) if repeated else float("nan"),
        milliseconds=float(np.median([each.milliseconds for each in used])) if used else float("nan"),
    )


def _repeats(quote: Quote, quotes: Sequence[Quote]) -> bool:
    own = set(quote.text.lower().split())
    return any(
        other is not quote and len(own & set(other.text.lower().split())) > len(own) / 2 for other in quotes
    )
