"""Trained models on disk: one JSON file and plain arrays a model, safe to open on any machine.

``NAME.json`` holds the format, the configuration and the list of arrays; ``NAME.ARRAY.npy`` holds each array,
read memory-mapped. Nothing is ever unpickled.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError

FORMAT = 1
"""Raised whenever models of the old shape can no longer be read."""

MEND = "Run `cineaesthete train` to make it anew."


@dataclass(frozen=True, slots=True)
class Stored:
    """One model as it lies on disk."""

    arrays: Mapping[str, NDArray[Any]]
    meta: Mapping[str, Any]
    """Configuration and other small facts, plain JSON."""


def write(folder: Path, name: str, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]) -> None:
    """Write a model below `folder`, which must exist."""
    shapes = {}
    for key, array in arrays.items():
        np.save(folder / f"{name}.{key}.npy", array, allow_pickle=False)
        shapes[key] = {"dtype": array.dtype.str, "shape": list(array.shape)}
    content = {"format": FORMAT, "arrays": shapes, "meta": dict(meta)}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def read(folder: Path, name: str) -> Stored:
    """Read a model. Raises StarterPackError if it is missing, damaged or of another version."""
    try:
        content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        version = content["format"]
    except FileNotFoundError:
        raise StarterPackError(f"There is no trained model {name} in {folder}. {MEND}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StarterPackError(f"The trained model {name} is damaged. {MEND}") from error
    if version != FORMAT:
        raise StarterPackError(
            f"The trained model {name} is of format {version}, this program reads format {FORMAT}. {MEND}"
        )
    try:
        arrays = {
            key: _array(folder / f"{name}.{key}.npy", expected["dtype"], expected["shape"])
            for key, expected in content["arrays"].items()
        }
        return Stored(arrays, dict(content["meta"]))
    except (OSError, ValueError, EOFError, KeyError, TypeError, AttributeError) as error:
        raise StarterPackError(f"The trained model {name} is damaged. {MEND}") from error


def _array(path: Path, dtype: str, shape: list[int]) -> NDArray[Any]:
    # A plain view of the mapped file: the memmap class itself slows down every small operation.
    array: NDArray[Any] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    if array.dtype.str != dtype or list(array.shape) != shape:
        raise ValueError(f"{path.name} is not what the list of arrays says")
    return array


def fingerprint(film_ids: Iterable[str]) -> str:
    """Says which films, in which order, the arrays' rows are."""
    return sha256("\n".join(film_ids).encode()).hexdigest()[:16]
