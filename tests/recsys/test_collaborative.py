from pathlib import Path

import pytest

from recsys.collaborative import CollaborativeScorer
from tests.recsys.scorer_suite import TasteSuite


class TestCollaborative(TasteSuite):
    @pytest.fixture
    def scorer(self, models: Path) -> CollaborativeScorer:
        return CollaborativeScorer.load(models)
