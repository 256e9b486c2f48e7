"""The films fetched from TMDb that are kept on this machine, a file each, and how far the last run came."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from data.errors import SourceError
from data.sources.catalogue import film_id
from data.sources.tmdb_api import write_whole
from data.sources.tmdb_film import TmdbFilm

FOLDER = Path("sources") / "tmdb"
"""Below the data folder."""

FORMAT = 1

_MEND = "Delete it and run `cineaesthete ingest tmdb` again."

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Plan:
    """A run under way: what is left when it is cut short is done by the next."""

    begun: str
    """ISO time in UTC; films fetched since then are done."""
    until: str
    """The day up to which it brings the films, ISO."""
    ids: tuple[int, ...]
    """TMDb's numbers of the films to fetch."""


class TmdbStore:
    """One folder; every file is written whole or not at all."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def until(self) -> str | None:
        """The day up to which the last finished run brought the films; None before the first."""
        return self._read("state.json", lambda kept: date.fromisoformat(kept["until"]).isoformat())

    @property
    def plan(self) -> Plan | None:
        """The run that was cut short, if one was."""
        return self._read(
            "plan.json", lambda kept: Plan(kept["begun"], kept["until"], tuple(map(int, kept["ids"])))
        )

    def begin(self, plan: Plan) -> None:
        """Note what a run is going to do."""
        self._write("plan.json", {"begun": plan.begun, "until": plan.until, "ids": plan.ids})

    def finish(self, plan: Plan) -> None:
        """Note that it is done."""
        self._write("state.json", {"until": plan.until})
        (self.root / "plan.json").unlink(missing_ok=True)

    def get(self, tmdb_id: int) -> TmdbFilm | None:
        """The film of that number, None if it is not here."""
        return self._read(f"films/{tmdb_id}.json", TmdbFilm.from_json)

    def put(self, one: TmdbFilm) -> None:
        """Keep a film; one that was here keeps its id, even if TMDb has learned the IMDb id meanwhile."""
        if one.film.tmdb_id is None:
            raise ValueError("a film of TMDb has TMDb's number")
        before = self.get(one.film.tmdb_id)
        own = before.film.id if before else one.film.imdb_id or f"{film_id(one.film)}-{one.film.tmdb_id}"
        whole = replace(one, film=replace(one.film, id=own))
        self._write(f"films/{one.film.tmdb_id}.json", whole.as_json())

    def numbers(self) -> list[int]:
        """TMDb's numbers of the films that are here, ascending."""
        return sorted(
            int(path.stem) for path in (self.root / "films").glob("*.json") if path.stem.isdecimal()
        )

    def films(self) -> list[TmdbFilm]:
        """All of them, in ascending order of TMDb's numbers. Raises SourceError naming a damaged file."""
        return [one for number in self.numbers() if (one := self.get(number))]

    def _write(self, name: str, content: dict[str, Any]) -> None:
        whole = {"format": FORMAT, "content": content}
        write_whole(self.root / name, json.dumps(whole, ensure_ascii=False).encode())

    def _read(self, name: str, read: Callable[[Any], Kept]) -> Kept | None:
        path = self.root / name
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["format"] == FORMAT:
                return read(kept["content"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise SourceError(f"{path} is damaged. {_MEND}") from error
        raise SourceError(f"{path} was written by another version of this program. {_MEND}")
