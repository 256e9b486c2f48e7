from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.errors import BadInput
from recsys.trials.definitions import load_experiments, running, tuning_of
from recsys.tuning import Tuning

AT = datetime(2026, 5, 6, 20, tzinfo=UTC)
VARIETY = """
[[experiment]]
name = "variety"
question = "Does more variety make people save more?"
outcome = "saved"
share = 0.5
[[experiment.arms]]
name = "as-it-is"
weight = 3
[[experiment.arms]]
name = "wider"
settings = { relevance_share = 0.5 }
"""
WEIGHTS = """
[[experiment]]
name = "weights"
question = "Are the learned weights better than the first ones?"
outcome = "rated_high"
begins = 2026-05-01
ends = 2026-05-31
[[experiment.arms]]
name = "learned"
[[experiment.arms]]
name = "first"
settings = { weights = "seed" }
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "experiments.toml"
    file.write_text(text)
    return file


def test_no_file_means_no_trials(tmp_path: Path) -> None:
    assert load_experiments(tmp_path / "experiments.toml") == ()


def test_an_arm_is_stable_and_shares_are_kept(tmp_path: Path) -> None:
    (variety,) = load_experiments(written(tmp_path, VARIETY))
    arms = [variety.arm_of(person) for person in range(20_000)]
    assert arms == [variety.arm_of(person) for person in range(20_000)]
    taking_part = [arm.name for arm in arms if arm]
    assert len(taking_part) == pytest.approx(10_000, abs=300)
    assert taking_part.count("wider") == pytest.approx(len(taking_part) / 4, abs=250)


def test_trials_are_independent_of_each_other(tmp_path: Path) -> None:
    variety, weights = load_experiments(written(tmp_path, VARIETY + WEIGHTS))
    both = [(variety.arm_of(person), weights.arm_of(person)) for person in range(20_000)]
    first = [one.name == "wider" for one, other in both if one and other and other.name == "first"]
    learned = [one.name == "wider" for one, other in both if one and other and other.name == "learned"]
    assert sum(first) / len(first) == pytest.approx(sum(learned) / len(learned), abs=0.03)


def test_the_arms_of_a_person_make_one_tuning(tmp_path: Path) -> None:
    both = load_experiments(written(tmp_path, VARIETY + WEIGHTS))
    made = [tuning_of(running(both, person, AT)) for person in range(200)]
    assert Tuning() in made
    assert Tuning(relevance_share=0.5, weights="seed") in made
    after = datetime(2026, 6, 1, tzinfo=UTC)
    assert all("weights" not in running(both, person, after) for person in range(50))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (VARIETY + VARIETY, "have the name variety"),
        (VARIETY + VARIETY.replace('"variety"', '"other"'), "change relevance_share at the same time"),
        (VARIETY.replace("saved", "clicked"), "outcome"),
        (VARIETY.replace("relevance_share", "relevence"), "relevence"),
        (VARIETY.replace("0.5 }", "7 }"), "relevance_share"),
        (VARIETY.replace('"wider"', '"as-it-is"'), "same name"),
        (WEIGHTS.replace("2026-05-31", "2026-04-01"), "ends before"),
        ("[[experiment", "cannot be read"),
    ],
)
def test_a_faulty_definition_is_refused_with_the_place(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        load_experiments(written(tmp_path, text))
