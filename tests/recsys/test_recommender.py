from pathlib import Path

import numpy as np
import pytest

from data.catalogue import Catalogue
from data.errors import StarterPackError
from recsys.recommender import Recommender
from recsys.types import SIGNALS, Constraints, Request, Situation, Taste
from tests.recsys import toys
from tests.recsys.scorer_suite import LOVES_COMEDIES, LOVES_WESTERNS

WESTERNS = {0, 1, 2, 3, 4, 5, toys.UNRATED}
LOVES_BOTH = Taste(np.array([0, 1, 6, 7], np.int32), np.array([5, 5, 5, 5], np.float32))


def unseen(taste: Taste) -> Constraints:
    return Constraints(exclude_items=frozenset(taste.items.tolist()))


def items(recommender: Recommender, request: Request) -> list[int]:
    return [found.item for found in recommender.recommend(request)]


def test_ones_own_taste_comes_first(recommender: Recommender) -> None:
    for taste, own in ((LOVES_WESTERNS, WESTERNS), (LOVES_COMEDIES, set(range(6, 12)))):
        found = items(recommender, Request(taste, constraints=unseen(taste), count=2))
        assert found[0] in own


def test_a_newcomer_gets_what_is_liked_and_known(recommender: Recommender) -> None:
    found = recommender.recommend(Request(Taste.empty()))
    assert len(found) == 5
    assert toys.UNRATED not in [film.item for film in found]
    assert {reason.kind for film in found for reason in film.reasons} <= {"acclaimed", "popular"}


def test_the_example_decides_and_is_not_shown(recommender: Recommender) -> None:
    found = items(
        recommender, Request(LOVES_WESTERNS, like=(6,), constraints=unseen(LOVES_WESTERNS), count=3)
    )
    assert 6 not in found
    assert found[0] in range(7, 12)


def test_constraints_are_hard(recommender: Recommender) -> None:
    asked = Constraints(genres=("Western",), max_year=1954, exclude_items=frozenset({0}))
    assert set(items(recommender, Request(LOVES_COMEDIES, constraints=asked, count=20))) == {1, 2, 3, 4}


def test_nothing_satisfies(recommender: Recommender) -> None:
    request = Request(LOVES_WESTERNS, constraints=Constraints(max_year=1900))
    assert recommender.recommend(request) == []
    assert recommender.blocked_by(request) == ("max_year",)


def test_what_was_shown_lately_gives_way(recommender: Recommender) -> None:
    request = Request(LOVES_WESTERNS, constraints=unseen(LOVES_WESTERNS), count=2)
    first = items(recommender, request)
    again = items(
        recommender,
        Request(LOVES_WESTERNS, constraints=unseen(LOVES_WESTERNS), count=2, recently_shown=tuple(first)),
    )
    assert not set(first) & set(again)


@pytest.mark.parametrize(
    "request_",
    [
        Request(Taste.empty()),
        Request(LOVES_WESTERNS),
        Request(LOVES_WESTERNS, like=(6, 0)),
        Request(LOVES_COMEDIES, keywords=("gunfight",), situation=Situation(mood="dark", hour=23)),
    ],
)
def test_contributions_sum_to_the_score(recommender: Recommender, request_: Request) -> None:
    for found in recommender.recommend(request_):
        assert set(found.contributions) == set(SIGNALS)
        assert sum(found.contributions.values()) == pytest.approx(found.score, abs=1e-5)


def test_removing_the_named_cause_lowers_the_score(recommender: Recommender) -> None:
    before = recommender.explain(Request(LOVES_BOTH), 3)
    cause = next(reason for reason in before.reasons if reason.kind == "because_of").films[0]
    assert cause in (0, 1)
    kept = LOVES_BOTH.items != cause
    without = Taste(LOVES_BOTH.items[kept], LOVES_BOTH.ratings[kept])
    assert recommender.explain(Request(without), 3).score < before.score


def test_words_named_are_shared_with_the_cause(recommender: Recommender) -> None:
    reasons = recommender.explain(Request(LOVES_WESTERNS), toys.UNRATED).reasons
    words = {reason.kind: set(reason.words) for reason in reasons}
    assert words["person"] <= set(toys.WESTERN_PEOPLE)
    assert words["genre"] <= {"Western", "Drama"}


def test_the_mood_asked_for_is_a_reason(recommender: Recommender) -> None:
    request = Request(Taste.empty(), situation=Situation(mood="funny"))
    best = recommender.recommend(request)[0]
    assert best.item in range(6, 12)
    assert ("funny",) in [reason.words for reason in best.reasons if reason.kind == "mood"]


def test_a_generator_only_breaks_near_ties(recommender: Recommender) -> None:
    request = Request(LOVES_WESTERNS, constraints=unseen(LOVES_WESTERNS), count=1)
    for seed in range(5):
        found = recommender.recommend(request, rng=np.random.default_rng(seed))
        assert found[0].item in WESTERNS


def test_asking_twice_gives_the_same(recommender: Recommender) -> None:
    request = Request(LOVES_BOTH, count=5)
    assert recommender.recommend(request) == recommender.recommend(request)


def test_models_of_other_films_are_refused(models: Path) -> None:
    other = Catalogue(toys.catalogue().films[:-1])
    with pytest.raises(StarterPackError, match="trained for other films"):
        Recommender.load(other, models)


def test_no_models(tmp_path: Path) -> None:
    with pytest.raises(StarterPackError, match="no trained model"):
        Recommender.load(toys.catalogue(), tmp_path)


def test_a_film_is_never_its_own_reason_nor_is_a_disliked_one(recommender: Recommender) -> None:
    taste = Taste(np.array([0, 3, 6], np.int32), np.array([5, 4, 0.5], np.float32))
    for item in (3, 4):
        named = [
            film for reason in recommender.explain(Request(taste), item).reasons for film in reason.films
        ]
        assert 0 in named
        assert not {item, 6} & set(named)


def test_describes_what_is_loaded(recommender: Recommender) -> None:
    described = recommender.describe()
    assert described["films"] == 13
    assert list(described["signals"]) == list(SIGNALS)
    assert described["signals"]["collaborative"]["films"] == 12


def test_popular_is_said_only_of_films_whose_audience_was_counted(recommender: Recommender) -> None:
    said = {
        item: {reason.kind for reason in recommender.explain(Request(Taste.empty()), item).reasons}
        for item in range(13)
    }
    assert "popular" not in said[toys.UNRATED]
    assert any("popular" in kinds for kinds in said.values())


def test_who_has_rated_everything_is_shown_nothing_twice(recommender: Recommender) -> None:
    everything = Taste(np.arange(13, dtype=np.int32), np.full(13, 4, np.float32))
    assert recommender.recommend(Request(everything, constraints=unseen(everything))) == []
    assert recommender.blocked_by(Request(everything, constraints=unseen(everything))) == ("exclude_items",)
    again = recommender.recommend(Request(everything, count=13))
    assert len(again) == 13
    assert all(np.isfinite(one.score) for one in again)
    assert [one.item for one in again if one.predicted_rating is None] == [toys.UNRATED]


@pytest.mark.parametrize("stars", [0.5, 3.0, 5.0])
def test_who_rates_all_alike_still_gets_a_list(recommender: Recommender, stars: float) -> None:
    flat = Taste(np.array([0, 3, 7, 9], np.int32), np.full(4, stars, np.float32))
    found = recommender.recommend(Request(flat, constraints=unseen(flat)))
    assert len(found) == 5
    assert all(np.isfinite(list(one.contributions.values())).all() for one in found)


def test_one_rating_more_counts_at_once(recommender: Recommender) -> None:
    def share_of_comedies(taste: Taste) -> int:
        found = recommender.recommend(Request(taste, constraints=unseen(taste), count=5))
        return sum(6 <= one.item < 12 for one in found)

    before = Taste(np.array([0], np.int32), np.array([5], np.float32))
    after = Taste(np.array([0, 7, 8], np.int32), np.array([1, 5, 5], np.float32))
    assert share_of_comedies(after) > share_of_comedies(before)
