import importlib

import click
import pytest
from click.testing import CliRunner

from adapters.cli import COMMANDS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_lies_where_it_is_looked_for(name: str) -> None:
    command = getattr(importlib.import_module(f"adapters.cli.{name}"), name)
    assert isinstance(command, click.Command)
    assert command.help


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    for name in COMMANDS:
        assert f"  {name} " in shown
