"""A look model: pictures and phrases in one space, and the figures measured beside it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from data.errors import StarterPackError
from data.text_encoder import TextEncoder
from recsys.looks.aspects import AspectScale
from recsys.looks.faces import FACE_FIGURES, FaceDetector
from recsys.looks.figures import measure
from recsys.looks.palette import pack, palette
from recsys.looks.towers import ImageTower, OnnxImageTower, OnnxTextTower, TextTower
from recsys.types import FloatArray

FORMAT = 2
CARD, ARRAYS, IMAGE, TEXT, TOKENIZER = "model.json", "model.npz", "image.onnx", "text.onnx", "tokenizer.json"
FACES = "faces.onnx"

MEASURED_SIDE = 128
"""Pictures are measured at this many pixels on their longer side."""

MEND = "Copy the index folder again, or make it anew with `cineaesthete looks index`."


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is kept of pictures; the pictures themselves are not."""

    vectors: FloatArray
    """(n, width) unit length."""
    figures: FloatArray
    """(n, figures)."""
    palettes: NDArray[np.uint8]
    """(n, swatches, 4); see `recsys.looks.palette`."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Trained maps from the towers' features into the common space; none where the towers end in it."""

    image_weights: FloatArray
    """(tower width + figures, width)."""
    image_bias: FloatArray
    """(width,)."""
    text_mean: FloatArray
    """(tower width,)."""
    text_weights: FloatArray
    """(tower width, width)."""

    def images(self, features: FloatArray, standing: FloatArray) -> FloatArray:
        """Tower features and standardised figures to the common space."""
        joined = np.concatenate([features, np.clip(standing, -3, 3)], axis=1)
        return np.asarray(joined @ self.image_weights + self.image_bias, np.float32)

    def phrases(self, features: FloatArray) -> FloatArray:
        """Sentence vectors to the common space."""
        return np.asarray((features - self.text_mean) @ self.text_weights, np.float32)


class LookModel:
    """Embeds pictures and phrases. Holds no pictures; towers are loaded when first needed."""

    def __init__(
        self,
        *,
        name: str,
        fingerprint: str,
        width: int,
        towers: tuple[ImageTower, TextTower],
        scale: AspectScale,
        projection: Projection | None,
        faces: FaceDetector | None = None,
    ) -> None:
        """Without `faces` none is seen in any picture."""
        self.name = name
        self.fingerprint = fingerprint
        """Says which model, to the bit; vectors of different models are never compared."""
        self.width = width
        self.scale = scale
        self._image_tower, self._text_tower = towers
        self._projection = projection
        self._faces = faces

    @classmethod
    def load(cls, folder: Path) -> "LookModel":
        """Read a model folder. Raises StarterPackError if it is missing, damaged or of another version."""
        try:
            card = json.loads((folder / CARD).read_text(encoding="utf-8"))
            if card["format"] != FORMAT:
                raise StarterPackError(
                    f"The look model in {folder} is of another format than {FORMAT}. {MEND}"
                )
            with np.load(folder / ARRAYS, allow_pickle=False) as stored:
                arrays = {key: stored[key].astype(np.float32) for key in stored.files}
            (folder / FACES).stat()  # opened only when a picture is looked at
            image = OnnxImageTower(folder / IMAGE, card["side"], card["mean"], card["std"])
            projection = None
            text: TextTower = TextEncoder(folder / TOKENIZER)
            if card["text"] == "minilm":
                projection = Projection(**{key: arrays[key] for key in Projection.__dataclass_fields__})
            else:
                text = OnnxTextTower(folder / TEXT, folder / TOKENIZER, card["context"])
            return cls(
                name=card["name"],
                fingerprint=fingerprint(folder),
                width=card["width"],
                towers=(image, text),
                scale=AspectScale(arrays["figure_quantiles"], arrays["aspect_quantiles"]),
                projection=projection,
                faces=FaceDetector(folder / FACES),
            )
        except FileNotFoundError:
            raise StarterPackError(f"There is no look model in {folder}. {MEND}") from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StarterPackError(f"The look model in {folder} is damaged. {MEND}") from error

    def look_at(self, pictures: Sequence[NDArray[np.uint8]]) -> Seen:
        """Embed and measure pictures (h, w, 3) sRGB of any size."""
        small = [reduced(picture) for picture in pictures]
        figures = np.stack(
            [figures_of(whole, less, self._faces) for whole, less in zip(pictures, small, strict=True)]
        )
        side = self._image_tower.side
        squares = np.stack([squared(picture, side) for picture in pictures])
        vectors = self.project(self._image_tower.features(squares), figures)
        palettes = np.stack([pack(palette(picture)) for picture in small])
        return Seen(vectors, figures, palettes)

    def project(self, features: FloatArray, figures: FloatArray) -> FloatArray:
        """Features of the image tower and figures of the same pictures to unit vectors, (n, width)."""
        if self._projection:
            features = self._projection.images(features, self.scale.standardise(figures))
        return _unit(features)

    def read(self, phrases: Sequence[str]) -> FloatArray:
        """Phrases to unit vectors, (n, width)."""
        vectors = self._text_tower.encode(phrases)
        return _unit(self._projection.phrases(vectors) if self._projection else vectors)


def figures_of(
    picture: NDArray[np.uint8], small: NDArray[np.uint8], faces: FaceDetector | None
) -> FloatArray:
    """(figures,) of a picture, `small` being the size at which it is measured."""
    seen = faces.figures(picture) if faces else np.zeros(len(FACE_FIGURES), np.float32)
    return np.concatenate([measure(small), seen])


def fingerprint(folder: Path) -> str:
    """Sixteen hexadecimal digits that say which model lies in a folder."""
    digest = hashlib.sha256()
    for name in (CARD, ARRAYS, IMAGE, TEXT, TOKENIZER, FACES):
        path = folder / name
        if path.exists():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def reduced(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture at the size at which it is measured."""
    image = Image.fromarray(picture)
    image.thumbnail((MEASURED_SIDE, MEASURED_SIDE), Image.Resampling.BOX, reducing_gap=None)
    return np.asarray(image)


def squared(picture: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The whole picture pressed into a square; cropping would lose the sky of a poster."""
    return np.asarray(Image.fromarray(picture).resize((side, side), Image.Resampling.BICUBIC))


def _unit(vectors: FloatArray) -> FloatArray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)
