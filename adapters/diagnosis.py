"""What is configured, reachable and missing, and how to mend each: the matter of `cineaesthete doctor`."""

import asyncio
from dataclasses import asdict, dataclass, field
from typing import Any

from adapters.settings import Settings
from adapters.stock import load_models, trained_version
from agent.availability import probe
from data.errors import AppError
from data.pack import StarterPack
from memory.database import check

SINCE = 2018
"""First year of the films that a newcomer would call recent."""

PROBE_TIMEOUT_S = 2.0

STARTER_MEND = "Clone the project again, or build the pack: cineaesthete starter build"
TRAINED_MEND = "Train them again (cineaesthete train), or go back: cineaesthete models use starter"
MODEL_MEND = "Start Ollama, or set CINE_MODEL=none to do without."
DATABASE_MEND = "Set CINE_DATABASE_URL or CINE_HOME to a database you may write to, or restore a backup."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong or missing, and what to do about it."""

    what: str
    mend: str


@dataclass(slots=True)
class Diagnosis:
    """One object, as `doctor --json` prints it."""

    ok: bool = True
    """False where no answer can be given. An absent language model is no such fault: the planner answers."""
    catalogue: dict[str, int] = field(default_factory=lambda: {"films": 0, "since_2018": 0, "with_poster": 0})
    starter_mb: float = 0.0
    models: dict[str, Any] = field(default_factory=dict)
    model: dict[str, Any] = field(default_factory=dict)
    database: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


async def diagnose(settings: Settings) -> Diagnosis:
    """Look at every part on which an answer rests. What fails becomes a problem and is not raised."""
    diagnosis = Diagnosis()
    _look_at_starter(settings, diagnosis)
    await _look_at_model(settings, diagnosis)
    await _look_at_database(settings, diagnosis)
    return diagnosis


def _look_at_starter(settings: Settings, diagnosis: Diagnosis) -> None:
    try:
        version, pack, _ = load_models(settings)
    except AppError as error:
        diagnosis.ok = False
        diagnosis.problems.append(Problem(str(error), STARTER_MEND))
        return
    if trained_version(settings) != (version, None):
        diagnosis.problems.append(Problem("The models trained here cannot be used.", TRAINED_MEND))
    films = pack.catalogue.films
    diagnosis.catalogue = {
        "films": len(films),
        "since_2018": sum(film.year >= SINCE for film in films),
        "with_poster": sum(film.poster_path is not None for film in films),
    }
    diagnosis.starter_mb = round(pack.size_bytes / 1e6, 2)
    diagnosis.models = _models(pack)


def _models(pack: StarterPack) -> dict[str, Any]:
    """Each trained model (`NAME.json` and its arrays `NAME.*.npy`) with its size."""
    sizes: dict[str, int] = {}
    for name, entry in pack.manifest.files.items():
        folder, _, file = name.rpartition("/")
        if folder == pack.models.name:
            model = file.partition(".")[0]
            sizes[model] = sizes.get(model, 0) + entry.size
    return {model: {"mb": round(size / 1e6, 2)} for model, size in sorted(sizes.items())}


async def _look_at_model(settings: Settings, diagnosis: Diagnosis) -> None:
    if settings.model == "none":
        diagnosis.model = {"host": None, "reachable": False, "names": []}
        return
    looks = [probe(host, settings.model, timeout_s=PROBE_TIMEOUT_S) for host in settings.ollama_hosts]
    hosts = await asyncio.gather(*looks)
    best = next((found for found in hosts if not found.problem), hosts[0])
    diagnosis.model = {"host": best.host, "reachable": best.reachable, "names": list(best.names)}
    if len(hosts) > 1:
        diagnosis.model["hosts"] = {found.host: found.reachable for found in hosts}
    diagnosis.problems += [
        Problem(found.problem, found.mend or MODEL_MEND) for found in hosts if found.problem
    ]


async def _look_at_database(settings: Settings, diagnosis: Diagnosis) -> None:
    found = await check(settings.database)
    diagnosis.database = {"url": found.url, "ok": found.ok, "revision": found.revision or "none yet"}
    if found.problem:
        diagnosis.ok = False
        diagnosis.problems.append(Problem(found.problem, DATABASE_MEND))
