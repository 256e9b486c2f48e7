"""The blend: z-scores of the signals, weighted; knows nothing of how they were learned."""

import numpy as np

from recsys.types import FloatArray

SPREAD = 1e-9
"""A signal that spreads less than this over the films does not tell them apart."""

LEAST_SHARE = 1e-6
"""Signals that count for less than this together stand in for no other."""


def standardise(scores: FloatArray, tail: float) -> tuple[FloatArray, FloatArray]:
    """(signals, items) scores to z-scores by row over the films known, long tails folded in.

    z becomes tail * asinh(z / tail): about z itself up to `tail`, logarithmic beyond, so that a signal that
    is sure of a handful of films and silent on the rest does not outshout the others. The order within a row
    is kept. A row without spread is 0 where known; NaN stays NaN. Second result: each row's mean over
    what is known, (signals,).
    """
    known = ~np.isnan(scores)
    counts = np.maximum(known.sum(axis=1), 1)
    means = (np.where(known, scores, 0).sum(axis=1) / counts).astype(np.float32)
    centred = np.where(known, scores - means[:, None], 0)
    spreads = np.sqrt(np.einsum("ij,ij->i", centred, centred) / counts)
    units = np.divide(1, spreads * tail, out=np.zeros(len(scores)), where=spreads > SPREAD)
    standardised = np.float32(tail) * _asinh(centred * units.astype(np.float32)[:, None])
    standardised[~known] = np.nan
    means[~known.any(axis=1)] = np.nan
    return standardised, means


def _asinh(x: FloatArray) -> FloatArray:
    """By the logarithm, which numpy has in fast instructions; `np.arcsinh` takes ten times as long."""
    size = np.abs(x)
    return np.asarray(np.copysign(np.log(size + np.sqrt(size * size + 1)), x))


def blend(standardised: FloatArray, weights: FloatArray, trust: float) -> FloatArray:
    """Contributions (signals, items) whose sum over signals is the blended score.

    `standardised` is (signals, items) with NaN where a signal does not know a film, `weights` (signals,)
    non-negative. A signal that knows no film at all gives its weight to the others. One that does not know
    a certain film is stood in for by the weighted mean of those that do, times `trust`: what the others say
    carries over in part, so that a film known to few signals cannot win by their noise alone.
    """
    known = ~np.isnan(standardised)
    present = weights * known.any(axis=1)
    total = present.sum()
    if total <= 0:
        return np.zeros_like(standardised)
    shares = (present / total).astype(np.float32)[:, None] * known
    known_share = shares.sum(axis=0)
    stand_in = np.divide(
        1 - known_share, known_share, out=np.zeros_like(known_share), where=known_share > LEAST_SHARE
    )
    shares *= 1 + np.float32(trust) * stand_in
    return np.asarray(np.where(known, standardised, np.float32(0)) * shares)
