"""`cineaesthete doctor`: what is configured, reachable and missing."""

import asyncio
import json

import click
from rich.console import Console
from rich.table import Table

from adapters.cli.options import settings_from, settings_options
from adapters.diagnosis import Diagnosis, diagnose


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@settings_options
def doctor(as_json: bool, model: str | None, database_url: str | None) -> int:
    """Say what is configured, reachable and missing, and how to mend it.

    Exit status 1 if no answer can be given as things are.
    """
    diagnosis = asyncio.run(diagnose(settings_from(model, database_url)))
    if as_json:
        click.echo(json.dumps(diagnosis.as_json()))
    else:
        _print(diagnosis, Console())
    return 0 if diagnosis.ok else 1


def _print(diagnosis: Diagnosis, console: Console) -> None:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    films, model, database = diagnosis.catalogue, diagnosis.model, diagnosis.database
    table.add_row(
        _mark(bool(films["films"])),
        "films",
        f"{films['films']:,}, {films['since_2018']:,} since 2018, {films['with_poster']:,} with a poster "
        f"({diagnosis.starter_mb} MB)",
    )
    table.add_row(_mark(bool(diagnosis.models)), "models", ", ".join(diagnosis.models) or "none")
    if model["host"] is None:
        table.add_row("[dim]–[/]", "language model", "none configured; the planner answers")
    else:
        names = ", ".join(model["names"]) or "no models"
        found = names if model["reachable"] else "not reachable; the planner answers"
        table.add_row(_mark(model["reachable"]), "language model", f"{model['host']}: {found}")
    table.add_row(_mark(database["ok"]), "database", f"{database['url']} (revision {database['revision']})")
    console.print(table)
    for problem in diagnosis.problems:
        console.print(f"\n[yellow]![/] {problem.what}\n  {problem.mend}", highlight=False, markup=True)
    if not diagnosis.problems:
        console.print("\nAll is well.")


def _mark(good: bool) -> str:
    return "[green]✓[/]" if good else "[red]✗[/]"
