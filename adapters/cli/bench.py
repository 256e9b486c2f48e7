"""`cineaesthete bench`: speed and memory of this installation on this machine."""

import asyncio
import json
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from adapters.benchmarks.measure import Result
from adapters.settings import Settings, load_settings


def _startup(_: Settings) -> list[Result]:
    from adapters.benchmarks.startup import bench_startup

    return bench_startup()


def _recommend(settings: Settings) -> list[Result]:
    from adapters.benchmarks.recommend import bench_recommend
    from adapters.stock import load_models

    _, pack, recommender = load_models(settings)
    return bench_recommend(pack, recommender)


def _turn(settings: Settings) -> list[Result]:
    from adapters.app import App
    from adapters.benchmarks.turn import bench_turn

    async def measure() -> list[Result]:
        async with App.open(settings) as app:
            return await bench_turn(app)

    return asyncio.run(measure())


def _looks(settings: Settings) -> list[Result]:
    from adapters.benchmarks.looks import bench_looks
    from adapters.cli.looks import model_folder

    return bench_looks(model_folder("starter", settings))


def _reviews(settings: Settings) -> list[Result]:
    from adapters.app import App, load_review_desk
    from adapters.benchmarks.reviews import bench_reviews
    from adapters.stock import load_models

    async def measure() -> list[Result]:
        async with App.open(settings) as app:
            desk = load_review_desk(load_models(settings)[1], app.database)
            return await bench_reviews(app, desk) if desk else []

    return asyncio.run(measure())


def _surfaces(settings: Settings) -> list[Result]:
    from adapters.app import App
    from adapters.benchmarks.surfaces import bench_discord
    from adapters.benchmarks.telegram_load import bench_telegram

    async def measure() -> list[Result]:
        async with App.open(settings) as app:
            return [*await bench_discord(app), *await bench_telegram(app)]

    return asyncio.run(measure())


def _workers(_: Settings, server: str, seconds: float) -> list[Result]:
    from adapters.benchmarks.scratch import scratch_database
    from adapters.benchmarks.workers import bench_workers, results
    from data.pack import DEFAULT_FOLDER, StarterPack

    catalogue, people = StarterPack.load(DEFAULT_FOLDER).catalogue, 20
    with scratch_database(server) as url, tempfile.TemporaryDirectory(prefix="cine-bench-") as home:
        told, found = asyncio.run(bench_workers(url, catalogue, Path(home), people=people, seconds=seconds))
    return results(told, found, people)


def _load(_: Settings, server: str, seconds: float, people: list[int]) -> list[Result]:
    from adapters.benchmarks.load import bench_load, loaded_worker
    from adapters.benchmarks.model_stub import model_stub
    from adapters.benchmarks.scratch import scratch_database

    async def measure(name: str, url: str, home: Path, host: str | None) -> list[Result]:
        async with loaded_worker(url, home, host) as worker:
            return [result async for result in bench_load(name, worker, levels=people, seconds=seconds)]

    async def both(name: str, url: str, home: Path) -> list[Result]:
        alone = await measure(f"{name}, no model", url, home, None)
        async with model_stub() as host:
            return alone + await measure(f"{name}, model of delays", url, home, host)

    with tempfile.TemporaryDirectory(prefix="cine-bench-") as folder:
        home = Path(folder)
        results = asyncio.run(both("SQLite", f"sqlite:///{home / 'load.db'}", home))
        with scratch_database(server) as url:
            results += asyncio.run(both("PostgreSQL", url, home))
    return results


def _train(settings: Settings, millions: list[float], memory_gb: float) -> Iterable[Result]:
    from adapters.benchmarks.training import bench_training
    from data.pack import DEFAULT_FOLDER

    progress = partial(click.echo, err=True)
    return bench_training(settings.starter or DEFAULT_FOLDER, millions, memory_gb, progress)


def _millions(_context: click.Context, _option: click.Parameter, text: str) -> list[float]:
    try:
        sizes = [float(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if not sizes or min(sizes) < 0.1 or max(sizes) > 100:
        raise click.BadParameter(f"{text!r} is not a list of 0.1 to 100 million ratings like 1,4,8")
    return sizes


def _people(_context: click.Context, _option: click.Parameter, text: str) -> list[int]:
    try:
        levels = [int(part) for part in text.split(",")]
    except ValueError:
        levels = []
    if not levels or min(levels) < 1 or max(levels) > 10_000:
        raise click.BadParameter(f"{text!r} is not a list of 1 to 10,000 people like 1,10,100")
    return levels


TRAIN, WORKERS, LOAD = "train", "workers", "load"

BENCHMARKS: dict[str, Callable[[Settings], Iterable[Result]]] = {
    "startup": _startup,
    "recommend": _recommend,
    "turn": _turn,
    "looks": _looks,
    "reviews": _reviews,
    "surfaces": _surfaces,
}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice([*BENCHMARKS, WORKERS, LOAD, TRAIN]))
@click.option(
    "--millions",
    default="1,4,8,16,32",
    show_default=True,
    callback=_millions,
    help="For train: ratings, comma-separated.",
)
@click.option(
    "--memory-gb",
    default=16.0,
    show_default=True,
    type=click.FloatRange(1),
    help="For train: what it may use.",
)
@click.option(
    "--postgres",
    default="postgresql://postgres@127.0.0.1:5432/postgres",
    show_default=True,
    help="For workers and load: a database whose user may create others.",
)
@click.option(
    "--seconds",
    default=30.0,
    show_default=True,
    type=click.FloatRange(1),
    help="For workers and load: how long, of load each level.",
)
@click.option(
    "--people",
    default="1,10,100,1000,10000",
    show_default=True,
    callback=_people,
    help="For load: people at the same moment, comma-separated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a benchmark.")
def bench(
    names: tuple[str, ...],
    millions: list[float],
    memory_gb: float,
    postgres: str,
    seconds: float,
    people: list[int],
    as_json: bool,
) -> None:
    """Run the benchmarks NAMES on a database of their own.

    By default all but train, which takes hours, and workers and load, which need a PostgreSQL.
    """
    console = Console(stderr=True)
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="cine-bench-") as home:
        settings = load_settings(home=Path(home), model="none").model_copy(update={"database_url": None})
        runs = BENCHMARKS | {TRAIN: partial(_train, millions=millions, memory_gb=memory_gb)}
        runs[WORKERS] = partial(_workers, server=postgres, seconds=seconds)
        runs[LOAD] = partial(_load, server=postgres, seconds=seconds, people=people)
        for name in names or BENCHMARKS:
            with console.status(f"Measuring {name} …"):
                for result in runs[name](settings):
                    results.append(result)
                    if as_json:
                        click.echo(json.dumps(result.as_json()))
    if not as_json:
        Console().print(_table(results))


def _table(results: list[Result]) -> Table:
    table = Table("benchmark", "figure", "goal", "beside")
    for result in results:
        goal = "" if result.goal is None else f"{result.goal:g}"
        beside = f"{result.peer['ratio']} × {result.peer['name']}" if result.peer else ""
        table.add_row(result.benchmark, f"{result.figure:g} {result.unit}", goal, beside)
    return table
