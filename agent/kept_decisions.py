"""Decisions that a language model made before: at temperature 0 it would decide the same again."""

import hashlib

from cachetools import TTLCache

from agent.decision import Decision

KEPT_AT_MOST = 1000
KEPT_S = 3600.0

_IMPERSONAL = frozenset({"recommend_films", "search_by_look", "film_details", "summarise_reviews"})
"""Nothing of these tells of a person: what is kept outlives a request to forget, so no other is."""


class KeptDecisions:
    """The latest decisions by what the model was told. No words of people are kept, and not who said them."""

    def __init__(self, kept_s: float = KEPT_S) -> None:
        self._kept: TTLCache[bytes, Decision] = TTLCache(KEPT_AT_MOST, kept_s)

    def find(self, model: str, text: str, situation: str) -> Decision | None:
        """What `model` decided when it was told just this."""
        return self._kept.get(_key(model, text, situation))

    def keep(self, model: str, text: str, situation: str, decision: Decision) -> None:
        """Keep a decision, where it may be kept."""
        if decision.calls and all(call.arguments.tool in _IMPERSONAL for call in decision.calls):
            self._kept[_key(model, text, situation)] = decision


def _key(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()
