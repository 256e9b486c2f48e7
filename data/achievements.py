"""What can be achieved, as `facts/achievements.toml` defines it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "facts" / "achievements.toml"


@dataclass(frozen=True, slots=True)
class Achievement:
    """One of them."""

    id: str
    counts: str
    """What counts towards it; see `tools.achieving`."""
    threshold: int
    titles: Mapping[str, str]
    """By language, ISO 639-1."""

    def title(self, language: str) -> str:
        """In that language, else in English."""
        return self.titles.get(language, self.titles["en"])


def load_achievements(file: Path = FILE) -> tuple[Achievement, ...]:
    """All of them, in the file's order."""
    with file.open("rb") as opened:
        tables = tomllib.load(opened)
    return tuple(
        Achievement(
            key,
            table["counts"],
            table["threshold"],
            {name: value for name, value in table.items() if name not in ("counts", "threshold")},
        )
        for key, table in tables.items()
    )
