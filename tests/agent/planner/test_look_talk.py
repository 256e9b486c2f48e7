"""What is said of looks over several messages, on the starter pack's own films."""

import pytest

from agent.focus import Focus
from agent.planner import Planner
from tools.arguments import Arguments, ExplainPick, FilmDetails, RecommendFilms, SearchByLook, ShowLibrary

RAIN = SearchByLook(look="neon rain at night")
UNDER_WAY = Focus(request=RAIN, shown=(("tt0113277", "tt0078748"),))


def read(planner: Planner, text: str, focus: Focus | None = None) -> Arguments | None:
    calls = planner.decide(text, focus or Focus()).calls
    return calls[0].arguments if len(calls) == 1 else None


@pytest.mark.parametrize(
    ("text", "look", "taste"),
    [
        ("neon rain at night, blended with my taste", "neon rain at night", 0.5),
        ("pastel and symmetrical but to my taste", "pastel and symmetrical", 0.5),
        ("golden light in the desert, mostly what I like", "golden light in the desert", 0.75),
        ("icy blue mountains with a bit of my taste", "icy blue mountains", 0.25),
        ("Neonlicht im Regen, mit meinem Geschmack gemischt", "Neonlicht im Regen", 0.5),
        ("colores pastel, mezclado con mi gusto", "colores pastel", 0.5),
        ("noir et blanc, selon mes goûts", "noir et blanc", 0.5),
    ],
)
def test_taste_is_taken_out_of_the_look(planner: Planner, text: str, look: str, taste: float) -> None:
    assert read(planner, text) == SearchByLook(look=look, taste=taste)


@pytest.mark.parametrize(
    ("text", "before", "taste"),
    [
        ("more of my taste", None, 0.75),
        ("more of my taste please", 0.5, 0.75),
        ("less of my taste", 0.5, 0.25),
        ("blend that with my taste", None, 0.5),
        ("ignore my taste", 0.5, 0.0),
        ("only the look", 0.75, 0.0),
        ("only my taste", None, 1.0),
    ],
)
def test_the_blend_of_the_look_under_way_is_changed(
    planner: Planner, text: str, before: float | None, taste: float
) -> None:
    request = RAIN.model_copy(update={"taste": before})
    changed = read(planner, text, Focus(request=request, shown=UNDER_WAY.shown))
    assert changed == RAIN.model_copy(update={"taste": taste})


def test_a_question_about_their_taste_is_no_blend(planner: Planner) -> None:
    assert isinstance(read(planner, "what is my taste?", UNDER_WAY), ShowLibrary)
    assert isinstance(read(planner, "recommend something to my taste"), RecommendFilms)


@pytest.mark.parametrize(
    "text", ["but in black and white", "more colourful", "and more symmetrical", "less red"]
)
def test_a_look_under_way_gains_words(planner: Planner, text: str) -> None:
    changed = read(planner, text, UNDER_WAY)
    assert changed == RAIN.model_copy(update={"look": f"neon rain at night, {text}"})


def test_a_mood_moves_the_look_and_a_limit_narrows_it(planner: Planner) -> None:
    assert read(planner, "but happier", UNDER_WAY) == RAIN.model_copy(update={"mood": "happier"})
    assert read(planner, "but before 1980", UNDER_WAY) == RAIN.model_copy(update={"max_year": 1979})
    both = read(planner, "but in black and white, before 1980", UNDER_WAY)
    assert isinstance(both, SearchByLook)
    assert both.look.startswith("neon rain at night, ")
    assert both.max_year == 1979


def test_films_that_look_like_another_are_looked_for_by_their_look(planner: Planner) -> None:
    found = read(planner, "films that look like Blade Runner, but happier, under two hours")
    assert isinstance(found, SearchByLook)
    assert (found.like, found.mood, found.max_runtime) == (("Blade Runner",), "happier", 120)
    postcard = read(planner, "i want a movie that looks like a wes anderson postcard")
    assert isinstance(postcard, SearchByLook)
    assert postcard.people == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dark comedies", RecommendFilms),
        ("who directed Heat?", FilmDetails),
        ("why the first one?", ExplainPick),
    ],
)
def test_what_is_not_about_looks_stays_what_it_was(
    planner: Planner, text: str, kind: type[Arguments]
) -> None:
    assert isinstance(read(planner, text, UNDER_WAY if "first" in text else None), kind)
