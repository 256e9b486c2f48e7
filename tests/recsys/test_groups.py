import numpy as np

from recsys import groups

EVERYTHING = np.ones(4, np.bool_)


def test_utilities_run_from_the_middling_film_to_the_best() -> None:
    scores = np.array([[0.0, 1.0, 2.0, 9.0], [900.0, 0.0, 100.0, 200.0]], np.float32)
    found = groups.utilities(scores, EVERYTHING)
    assert found.max(axis=1).tolist() == [1, 1]
    assert found[0, :2].tolist() == [0, 0]
    without = groups.utilities(scores, np.array([True, True, True, False]))
    assert without[:, 3].tolist() == [0, 0]
    assert without[0, 2] == 1


def test_to_love_one_film_outweighs_to_find_it_all_right() -> None:
    (found,) = groups.utilities(np.array([[0.0, 0.0, 1.0, 2.0]], np.float32), EVERYTHING)
    assert 0 < found[2] < (1 - 0.5) / (2 - 0.5)


def test_the_least_happy_are_protected() -> None:
    loved_by_two = [0.9, 0.9, 0.0]
    fine_for_all = [0.6, 0.5, 0.5]
    of_people = np.array([loved_by_two, fine_for_all], np.float32).T
    equal = np.ones(3)
    assert np.argmax(groups.average(of_people, equal)) == 0
    assert np.argmax(groups.least_misery(of_people)) == 1
    lost_before = np.array([1.0, 1.0, 4.0], np.float32)
    assert np.argmax(groups.average(of_people, lost_before)) == 1


def test_a_ballot_serves_everybody_in_turn() -> None:
    """Two who share nothing: neither has all the films."""
    ana = np.array([1.0, 0.9, 0.8, 0.0, 0.0, 0.0])
    luis = np.array([0.0, 0.0, 0.0, 0.99, 0.8, 0.7])
    ballot = groups.ballot(np.array([ana, luis], np.float32), np.ones(6, np.bool_), 4)
    assert sum(film < 3 for film in ballot.tolist()) == 2


def test_a_ballot_holds_only_what_is_allowed() -> None:
    of_people = np.array([[0.9, 0.5, 0.1, 0.0]], np.float32)
    allowed = np.array([False, True, True, False])
    assert groups.ballot(of_people, allowed, 5).tolist() == [1, 2]
    assert groups.ballot(of_people, np.zeros(4, np.bool_), 5).tolist() == []


def test_who_gains_is_said_only_where_they_differ() -> None:
    of_people = np.array([[0.9, 0.5], [0.2, 0.5]], np.float32)
    assert groups.gains(of_people, 0, ["ana", "luis"]) == ("ana",)
    assert groups.gains(of_people, 1, ["ana", "luis"]) == ()
    assert groups.gains(of_people[:1], 0, ["ana"]) == ()
