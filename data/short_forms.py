"""What people call well-known films besides their titles: for short, and where they were released abroad.

`facts/short_forms.csv` and `facts/titles_abroad.csv`, both entered from knowledge.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.names import title_key

_FACTS = Path(__file__).parent / "facts"
DEFAULT_FILE = _FACTS / "short_forms.csv"
ABROAD_FILE = _FACTS / "titles_abroad.csv"
ABROAD_LANGUAGES = ("es", "fr", "de")


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Names of films beside their own titles."""

    films: Mapping[str, tuple[str, ...]]
    """Title key of a nickname to the film ids meant: one film, or a series in its order."""
    abroad: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Film id to the title keys under which it was released in Spanish, French and German."""

    @classmethod
    def read(cls, path: Path = DEFAULT_FILE, abroad: Path = ABROAD_FILE) -> "ShortForms":
        """Read a table of names and film ids, and one of titles by language, all lists joined by "|"."""
        return cls(
            films={
                title_key(name): tuple(row["film_ids"].split("|"))
                for row in _rows(path)
                for name in row["names"].split("|")
            },
            abroad={
                row["film_id"]: tuple(
                    title_key(title)
                    for language in ABROAD_LANGUAGES
                    for title in row[language].split("|")
                    if title
                )
                for row in _rows(abroad)
            },
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
