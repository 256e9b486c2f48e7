"""`cineaesthete evaluate`: the recommender and the agent held against their goals."""

import click

from adapters.cli.lazy import Lazy, LazyGroup

COMMANDS: dict[str, Lazy] = {}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def evaluate() -> None:
    """Measure the recommender and the agent; each prints JSON that can be compared."""
