"""The command line: one file a command, imported only when it is called, so that each starts fast."""

import importlib
import logging
import sys
from collections.abc import Sequence

import click

from data.errors import AppError

log = logging.getLogger(__name__)

COMMANDS: dict[str, str] = {
    "ask": "Ask one question, or a file of them, and print the answer.",
    "chat": "Talk in the terminal.",
    "run": "Start the web chat.",
    "doctor": "Say what is configured, reachable and missing, and how to mend it.",
    "starter": "Build the starter pack.",
    "evaluate": "Measure the recommender and the agent.",
    "bench": "Measure speed and memory.",
}
"""Name and one-line help; the command lies in the module of its name, under its name."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return the command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"adapters.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
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
