import numpy as np

from recsys.match import LEAST_COMMON, SURE_FROM, match
from recsys.types import Taste


def taste(ratings: dict[int, float]) -> Taste:
    return Taste(np.array(list(ratings), np.int32), np.array(list(ratings.values()), np.float32))


def test_too_few_films_in_common_give_no_number() -> None:
    few = dict.fromkeys(range(LEAST_COMMON - 1), 5.0)
    assert match(taste({**few, 90: 1.0}), taste({**few, 91: 1.0})) is None
    assert match(Taste.empty(), taste(few)) is None


def test_the_more_films_agree_the_higher_the_match() -> None:
    shares = []
    for n in (3, 10, 40):
        same = dict.fromkeys(range(n), 4.5)
        found = match(taste(same), taste(same))
        assert found is not None
        shares.append(found.share)
        assert found.sure == (n >= SURE_FROM)
    assert shares == sorted(shares)
    assert 0.5 < shares[0] < 0.8 < shares[-1] < 1


def test_opposites_are_below_a_half_and_it_is_the_same_both_ways() -> None:
    one = taste({film: 5.0 if film % 2 else 1.0 for film in range(20)})
    other = taste({film: 1.0 if film % 2 else 5.0 for film in range(20)})
    there, back = match(one, other), match(other, one)
    assert there is not None
    assert back is not None
    assert there.share == back.share < 0.25
    assert len(there.agreed) == 0
    assert len(there.differed) == 20


def test_the_films_behind_it_are_those_they_agree_and_part_on() -> None:
    found = match(taste({1: 5, 2: 4, 3: 5, 4: 3}), taste({1: 5, 2: 4, 3: 1, 4: 3}))
    assert found is not None
    assert found.agreed.tolist() == [1, 2]
    assert found.differed.tolist() == [3]
