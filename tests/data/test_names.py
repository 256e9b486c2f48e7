import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.names import fold, number_of, slug, title_key, uninvert


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Amélie", "amelie"),
        ("  The   Matrix ", "the matrix"),
        ("Fast & Furious", "fast and furious"),
        ("Ocean's Eleven", "oceans eleven"),
        ("Ocean’s Eleven", "oceans eleven"),
        ("E.T. the Extra-Terrestrial", "et the extra terrestrial"),
        ("L.A. Confidential", "la confidential"),
        ("WALL·E", "wall e"),
        ("Alien³", "alien 3"),
        ("8½", "8 1 2"),
        ("Straße", "strasse"),
        ("Ødipus Łódź", "odipus lodz"),
        ("千と千尋の神隠し", "千と千尋の神隠し"),
        ("Mission: Impossible - Fallout", "mission impossible fallout"),
        ("snake_case", "snake case"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("title", "put_right"),
    [
        ("Matrix, The", "The Matrix"),
        ("Beautiful Mind, A", "A Beautiful Mind"),
        ("Avventura, L'", "L'Avventura"),
        ("Quatre cents coups, Les", "Les Quatre cents coups"),
        ("Good, the Bad and the Ugly, The", "The Good, the Bad and the Ugly"),
        ("Three Billboards Outside Ebbing, Missouri", "Three Billboards Outside Ebbing, Missouri"),
        ("Heat", "Heat"),
    ],
)
def test_uninvert(title: str, put_right: str) -> None:
    assert uninvert(title) == put_right


@pytest.mark.parametrize(
    "same",
    [
        (
            "The Godfather: Part II",
            "Godfather 2",
            "the godfather part two",
            "GODFATHER II",
            "Godfather, Part 2, The",
        ),
        ("Toy Story 3", "toy story three", "Toy Story III"),
        ("Kill Bill: Vol. 2", "kill bill 2", "Kill Bill volume two"),
        ("John Wick: Chapter 4", "john wick 4", "John Wick IV"),
        ("Rocky V", "rocky 5", "rocky five"),
        ("12 Angry Men", "Twelve Angry Men"),
        ("Part One", "part 1", "part i"),
        ("Fast & Furious", "fast n furious", "fast and furious"),
    ],
)
def test_titles_meant_alike_have_one_key(same: tuple[str, ...]) -> None:
    assert len({title_key(title) for title in same}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        ("Alien", "Aliens"),
        ("The Godfather", "The Godfather: Part II"),
        ("V for Vendetta", "5 for Vendetta"),
        ("I, Robot", "1 Robot"),
        ("X", "10"),
    ],
)
def test_titles_that_differ_keep_different_keys(apart: tuple[str, str]) -> None:
    assert title_key(apart[0]) != title_key(apart[1])


def test_a_title_of_only_an_article_keeps_it() -> None:
    assert title_key("A") == "a"
    assert title_key("The The") == "the"


@pytest.mark.parametrize(
    ("word", "number"), [("two", "2"), ("iv", "4"), ("v", "5"), ("7", "7"), ("i", None), ("heat", None)]
)
def test_number_of(word: str, number: str | None) -> None:
    assert number_of(word) == number


def test_slug() -> None:
    assert slug("Parasite 2019") == "parasite-2019"
    assert slug("Spider-Man: Into the Spider-Verse 2018") == "spider-man-into-the-spider-verse-2018"
