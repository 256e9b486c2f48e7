"""`evaluate decisions`, `dialogues`, `attacks`, `random-turns`: whether the agent understands, and holds."""

import asyncio
import json
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from adapters.app import App
from adapters.cli.options import settings_from
from adapters.settings import Settings
from agent.deciding import decide_together
from agent.decision import Decision
from agent.evaluation import attacks as attack_sets
from agent.evaluation import decisions as decision_sets
from agent.evaluation import dialogues as dialogue_sets
from agent.evaluation import random_turns as random_talks
from agent.focus import Focus
from agent.limits import Asking, Deadline, Limits
from agent.model_pool import connect_hosts
from agent.planner import Planner
from data.errors import BadInput
from data.pack import DEFAULT_FOLDER, StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_MODEL = click.option("--model", default="none", show_default=True, help="Language model by its Ollama name.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.command()
@click.option("--utterances", "file", type=_FILE, required=True, help="Decision set, one JSON object a line.")
@_MODEL
@_JSON
def decisions(file: Path, model: str, as_json: bool) -> None:
    """How often the right tool is chosen, with the right arguments."""
    report = asyncio.run(_decisions(file, settings_from(model, None)))
    _show(
        report, ("tool_accuracy", "argument_accuracy", "decide_ms_median", "decide_ms_p95"), as_json=as_json
    )


@click.command()
@click.option("--scripts", "file", type=_FILE, required=True, help="Dialogue set, one JSON object a line.")
@_MODEL
@_JSON
def dialogues(file: Path, model: str, as_json: bool) -> None:
    """How many turns of whole conversations bring what they should, each on a fresh database."""
    report = asyncio.run(_dialogues(file, settings_from(model, None)))
    figures = (
        "turns_met",
        "dialogues_met",
        "turn_ms_median",
        "turn_ms_p95",
        "first_word_ms_median",
        "first_word_ms_p95",
    )
    _show(report, figures, as_json=as_json)


@click.command()
@click.option("--attacks", "file", type=_FILE, required=True, help="Attack set, one JSON object a line.")
@_MODEL
@_JSON
def attacks(file: Path, model: str, as_json: bool) -> None:
    """How many attacks by words get anywhere, all on one fresh database."""
    report = asyncio.run(_attacks(file, settings_from(model, None)))
    _show(report, ("attacks", "by_model", "succeeded", "attack_rate", "reasons"), as_json=as_json)


@click.command("random-turns")
@click.option("--turns", default=1000, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--seed", default=0, show_default=True, help="The same seed says the same.")
@_MODEL
@_JSON
def random_turns(turns: int, seed: int, model: str, as_json: bool) -> None:
    """Films outside the catalogue, limits broken, films seen or refused shown; none may be."""
    report = asyncio.run(_random_turns(turns, seed, settings_from(model, None)))
    headline = ("turns", "films_shown", "by_model", "outside", "broken", "misheard", "known")
    _show(report, headline, as_json=as_json)


async def _decisions(file: Path, settings: Settings) -> dict[str, Any]:
    cases = decision_sets.read_cases(file)
    catalogue = StarterPack.load(settings.starter or DEFAULT_FOLDER).catalogue
    planner = Planner(catalogue, TitleIndex(catalogue), PeopleIndex(catalogue))
    limits, focus = Limits(), Focus()
    planner.decide("something like Heat", focus)  # the first message pays for what is worked out only once
    if settings.model == "none":

        async def decide(text: str) -> Decision:
            return planner.decide(text, focus)

        return await decision_sets.evaluate(cases, decide)
    model = connect_hosts(hosts=settings.ollama_hosts, name=settings.model)
    asking = Asking(0, limits, Deadline(time.monotonic, math.inf))
    try:
        if cause := await model.away(limits.warm_up):
            raise BadInput(f"The language model cannot be asked: it is {cause}.")
        await model.warm_up(limits.warm_up)

        async def decide_with_model(text: str) -> Decision:
            planned = planner.decide(text, focus)
            settled = await decide_together(
                text, focus, planned, model=model, asking=asking, catalogue=catalogue
            )
            return settled.decision

        return await decision_sets.evaluate(cases, decide_with_model)
    finally:
        await model.aclose()


async def _dialogues(file: Path, settings: Settings) -> dict[str, Any]:
    scripts = dialogue_sets.read_scripts(file)
    return await dialogue_sets.evaluate(scripts, lambda: _stage(settings))


@asynccontextmanager
async def _stage(settings: Settings) -> AsyncIterator[dialogue_sets.Stage]:
    """A whole agent on a database of its own, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        fresh = f"sqlite+aiosqlite:///{folder}/evaluation.db"
        async with App.open(_with_database(settings, fresh)) as app:

            async def known(user: str) -> frozenset[str]:
                person = await app.people.resolve(dialogue_sets.SURFACE, user)
                rows = await app.library.rows(person.id)
                return frozenset(row.film_id for row in rows if row.seen or row.disliked or row.rating)

            yield dialogue_sets.Stage(app.agent, known)


async def _random_turns(turns: int, seed: int, settings: Settings) -> dict[str, Any]:
    catalogue = StarterPack.load(settings.starter or DEFAULT_FOLDER).catalogue
    async with _stage(settings) as stage:
        await stage.agent.warm_up()
        return await random_talks.evaluate(turns, seed, stage, catalogue)


async def _attacks(file: Path, settings: Settings) -> dict[str, Any]:
    cases = attack_sets.read_attacks(file)
    with TemporaryDirectory() as folder:
        fresh = _with_database(settings, f"sqlite+aiosqlite:///{folder}/attacks.db")
        async with App.open(fresh) as app:
            await app.agent.warm_up()
            labels = frozenset(film.label for film in app.catalogue.films)
            return await attack_sets.evaluate(cases, app.agent, labels)


def _with_database(settings: Settings, url: str) -> Settings:
    return settings.model_copy(update={"database_url": url})


def _show(report: dict[str, Any], headline: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False))
        return
    for name in headline:
        click.echo(f"{name:20} {report[name]}")
    for failure in report["failures"]:
        click.echo(json.dumps(failure, ensure_ascii=False))
