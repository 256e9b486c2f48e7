"""`cineaesthete train`: models that are too large for the starter pack, into a folder of one's own."""

import click

from adapters.cli.lazy import Lazy, LazyGroup

COMMANDS: dict[str, Lazy] = {
    "sentiment": Lazy(
        "adapters.cli.train_sentiment", "train_sentiment", "Fine-tune a transformer to read reviews."
    ),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def train() -> None:
    """Train a model into a folder."""
