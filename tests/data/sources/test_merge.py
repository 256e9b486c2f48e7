from data.films import Film
from data.sources.merge import merge


def test_films_of_one_id_are_joined() -> None:
    ours = Film("", "Heat", 1995, imdb_id="tt1")
    theirs = Film("", "Heat!", 1990, imdb_id="tt1", runtime=170)
    (film,) = merge([ours], [theirs], years_apart=0)
    assert (film.title, film.year, film.runtime) == ("Heat", 1995, 170)


def test_films_of_one_title_are_joined_within_the_years_given() -> None:
    ours = Film("", "Heat", 1995)
    theirs = Film("", "The Heat", 1996, imdb_id="tt1")
    assert len(merge([ours], [theirs], years_apart=0)) == 2
    assert merge([ours], [theirs], years_apart=1)[0].imdb_id == "tt1"


def test_films_of_different_ids_stay_apart() -> None:
    ours = Film("", "Emma", 1996, imdb_id="tt1")
    theirs = Film("", "Emma", 1996, imdb_id="tt2")
    assert len(merge([ours], [theirs], years_apart=1)) == 2


def test_a_film_is_joined_with_one_other_only() -> None:
    others = [Film("", "Pinocchio", 2022, runtime=117), Film("", "Pinocchio", 2022, runtime=105)]
    merged = merge([Film("", "Pinocchio", 2022)], others, years_apart=1)
    assert [film.runtime for film in merged] == [117, 105]
