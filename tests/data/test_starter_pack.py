"""What the shipped pack promises."""

from collections import Counter
from pathlib import Path

from data.fame import fame
from data.films import GENRES
from data.names import title_key
from data.pack import StarterPack
from data.reviews import ReviewFigures


def test_there_are_enough_films(starter: StarterPack) -> None:
    films = starter.catalogue.films
    assert len(films) >= 6000
    assert sum(bool(film.directors and film.cast) for film in films) >= 4500
    assert sum(2018 <= film.year <= 2025 for film in films) >= 400
    assert sum(film.poster_path is not None for film in films) >= 6000


def test_it_is_small_enough(starter: StarterPack) -> None:
    assert starter.size_bytes <= 25_000_000


def test_every_film_is_well_formed(starter: StarterPack) -> None:
    for film in starter.catalogue.films:
        assert film.title == film.title.strip() != ""
        assert 1870 <= film.year <= 2026
        assert set(film.genres) <= set(GENRES)
        assert film.runtime is None or 0 < film.runtime < 1500
        assert film.language is None or len(film.language) == 2
        assert all(len(country) == 2 and country.isupper() for country in film.countries)
        assert len(film.cast) <= 5
        assert film.id == (film.imdb_id or film.id)
        assert film.imdb_id is None or film.imdb_id.startswith("tt")
        assert film.poster_path is None or film.poster_path.startswith("/")
        assert len(film.id.encode()) <= 50


def test_no_title_is_inverted(starter: StarterPack) -> None:
    assert [
        film.label for film in starter.catalogue.films if film.title.endswith((", The", ", A", ", An"))
    ] == []


def test_no_film_is_listed_twice(starter: StarterPack) -> None:
    films = Counter(
        (title_key(film.title), film.year, film.directors)
        for film in starter.catalogue.films
        if film.directors
    )
    assert [key for key, count in films.items() if count > 1] == []


def test_best_known_come_first(starter: StarterPack) -> None:
    known = [fame(film) for film in starter.catalogue.films]
    assert known == sorted(known, reverse=True)


def test_children_are_kept_from_what_is_not_for_them(starter: StarterPack) -> None:
    safe = {
        film.label
        for film, fit in zip(starter.catalogue.films, starter.catalogue.family_safe, strict=True)
        if fit
    }
    assert {"Toy Story (1995)", "My Neighbor Totoro (1988)", "Paddington 2 (2017)", "Up (2009)"} <= safe
    dark = {
        "Sausage Party (2016)",
        "South Park: Bigger, Longer & Uncut (1999)",
        "Gremlins (1984)",
        "Jaws (1975)",
    }
    dark |= {"Grave of the Fireflies (1988)", "Paprika (2006)", "Watership Down (1978)", "Poltergeist (1982)"}
    assert dark & safe == set()
    assert len(safe) >= 300


def test_it_comes_with_figures_and_a_data_card(starter: StarterPack) -> None:
    figures = ReviewFigures.load(starter.figures)
    assert len(figures.counts) == len(figures.share_positive) == len(starter.catalogue)
    card = (starter.folder / "DATACARD.md").read_text()
    assert "This product uses TMDb data but is not endorsed or certified by TMDb." in card
    assert "Harper" in card
    assert "Maas" in card


def test_it_holds_no_prose_and_no_picture(starter: StarterPack) -> None:
    kinds = {Path(name).suffix for name in starter.manifest.files}
    assert kinds <= {".gz", ".npy", ".npz", ".json", ".md", ".onnx", ".faiss"}
