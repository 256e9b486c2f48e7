"""Models trained on this machine: a folder for each version, and a pointer to the one in use.

    models/
      current             the name of the version in use, one line
      20251125-231500/    a pack: films, trained models and figures, with its manifest

A version never changes once it bears its name, and the pointer is replaced in one step: whoever reads it
finds the old version or the new one and never a half.
"""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from data.errors import BadInput, StarterPackError
from data.manifest import MANIFEST

FOLDER = "models"
"""Below the data folder."""

POINTER = "current"

KEPT = 3
"""Versions kept, the one in use among them."""

_BUILDING = ".building-"
_ABANDONED_S = 24 * 3600
"""A build this old was killed."""


class ModelsFolder:
    """The versions below one folder, which need not exist yet."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def in_use(self) -> str | None:
        """Name of the version in use; None where the starter pack is.

        Raises StarterPackError if the pointer cannot be read.
        """
        try:
            return (self.root / POINTER).read_text(encoding="utf-8").strip() or None
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            raise StarterPackError(
                f"{self.root / POINTER} cannot be read; delete it to use the starter pack."
            ) from error

    def path(self, version: str) -> Path:
        """Folder of a version. Raises BadInput if there is none of that name."""
        if version not in self.versions():
            raise BadInput(f"There is no version {version!r} in {self.root}.")
        return self.root / version

    def versions(self) -> list[str]:
        """Names, the oldest first."""
        if not self.root.is_dir():
            return []
        folders = (path for path in self.root.iterdir() if (path / MANIFEST).is_file())
        return sorted(path.name for path in folders if not path.name.startswith("."))

    @contextmanager
    def building(self) -> Iterator[Path]:
        """An empty folder to build a version in; gone afterwards unless it was published.

        Raises BadInput if the folder cannot be written to.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self._sweep()
            work = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=self.root))
        except OSError as error:
            raise BadInput(f"{self.root} cannot be written to: {error.strerror}.") from error
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def publish(self, work: Path, at: datetime) -> str:
        """Give a finished build its name, take it into use, and delete all but the newest versions."""
        version = stem = f"{at:%Y%m%d-%H%M%S}"
        number = 1
        while (self.root / version).exists():
            number += 1
            version = f"{stem}-{number}"
        work.rename(self.root / version)
        self.use(version)
        for old in [name for name in self.versions() if name != version][: -(KEPT - 1)]:
            # Where a process that still reads it keeps it from being deleted, the next training tries again.
            shutil.rmtree(self.root / old, ignore_errors=True)
        return version

    def use(self, version: str | None) -> None:
        """Point to a version, with None to the starter pack. Raises BadInput if there is no such version."""
        pointer = self.root / POINTER
        if version is None:
            pointer.unlink(missing_ok=True)
            return
        self.path(version)
        beside = pointer.with_name(f"{POINTER}.writing")
        beside.write_text(f"{version}\n", encoding="utf-8")
        beside.replace(pointer)

    def _sweep(self) -> None:
        """Delete what killed builds left."""
        for path in self.root.glob(f"{_BUILDING}*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED_S:
                    shutil.rmtree(path)
