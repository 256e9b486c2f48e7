from pathlib import Path

import numpy as np
import pytest

from data.errors import StarterPackError
from data.films import Film
from data.pack import DEFAULT_FOLDER, StarterPack
from recsys.looks.palette import Swatch, pack
from recsys.looks.palette_cards import PaletteCards, distances, stand_in_errors

DARK, PALE = (pack((Swatch(rgb, 0.9),)) for rgb in ((10, 8, 14), (240, 220, 225)))
FILMS = [Film(f"h{n}", "H", 1990 + n, genres=("Horror",)) for n in range(12)] + [
    Film(f"r{n}", "R", 1990 + n, genres=("Romance",)) for n in range(12)
]
MEASURED = {film.id: DARK if film.id[0] == "h" else PALE for film in FILMS if film.id not in ("h3", "r3")}


def test_a_film_has_its_own_colours_or_those_of_its_kin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recsys.looks.palette_cards.KIN", 5)
    PaletteCards.make(FILMS, MEASURED).save(tmp_path)
    cards = PaletteCards.load(tmp_path)
    assert len(cards) == len(FILMS)
    own, dark, pale = (cards.of(film_id) for film_id in ("h0", "h3", "r3"))
    assert own is not None
    assert dark is not None
    assert pale is not None
    assert (own.own, dark.own, pale.own) == (True, False, False)
    assert dark.swatches == own.swatches
    assert pale.swatches[0].rgb == (240, 220, 225)
    assert cards.of("nobody") is None


def test_distance_is_none_to_oneself_and_grows_with_the_colours() -> None:
    near = pack((Swatch((20, 18, 24), 0.9),))
    table = distances(np.stack([DARK, near, PALE]), np.stack([DARK, near, PALE]))
    assert np.diag(table) == pytest.approx(0, abs=1e-4)
    assert table == pytest.approx(table.T, abs=1e-3)
    assert table[0, 1] < 10
    assert table[0, 2] > 60


def test_stand_ins_are_measured_against_the_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recsys.looks.palette_cards.KIN", 5)
    errors = stand_in_errors(FILMS, MEASURED, np.random.default_rng(0), held=6)
    assert errors["another film's"] > 20
    assert errors["akin"] == pytest.approx(0, abs=1e-3)


def test_missing_palettes_are_said(tmp_path: Path) -> None:
    with pytest.raises(StarterPackError, match="missing or damaged"):
        PaletteCards.load(tmp_path)
    with pytest.raises(ValueError, match="No poster"):
        PaletteCards.make(FILMS, {})


@pytest.mark.skipif(not (DEFAULT_FOLDER / "looks").exists(), reason="the starter pack has no looks")
def test_every_starter_film_has_a_card() -> None:
    cards = PaletteCards.load(DEFAULT_FOLDER / "looks")
    found = [cards.of(film.id) for film in StarterPack.load().catalogue.films]
    assert all(card is not None and card.swatches for card in found)
    assert 1000 < sum(card.own for card in found if card) < 2000
