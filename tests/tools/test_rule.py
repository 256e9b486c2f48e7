from datetime import UTC, datetime

import pytest

from recsys.types import Constraints
from tools.rule import Rule, enforce


def test_rules_add_up_to_what_was_asked() -> None:
    rules = [Rule(exclude_genres=("Horror",), max_runtime=150), Rule(exclude_people=("X",), max_runtime=120)]
    joined = enforce(rules, Constraints(exclude_genres=("War",)), family_safe=None).constraints
    assert joined == Constraints(exclude_genres=("War", "Horror"), exclude_people=("X",), max_runtime=120)


def test_what_is_asked_for_by_name_is_not_excluded() -> None:
    rules = [
        Rule(exclude_genres=("Horror", "War"), exclude_people=("X", "Y"), exclude_languages=("fr", "de"))
    ]
    asked = Constraints(genres=("Horror",), people=("X",), languages=("fr",))
    joined = enforce(rules, asked, family_safe=None)
    assert joined.constraints.exclude_genres == ("War",)
    assert joined.constraints.exclude_people == ("Y",)
    assert joined.avoid_languages == {"de"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((None, None), (60, 120)),
        ((None, 180), (60, 180)),
        ((90, None), (90, 120)),
        ((150, None), (150, None)),
        ((None, 45), (None, 45)),
        ((100, 110), (100, 110)),
    ],
)
def test_a_bound_asked_for_replaces_the_kept_one(
    asked: tuple[int | None, int | None], expected: tuple[int | None, int | None]
) -> None:
    low, high = asked
    rules = [Rule(min_runtime=60, max_runtime=120)]
    joined = enforce(rules, Constraints(min_runtime=low, max_runtime=high), family_safe=None).constraints
    assert (joined.min_runtime, joined.max_runtime) == expected


@pytest.mark.parametrize(("said", "expected"), [(None, True), (True, True), (False, False)])
def test_family_mode_ends_only_in_so_many_words(said: bool | None, expected: bool) -> None:
    joined = enforce([Rule(family_safe=True)], Constraints(), family_safe=said)
    assert joined.constraints.family_safe is expected


def test_only_wishes_give_way_to_a_wish() -> None:
    rules = [Rule(genres=("Comedy",), languages=("fr",))]
    assert enforce(rules, Constraints(), family_safe=None).constraints.genres == ("Comedy",)
    asked = enforce(rules, Constraints(genres=("War",), languages=("en",)), family_safe=None).constraints
    assert (asked.genres, asked.languages) == (("War",), ("en",))


def test_a_rule_for_some_days_holds_on_those() -> None:
    rule = Rule(family_safe=True, weekdays=(5, 6))
    assert rule.holds(datetime(2026, 5, 9, tzinfo=UTC))
    assert not rule.holds(datetime(2026, 5, 8, tzinfo=UTC))
