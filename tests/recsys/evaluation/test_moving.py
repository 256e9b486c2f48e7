from pathlib import Path

from data.pack import StarterPack
from recsys.content import ContentScorer
from recsys.evaluation.moving import evaluate_moving
from recsys.recommender import Recommender
from tests.recsys import toys


def test_the_toy_world_moves(recommender: Recommender, models: Path) -> None:
    content = ContentScorer.load(models)
    found = evaluate_moving(toys.catalogue(), recommender, content, seeds=12)
    assert found["funnier"]["moved"] > 0.4
    assert found["older"]["by"] > 0
    assert found["scarier"]["with_room"] == 0
    assert found["scarier"]["moved"] is None


def test_on_the_starter_nearly_all_lists_move_and_stay_near(
    starter: StarterPack, starter_recommender: Recommender
) -> None:
    content = ContentScorer.load(starter.models)
    found = evaluate_moving(starter.catalogue, starter_recommender, content, seeds=15)
    moved = [axis["moved"] for axis in found.values() if axis["with_room"] >= 5]
    assert sum(moved) / len(moved) > 0.9
    for wish, axis in found.items():
        assert axis["nearness"] > axis["alone"] + 0.15, wish
