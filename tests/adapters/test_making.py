"""New versions of films and models from what was brought in, on the toy world."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from adapters.making import from_ratings, with_new_films
from adapters.settings import Settings
from adapters.stock import load_models
from data.errors import BadInput
from data.films import Film
from data.models_folder import FOLDER, ModelsFolder
from data.sources.movielens_sets import SETS
from data.sources.movielens_store import FOLDER as MOVIELENS
from data.sources.movielens_store import Ingested, MovieLensStore
from data.sources.tmdb_film import TmdbFilm
from data.sources.tmdb_store import FOLDER as TMDB
from data.sources.tmdb_store import TmdbStore
from recsys.recommender import Recommender
from recsys.types import Constraints, Request, Taste
from tests.recsys import toys
from tests.support.movielens import archive
from tests.support.packs import TINY, write_pack

THIS_WEEKS = Film(
    id="",
    title="Dust and Iron",
    year=2026,
    genres=("Western", "Drama"),
    runtime=110,
    language="en",
    directors=toys.WESTERN_PEOPLE[:1],
    cast=toys.WESTERN_PEOPLE[1:],
    keywords=("gunfight", "frontier", "horse"),
    certificate="PG-13",
    imdb_id="tt9900001",
    tmdb_id=9900001,
    vote_count=40,
    vote_average=8.0,
)
LOVES_WESTERNS = Taste(np.array([1, 3], np.int32), np.array([5, 5], np.float32))


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("starter"))


@pytest.fixture
def settings(tmp_path: Path, starter: Path) -> Settings:
    return Settings(home=tmp_path, starter=starter, model="none")


def silent(_: str) -> None:
    pass


def bring(settings: Settings, film: Film = THIS_WEEKS) -> None:
    TmdbStore(settings.home / TMDB).put(TmdbFilm(film, "2026-11-20", fetched="2026-11-26T00:00:00+00:00"))


def ids(settings: Settings, recommender: Recommender, request: Request) -> list[str]:
    _, pack, _ = load_models(settings)
    return [pack.catalogue.films[one.item].id for one in recommender.recommend(request)]


def test_a_film_of_this_week_is_recommended_by_its_content(settings: Settings) -> None:
    bring(settings)
    made = with_new_films(settings, silent)
    assert made is not None
    assert (made.films, made.new) == (14, 1)
    version, pack, recommender = load_models(settings)
    assert version == made.version
    new = pack.catalogue.index("tt9900001")
    unseen = Constraints(exclude_items=frozenset(LOVES_WESTERNS.items.tolist()))
    assert "tt9900001" in ids(settings, recommender, Request(LOVES_WESTERNS, constraints=unseen, count=6))
    assert "tt9900001" in ids(settings, recommender, Request(Taste.empty(), like=(1,), count=3))
    loves_comedies = Taste(np.array([7, 9], np.int32), np.array([5, 5], np.float32))
    assert "tt9900001" not in ids(settings, recommender, Request(loves_comedies, count=4))
    told = recommender.explain(Request(LOVES_WESTERNS), new)
    assert told.contributions["content"] > 0
    assert told.contributions["collaborative"] == 0
    assert told.predicted_rating is not None
    assert any("John Ford" in reason.words for reason in told.reasons)


def test_what_was_learned_of_the_others_stays(settings: Settings) -> None:
    _, _, before = load_models(settings)
    bring(settings)
    assert with_new_films(settings, silent)
    _, _, after = load_models(settings)
    for item in (1, 4, 8):
        old, new = (one.explain(Request(LOVES_WESTERNS), item) for one in (before, after))
        assert np.sign(old.contributions["collaborative"]) == np.sign(new.contributions["collaborative"])
        assert new.predicted_rating == pytest.approx(old.predicted_rating, abs=0.01)


def test_nothing_new_makes_no_version(settings: Settings) -> None:
    assert with_new_films(settings, silent) is None
    bring(settings)
    assert with_new_films(settings, silent)
    assert with_new_films(settings, silent) is None
    assert len(ModelsFolder(settings.home / FOLDER).versions()) == 1


def test_films_of_a_second_week_come_behind_those_of_the_first(settings: Settings) -> None:
    bring(settings)
    assert with_new_films(settings, silent)
    bring(settings, replace(THIS_WEEKS, title="Ash", tmdb_id=5, imdb_id="tt0000005"))
    second = with_new_films(settings, silent)
    assert second is not None
    _, pack, _ = load_models(settings)
    assert [film.id for film in pack.catalogue.films[13:]] == ["tt9900001", "tt0000005"]


def test_votes_that_grew_make_a_film_better_known(settings: Settings) -> None:
    bring(settings)
    assert with_new_films(settings, silent)
    _, pack, recommender = load_models(settings)
    new = pack.catalogue.index("tt9900001")
    few = recommender.explain(Request(LOVES_WESTERNS), new).contributions["popularity"]
    bring(settings, replace(THIS_WEEKS, vote_count=4000))
    assert with_new_films(settings, silent)
    _, _, recommender = load_models(settings)
    assert recommender.explain(Request(LOVES_WESTERNS), new).contributions["popularity"] > few


def test_a_damaged_version_is_mended_from_the_starter(settings: Settings) -> None:
    bring(settings)
    first = with_new_films(settings, silent)
    assert first is not None
    (ModelsFolder(settings.home / FOLDER).path(first.version) / "films.jsonl.gz").write_bytes(b"broken")
    second = with_new_films(settings, silent)
    assert second is not None
    assert load_models(settings)[0] == second.version


def ingested(settings: Settings, ratings: str) -> Ingested:
    store = MovieLensStore(settings.home / MOVIELENS)
    path = settings.home / "set.zip"
    path.write_bytes(archive(ratings=ratings))
    store.add(path, SETS["latest-small"], lambda *_: None)
    return store.load("latest-small")


def many_ratings() -> str:
    rows = [
        f"{user},{movie},{5 if movie != user % 3 + 1 else 2},{user}"
        for user in range(1, 41)
        for movie in (1, 2, 3)
        if movie != user % 4
    ]
    return "\n".join(["userId,movieId,rating,timestamp", *rows]) + "\n"


def test_ratings_are_trained_on_with_the_films_of_all_sources(settings: Settings) -> None:
    bring(settings)
    made = from_ratings(settings, ingested(settings, many_ratings()), 2e9, silent, TINY)
    assert made.ratings == len(many_ratings().splitlines()) - 1
    assert (made.films, made.new) == (15, 2)  # this week's, and the comedy that MovieLens alone knows
    version, pack, recommender = load_models(settings)
    assert version == made.version
    assert pack.manifest.counts["ratings"] == made.ratings
    assert pack.catalogue.films[14].title == "Laughs Space Comedy" or pack.catalogue.films[14].year == 1999
    assert recommender.recommend(Request(LOVES_WESTERNS, count=5))


def test_ratings_of_no_film_known_are_refused(settings: Settings) -> None:
    with pytest.raises(BadInput, match="no rating of any film"):
        from_ratings(
            settings, ingested(settings, "userId,movieId,rating,timestamp\n1,77,4.0,1\n"), 2e9, silent
        )
    assert ModelsFolder(settings.home / FOLDER).in_use() is None


def test_too_little_memory_is_said_before_the_work(settings: Settings) -> None:
    with pytest.raises(BadInput, match=r"may be used\. Take a smaller set"):
        from_ratings(settings, ingested(settings, many_ratings()), 0.5e9, silent, TINY)
