"""The content signal: films alike in keywords, people, genres, era and language, rated or not."""

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
from recsys.terms import ERA, GENRE, KEYWORD, LANGUAGE, PERSON
from recsys.tfidf import term_matrix
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
class ContentFold:
    """What films are compared with: the evidence, and what was asked for in words."""

    scorer: "ContentScorer"
    weights: FloatArray
    """(evidence,) together of length about 1, however many films there are."""
    films: sp.csr_array
    """(evidence, vocabulary) their terms."""
    near: FloatArray
    """(evidence, rank) their dense vectors."""
    emphasis: FloatArray | None
    """(vocabulary,) what makes a film like an example; None where none was named."""
    profile: FloatArray
    """(vocabulary,) of evidence and of the genres and people asked for."""
    wished: FloatArray | None
    """(vocabulary,) how well a keyword meets the themes asked for."""
    silent: bool
    """True where there is nothing to compare with."""

    def scores(self, items: IntArray) -> FloatArray:
        """Likeness to all that; NaN where there is none of it, or no facts of the film."""
        if self.silent:
            return np.full(len(items), np.nan, np.float32)
        own = self.scorer
        scores = own.terms @ self.profile
        if len(self.weights):
            scores += own.dense @ (np.float32(own.config.dense) * (self.weights @ self.near))
        if self.wished is not None:
            scores += own.config.wish * np.minimum(own.bears @ self.wished, MOST_WISHED)
        return np.where(own.told[items], scores[items], np.float32(np.nan)).astype(np.float32)

    def parts(self, items: IntArray) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the scores; wishes make up the rest."""
        own = self.scorer
        terms = own.terms[items]
        if self.emphasis is not None:
            terms.data = terms.data * self.emphasis[terms.indices]
        alike = (terms @ self.films.T).toarray()
        close = own.dense[items] @ self.near.T
        share = np.float32(own.config.dense)
        return np.asarray(self.weights * ((1 - share) * alike + share * close), np.float32)

    def shared(self, items: IntArray, gains: FloatArray) -> list[list[SharedTerm]]:
        """For each item its terms by their part of its score times its gain, largest first; those for it."""
        if self.silent:
            return [[] for _ in items]
        return [self._shared(item, gain) for item, gain in zip(items.tolist(), gains.tolist(), strict=True)]

    def _shared(self, item: int, gain: float) -> list[SharedTerm]:
        own = self.scorer
        span = slice(own.terms.indptr[item], own.terms.indptr[item + 1])
        columns = own.terms.indices[span]
        parts = own.terms.data[span] * self.profile[columns]
        if self.wished is not None:
            hits = self.wished[columns]
            parts = parts + own.config.wish * hits / max(1.0, float(hits.sum()) / MOST_WISHED)
        parts *= np.float32(gain)
        found = []
        for place in np.argsort(-parts)[: np.count_nonzero(parts > 0)].tolist():
            kind, _, word = own.vocabulary[columns[place]].partition(":")
            found.append(SharedTerm(kind, word, float(parts[place])))
        return found


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
        self.told = np.diff(terms.indptr) > 0
        """(films,) False for a film without facts."""
        kinds = [term.partition(":")[0] for term in vocabulary]
        self._of_example = np.array([EXAMPLE_WEIGHTS[kind] for kind in kinds], np.float32)
        self.bears = sp.csr_array((np.ones_like(terms.data), terms.indices, terms.indptr), shape=terms.shape)
        """(films, vocabulary) 1 where a film has a term."""

    @classmethod
    def fit(
        cls, films: Sequence[Film], config: ContentConfig, *, rng: np.random.Generator
    ) -> "ContentScorer":
        """Make the vectors of all films of a catalogue, in its order."""
        terms, order = term_matrix(films, config.min_films, config.pivot)
        emphasis = np.array([DENSE_WEIGHTS[term.partition(":")[0]] for term in order])
        emphasised = sp.csr_array(terms @ sp.diags_array(emphasis))
        left, values, _ = svds(emphasised, k=min(config.rank, min(terms.shape) - 1), rng=rng)
        dense = left * values**0.5
        norms = np.linalg.norm(dense, axis=1, keepdims=True)
        dense = np.divide(dense, norms, out=np.zeros_like(dense), where=norms > 1e-6)
        return cls(terms, dense.astype(np.float32), order, config)

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Likeness to the evidence and to the themes asked for; NaN where there is neither, or no facts."""
        return self.fold(request).scores(items)

    def fold(self, request: Request) -> ContentFold:
        """The profile of what the viewer liked, named and asked for."""
        proof = evidence.gather(request)
        weights = proof.weights / np.maximum(np.abs(proof.weights).sum(), np.float32(1e-6))
        films = self.terms[proof.items]
        profile = films.T @ (np.float32(1 - self.config.dense) * weights)
        emphasis = self._of_example if proof.named else None
        if emphasis is not None:
            profile *= emphasis
        wished = self._wished(request.keywords)
        asked = self._asked(request)
        profile[asked] += np.float32(self.config.asked)
        silent = not (len(weights) or len(asked) or wished is not None)
        return ContentFold(self, weights, films, self.dense[proof.items], emphasis, profile, wished, silent)

    def score_rows(self, evidence_: sp.csr_array) -> FloatArray:
        """(users, films) likeness for many viewers; `evidence_` is (users, films) CSR of signed weights."""
        totals = np.maximum(abs(evidence_).sum(axis=1), 1e-6)
        rows = sp.csr_array(sp.diags_array(1 / totals) @ evidence_)
        share = self.config.dense
        scores = (1 - share) * ((rows @ self.terms) @ self.terms.T).toarray()
        scores += share * ((rows @ self.dense) @ self.dense.T)
        return np.asarray(np.where(self.told, scores, np.nan), np.float32)

    def alike(self, items: IntArray) -> FloatArray:
        """(items, items) likeness by shared terms, about 1 at most."""
        own = self.terms[items]
        return np.asarray((own @ own.T).toarray(), np.float32)

    def _wished(self, themes: Sequence[str]) -> FloatArray | None:
        """(vocabulary,) how well each keyword meets the themes, 0 to 1; None if none does."""
        wished = np.zeros(len(self.vocabulary), np.float32)
        for theme in themes:
            for column, weight in self._words.matches(theme):
                wished[column] = max(wished[column], np.float32(weight))
        return wished if wished.any() else None

    def _asked(self, request: Request) -> list[int]:
        """Columns of the genres and people asked for."""
        terms = {f"{GENRE}:{word}" for word in request.constraints.genres}
        terms |= {f"{PERSON}:{word}" for word in request.constraints.people}
        return [self._column[term] for term in terms if term in self._column]

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
