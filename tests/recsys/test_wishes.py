import pytest

from recsys.wishes import WordIndex

INDEX = WordIndex(["bank robbery", "robbery", "space travel", "time travel", "heist", "", "female spy"])


@pytest.mark.parametrize(
    ("phrase", "first"), [("Bank robberies", 0), ("time-travel films", 3), ("heists", 4), ("a robbery", 1)]
)
def test_the_very_words_come_first(phrase: str, first: int) -> None:
    column, weight = INDEX.matches(phrase)[0]
    assert (column, weight) == (first, 1.0)


def test_a_part_of_the_words_counts_less() -> None:
    matches = dict(INDEX.matches("bank robbery"))
    assert 0 < matches[1] < matches[0] == 1.0


def test_nothing_meant_nothing_found() -> None:
    assert INDEX.matches("the films of") == []
    assert INDEX.matches("submarine") == []
