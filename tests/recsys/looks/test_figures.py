import numpy as np
import pytest

from recsys.looks.figures import FIGURES, measure
from tests.recsys.looks import pictures
from tests.recsys.looks.pictures import RGB


def figure(name: str, picture: RGB) -> float:
    return float(measure(picture)[FIGURES.index(name)])


def test_light_and_dark_are_shares_of_the_picture() -> None:
    half = pictures.halves((0, 0, 0), (255, 255, 255))
    assert figure("dark", half) == pytest.approx(0.5)
    assert figure("bright", half) == pytest.approx(0.5)
    assert figure("lightness", pictures.plain(0, 0, 0)) < 0.01
    assert figure("contrast", half) > figure("contrast", pictures.plain(90, 90, 90))


@pytest.mark.parametrize(
    ("hue", "colour"),
    [
        ("red", (200, 30, 35)),
        ("orange", (235, 125, 30)),
        ("yellow", (245, 220, 60)),
        ("green", (45, 135, 60)),
        ("teal", (20, 125, 130)),
        ("blue", (40, 85, 185)),
        ("purple", (140, 50, 160)),
        ("pink", (240, 130, 190)),
    ],
)
def test_every_hue_is_called_by_its_name(hue: str, colour: tuple[int, int, int]) -> None:
    shares = {name: figure(name, pictures.plain(*colour)) for name in ("red", "orange", "yellow", "green")}
    shares |= {name: figure(name, pictures.plain(*colour)) for name in ("teal", "blue", "purple", "pink")}
    assert max(shares, key=lambda name: shares[name]) == hue


def test_a_grey_picture_is_colourless_and_a_coloured_one_is_not() -> None:
    picture = pictures.noise()
    assert figure("colourless", pictures.grey(picture)) > 0.99
    assert figure("colourless", picture) < 0.5
    assert figure("most_chroma", pictures.grey(picture)) < 0.05


def test_a_mirror_image_is_symmetrical_and_noise_is_not() -> None:
    assert figure("symmetry", pictures.mirrored()) > 0.95
    assert figure("symmetry", pictures.halves((0, 0, 0), (255, 255, 255))) < 0.1
    assert figure("symmetry", pictures.plain(90, 90, 90)) == 0  # nothing in it is balanced


def test_emptiness_is_calm_ground_and_edges_are_its_contrary() -> None:
    empty, full = pictures.plain(240, 240, 240), pictures.noise()
    assert figure("emptiness", empty) == pytest.approx(1)
    assert figure("emptiness", full) < 0.05
    assert figure("edges", full) > figure("edges", empty)


def test_styles_of_colour() -> None:
    both = pictures.halves((20, 120, 140), (235, 125, 40))
    assert figure("teal_and_orange", both) > 0.5
    assert figure("teal_and_orange", pictures.plain(235, 125, 40)) == 0
    assert figure("neon", pictures.neon()) > 0.3
    assert figure("neon", pictures.plain(255, 30, 200)) < 0.05  # glowing, but not in the dark
    assert figure("pastel", pictures.plain(240, 200, 215)) > 0.9
    assert figure("gold", pictures.plain(215, 165, 50)) > 0.9
    assert figure("icy", pictures.plain(170, 205, 235)) > 0.9


@pytest.mark.parametrize("size", [(1, 1), (1, 90), (3, 2), (128, 5)])
def test_tiny_and_odd_pictures_give_finite_figures(size: tuple[int, int]) -> None:
    assert np.isfinite(measure(pictures.noise(size=size))).all()
