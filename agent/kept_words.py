"""What a model once wrote from reviews, as long as the reviews are the same."""

from agent.facts import Keepsake
from memory.reviews import Reviews

VERSION = 3
"""Raised when prompts or checks change, so that what was written before is written anew."""


class KeptWords:
    """The shelf for one turn's facts."""

    def __init__(self, reviews: Reviews, keepsake: Keepsake, model: str) -> None:
        self._reviews = reviews
        self._keepsake = keepsake
        self._variant = f"{VERSION}/{model}/{keepsake.variant}"

    async def sentences(self) -> list[str]:
        """The sentences written before; none where there are none."""
        found = await self._reviews.summary(self._keepsake.film_id, self._variant, self._keepsake.reviews_key)
        return found.split("\n") if found else []

    async def keep(self, sentences: list[str]) -> None:
        """Keep what was written, in place of what was written from other reviews."""
        await self._reviews.keep_summary(
            self._keepsake.film_id, self._variant, self._keepsake.reviews_key, "\n".join(sentences)
        )
