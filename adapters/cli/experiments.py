"""`cineaesthete experiments report` and `cineaesthete evaluate trials`."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.settings import Settings
from data.errors import BadInput
from memory.trials import Trials
from recsys.trials.definitions import Experiment, load_experiments
from recsys.trials.report import report as figures
from recsys.trials.simulation import evaluate_trials


@click.group()
def experiments() -> None:
    """Trials of recommender settings, as `experiments.toml` in the data folder defines them."""


@experiments.command()
@click.argument("name", required=False)
@database_option
@click.option("--json", "as_json", is_flag=True, help="One object a trial.")
def report(name: str | None, database_url: str | None, as_json: bool) -> None:
    """Report the effect of each arm of the trial NAME, or of all. It may be looked at at any time."""
    settings = settings_from(None, database_url)
    defined = load_experiments(settings.experiments)
    chosen = [one for one in defined if name in (None, one.name)]
    if not chosen:
        known = ", ".join(one.name for one in defined) or "none"
        raise BadInput(f"There is no trial {name or ''} in {settings.experiments}; there are: {known}.")
    for found in asyncio.run(_reports(settings, chosen)):
        if as_json:
            click.echo(json.dumps(found))
        else:
            _print(found)


@click.command(name="trials")
@click.option("--trials", default=400, show_default=True, type=click.IntRange(10, 100_000))
@click.option("--people", default=5000, show_default=True, type=click.IntRange(100, 1_000_000))
@click.option("--seed", default=0, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="JSON alone, one object a line")
def evaluate(trials: int, people: int, seed: int, as_json: bool) -> None:
    """Simulated trials, looked at after every person: how often the rule is wrong, how soon right."""
    for row in evaluate_trials(trials, people, np.random.default_rng(seed)):
        click.echo(json.dumps(row, indent=None if as_json else 2))


async def _reports(settings: Settings, chosen: list[Experiment]) -> list[dict[str, Any]]:
    async with opened_database(settings) as database:
        return [await report_of(one, Trials(database), datetime.now(UTC)) for one in chosen]


async def report_of(experiment: Experiment, trials: Trials, at: datetime) -> dict[str, Any]:
    """The report of one trial as of a moment."""
    part = await trials.part(experiment.name, experiment.outcome, experiment.window)
    known = {arm.name for arm in experiment.arms}
    came = [one for one in part.subjects if one.arm in known and one.began <= at]
    over = [one for one in came if one.began + experiment.window <= at]
    found = figures(
        experiment, [one.arm for one in over], [one.reached for one in over], [one.arm for one in came]
    )
    return found | {"turns": sum(one.turns for one in came), "crossed": part.crossed}


def _print(found: dict[str, Any]) -> None:
    console = Console(width=None if Console().is_terminal else 120)
    console.print(f"[bold]{found['experiment']}[/bold]: {found['question']}")
    console.print(
        f"Outcome: {found['outcome']} within {found['window_hours']:g} hours after first taking part."
    )
    table = Table("arm", "people", "finished", "reached", "rate", box=None, header_style="bold")
    for arm in found["arms"]:
        rate = "" if arm["rate"] is None else f"{arm['rate']:.1%}"
        table.add_row(arm["arm"], str(arm["people"]), str(arm["finished"]), str(arm["reached"]), rate)
    console.print(table)
    for seen in found["compared"]:
        console.print(_sentence(seen, found["against"]))
    if found["sample_ratio"]["suspicious"]:
        console.print(
            f"The arms have not as many people as their weights say (p = {found['sample_ratio']['p']:.2g}): "
            "something drops people unevenly. Conclude nothing before that is found."
        )
    if found["crossed"]:
        console.print(f"{found['crossed']} people met more than one arm and are left out.")


def _sentence(seen: dict[str, Any], control: str) -> str:
    if seen["difference"] is None:
        return f"{seen['arm']} against {control}: nobody to compare yet."
    lead = (
        f"{seen['arm']} against {control}: {100 * seen['difference']:+.1f} points, "
        f"between {100 * seen['low']:+.1f} and {100 * seen['high']:+.1f}, p = {seen['p']:.2g}."
    )
    if seen["verdict"] == "open":
        return f"{lead} Open: go on, or look again whenever you like."
    return f"{lead} Decided after {seen['decided_after']} people: {seen['verdict']}."
