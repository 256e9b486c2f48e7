"""Reasons out of the very contributions that produced a score."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys.content import SharedTerm
from recsys.evidence import Evidence
from recsys.terms import GENRE, KEYWORD, PERSON
from recsys.types import FloatArray, Reason, ReasonKind, Request

MAX_REASONS = 4
MAX_FILMS = 3
MAX_WORDS = 3

NOTABLE = 0.35
"""A film or word is named beside the first of its kind if its part is at least this share of it."""

TELLING: dict[ReasonKind, float] = {"person": 1.6, "keyword": 1.3, "genre": 0.6, "acclaimed": 0.6}
"""Among causes of like size the one that says more is told first; 1 for all others."""

ACCLAIMED_FROM = 3.6
"""Stars from which a film is called acclaimed."""


@dataclass(frozen=True, slots=True)
class Causes:
    """Everything that made one film's score, in units of the score."""

    films: FloatArray
    """(evidence,) part of each film of the evidence, over all signals that fold it in."""
    terms: Sequence[SharedTerm]
    """Part of each shared term, by the content signal."""
    context: float
    sentiment: float
    popularity: float
    mean_rating: float | None


def reasons(item: int, request: Request, proof: Evidence, causes: Causes) -> tuple[Reason, ...]:
    """The strongest true causes of the score of `item`, strongest first, at most `MAX_REASONS`."""
    found: list[tuple[float, Reason]] = []
    films = _films(item, proof, causes)
    if films:
        found.append(films)
    for kind in (PERSON, KEYWORD, GENRE):
        words = _words(kind, causes.terms)
        if words:
            found.append(words)
    said = tuple(word for word in (request.situation.mood, request.situation.company) if word)
    if said and causes.context > 0:
        found.append((causes.context, Reason("mood", words=said)))
    acclaimed = causes.mean_rating is not None and causes.mean_rating >= ACCLAIMED_FROM
    if acclaimed and causes.sentiment > 0:
        found.append((causes.sentiment, Reason("acclaimed", value=causes.mean_rating)))
    if causes.popularity > 0 and not films:
        found.append((causes.popularity, Reason("popular")))
    found.sort(key=lambda pair: -pair[0] * TELLING.get(pair[1].kind, 1.0))
    if found:
        return tuple(reason for _, reason in found[:MAX_REASONS])
    return _fits(request)


def _films(item: int, proof: Evidence, causes: Causes) -> tuple[float, Reason] | None:
    """Films liked or named that speak for `item`; never the film itself, nor one that was disliked."""
    parts = np.where((proof.weights > 0) & (proof.items != item), causes.films, 0)
    if not len(parts) or parts.max() <= 0:
        return None
    order = np.argsort(-parts)[:MAX_FILMS]
    named = [place for place in order if parts[place] >= NOTABLE * parts[order[0]]]
    strength = float(parts[named].sum())
    return strength, Reason("because_of", films=tuple(int(proof.items[place]) for place in named))


def _words(kind: str, terms: Sequence[SharedTerm]) -> tuple[float, Reason] | None:
    mine = [term for term in terms if term.kind == kind][:MAX_WORDS]
    named = [term for term in mine if term.part >= NOTABLE * mine[0].part]
    if not named:
        return None
    kinds: dict[str, ReasonKind] = {PERSON: "person", KEYWORD: "keyword", GENRE: "genre"}
    strength = sum(term.part for term in named)
    return strength, Reason(kinds[kind], words=tuple(term.word for term in named))


def _fits(request: Request) -> tuple[Reason, ...]:
    asked = request.constraints
    words = (*asked.genres, *asked.people, *request.keywords, *asked.languages)
    return (Reason("fits", words=words),) if words else ()
