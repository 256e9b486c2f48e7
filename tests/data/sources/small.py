"""A few films in the shape of the public data sets: small, and every answer plain to see."""

from pathlib import Path
from typing import Any

FILMS: list[dict[str, Any]] = [
    {"imdb_id": "tt1", "tmdb_id": 11, "title": "Heat", "year": 1995, "vote_count": 1886, "vote_average": 7.7},
    {
        "imdb_id": "tt2",
        "tmdb_id": 12,
        "title": "Amélie",
        "original_title": "Le fabuleux destin",
        "year": 2001,
    },
    {"imdb_id": "tt3", "tmdb_id": 13, "title": "Obscure", "year": 1970, "vote_count": 2},
    {"imdb_id": "tt4", "tmdb_id": 14, "title": "Rated but Obscure", "year": 1971, "vote_count": 2},
    {"imdb_id": "tt5", "tmdb_id": 15, "title": "Announced", "year": 2018, "vote_count": 900},
    {"imdb_id": "tt6", "tmdb_id": 16, "title": "Untitled", "year": None, "vote_count": 900},
    {
        "imdb_id": "tt7",
        "tmdb_id": 17,
        "title": "Twice",
        "year": 2017,
        "vote_count": 300,
        "poster_path": "/t.jpg",
    },
]


def write_source(folder: Path) -> None:
    """Write all data sets to an empty folder."""
    import pandas as pd

    for name in ("catalogue", "ml-1m", "ml-latest-small", "reviews"):
        (folder / name).mkdir()
    rows = [
        {
            "original_title": film["title"],
            "genres": ["Crime", "Foreign"],
            "runtime": 100,
            "original_language": "en",
            "production_countries": ["United States of America"],
            "director": None,
            "cast": None,
            "keywords": ["heist"],
            "poster_path": None,
            "vote_count": 500,
            "vote_average": 6.0,
            "overview": "prose",
        }
        | film
        for film in FILMS
    ]
    films = pd.DataFrame(rows).astype({"year": "Int64", "vote_count": "Int64", "runtime": "Int64"})
    films.to_parquet(folder / "catalogue" / "tmdb_films.parquet")
    (folder / "catalogue" / "facts.csv").write_text(
        "title,year,genres,director,cast,runtime_min,language,keywords,tmdb_id,imdb_id,"
        "wikidata_id,wikidata_year,tmdb_vote_count\n"
        "Highway,2002,Crime|Drama,James Cox,Jared Leto|Jake Gyllenhaal,97,en,,18808,,,,37\n"
    )
    (folder / "movielens_ids.csv").write_text(
        "movie_id,title,imdb_id,tmdb_id,matched_by,in_ml_1m,in_ml_latest_small\n"
        "6,Heat (1995),tt1,11,x,True,True\n"
        "60,Heat again (1995),tt1,11,x,True,False\n"
        "7,Rated but Obscure (1971),tt4,14,x,True,True\n"
        "8,Panther (a.k.a. Black Panther) (2017),tt9,,x,False,True\n"
        "9,Lost Film (1920),,,none,True,False\n"
        "10,Obscure (1970),tt3,13,x,False,False\n"
    )
    pd.DataFrame(
        {"user_id": [1, 1, 1, 2, 3], "movie_id": [6, 60, 7, 6, 9], "rating": [5, 3, 2, 4, 5]}
    ).to_parquet(folder / "ml-1m" / "ratings.parquet")
    (folder / "ml-latest-small" / "ratings.csv").write_text(
        "userId,movieId,rating,timestamp\n1,6,0.5,1\n1,8,4.5,1\n"
    )
    _write_reviews(folder / "reviews")


def _write_reviews(folder: Path) -> None:
    import pandas as pd

    said = [("tt1", "pos", "x"), ("tt1", "neg", "x"), ("tt1", "pos", "x"), ("tt99", "pos", "x")]
    said += [(f"tt{90 + n % 8}", "pos", f"a superb film, number {n}") for n in range(20)]
    said += [(f"tt{90 + n % 8}", "neg", f"a dreary film, number {n}") for n in range(20)]
    reviews = pd.DataFrame(said, columns=["imdb_id", "label", "review"])
    reviews["rating_10"] = [9 if label == "pos" else 2 for label in reviews["label"]]
    reviews["split"] = ["test" if film in ("tt90", "tt91") else "train" for film in reviews["imdb_id"]]
    reviews.to_parquet(folder / "imdb_reviews.parquet")
    sentences = "".join(f"a superb film {n} .\t1\na dreary film {n} .\t0\n" for n in range(10))
    (folder / "sst2_dev.tsv").write_text(f"sentence\tlabel\n{sentences}")


def write_facts(folder: Path) -> None:
    """Write what was entered by hand to an empty folder."""
    (folder / "recent_films.csv").write_text(
        "title,original_title,year,genres,runtime,language,countries,"
        "directors,cast,keywords,certificate,imdb_id\n"
        "Black Panther,,2018,Action|Adventure,134,en,US,Ryan Coogler,Chadwick Boseman,Superhero,PG-13,\n"
        "Twice,,2018,Drama,90,en,GB,Ann Author,Al Actor,,,\n"
        "Roma,,2018,Drama,135,es,MX|US,Alfonso Cuarón,Yalitza Aparicio,,NR,\n"
    )
    (folder / "credits.csv").write_text(
        "imdb_id,title,year,directors,cast,certificate\n"
        "tt1,Heat,1995,Michael Mann,Al Pacino|Robert De Niro,R\n"
    )
