"""Examples that disagree: a list for each of them, mixed, and not one list for their average.

What lies between a thriller and a fairy tale is like neither; who names both wants some of each.
"""

from collections.abc import Sequence

from recsys.types import FloatArray

AKIN = 0.45
"""Likeness (see `recsys.diversity.likeness_vectors`) from which two examples ask for the same."""


def kinds(examples: Sequence[int], vectors: FloatArray) -> list[tuple[int, ...]]:
    """The examples in groups of their kin, in the order named; `vectors` (films, rank) of unit length."""
    groups: list[list[int]] = []
    for example in examples:
        for group in groups:
            if all(float(vectors[example] @ vectors[other]) >= AKIN for other in group):
                group.append(example)
                break
        else:
            groups.append([example])
    return [tuple(group) for group in groups]


def interleaved(lists: Sequence[Sequence[int]], count: int) -> list[int]:
    """The first of each list, then the second of each, without repeats, `count` at most."""
    mixed: dict[int, None] = {}
    for place in range(max(map(len, lists), default=0)):
        for ranked in lists:
            if place < len(ranked):
                mixed[ranked[place]] = None
    return list(mixed)[:count]
