"""What people call well-known films and series for short: `facts/short_forms.csv`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.names import title_key

DEFAULT_FILE = Path(__file__).parent / "facts" / "short_forms.csv"


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Names that are no titles."""

    films: Mapping[str, tuple[str, ...]]
    """Title key of a nickname to the film ids meant: one film, or a series in its order."""

    @classmethod
    def read(cls, path: Path = DEFAULT_FILE) -> "ShortForms":
        """Read a table of name and film ids, both lists joined by "|"."""
        with path.open(encoding="utf-8", newline="") as file:
            return cls(
                {
                    title_key(name): tuple(row["film_ids"].split("|"))
                    for row in csv.DictReader(file)
                    for name in row["names"].split("|")
                }
            )
