import click
import pytest
from click.testing import CliRunner

from adapters.cli import COMMANDS, cli
from adapters.cli.evaluate import COMMANDS as EVALUATIONS
from adapters.cli.lazy import Lazy


@pytest.mark.parametrize("lazy", [*COMMANDS.values(), *EVALUATIONS.values()], ids=lambda lazy: lazy.attribute)
def test_every_command_lies_where_it_is_looked_for(lazy: Lazy) -> None:
    command = lazy.load()
    assert isinstance(command, click.Command)
    assert command.help


def test_help_names_every_command_without_importing_it() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    for name in COMMANDS:
        assert f"  {name} " in shown


def test_an_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(cli, ["dance"]).exit_code == 2
