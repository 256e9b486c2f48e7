"""Films as TF-IDF over their terms: keywords, people, genres, era and language."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from data.films import Film
from recsys.terms import KEYWORD, KIND_WEIGHTS, KINDS, PERSON, film_terms


def term_matrix(films: Sequence[Film], min_films: int, pivot: float) -> tuple[sp.csr_array, list[str]]:
    """(films, vocabulary) weights, each row of length at most about 1; and the vocabulary, "kind:word".

    A term that fewer than `min_films` share is left out; `pivot` as in Singhal et al., "Pivoted Document
    Length Normalization", 1996: how far a film with few keywords is held back.
    """
    table = _term_table(films, min_films)
    order = sorted(table)
    rows = np.concatenate([np.array([film for film, _ in table[term]], np.int32) for term in order])
    values = np.concatenate([np.array([weight for _, weight in table[term]]) for term in order])
    columns = np.repeat(np.arange(len(order)), [len(table[term]) for term in order])
    counts = sp.csr_array((values, (rows, columns)), shape=(len(films), len(order)))
    return _weighted(counts, order, pivot), order


def _term_table(films: Sequence[Film], min_films: int) -> dict[str, list[tuple[int, float]]]:
    table: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, film in enumerate(films):
        for kind, word, weight in film_terms(film):
            table[f"{kind}:{word}"].append((position, weight))
    return {term: found for term, found in table.items() if len(found) >= min_films}


def _weighted(counts: sp.csr_array, order: Sequence[str], pivot: float) -> sp.csr_array:
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
        held = pivot if kind in (KEYWORD, PERSON) else 0.0
        divisor = np.where(lengths < typical, held * typical + (1 - held) * lengths, lengths)
        scale = np.sqrt(KIND_WEIGHTS[kind]) / np.maximum(divisor, 1e-9)
        blocks.append(sp.diags_array(scale) @ block)
    total = sp.csr_array(sum(blocks[1:], blocks[0]))
    total.eliminate_zeros()
    total.sort_indices()
    return total
