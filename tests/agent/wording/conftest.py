import random
from collections.abc import Sequence
from typing import TypeVar

import pytest

from agent.wording.phrasebook import Phrasebook
from agent.wording.words import Words
from tests.support.films import AMELIE, CATALOGUE, COLLATERAL, HEAT
from tools.results import LibraryEntry

T = TypeVar("T")


class First(random.Random):
    """Always takes the first variant."""

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        return seq[0]


@pytest.fixture
def words() -> Words:
    known = {
        HEAT.id: LibraryEntry(HEAT, rating=5, seen=True),
        AMELIE.id: LibraryEntry(AMELIE, rating=4, seen=True),
        COLLATERAL.id: LibraryEntry(COLLATERAL, saved=True),
    }
    return Words(Phrasebook("en", First()), CATALOGUE.films, known, taste_known=True)
