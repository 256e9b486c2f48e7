"""The content signal: films alike in keywords, people, genres, era and language, rated or not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field
from scipy.sparse.linalg import svds

from data.errors import StarterPackError
from data.films import Film
from recsys import evidence, store
from recsys.terms import ERA, GENRE, KEYWORD, KIND_WEIGHTS, KINDS, LANGUAGE, PERSON, film_terms
from recsys.types import FloatArray, IntArray, Request
from recsys.wishes import WordIndex

NAME = "content"

EXAMPLE_WEIGHTS = {KEYWORD: 1.5, PERSON: 2.5, GENRE: 0.8, ERA: 0.8, LANGUAGE: 1.0}
"""What makes a film like one that was named: who made it and what it is about, more than its genre."""

MOST_WISHED = 1.3
"""A film that bears several of the keywords meant fits better than one that bears one, up to this."""

DENSE_WEIGHTS = {KEYWORD: 1.0, PERSON: 0.4, GENRE: 0.5, ERA: 0.0, LANGUAGE: 0.2}
"""Which terms shape the dense embedding: mostly what a film is about."""


class ContentConfig(BaseModel):
    """How the facts become vectors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_films: int = Field(2, ge=1)
    """A term that fewer films share says nothing about likeness."""
    pivot: float = Field(0.6, ge=0, le=1)
    """Pivoted length normalisation (Singhal et al., 1996): how far a film with few keywords is held back."""
    rank: int = Field(64, ge=1)
    """Directions of the dense embedding, which also sees likeness of words ("heist", "bank robbery")."""
    dense: float = Field(0.2, ge=0, le=1)
    """Share of the dense embedding in the score; the rest is by shared terms."""
    wish: float = Field(0.8, ge=0)
    """What bearing a theme asked for adds; two films alike in everything have likeness 1."""
    asked: float = Field(0.3, ge=0)
    """Weight of the genres and people asked for: where they are central is preferred."""


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """One term that a film shares with the evidence, and its part of the score."""

    kind: str
    word: str
    part: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What a film is compared with."""

    terms: FloatArray
    """(vocabulary,) of the evidence."""
    dense: FloatArray
    """(rank,) of the evidence."""
    asked: FloatArray
    """(vocabulary,) genres and people asked for."""
    wished: FloatArray | None
    """(vocabulary,) how well a keyword meets the themes asked for."""


class ContentScorer:
    """Cosine of a film's TF-IDF terms with the profile of what the viewer liked, named and asked for."""

    name = "content"

    def __init__(
        self, terms: sp.csr_array, dense: FloatArray, vocabulary: Sequence[str], config: ContentConfig
    ) -> None:
        self.terms = terms
        """(films, vocabulary) TF-IDF, each row of length at most about 1."""
        self.dense = dense
        """(films, rank) unit rows, or zero for a film of which nothing is known."""
        self.vocabulary = vocabulary
        """ "kind:word" by column."""
        self.config = config
        self._column = {term: column for column, term in enumerate(vocabulary)}
        self._words = WordIndex([term[8:] if term.startswith("keyword:") else "" for term in vocabulary])
        self._told = np.diff(terms.indptr) > 0
        kinds = [term.partition(":")[0] for term in vocabulary]
        self._of_example = np.array([EXAMPLE_WEIGHTS[kind] for kind in kinds], np.float32)
        self._bears = sp.csr_array((np.ones_like(terms.data), terms.indices, terms.indptr), shape=terms.shape)

    @classmethod
    def fit(
        cls, films: Sequence[Film], config: ContentConfig, *, rng: np.random.Generator
    ) -> "ContentScorer":
        """Make the vectors of all films of a catalogue, in its order."""
        table = _term_table(films, config)
        order = sorted(table)
        column = {term: position for position, term in enumerate(order)}
        rows = np.concatenate([np.array([film for film, _ in table[term]], np.int32) for term in order])
        values = np.concatenate([np.array([weight for _, weight in table[term]]) for term in order])
        columns = np.repeat(np.arange(len(order)), [len(table[term]) for term in order])
        counts = sp.csr_array((values, (rows, columns)), shape=(len(films), len(column)))
        terms = _weighted(counts, order, config)
        emphasis = np.array([DENSE_WEIGHTS[term.partition(":")[0]] for term in order])
        emphasised = sp.csr_array(terms @ sp.diags_array(emphasis))
        left, values, _ = svds(emphasised, k=min(config.rank, min(terms.shape) - 1), rng=rng)
        dense = left * values**0.5
        norms = np.linalg.norm(dense, axis=1, keepdims=True)
        dense = np.divide(dense, norms, out=np.zeros_like(dense), where=norms > 1e-6)
        return cls(terms, dense.astype(np.float32), order, config)

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Likeness to the evidence and to the themes asked for; NaN where there is neither, or no facts."""
        profile = self._profile(request)
        if profile is None:
            return np.full(len(items), np.nan, np.float32)
        share = self.config.dense
        scores = self.terms @ ((1 - share) * profile.terms + self.config.asked * profile.asked)
        scores += share * (self.dense @ profile.dense)
        if profile.wished is not None:
            scores += self.config.wish * np.minimum(self._bears @ profile.wished, MOST_WISHED)
        return np.where(self._told, scores, np.nan)[items].astype(np.float32)

    def score_rows(self, evidence_: sp.csr_array) -> FloatArray:
        """(users, films) likeness for many viewers; `evidence_` is (users, films) CSR of signed weights."""
        totals = np.maximum(abs(evidence_).sum(axis=1), 1e-6)
        rows = sp.csr_array(sp.diags_array(1 / totals) @ evidence_)
        share = self.config.dense
        scores = (1 - share) * ((rows @ self.terms) @ self.terms.T).toarray()
        scores += share * ((rows @ self.dense) @ self.dense.T)
        return np.asarray(np.where(self._told, scores, np.nan), np.float32)

    def alike(self, items: IntArray) -> FloatArray:
        """(items, items) likeness by shared terms, about 1 at most."""
        own = self.terms[items]
        return np.asarray((own @ own.T).toarray(), np.float32)

    def parts(self, request: Request, items: IntArray) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the scores; wishes make up the rest."""
        proof = evidence.gather(request)
        if not len(proof.items):
            return np.zeros((len(items), 0), np.float32)
        own = self.terms[items]
        if proof.named:
            own = sp.csr_array(own @ sp.diags_array(self._of_example))
        alike = (own @ self.terms[proof.items].T).toarray()
        close = self.dense[items] @ self.dense[proof.items].T
        share = self.config.dense
        return np.asarray(self._share(request) * proof.weights * ((1 - share) * alike + share * close))

    def shared(self, request: Request, items: IntArray) -> list[list[SharedTerm]]:
        """For each item its terms by their part of its score, largest first, those against it last."""
        profile = self._profile(request)
        if profile is None:
            return [[] for _ in items]
        return [self._shared(profile, int(item)) for item in items]

    def _shared(self, profile: "Profile", item: int) -> list[SharedTerm]:
        span = slice(self.terms.indptr[item], self.terms.indptr[item + 1])
        columns = self.terms.indices[span]
        likeness = (1 - self.config.dense) * profile.terms[columns] + self.config.asked * profile.asked[
            columns
        ]
        parts = self.terms.data[span] * likeness
        if profile.wished is not None:
            hits = profile.wished[columns]
            parts = parts + self.config.wish * hits / max(1.0, float(hits.sum()) / MOST_WISHED)
        found = []
        for place in np.argsort(-parts):
            if parts[place] != 0:
                kind, _, word = self.vocabulary[columns[place]].partition(":")
                found.append(SharedTerm(kind, word, float(parts[place])))
        return found

    def _share(self, request: Request) -> np.float32:
        """Brings the evidence to length about 1, however many films it has."""
        weights = evidence.gather(request).weights
        return np.float32(1.0 / max(float(np.abs(weights).sum()), 1e-6))

    def _profile(self, request: Request) -> "Profile | None":
        proof = evidence.gather(request)
        wished = self._wished(request.keywords)
        asked = self._asked(request)
        if not len(proof.items) and wished is None and not asked.any():
            return None
        weights = proof.weights * self._share(request)
        terms = self.terms[proof.items].T @ weights
        if proof.named:
            terms = terms * self._of_example
        return Profile(terms, self.dense[proof.items].T @ weights, asked, wished)

    def _wished(self, themes: Sequence[str]) -> FloatArray | None:
        """(vocabulary,) how well each keyword meets the themes, 0 to 1; None if none does."""
        wished = np.zeros(len(self.vocabulary), np.float32)
        for theme in themes:
            for column, weight in self._words.matches(theme):
                wished[column] = max(wished[column], np.float32(weight))
        return wished if wished.any() else None

    def _asked(self, request: Request) -> FloatArray:
        """(vocabulary,) 1 for the genres and people asked for."""
        asked = np.zeros(len(self.vocabulary), np.float32)
        terms = [f"{GENRE}:{word}" for word in request.constraints.genres]
        terms += [f"{PERSON}:{word}" for word in request.constraints.people]
        asked[[self._column[term] for term in terms if term in self._column]] = 1
        return asked

    def keyword_films(self) -> tuple[list[str], list[IntArray]]:
        """All keywords, and for each the films that bear it."""
        by_term = self.terms.tocsc()
        columns = [column for column, term in enumerate(self.vocabulary) if term.startswith("keyword:")]
        films = [by_term.indices[by_term.indptr[column] : by_term.indptr[column + 1]] for column in columns]
        return [self.vocabulary[column][8:] for column in columns], films

    def save(self, folder: Path) -> None:
        """Write the vectors below `folder`."""
        arrays = {
            "indptr": self.terms.indptr.astype(np.int32),
            "indices": self.terms.indices.astype(
                np.uint16 if len(self.vocabulary) <= np.iinfo(np.uint16).max else np.int32
            ),
            "weights": self.terms.data.astype(np.float16),
            "dense": self.dense.astype(np.float16),
        }
        meta = {"config": self.config.model_dump(), "vocabulary": list(self.vocabulary)}
        store.write(folder, NAME, arrays, meta)

    @classmethod
    def load(cls, folder: Path) -> "ContentScorer":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            vocabulary = list(stored.meta["vocabulary"])
            indptr = np.array(stored.arrays["indptr"])
            parts = (
                np.array(stored.arrays["weights"], np.float32),
                np.array(stored.arrays["indices"], np.int32),
                indptr,
            )
            terms = sp.csr_array(parts, shape=(len(indptr) - 1, len(vocabulary)))
            dense = np.array(stored.arrays["dense"], np.float32)
            return cls(terms, dense, vocabulary, ContentConfig(**stored.meta["config"]))
        except (KeyError, ValueError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error


def _term_table(films: Sequence[Film], config: ContentConfig) -> dict[str, list[tuple[int, float]]]:
    table: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, film in enumerate(films):
        for kind, word, weight in film_terms(film):
            table[f"{kind}:{word}"].append((position, weight))
    return {term: found for term, found in table.items() if len(found) >= config.min_films}


def _weighted(counts: sp.csr_array, order: Sequence[str], config: ContentConfig) -> sp.csr_array:
    """TF-IDF with every kind brought to its share of the whole."""
    n_films = counts.shape[0]
    seen_in = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log(n_films / np.maximum(seen_in, 1))
    kinds = np.array([KINDS.index(term.partition(":")[0]) for term in order])
    weighted = sp.csr_array(counts @ sp.diags_array(idf))
    blocks = []
    for number, kind in enumerate(KINDS):
        block = sp.csr_array(weighted @ sp.diags_array((kinds == number).astype(np.float64)))
        lengths = np.sqrt(block.multiply(block).sum(axis=1))
        typical = lengths[lengths > 0].mean() if lengths.any() else 1.0
        pivot = config.pivot if kind in (KEYWORD, PERSON) else 0.0
        divisor = np.where(lengths < typical, pivot * typical + (1 - pivot) * lengths, lengths)
        scale = np.sqrt(KIND_WEIGHTS[kind]) / np.maximum(divisor, 1e-9)
        blocks.append(sp.diags_array(scale) @ block)
    total = sp.csr_array(sum(blocks[1:], blocks[0]))
    total.eliminate_zeros()
    total.sort_indices()
    return total
