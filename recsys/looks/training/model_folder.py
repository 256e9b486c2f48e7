"""Writes a model folder that `LookModel.load` reads."""

import json
import shutil
from pathlib import Path

import numpy as np

from recsys.looks.aspects import AspectScale
from recsys.looks.model import ARRAYS, CARD, FACES, FORMAT, IMAGE, TOKENIZER, Projection
from recsys.looks.towers import SIDE

NAME = "cineaesthete-looks-1"


def write_model(
    folder: Path,
    *,
    image_tower: Path,
    tokenizer: Path,
    faces: Path,
    projection: Projection,
    scale: AspectScale,
) -> None:
    """Lay down the starter's model: card, towers, projections in half precision, the scale of the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    for source, name in ((image_tower, IMAGE), (tokenizer, TOKENIZER), (faces, FACES)):
        if source.resolve() != (folder / name).resolve():
            shutil.copyfile(source, folder / name)
    np.savez_compressed(
        folder / ARRAYS,
        image_weights=projection.image_weights.astype(np.float16),
        image_bias=projection.image_bias,
        text_mean=projection.text_mean.astype(np.float16),
        text_weights=projection.text_weights.astype(np.float16),
        figure_quantiles=scale.figure_quantiles,
        aspect_quantiles=scale.aspect_quantiles,
    )
    card = {
        "format": FORMAT,
        "name": NAME,
        "width": projection.image_weights.shape[1],
        "side": SIDE,
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "text": "minilm",
        "made_from": {
            "image tower": "EfficientNet-Lite0, ImageNet weights (Google, Apache-2.0), as int8",
            "text tower": "all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0)",
            "faces": "CenterFace (Star-Clouds, MIT), as int8",
            "projections": "closed form, on film posters, frames and drawn stills; no picture is contained",
        },
    }
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8", newline="\n")
