import pytest

from recsys.looks.aspects import NAMES
from recsys.looks.phrases import WORDS, read


@pytest.mark.parametrize(
    ("phrase", "aspect"),
    [
        ("Black and white, deep shadows", "black_and_white"),
        ("mostly red", "red"),
        ("teal and orange", "teal_and_orange"),
        ("very dark", "dark"),
        ("bright and minimal", "minimal"),
        ("icy blue", "icy"),
        ("neon rain at night", "neon"),
        ("sun-bleached desert", "golden"),
        ("pastel and symmetrical", "symmetrical"),
    ],
)
def test_what_can_be_measured_is_recognised(phrase: str, aspect: str) -> None:
    assert read(phrase).aspects[aspect] > 0


def test_the_rest_is_left_to_the_embedding() -> None:
    reading = read("sun-bleached desert")
    assert reading.rest == "desert"
    assert 0 < reading.coverage < 1
    assert read("a spaceship among the stars").coverage == 0
    assert read("black and white photograph").coverage == 1


def test_a_longer_expression_is_not_read_twice() -> None:
    assert "orange" not in read("teal and orange").aspects
    assert "blue" not in read("icy blue").aspects


def test_names_of_colours_say_how_pale_or_deep_they_are() -> None:
    assert read("burgundy").aspects == {"red": 1.0, "dark": 0.4}
    assert read("mint").aspects == {"green": 1.0, "pastel": 0.5}
    assert read("blood-red").aspects.keys() == {"red", "dark"}
    assert read("sand").coverage == 0  # a thing as well as a colour


def test_words_mean_more_together() -> None:
    assert read("cold blue light").aspects == {"icy": 1.0}
    assert read("blue shadows and orange skin").aspects["teal_and_orange"] == 1.0
    assert read("no colour at all").aspects == {"black_and_white": 1.0}
    assert read("hardly any light").aspects == {"dark": 1.0}


@pytest.mark.parametrize("phrase", ["golden light", "neon light", "a shot of light rain"])
def test_light_is_bright_only_where_it_says_so(phrase: str) -> None:
    assert "bright" not in read(phrase).aspects
    assert read("light and airy").aspects["bright"] > 0


def test_refusing_a_look_turns_it_round() -> None:
    assert read("not too dark").aspects["dark"] < 0
    assert read("less colourful, golden").aspects == {"colourful": -1.0, "golden": 1.0}


def test_words_about_asking_are_no_look() -> None:
    assert read("films that look like neon rain").plain == "like neon rain"
    reading = read("show me something like the look of")
    assert reading.coverage == 0
    assert not reading.rest


def test_every_aspect_named_in_words_exists() -> None:
    assert {aspect for weights in WORDS.values() for aspect in weights} <= set(NAMES)


@pytest.mark.parametrize("phrase", ["", "   ", "!?", "🎬", "the of and", "x" * 500])
def test_any_text_can_be_read(phrase: str) -> None:
    assert read(phrase).coverage == 0
