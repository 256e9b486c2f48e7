"""The list of contents of a pack of films and models: every file with its size and checksum."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.errors import StarterPackError

FORMAT = 1
"""Raised whenever a pack of the old shape can no longer be read."""

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Kind:
    """Whose pack it is, for sentences about what is wrong with it."""

    name: str
    mend: str


STARTER = Kind(
    "starter pack", "Run `cineaesthete starter build` to make it anew, or clone the project again."
)
TRAINED = Kind("model directory", "Run `cineaesthete train` to make it anew.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the pack."""

    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the pack must hold."""

    files: Mapping[str, Entry]
    """By path relative to the pack's folder, with forward slashes."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Figures of the build, for example how many films."""
    kind: Kind = STARTER

    def verify(self, folder: Path) -> None:
        """Hold the folder against the list.

        Raises StarterPackError naming the first file that is not right.
        """
        for name, entry in self.files.items():
            path = folder / name
            try:
                right = path.stat().st_size == entry.size and checksum(path) == entry.sha256
            except FileNotFoundError:
                raise StarterPackError(
                    f"The {self.kind.name} lacks its file {name}. {self.kind.mend}"
                ) from None
            except OSError as error:
                raise StarterPackError(
                    f"The {self.kind.name}'s file {name} cannot be read: {error.strerror}."
                ) from error
            if not right:
                raise StarterPackError(f"The {self.kind.name}'s file {name} is damaged. {self.kind.mend}")


def checksum(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, counts: Mapping[str, int]) -> Manifest:
    """List every file below the folder, write the list beside them and return it."""
    files = {
        path.relative_to(folder).as_posix(): Entry(path.stat().st_size, checksum(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    content = {
        "format": FORMAT,
        "counts": dict(counts),
        "files": {name: {"size": entry.size, "sha256": entry.sha256} for name, entry in files.items()},
    }
    (folder / MANIFEST).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8", newline="\n")
    return Manifest(files, counts)


def read_manifest(folder: Path, kind: Kind = STARTER) -> Manifest:
    """Read the list of a pack. Raises StarterPackError if there is none, or none of this version."""
    try:
        content: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StarterPackError(f"There is no {kind.name} in {folder}. {kind.mend}") from None
    except (OSError, ValueError) as error:
        raise StarterPackError(f"The {kind.name}'s {MANIFEST} is damaged. {kind.mend}") from error
    version = content.get("format") if isinstance(content, dict) else None
    if version != FORMAT:
        raise StarterPackError(
            f"The {kind.name} is of format {version}, this program reads format {FORMAT}. {kind.mend}"
        )
    try:
        files = {
            name: Entry(int(entry["size"]), str(entry["sha256"])) for name, entry in content["files"].items()
        }
        counts = {name: int(count) for name, count in content["counts"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StarterPackError(f"The {kind.name}'s {MANIFEST} is damaged. {kind.mend}") from error
    return Manifest(files, counts, kind)
