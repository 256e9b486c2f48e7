from dataclasses import replace

import numpy as np

from data.films import Film
from data.sources.certificates import us_certificate
from data.sources.joined import LEAST_RATINGS, with_movielens, with_tmdb
from data.sources.movielens import link
from data.sources.movielens_ratings import RatingRows
from data.sources.movielens_sets import Listed
from data.sources.movielens_store import Ingested
from data.sources.own_ratings import own_ratings, rated

HEAT = Film("tt0113277", "Heat", 1995, imdb_id="tt0113277", tmdb_id=949, vote_count=1800, vote_average=7.7)
ANORA = Film("anora-2024", "Anora", 2024, directors=("Sean Baker",), keywords=("new york",))
NEW = Film("tt1", "Brand New", 2026, imdb_id="tt1", tmdb_id=5, keywords=("heist",), vote_count=20)


def test_new_films_come_behind_those_that_are_there() -> None:
    joined = with_tmdb([HEAT, ANORA], [NEW])
    assert [film.id for film in joined] == ["tt0113277", "anora-2024", "tt1"]
    assert joined[:2] == [HEAT, ANORA]


def test_a_film_known_by_its_title_alone_gets_facts_and_keeps_its_id() -> None:
    told = Film(
        "tt28607951", "Anora", 2024, imdb_id="tt28607951", tmdb_id=1064213, poster_path="/a.jpg", vote_count=9
    )
    (joined,) = with_tmdb([ANORA], [told])
    assert (joined.id, joined.imdb_id, joined.tmdb_id) == ("anora-2024", "tt28607951", 1064213)
    assert (joined.poster_path, joined.directors, joined.vote_count) == ("/a.jpg", ("Sean Baker",), 9)


def test_facts_are_brought_up_to_date_and_old_votes_stay() -> None:
    told = replace(
        HEAT, id="", title="Heat!", runtime=170, certificate="R", vote_count=9000, vote_average=8.0
    )
    (joined,) = with_tmdb([HEAT], [told])
    assert (joined.title, joined.runtime, joined.certificate) == ("Heat", 170, "R")
    assert (joined.vote_count, joined.vote_average) == (1800, 7.7)
    assert with_tmdb([joined], [told]) == [joined]


def test_votes_of_films_since_are_those_of_today() -> None:
    (joined,) = with_tmdb([NEW], [replace(NEW, vote_count=700, vote_average=6.5)])
    assert (joined.vote_count, joined.vote_average) == (700, 6.5)


def test_films_of_one_title_and_different_ids_are_two() -> None:
    other = Film("tt9", "Heat", 1995, imdb_id="tt9", tmdb_id=77)
    assert [film.id for film in with_tmdb([HEAT], [other])] == ["tt0113277", "tt9"]


def test_movielens_films_need_some_ratings() -> None:
    listed = [
        Listed(link(n, f"Film {n} (1990)", f"tt{n:07}", n), Film("", f"Film {n}", 1990, imdb_id=f"tt{n:07}"))
        for n in (1, 2)
    ]
    listed.append(Listed(link(3, "Heat (1995)", "tt0113277", 949), HEAT))
    joined = with_movielens([HEAT], listed, {1: LEAST_RATINGS, 2: LEAST_RATINGS - 1, 3: 500})
    assert [film.id for film in joined] == ["tt0113277", "tt0000001"]


def test_ratings_are_numbered_anew_and_the_last_of_two_counts() -> None:
    twice = [
        Listed(link(n, "Heat (1995)", None, None), replace(HEAT, id="", imdb_id=None, tmdb_id=None))
        for n in (3, 8)
    ]
    rows = RatingRows(
        np.array([7, 7, 9, 9], np.int32), np.array([3, 8, 500, 3], np.int32), np.array([2, 9, 4, 1], np.uint8)
    )
    ingested = Ingested("1m", twice, rows)
    found = own_ratings([ANORA, HEAT], ingested)
    assert found.users.tolist() == [0, 1]
    assert found.items.tolist() == [1, 1]
    assert found.stars.tolist() == [4.5, 0.5]
    assert found.n_users == 2
    assert rated(ingested) == {3: 2, 8: 1, 500: 1}


def test_a_certificate_of_another_country_stands_in_on_the_safe_side() -> None:
    assert us_certificate({"US": "PG", "DE": "16"}) == "PG"
    assert us_certificate({"GB": "12A", "DE": "6"}) == "PG-13"
    assert us_certificate({"FR": "TP", "XX": "U"}) is None
    assert us_certificate({"US": "NR", "GB": "15"}) == "R"
    assert us_certificate({}) is None
