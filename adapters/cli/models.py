"""`cineaesthete models`: the versions trained here, and which of them is in use."""

import click

from adapters.settings import load_settings
from adapters.stock import load_pack
from data.errors import AppError
from data.models_folder import FOLDER, ModelsFolder

STARTER = "starter"
"""How the pack that comes with the program is called here."""


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List the versions trained here; `use` another one, or the starter pack."""
    if context.invoked_subcommand is None:
        _list()


@models.command()
@click.argument("version")
def use(version: str) -> None:
    """Use VERSION from now on, or `starter`; running processes change over by themselves."""
    settings = load_settings()
    wanted = None if version == STARTER else version
    load_pack(settings, wanted)  # a version that cannot be used is refused here, with the mend
    ModelsFolder(settings.home / FOLDER).use(wanted)
    click.echo(f"In use: {version}.")


def _list() -> None:
    settings = load_settings()
    folder = ModelsFolder(settings.home / FOLDER)
    in_use = folder.in_use()
    for version in (None, *folder.versions()):
        try:
            pack = load_pack(settings, version)
        except AppError as error:
            about = str(error)
        else:
            counts = pack.manifest.counts
            about = f"{counts.get('films', 0):,} films, {counts.get('ratings', 0):,} ratings"
        click.echo(f"{'*' if version == in_use else ' '} {version or STARTER:18} {about}")
