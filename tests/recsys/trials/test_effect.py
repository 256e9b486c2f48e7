"""The rule may be looked at after every person: its errors are counted on simulated trials."""

import numpy as np
import pytest

from recsys.trials.effect import effect
from recsys.trials.sample_ratio import SUSPICIOUS, sample_ratio_p
from recsys.trials.simulation import simulate


@pytest.mark.parametrize(("chance", "share"), [(0.05, 0.5), (0.3, 0.5), (0.2, 0.2)])
def test_of_trials_of_nothing_at_most_one_in_twenty_finds_something(chance: float, share: float) -> None:
    rng = np.random.default_rng(1)
    seen = simulate(control=chance, arm=chance, people=1000, trials=200, rng=rng, share=share)
    assert seen.wrong <= 0.05
    assert seen.covered >= 0.95
    assert seen.ratio_alarms <= 0.005
    assert seen.wrong_by_z_test > 0.2, "who tests as for one look is wrong several times as often"


def test_an_effect_is_found_and_its_interval_holds_it() -> None:
    seen = simulate(control=0.2, arm=0.35, people=1500, trials=100, rng=np.random.default_rng(2))
    assert seen.found > 0.9
    assert seen.wrong == 0
    assert seen.covered >= 0.95


def test_a_small_effect_is_measured() -> None:
    rng = np.random.default_rng(3)
    treated = rng.random(40_000) < 0.5
    outcomes = (rng.random(40_000) < np.where(treated, 0.24, 0.2)).astype(np.float64)
    seen = effect(treated, outcomes, 0.5)
    assert seen.low < 0.04 < seen.high
    assert seen.low > 0
    assert seen.p < 0.05
    assert seen.decided_after is not None


def test_nobody_and_one_arm_alone_decide_nothing() -> None:
    nobody = effect(np.zeros(0, np.bool_), np.zeros(0), 0.5)
    assert (nobody.low, nobody.high, nobody.p, nobody.decided_after) == (-1, 1, 1, None)
    alone = effect(np.ones(30, np.bool_), np.ones(30), 0.5)
    assert np.isnan(alone.difference)
    assert alone.low <= 0 <= alone.high
    with pytest.raises(ValueError, match="between 0 and 1"):
        effect(np.ones(1, np.bool_), np.array([2.0]), 0.5)


def test_people_who_are_dropped_unevenly_are_noticed() -> None:
    assert sample_ratio_p((5000, 5050), (0.5, 0.5)) > SUSPICIOUS
    assert sample_ratio_p((5000, 5600), (0.5, 0.5)) < SUSPICIOUS
    assert sample_ratio_p((0, 0), (0.5, 0.5)) == 1
    assert sample_ratio_p((900, 100), (0.9, 0.1)) == 1
