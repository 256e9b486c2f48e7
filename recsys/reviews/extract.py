"""The extractive summary: sentences that stand for many, none like another, praise and blame in their shares.

Maximal marginal relevance (Carbonell & Goldstein 1998) within one aspect and side at a time, so that the few
keep their place.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
from scipy import sparse

from recsys.reviews.aspects import ASPECTS, Side
from recsys.reviews.figures import Figures, ReadReview
from recsys.reviews.ngrams import ngrams, unique, words
from recsys.reviews.opinion_words import lean
from recsys.reviews.standing_alone import alone
from recsys.types import FloatArray

CANDIDATES = 60
"""Sentences of one aspect and side that are compared with one another, the surest first."""
RELEVANCE = 0.7
"""Against variety, as in the list of films."""
CERTAIN = 0.25
"""How far from one half the probability of a sentence must be before it illustrates a side."""
TELLING = 120
"""Characters beyond which a sentence tells less the longer it is."""
LEAST_ALONE = 0.2
"""Sentences that can stand by themselves less than this are not quoted: two things speak against them."""
MINORITY = 0.1
"""Share of the reviews from which on a side has at least one sentence."""
SAID_BY = 4
"""A review of the majority's side may be quoted for the other one, but sentences whose review takes their own
side count so many times as much."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of one review."""

    review: int
    """Position among the reviews given."""
    sentence: int
    aspect: str | None
    """None for an opinion of the film as a whole."""
    side: Side
    text: str


class _Candidate(NamedTuple):
    review: int
    sentence: int
    aspect: int | None
    side: Side
    weight: float
    text: str


def extract(
    reviews: Sequence[ReadReview],
    counted: Figures,
    *,
    most_spoiler: int,
    aspects: Sequence[str] = (),
    count: int = 6,
    minority: float = MINORITY,
) -> tuple[Quote, ...]:
    """At most `count` sentences, praise first, each side's in the order of how many speak of their aspect.

    A side that at least the share `minority` of the reviews take has at least one sentence, if there is one.
    `most_spoiler`: the gravest sentence that may be shown, 0 to 2. `aspects`: only these; empty for all.
    """
    wanted = {ASPECTS.index(name) for name in aspects}
    groups = _groups(reviews, most_spoiler, wanted)
    shares = _shares(counted, count, minority)
    chosen: list[Quote] = []
    for side in (1, -1):
        chosen += _of_side(side, shares[side], groups, counted, chosen)
    return tuple(chosen)


def _shares(counted: Figures, count: int, minority: float) -> dict[int, int]:
    """How many sentences each side has."""
    share = counted.share_positive
    if share is None:
        return {1: count // 2, -1: count // 2}
    praise = round(count * share)
    if share and share >= minority:
        praise = max(praise, 1)
    if share < 1 and share <= 1 - minority:
        praise = min(praise, count - 1)
    return {1: praise, -1: count - praise}


def _groups(
    reviews: Sequence[ReadReview], most_spoiler: int, wanted: set[int]
) -> dict[tuple[int, int | None], list[_Candidate]]:
    """Sentences fit to be shown, by side and aspect; each in the group of its first aspect."""
    groups: defaultdict[tuple[int, int | None], list[_Candidate]] = defaultdict(list)
    seen: set[str] = set()
    for number, review in enumerate(reviews):
        own = review.side
        of_sentence: defaultdict[int, list[tuple[int, Side]]] = defaultdict(list)
        for opinion in review.reading.opinions:
            of_sentence[opinion.sentence].append((opinion.aspect, opinion.side))
        for place, sentence in enumerate(review.reading.sentences):
            if not sentence.quotable or sentence.spoiler > most_spoiler:
                continue
            said = of_sentence.get(place, [])
            if len({side for _, side in said}) > 1 or (wanted and not any(a in wanted for a, _ in said)):
                continue  # a sentence that does both illustrates neither
            certainty = abs(sentence.positive - 0.5)
            sounds: Side = 1 if sentence.positive > 0.5 else -1
            aspect, side = next((pair for pair in said if not wanted or pair[0] in wanted), (None, sounds))
            text = sentence.span.of(review.text)
            if side != sounds or certainty < CERTAIN or not text[0].isupper() or text in seen:
                continue
            stands = alone(text)
            if stands < LEAST_ALONE:
                continue
            seen.add(text)
            weight = certainty * (SAID_BY if own == side else 1) * min(1.0, TELLING / len(text)) * stands
            groups[side, aspect].append(_Candidate(number, place, aspect, side, weight, text))
    return {(side, aspect): _surest(found) for (side, aspect), found in groups.items()}


def _surest(found: list[_Candidate]) -> list[_Candidate]:
    """The `CANDIDATES` of most weight whose own words take their side."""
    found.sort(key=lambda each: -each.weight)
    plain = (each for each in found if lean(words(each.text)) * each.side > 0)
    return list(islice(plain, CANDIDATES))


def _of_side(
    side: int,
    count: int,
    groups: dict[tuple[int, int | None], list[_Candidate]],
    counted: Figures,
    before: Sequence[Quote],
) -> list[Quote]:
    """One sentence an aspect, the aspects most spoken of first; then again where sentences are wanting."""
    of_side = {aspect: found for (its_side, aspect), found in groups.items() if its_side == side}
    speakers = {each.name: each.praise if side > 0 else each.blame for each in counted.aspects}
    named = sorted(
        (aspect for aspect in of_side if aspect is not None),
        key=lambda aspect: (-speakers.get(ASPECTS[aspect], 0), aspect),
    )
    order: list[int | None] = [*named, *([None] if None in of_side else [])]
    quoted = {quote.review for quote in before}
    chosen: list[Quote] = []
    while len(chosen) < count and order:
        for aspect in list(order):
            if len(chosen) == count:
                break
            pool = [
                each for each in of_side[aspect] if each.review not in quoted and not _taken(each, chosen)
            ]
            if not pool:
                order.remove(aspect)
                continue
            best = _best(pool, [quote.text for quote in (*before, *chosen)])
            quoted.add(best.review)
            name = None if best.aspect is None else ASPECTS[best.aspect]
            chosen.append(Quote(best.review, best.sentence, name, best.side, best.text))
    return chosen


def _taken(candidate: _Candidate, chosen: Sequence[Quote]) -> bool:
    return any(quote.text == candidate.text for quote in chosen)


def _best(pool: Sequence[_Candidate], before: Sequence[str]) -> _Candidate:
    """The candidate most like all the others and least like what was chosen."""
    vectors = _vectors([each.text for each in pool] + list(before))
    own, others = vectors[: len(pool)], vectors[len(pool) :]
    centre = np.asarray(own.mean(axis=0)).ravel()
    norm = float(np.linalg.norm(centre)) or 1.0
    relevance = np.asarray(own @ centre).ravel() / norm
    weights = np.array([each.weight for each in pool])
    relevance = relevance / (relevance.max() or 1.0) * weights / weights.max()
    repeated: FloatArray | float = 0.0
    if len(before):
        repeated = np.asarray((own @ others.T).max(axis=1).todense()).ravel()
    return pool[int(np.argmax(RELEVANCE * relevance - (1 - RELEVANCE) * repeated))]


def _vectors(texts: Sequence[str]) -> sparse.csr_matrix:
    """(texts, n-grams) rows of length 1, n-grams weighted by how few texts have them."""
    grams = unique(ngrams([words(text) for text in texts]))
    _, column, spread = np.unique(grams.keys, return_inverse=True, return_counts=True)
    weights = np.log((1 + len(texts)) / spread)[column]
    table = sparse.csr_matrix((weights, (grams.texts, column)), (len(texts), len(spread)))
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ table)
