"""An index on disk: the model, and parts of a few hundred pictures each, written one after the other.

    looks.json          format, which model, attribution to be shown
    model/              everything a chat process needs to read a phrase
    parts/000000.npz    film ids, names, vectors, figures, palettes of the first pictures
    parts/000001.npz    …

A part appears whole or not at all (written beside, then renamed), so that a killed process loses at most the
part it was at, and the next run goes on from there.
"""

import json
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput, StarterPackError
from recsys.looks.model import LookModel, Seen
from recsys.types import FloatArray

FORMAT = 2
CARD, MODEL, PARTS = "looks.json", "model", "parts"
MEND = "Delete the folder and run `cineaesthete looks index` again."


@dataclass(frozen=True, slots=True)
class Picture:
    """Where an indexed picture comes from."""

    film_id: str
    key: str
    """Its name within the source; with the film id it is never indexed twice."""
    kind: str
    """poster, backdrop, still or frame."""
    place: str
    """URL or path at which it can be shown; empty where it must not or cannot be."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All parts of an index, joined."""

    pictures: tuple[Picture, ...]
    vectors: NDArray[np.float16]
    """(pictures, width) unit length."""
    figures: NDArray[np.float16]
    """(pictures, figures)."""
    palettes: NDArray[np.uint8]
    """(pictures, swatches, 4)."""


class IndexFolder:
    """Reads and extends an index on disk. Only one process may extend it at a time."""

    def __init__(self, folder: Path, card: dict[str, Any]) -> None:
        self.folder = folder
        self._card = card

    @classmethod
    def create(cls, folder: Path, model_folder: Path, attribution: Sequence[str] = ()) -> "IndexFolder":
        """Open the index there, or begin one with a copy of the model.

        Raises BadInput if an index of another model lies there.
        """
        model = LookModel.load(model_folder)
        if (folder / CARD).exists():
            index = cls.open(folder)
            if index.fingerprint != model.fingerprint:
                raise BadInput(
                    f"The index in {folder} was made with the model {index.model_name}; {model.name} cannot "
                    "extend it, since their vectors cannot be compared. Choose another folder for it."
                )
            index.credit(attribution)
            return index
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
        shutil.copytree(model_folder, folder / MODEL, dirs_exist_ok=True)
        card = {
            "format": FORMAT,
            "model": {"name": model.name, "fingerprint": model.fingerprint},
            "attribution": list(attribution),
        }
        index = cls(folder, card)
        index._write_card()
        return index

    @classmethod
    def open(cls, folder: Path) -> "IndexFolder":
        """Open an index. Raises StarterPackError if there is none, or none that can be read."""
        try:
            card = json.loads((folder / CARD).read_text(encoding="utf-8"))
            version = card["format"]
            _ = card["model"]["name"], card["model"]["fingerprint"], card["attribution"]
        except FileNotFoundError:
            raise StarterPackError(
                f"There is no look index in {folder}. Make one with `cineaesthete looks index`."
            ) from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StarterPackError(f"The look index in {folder} is damaged. {MEND}") from error
        if version != FORMAT:
            raise StarterPackError(
                f"The look index in {folder} is of format {version}, this program reads {FORMAT}. {MEND}"
            )
        return cls(folder, card)

    @property
    def model_folder(self) -> Path:
        """The model the index was made with."""
        return self.folder / MODEL

    @property
    def model_name(self) -> str:
        """Its name."""
        return str(self._card["model"]["name"])

    @property
    def fingerprint(self) -> str:
        """Which model, to the bit."""
        return str(self._card["model"]["fingerprint"])

    @property
    def attribution(self) -> tuple[str, ...]:
        """Sentences that must stand where pictures of this index are shown."""
        return tuple(self._card["attribution"])

    def credit(self, sentences: Sequence[str]) -> None:
        """Add attribution that are not there yet."""
        merged = list(dict.fromkeys([*self._card["attribution"], *sentences]))
        if merged != self._card["attribution"]:
            self._card["attribution"] = merged
            self._write_card()

    def append(self, pictures: Sequence[Picture], seen: Seen) -> None:
        """Write one more part; it is there whole once this returns."""
        numbers = [int(path.stem) for path in self._parts()]
        path = self.folder / PARTS / f"{max(numbers, default=-1) + 1:06d}.npz"
        beside = path.with_suffix(".writing")
        with beside.open("wb") as file:
            np.savez_compressed(
                file,
                pictures=np.array([[p.film_id, p.key, p.kind, p.place] for p in pictures]),
                vectors=seen.vectors.astype(np.float16),
                figures=seen.figures.astype(np.float16),
                palettes=seen.palettes,
            )
        beside.replace(path)

    def known(self) -> frozenset[tuple[str, str]]:
        """(film id, key) of every picture indexed so far."""
        return frozenset((p.film_id, p.key) for p in self.contents().pictures)

    def contents(self) -> Contents:
        """Read all parts.

        Raises StarterPackError if a part is damaged (a half-written one is not a part, and is ignored).
        """
        pictures: list[Picture] = []
        vectors: list[FloatArray] = []
        figures: list[FloatArray] = []
        palettes: list[NDArray[np.uint8]] = []
        for path in self._parts():
            try:
                rows, *arrays = _read_part(path)
            except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile) as error:
                raise StarterPackError(
                    f"The part {path.name} of the look index in {self.folder} is damaged. Delete that file "
                    "and run `cineaesthete looks index` again; only its pictures are indexed anew."
                ) from error
            pictures += [Picture(*map(str, row)) for row in rows]
            vectors.append(arrays[0])
            figures.append(arrays[1])
            palettes.append(arrays[2])
        if not pictures:
            return Contents((), *_nothing())
        return Contents(
            tuple(pictures), np.concatenate(vectors), np.concatenate(figures), np.concatenate(palettes)
        )

    def _parts(self) -> list[Path]:
        return sorted((self.folder / PARTS).glob("[0-9]*.npz"))

    def _write_card(self) -> None:
        beside = self.folder / f"{CARD}.writing"
        beside.write_text(
            json.dumps(self._card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )
        beside.replace(self.folder / CARD)


def _read_part(path: Path) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Rows of text, vectors, figures and palettes of one part.

    Raises ValueError and more if it is damaged.
    """
    # Opened here, since numpy leaves a damaged file open.
    with path.open("rb") as file, np.load(file, allow_pickle=False) as part:
        rows, vectors, figures, palettes = (
            part[key] for key in ("pictures", "vectors", "figures", "palettes")
        )
    if rows.shape != (len(vectors), 4) or not len(vectors) == len(figures) == len(palettes):
        raise ValueError(f"{path.name} does not hold as many figures as pictures.")
    return rows, vectors, figures, palettes


def _nothing() -> tuple[NDArray[np.float16], NDArray[np.float16], NDArray[np.uint8]]:
    return np.zeros((0, 0), np.float16), np.zeros((0, 0), np.float16), np.zeros((0, 0, 4), np.uint8)
