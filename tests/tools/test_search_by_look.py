import dataclasses
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.catalogue import Catalogue
from data.errors import BadInput
from memory.library import Library
from recsys.looks.folder import Contents, Picture
from recsys.looks.index import LookIndex
from recsys.looks.looks import Looks
from tests.recsys.looks import pictures
from tests.recsys.looks.toy_model import COLOURS, toy_model
from tools.arguments import SearchByLook
from tools.base import Caller
from tools.results import LookHits, UnknownFilm
from tools.search_by_look import search_by_look
from tools.services import Services

LOOKS = {
    "heat": COLOURS["ocean"],
    "alien": (8, 10, 8),
    "shining": COLOURS["tomato"],
    "amelie": COLOURS["meadow"],
    "paddington": (215, 60, 50),
    "unforgiven": (200, 160, 60),
    "notting": COLOURS["snow"],
}


@pytest.fixture
def with_looks(services: Services) -> Services:
    model = toy_model()
    seen = model.look_at([pictures.plain(*colour) for colour in LOOKS.values()])
    contents = Contents(
        tuple(Picture(film, "a.jpg", "still", f"/pictures/{film}.jpg") for film in LOOKS),
        seen.vectors.astype(np.float16),
        seen.figures.astype(np.float16),
        seen.palettes,
    )
    index = LookIndex(contents, model.scale, model.fingerprint, ["Drawn here."])
    return dataclasses.replace(services, looks=Looks(index, model))


async def ids(caller: Caller, services: Services, **arguments: object) -> list[str]:
    result = await search_by_look(SearchByLook.model_validate(arguments), caller, services)
    assert isinstance(result, LookHits)
    return [pick.film.id for pick in result.picks]


async def test_a_phrase_finds_films_with_what_was_seen(ana: Caller, with_looks: Services) -> None:
    result = await search_by_look(SearchByLook(look="an ocean", count=2), ana, with_looks)
    assert isinstance(result, LookHits)
    best = result.hits[0]
    assert best.pick.film.id == "heat"
    assert best.place == "/pictures/heat.jpg"
    assert [swatch.name for swatch in best.sight.palette] == ["blue"]
    assert sum(best.pick.recommendation.contributions.values()) == pytest.approx(
        best.pick.recommendation.score
    )
    assert result.attribution == ("Drawn here.",)
    assert len(result.hits) == 2


async def test_measured_looks(ana: Caller, with_looks: Services) -> None:
    assert (await ids(ana, with_looks, look="very dark"))[0] == "alien"
    assert set(await ids(ana, with_looks, look="mostly red", count=2)) == {"shining", "paddington"}


async def test_every_filter_of_recommend_films_holds(ana: Caller, with_looks: Services) -> None:
    red = {"look": "mostly red"}
    assert (await ids(ana, with_looks, **red, family_safe=True)) == ["paddington"]
    assert "shining" not in await ids(ana, with_looks, **red, exclude_genres=["horror"])
    assert await ids(ana, with_looks, **red, languages=["french"]) == ["amelie"]
    assert await ids(ana, with_looks, **red, max_year=1960) == []
    assert await ids(ana, with_looks, **red, from_watchlist=True) == []


async def test_what_they_have_seen_is_left_out(ana: Caller, with_looks: Services, database: object) -> None:
    library = with_looks.library
    assert isinstance(library, Library)
    await library.mark_seen(ana.person_id, "shining")
    assert "shining" not in await ids(ana, with_looks, look="mostly red")
    assert "shining" in await ids(ana, with_looks, look="mostly red", include_seen=True)


async def test_like_the_look_of_a_film(ana: Caller, with_looks: Services) -> None:
    found = await ids(ana, with_looks, look="like the look of The Shining", like=["The Shining"])
    assert found[0] == "paddington"
    assert "shining" not in found
    moved = await ids(ana, with_looks, look="like The Shining but in the snow", like=["The Shining"])
    assert moved.index("notting") < found.index("notting") or moved[0] == "notting"


async def test_a_film_without_a_picture_is_said_so(ana: Caller, with_looks: Services) -> None:
    result = await search_by_look(SearchByLook(look="the look of Ronin", like=("Ronin",)), ana, with_looks)
    assert isinstance(result, LookHits)
    assert [film.id for film in result.without_picture] == ["ronin"]
    assert not result.hits
    by_words = await ids(ana, with_looks, look="like Ronin, an ocean", like=["Ronin"])
    assert by_words[0] == "heat"


async def test_a_picture_they_sent_is_the_question(ana: Caller, with_looks: Services) -> None:
    sent = io.BytesIO()
    Image.fromarray(pictures.plain(28, 58, 190)).save(sent, "PNG")
    caller = dataclasses.replace(ana, picture=sent.getvalue())
    result = await search_by_look(SearchByLook(look="like this"), caller, with_looks)
    assert isinstance(result, LookHits)
    assert result.hits[0].pick.film.id == "heat"
    assert result.seen is not None
    assert result.seen.palette[0].name == "blue"


async def test_the_picture_stays_the_question_when_it_is_no_longer_there(
    ana: Caller, with_looks: Services
) -> None:
    assert with_looks.looks is not None
    glance, _ = with_looks.looks.look_at(pictures.plain(*COLOURS["ocean"]))
    caller = dataclasses.replace(ana, glance=glance)
    result = await search_by_look(SearchByLook(look="like this", count=7), caller, with_looks)
    assert isinstance(result, LookHits)
    assert (result.hits[0].pick.film.id, result.seen, result.glance) == ("heat", None, glance)
    redder = await search_by_look(SearchByLook(look="like this, mostly red", count=7), caller, with_looks)
    assert isinstance(redder, LookHits)
    places = [[hit.pick.film.id for hit in found.hits].index("paddington") for found in (result, redder)]
    assert places[1] < places[0]
    by_another = dataclasses.replace(ana, glance="0123456789abcdef AAAA")
    lost = await search_by_look(SearchByLook(look="like this", count=7), by_another, with_looks)
    assert isinstance(lost, LookHits)
    assert not lost.understood


async def test_a_broken_picture_is_refused_in_plain_words(ana: Caller, with_looks: Services) -> None:
    caller = dataclasses.replace(ana, picture=b"not a picture")
    with pytest.raises(BadInput, match="not a picture that can be read"):
        await search_by_look(SearchByLook(look="like this"), caller, with_looks)


async def test_taste_can_be_blended_in(ana: Caller, with_looks: Services, catalogue: Catalogue) -> None:
    for film in ("toy-story", "groundhog", "harry"):
        await with_looks.library.rate(ana.person_id, film, 5)
    by_look = await ids(ana, with_looks, look="mostly red", count=7)
    by_taste = await ids(ana, with_looks, look="mostly red", count=7, taste=1.0)
    between = await ids(ana, with_looks, look="mostly red", count=7, taste=0.5)
    funny = {film.id for film in catalogue.films if "Comedy" in film.genres}
    assert set(by_look) == set(by_taste) == set(between)
    assert by_taste[0] in funny
    assert by_look[:2] != by_taste[:2]


async def test_a_mood_beside_a_look_moves_it(ana: Caller, with_looks: Services) -> None:
    dark = await ids(ana, with_looks, look="very dark", count=7)
    happier = await ids(ana, with_looks, look="very dark", mood="happier", count=7)
    assert dark[0] == "alien"
    assert happier.index("paddington") < dark.index("paddington")
    shining = await ids(ana, with_looks, look="the look of it", like=["The Shining"], count=6)
    snowed_in = await ids(
        ana, with_looks, look="the look of it", like=["The Shining"], keywords=["snow"], count=6
    )
    assert snowed_in.index("notting") < shining.index("notting")


async def test_taste_counts_only_where_something_is_known_of_it(ana: Caller, with_looks: Services) -> None:
    arguments = SearchByLook(look="mostly red", taste=0.5)
    stranger = await search_by_look(arguments, ana, with_looks)
    assert isinstance(stranger, LookHits)
    assert (stranger.taste, stranger.taste_unknown) == (None, True)
    by_look = await search_by_look(SearchByLook(look="mostly red"), ana, with_looks)
    assert isinstance(by_look, LookHits)
    assert [hit.pick.film.id for hit in stranger.hits] == [hit.pick.film.id for hit in by_look.hits]
    await with_looks.library.rate(ana.person_id, "toy-story", 5)
    known = await search_by_look(arguments, ana, with_looks)
    assert isinstance(known, LookHits)
    assert (known.taste, known.taste_unknown) == (0.5, False)


async def test_words_without_a_look_are_not_understood(ana: Caller, with_looks: Services) -> None:
    result = await search_by_look(SearchByLook(look="something with a look"), ana, with_looks)
    assert isinstance(result, LookHits)
    assert not result.understood
    assert not result.hits


async def test_an_unknown_film_is_asked_about(ana: Caller, with_looks: Services) -> None:
    result = await search_by_look(
        SearchByLook(look="the look of it", like=("Zzyzx Qwerty",)), ana, with_looks
    )
    assert isinstance(result, UnknownFilm | LookHits)
    assert not getattr(result, "hits", ())


async def test_without_an_index_the_command_is_named(ana: Caller, services: Services, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cineaesthete looks index"):
        await search_by_look(SearchByLook(look="neon"), ana, services)
