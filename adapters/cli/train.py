"""`cineaesthete train`: models from what was brought in on this machine, into use when they are done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
import psutil
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from adapters.cli.lazy import Lazy, LazyGroup
from adapters.home import make_home
from adapters.settings import Settings, load_settings
from data.sources.movielens_sets import SETS

COMMANDS: dict[str, Lazy] = {
    "sentiment": Lazy(
        "adapters.cli.train_sentiment", "train_sentiment", "Fine-tune a transformer to read reviews."
    ),
}

MOST_GB = 16.0
SHARE_OF_FREE = 0.8
"""Of the memory that is free at the start, for training."""


@click.group(cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True)
@click.option("--size", type=click.Choice(list(SETS)), help="MovieLens set; by default the largest here.")
@click.option("--films-only", is_flag=True, help="Only give new films a place in the models in use.")
@click.option("--memory-gb", type=click.FloatRange(1), help="What it may use; by default most that is free.")
@click.pass_context
def train(context: click.Context, size: str | None, films_only: bool, memory_gb: float | None) -> None:
    """Train the recommender on the ratings and films brought in; running processes change over by themselves.

    Without ratings (`cineaesthete ingest movielens`) the films of TMDb get a place in the models in use.
    """
    if context.invoked_subcommand is None:
        _train(load_settings(), size, films_only=films_only, memory_gb=memory_gb)


def _train(settings: Settings, size: str | None, *, films_only: bool, memory_gb: float | None) -> None:
    from adapters.making import from_ratings, with_new_films
    from data.sources.movielens_store import FOLDER, MovieLensStore

    if films_only and size:
        raise click.UsageError("--films-only takes no ratings, so it takes no --size.")
    make_home(settings)
    store = MovieLensStore(settings.home / FOLDER)
    here = store.sizes()
    if films_only or not (size or here):
        with _spinner() as said:
            made = with_new_films(settings, said)
        if made is None:
            nothing = "Nothing has come in since"
            click.echo(
                f"{nothing}: run `cineaesthete ingest tmdb` first."
                if films_only
                else f"{nothing}: run `cineaesthete ingest movielens` or `cineaesthete ingest tmdb` first."
            )
            return
    else:
        ingested = store.load(size or here[-1])
        memory = memory_gb or min(MOST_GB, SHARE_OF_FREE * psutil.virtual_memory().available / 1e9)
        with _spinner() as said:
            made = from_ratings(settings, ingested, 1e9 * memory, said)
    click.echo(
        f"Trained {made.version}, now in use: {made.films:,} films, {made.new:,} of them new; "
        f"{made.ratings:,} ratings."
    )


@contextmanager
def _spinner() -> Iterator[Callable[[str], None]]:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading …")
        yield lambda said: bar.update(task, description=said)
