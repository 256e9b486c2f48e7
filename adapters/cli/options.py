"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

from adapters.settings import Settings, load_settings

Decorated = Callable[..., Any]


database_option = click.option("--db", "database_url", help="Database URL, instead of CINE_DATABASE_URL.")
"""It wins over the environment."""


def settings_options(command: Decorated) -> Decorated:
    """Add --model and --db; they win over the environment."""
    return click.option("--model", help='Language model by its Ollama name, "auto" or "none".')(
        database_option(command)
    )


def person_options(command: Decorated) -> Decorated:
    """Add --user and --thread."""
    command = click.option("--thread", default="main", show_default=True, help="The conversation.")(command)
    return click.option("--user", default="me", show_default=True, help="Who is asking.")(command)


def settings_from(model: str | None, database_url: str | None) -> Settings:
    """The settings with what the command line overrides."""
    if database_url is not None and "://" not in database_url:
        raise click.BadParameter(
            f"{database_url!r} is no database URL; write for example sqlite:///films.db",
            param_hint="--db",
        )
    return load_settings(model=model, database_url=database_url)
