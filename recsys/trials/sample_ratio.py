"""Whether as many people came to each arm as its weight says: else something drops people unevenly.

Lindon and Malek, "Anytime-Valid Inference For Multinomial Count Data", NeurIPS 2022: the counts under the
shares meant, against shares drawn from a Dirichlet distribution around them. It may be looked at at any time.
"""

from collections.abc import Sequence
from math import exp, lgamma, log

CONCENTRATION = 1000.0
"""Of the Dirichlet distribution: it looks above all for departures of one or two in a hundred people."""

SUSPICIOUS = 0.001
"""Below this no conclusion is to be drawn before the cause is found."""


def sample_ratio_p(counts: Sequence[int], shares: Sequence[float]) -> float:
    """Always valid: ever below a with a chance of at most a where the shares are as meant."""
    n = sum(counts)
    evidence = lgamma(CONCENTRATION) - lgamma(CONCENTRATION + n)
    for count, share in zip(counts, shares, strict=True):
        prior = CONCENTRATION * share
        evidence += lgamma(prior + count) - lgamma(prior) - count * log(share)
    return min(1.0, exp(-max(evidence, -1.0)))
