import pytest

from adapters.web.cards import Mark, choices, film_cards, with_marks
from agent.events import Choice, FilmCard
from data.films import Film
from recsys.looks.palette import Swatch
from recsys.looks.palette_cards import PaletteCard

HEAT = Film(
    "tt0113277", "Heat", 1995, genres=("Crime", "Drama"), runtime=170, language="en",
    directors=("Michael Mann",), poster_path="/heat.jpg",
)  # fmt: skip
FAR = Film("tt0000001", "Far", 1960, language="fr")


def phrase(key: str) -> str:
    return f"<{key}>"


def test_a_card_carries_what_is_drawn() -> None:
    card = FilmCard(HEAT, reason="because you liked Thief (1981)", predicted_rating=4.3, saved=True)
    (drawn,) = film_cards([card], phrase)["cards"]
    assert (drawn["id"], drawn["title"], drawn["year"], drawn["runtime"]) == ("tt0113277", "Heat", 1995, 170)
    assert drawn["poster"] == "https://image.tmdb.org/t/p/w342/heat.jpg"
    assert (drawn["predicted"], drawn["for_them"]) == (4.3, False)
    assert drawn["reason"] == "because you liked Thief (1981)"
    assert drawn["mark"] == {"rating": None, "seen": False, "saved": True, "disliked": False}


@pytest.mark.parametrize("own", [True, False])
def test_a_poster_that_cannot_be_shown_is_drawn_in_the_films_colours(own: bool) -> None:
    colours = PaletteCard((Swatch((240, 220, 200), 0.6), Swatch((10, 12, 20), 0.3)), own)
    (drawn,) = film_cards([FilmCard(FAR, stand_in=colours)], phrase)["cards"]
    assert drawn["stand_in"] == {"colours": ["#0a0c14", "#f0dcc8"], "own": own}
    assert film_cards([FilmCard(FAR)], phrase)["cards"][0]["stand_in"] is None


def test_only_a_foreign_language_is_named() -> None:
    english, french = film_cards([FilmCard(HEAT), FilmCard(FAR)], phrase)["cards"]
    assert english["language"] is None
    assert french["language"] == "French"
    assert french["poster"] is None


def test_the_bar_shows_what_spoke_for_the_film_largest_first() -> None:
    card = FilmCard(
        HEAT, contributions={"popularity": -0.2, "content": 0.2, "collaborative": 0.6, "context": 0.0}
    )
    (drawn,) = film_cards([card], phrase)["cards"]
    assert [(part["signal"], part["percent"]) for part in drawn["parts"]] == [
        ("collaborative", pytest.approx(75)),
        ("content", pytest.approx(25)),
    ]
    assert drawn["parts"][0]["label"] == "<signal.collaborative>"


@pytest.mark.parametrize("contributions", [None, {}, {"content": -1.0}])
def test_no_bar_where_nothing_speaks(contributions: dict[str, float] | None) -> None:
    (drawn,) = film_cards([FilmCard(HEAT, contributions=contributions)], phrase)["cards"]
    assert drawn["parts"] == []


def test_cards_of_yesterday_show_the_marks_of_today() -> None:
    drawn = film_cards([FilmCard(HEAT, saved=True), FilmCard(FAR)], phrase)
    fresh = with_marks(drawn, {"tt0000001": Mark(rating=4.5, seen=True)})
    assert [card["mark"]["saved"] for card in fresh["cards"]] == [False, False]
    assert fresh["cards"][1]["mark"]["rating"] == 4.5
    assert fresh["cards"][0]["title"] == "Heat"


def test_choices_carry_their_codes() -> None:
    assert choices([Choice("pick:tt0113277", "Heat (1995)")]) == {
        "choices": [{"id": "pick:tt0113277", "label": "Heat (1995)"}]
    }


def test_a_film_found_by_its_look_brings_its_picture_and_colours() -> None:
    there = "https://image.tmdb.org/t/p/w780/still.jpg"
    found = FilmCard(HEAT, picture=there, palette=(Swatch((16, 32, 64), 0.7), Swatch((192, 128, 48), 0.3)))
    drawn = film_cards([found, FilmCard(HEAT, picture="/home/ana/still.jpg")], phrase)["cards"]
    assert drawn[0]["poster"] == there
    assert drawn[0]["palette"] == [
        {"colour": "#102040", "name": "navy", "percent": 70},
        {"colour": "#c08030", "name": "gold", "percent": 30},
    ]
    assert drawn[1]["poster"] == HEAT.poster_url  # what lies on this machine is not for the page
    assert drawn[1]["palette"] == []
