"""A pack: films and what was learned of them, in one folder. Checked against its manifest when loaded.

The starter pack, which a fresh clone recommends from, is one; so is every version that `cineaesthete train`
makes.
"""

from dataclasses import dataclass
from pathlib import Path

from data.catalogue import Catalogue
from data.errors import StarterPackError
from data.films_file import read_films
from data.manifest import STARTER, Kind, Manifest, read_manifest

FILMS = "films.jsonl.gz"
MODELS = "models"
FIGURES = "figures"

DEFAULT_FOLDER = Path(__file__).parent / "starter"
"""Where the pack lies that comes with the program."""


@dataclass(frozen=True, slots=True)
class StarterPack:
    """A pack found sound."""

    catalogue: Catalogue
    folder: Path
    manifest: Manifest

    @property
    def models(self) -> Path:
        """Folder of the trained models."""
        return self.folder / MODELS

    @property
    def figures(self) -> Path:
        """Folder of the per-film review figures."""
        return self.folder / FIGURES

    @property
    def size_bytes(self) -> int:
        """Of all its files."""
        return sum(entry.size for entry in self.manifest.files.values())

    @classmethod
    def load(cls, folder: Path = DEFAULT_FOLDER, kind: Kind = STARTER) -> "StarterPack":
        """Check every file of the pack and read the catalogue.

        Raises StarterPackError, with the mend, if the pack is missing, damaged or of another version.
        """
        manifest = read_manifest(folder, kind)
        if FILMS not in manifest.files:
            raise StarterPackError(f"The {kind.name} lacks its file {FILMS}. {kind.mend}")
        manifest.verify(folder)
        try:
            catalogue = Catalogue(read_films(folder / FILMS))
        except (OSError, ValueError, TypeError) as error:
            raise StarterPackError(f"The {kind.name}'s file {FILMS} cannot be read. {kind.mend}") from error
        return cls(catalogue, folder, manifest)
