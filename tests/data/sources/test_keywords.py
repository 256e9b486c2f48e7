from data.sources.keywords import choose_keywords


def test_tags_of_a_single_film_and_those_not_about_it_are_dropped() -> None:
    films = [["heist", "duringcreditsstinger"], ["heist", "duringcreditsstinger", "lonely tag"], ["Heist "]]
    assert choose_keywords(films) == [("heist",), ("heist",), ("heist",)]


def test_the_rarer_tags_are_kept_in_their_order() -> None:
    films = (
        [["common", "rare", "rarer"]]
        + [["common", "rare", "rarer"]] * 2
        + [["common", "rare"]]
        + [["common"]]
    )
    assert choose_keywords(films, most=2)[0] == ("rare", "rarer")


def test_what_speaks_against_children_watching_always_stays() -> None:
    films = [["dog", "cat", "gore"]] * 1 + [["dog", "cat"]] * 3
    assert choose_keywords(films, most=1)[0] == ("gore",)
