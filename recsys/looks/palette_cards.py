"""The colours of every film, as figures: of its own poster where one was seen, else of posters of films akin.

What stands in is said to: the colours that posters of the same genres and years have most often. Measured on
posters held back, they lie closer to the truth than another film's, and are a guess all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from data.films import Film
from recsys.looks.colour import lab
from recsys.looks.palette import Swatch, unpack
from recsys.types import FloatArray

FILE = "palettes.npz"

KIN = 40
"""Posters that a stand-in is drawn from."""

_YEARS = 12.0
"""Years apart at which a poster counts half as akin."""


@dataclass(frozen=True, slots=True)
class PaletteCard:
    """A film's colours."""

    swatches: tuple[Swatch, ...]
    """Largest share first."""
    own: bool
    """Measured in its own poster; else in posters of films akin."""


class PaletteCards:
    """The palette card of every film of a pack."""

    def __init__(self, film_ids: Sequence[str], palettes: NDArray[np.uint8], own: NDArray[np.bool_]) -> None:
        self._rows = {film_id: row for row, film_id in enumerate(film_ids)}
        self._palettes, self._own = palettes, own

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, film_id: str) -> PaletteCard | None:
        """The card of a film; None where the pack did not know it."""
        row = self._rows.get(film_id)
        if row is None:
            return None
        return PaletteCard(unpack(self._palettes[row]), bool(self._own[row]))

    def save(self, folder: Path) -> None:
        """Write the cards into a folder of looks."""
        np.savez_compressed(
            folder / FILE, film_ids=np.array(list(self._rows)), palettes=self._palettes, own=self._own
        )

    @classmethod
    def load(cls, folder: Path) -> "PaletteCards":
        """Read what `save` wrote. Raises StarterPackError where it is missing or damaged."""
        try:
            with np.load(folder / FILE, allow_pickle=False) as stored:
                film_ids, palettes, own = (stored[key] for key in ("film_ids", "palettes", "own"))
        except (OSError, ValueError, KeyError) as error:
            raise StarterPackError(f"The palettes in {folder} are missing or damaged.") from error
        return cls([str(film_id) for film_id in film_ids], palettes, own)

    @classmethod
    def make(cls, films: Sequence[Film], measured: Mapping[str, NDArray[np.uint8]]) -> "PaletteCards":
        """A card for each film, `measured` being the palettes (swatches, 4) of posters by film id.

        Raises ValueError where no poster belongs to any of the films.
        """
        kin = Kin([film for film in films if film.id in measured], measured)
        palettes = [measured[film.id] if film.id in measured else kin.palette(film) for film in films]
        own = np.array([film.id in measured for film in films], np.bool_)
        return cls([film.id for film in films], np.stack(palettes), own)


class Kin:
    """Draws a palette from the posters of films akin."""

    def __init__(self, films: Sequence[Film], measured: Mapping[str, NDArray[np.uint8]]) -> None:
        """Raises ValueError without films."""
        if not films:
            raise ValueError("No poster is of a film of the catalogue.")
        self._years = np.array([film.year for film in films], np.float32)
        self._genres = [frozenset(film.genres) for film in films]
        self._palettes = np.stack([measured[film.id] for film in films])
        self._distances = distances(self._palettes, self._palettes)

    def palette(self, film: Film) -> NDArray[np.uint8]:
        """(swatches, 4) of the one poster among those most akin that lies nearest to all the others.

        A real palette, since a mean of many is mud.
        """
        genres = frozenset(film.genres)
        shared = np.array(
            [len(genres & other) / max(1, len(genres | other)) for other in self._genres], np.float32
        )
        near = shared + 0.5 ** (np.abs(self._years - film.year) / _YEARS)
        akin = np.argsort(-near, kind="stable")[:KIN]
        middle = int(self._distances[np.ix_(akin, akin)].mean(axis=1).argmin())
        return np.asarray(self._palettes[akin[middle]])


def distances(some: NDArray[np.uint8], others: NDArray[np.uint8]) -> FloatArray:
    """(some, others) how far palettes (n, swatches, 4) lie apart.

    The mean way in L*a*b* (ΔE 1976) from each colour to the other palette's nearest, both ways.
    """
    first, second = (lab(cards[..., :3]) for cards in (some, others))
    ways = np.linalg.norm(first[:, :, None, None] - second[None, None], axis=-1)
    here, there = (cards[..., 3].astype(np.float32) for cards in (some, others))
    # A swatch that is not there is nobody's nearest.
    outward = np.where(there[None, None] > 0, ways, np.inf).min(axis=3)
    inward = np.where(here[:, :, None, None] > 0, ways, np.inf).min(axis=1)
    out = np.einsum("asb,as->ab", outward, here) / here.sum(axis=1)[:, None]
    back = np.einsum("abs,bs->ab", inward, there) / there.sum(axis=1)[None]
    return np.asarray(0.5 * (out + back), np.float32)


def stand_in_errors(
    films: Sequence[Film],
    measured: Mapping[str, NDArray[np.uint8]],
    rng: np.random.Generator,
    held: int = 200,
) -> dict[str, float]:
    """How far stand-ins lie from the truth on posters held back, ΔE.

    Beside it one palette for all, and any other film's.
    """
    order = [films[row] for row in rng.permutation(len(films)) if films[row].id in measured]
    hidden, known = order[:held], order[held:]
    kin = Kin(known, measured)
    truth = np.stack([measured[film.id] for film in hidden])
    others = np.stack([measured[film.id] for film in known])
    one_for_all = others[int(distances(others, others).mean(axis=1).argmin())]
    guesses = {
        "akin": np.stack([kin.palette(film) for film in hidden]),
        "one for all": np.repeat(one_for_all[None], len(hidden), axis=0),
    }
    errors = {name: float(np.diag(distances(guess, truth)).mean()) for name, guess in guesses.items()}
    return {**errors, "another film's": float(distances(others, truth).mean())}
