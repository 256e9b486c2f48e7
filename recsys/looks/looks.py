"""The looks as the tools see them: a question in, films with their best pictures out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from recsys.looks.folder import CARD, Contents, IndexFolder, Picture
from recsys.looks.glance import read_glance, write_glance
from recsys.looks.impression import Impression, impressions
from recsys.looks.index import LookHit, LookIndex
from recsys.looks.model import LookModel, Seen
from recsys.looks.palette import Swatch, unpack
from recsys.looks.query import LookQuery, by_phrase, by_pictures


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen in one picture."""

    palette: tuple[Swatch, ...]
    impressions: tuple[Impression, ...]


class Looks:
    """A model with an index of its vectors."""

    def __init__(self, index: LookIndex, model: LookModel) -> None:
        self._index, self._model = index, model

    @classmethod
    def load(cls, starter: Path, own: Path | None = None) -> "Looks":
        """The starter's index, joined with one's own if that is of the same model, else one's own alone.

        Raises StarterPackError where an index is missing or damaged.
        """
        folders = [starter]
        if own is not None and (own / CARD).exists():
            folders = [own]
            if IndexFolder.open(own).fingerprint == _fingerprint(starter):
                folders = [own, starter]
        stored = [IndexFolder.open(folder) for folder in folders]
        model = LookModel.load(stored[0].model_folder)
        attribution = [sentence for one in stored for sentence in one.attribution]
        contents = _joined([one.contents() for one in stored])
        return cls(LookIndex(contents, model.scale, model.fingerprint, attribution), model)

    @property
    def film_ids(self) -> tuple[str, ...]:
        """Every film with a picture."""
        return self._index.film_ids

    @property
    def attribution(self) -> tuple[str, ...]:
        """Sentences that must stand where the pictures are shown."""
        return self._index.attribution

    def __len__(self) -> int:
        return len(self._index)

    def by_phrase(self, phrase: str, move: str = "") -> LookQuery:
        """A question in words, moved in other words: "but happier"."""
        return by_phrase(self._model, phrase, move)

    def by_films(self, film_ids: Iterable[str], move: str = "") -> LookQuery | None:
        """The look of films by their own pictures, moved in words; None where there is no picture of any."""
        parts = [seen for film_id in film_ids if (seen := self._index.of_film(film_id))]
        if not parts:
            return None
        return by_pictures(self._model, join(parts), move)

    def look_at(self, pixels: NDArray[np.uint8]) -> tuple[str, Sight]:
        """A picture (h, w, 3) as a glance, by which it may be asked for again, and what was seen in it."""
        seen = self._model.look_at([pixels])
        standing = self._model.scale.score(seen.figures)[0]
        sight = Sight(unpack(seen.palettes[0]), impressions(seen.figures[0], standing))
        return write_glance(seen, self._model.fingerprint), sight

    def by_glance(self, glance: str, move: str = "") -> LookQuery | None:
        """The look of a picture seen before, moved in words; None where another model saw it."""
        seen = read_glance(glance, self._model.fingerprint, self._model.width)
        return by_pictures(self._model, seen, move) if seen else None

    def search(self, query: LookQuery, count: int, only: Iterable[str] | None = None) -> list[LookHit]:
        """See `LookIndex.search`."""
        return self._index.search(query, count, only)

    def best_pictures(self, query: LookQuery, count: int) -> list[LookHit]:
        """See `LookIndex.best_pictures`."""
        return self._index.best_pictures(query, count)

    def picture(self, hit: LookHit) -> Picture:
        """The picture of a hit."""
        return self._index.pictures[hit.row]

    def sight(self, hit: LookHit) -> Sight:
        """What was seen in the picture of a hit."""
        figures = self._index.figures(hit.row)
        standing = self._model.scale.score(figures[None])[0]
        return Sight(unpack(self._index.palette(hit.row)), impressions(figures, standing))

    def palettes(self) -> Mapping[str, tuple[Swatch, ...]]:
        """By film the palette of its first picture, for a card where no picture may be shown."""
        first: dict[str, tuple[Swatch, ...]] = {}
        for row, picture in enumerate(self._index.pictures):
            if picture.film_id not in first:
                first[picture.film_id] = unpack(self._index.palette(row))
        return first


def join(parts: list[Seen]) -> Seen:
    """Several pictures' figures one after the other."""
    return Seen(
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.palettes for part in parts]),
    )


def _fingerprint(folder: Path) -> str | None:
    try:
        return IndexFolder.open(folder).fingerprint
    except StarterPackError:
        return None


def _joined(parts: list[Contents]) -> Contents:
    parts = [part for part in parts if part.pictures] or parts[:1]
    return Contents(
        tuple(picture for part in parts for picture in part.pictures),
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.palettes for part in parts]),
    )
