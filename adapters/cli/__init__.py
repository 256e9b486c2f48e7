"""The command line: one file a command, imported only when it is called, so that each starts fast."""

import logging
import sys
from collections.abc import Sequence

import click

from adapters.cli.lazy import Lazy, LazyGroup
from data.errors import AppError

log = logging.getLogger(__name__)


def _at(name: str, help_line: str) -> Lazy:
    return Lazy(f"adapters.cli.{name}", name, help_line)


COMMANDS: dict[str, Lazy] = {
    "ask": _at("ask", "Ask one question, or a file of them, and print the answer."),
    "chat": _at("chat", "Talk in the terminal."),
    "run": _at("run", "Start the web chat."),
    "discord": _at("discord", "Answer on Discord."),
    "telegram": _at("telegram", "Answer on Telegram."),
    "serve": _at("serve", "Run the web chat and every bot that is configured, in one process."),
    "doctor": _at("doctor", "Say what is configured, reachable and missing, and how to mend it."),
    "starter": _at("starter", "Build the starter pack."),
    "library": _at("library", "Bring your films in from another service, or take them along."),
    "database": _at("database", "Move the database to PostgreSQL, back it up, restore it."),
    "account": _at("account", "Make and end accounts of the web chat."),
    "jobs": _at("jobs", "List what is done by the clock, or run it now."),
    "experiments": _at("experiments", "Report what trials of recommender settings show."),
    "ingest": _at("ingest", "Bring in films, ratings and reviews."),
    "looks": _at("looks", "Index pictures of films, so that they are found by how they look."),
    "models": _at("models", "List the models trained here, or use another version."),
    "train": _at("train", "Train the recommender on what was brought in; `sentiment` reads reviews."),
    "evaluate": _at("evaluate", "Measure the recommender and the agent."),
    "bench": _at("bench", "Measure speed and memory."),
}
"""In the order in which a newcomer meets them."""


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cineaesthete", prog_name="cineaesthete")
def cli() -> None:
    """CineAesthete: a conversational agent for films."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command. Exit status 2 for bad usage, 1 for an error of ours, each with one line on stderr."""
    try:
        status = cli.main(args=arguments, prog_name="cineaesthete", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"cineaesthete: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except AppError as error:
        click.echo(f"cineaesthete: {error}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # the reader of a pipe has gone; nothing more to say
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        log.exception("unexpected fault")
        click.echo(f"cineaesthete: something broke that should not: {error!r}", err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
