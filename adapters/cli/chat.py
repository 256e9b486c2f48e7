"""`cineaesthete chat`: a conversation in the terminal."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from adapters.account.desk import AccountDesk
from adapters.app import App
from adapters.cli.options import person_options, settings_from, settings_options
from adapters.messaging.said import Sentences
from adapters.settings import Settings
from adapters.terminal import CHANGE, Terminal
from agent.actions import Action, Verb
from agent.events import Event
from agent.turn import Turn
from data.errors import AppError, BadInput

WELCOME = "Tell me what you feel like watching. /help lists the short commands, Ctrl-D ends."
HELP = """\
Just write, for example: something like Heat but under two hours
  1, 2, …          choose what was offered, or see that film of the list
  /save 2          keep the second film for later       /unsave 2
  /seen 2          you have seen it                     /unseen 2
  /rate 2 4.5      give it stars, 0.5 to 5
  /nope 2          not for you
  /more 2          films like it
  /why 2           why it was chosen
  /change          what we are looking for, and to take a part of it back
  /import FILE     your films from Letterboxd, IMDb or MovieLens       /export imdb
  /link            join this account to another of yours               /unlink
  /quit            end"""

VERBS: dict[str, Verb] = {
    f"/{verb}": verb for verb in ("save", "unsave", "seen", "unseen", "rate", "nope", "more", "why")
}

_SAID = Sentences.shared("en")


@click.command()
@person_options
@settings_options
def chat(user: str, thread: str, model: str | None, database_url: str | None) -> None:
    """Talk in the terminal; what you say is remembered the next time."""
    with contextlib.suppress(ImportError):  # line editing and history where Python has it
        import readline  # noqa: F401
    settings = settings_from(model, database_url)
    if settings.log_level == "WARNING":  # the conversation says what goes wrong; a log would run through it
        settings = settings.model_copy(update={"log_level": "ERROR"})
    asyncio.run(_converse(settings, user, thread))


async def _converse(settings: Settings, user: str, thread: str) -> None:
    console = Console()
    terminal = Terminal(console)
    async with App.open(settings) as app:
        desk = AccountDesk(app, "cli")
        warming = asyncio.create_task(app.agent.warm_up())
        console.print(Text("CineAesthete", style="bold magenta"), Text(WELCOME, style="dim"))
        while True:
            try:
                line = (await asyncio.to_thread(console.input, "\n[bold green]you ›[/] ")).strip()
            except EOFError:
                line = "/quit"
            if line in ("/quit", "/exit"):
                break
            if not line:
                continue
            if line == "/help":
                console.print(Text(HELP))
                continue
            try:
                if (events := own_command(line, user, desk)) is not None:
                    await terminal.show(events)
                    continue
                action = button_meant(line, terminal)
                turn = Turn(surface="cli", user=user, thread=thread, text=line, action=action)
                await terminal.show(app.agent.stream(turn))
            except AppError as error:
                console.print(Text(str(error), style="red"))
        warming.cancel()


def own_command(line: str, user: str, desk: AccountDesk) -> AsyncIterator[Event] | None:
    """The answer to a command about the person's account or library; None for anything else.

    Raises BadInput for a file that cannot be read.
    """
    command, _, name = line.partition(" ")
    if command != "/import":
        return desk.typed(user, line, _SAID)
    file = Path(name.strip().strip("'\"")).expanduser()
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read ({error.strerror}); write it like /import ratings.csv"
        ) from error
    return desk.bring(user, file.name, content, _SAID)


def button_meant(line: str, terminal: Terminal) -> str | None:
    """The code of the button that a number or a slash command stands for; None for ordinary words.

    Raises BadInput for a number or command that fits nothing shown.
    """
    first, *rest = line.split()
    if first.isdecimal() and not rest:
        return _by_number(int(first), terminal)
    if not first.startswith("/"):
        return None
    if line == "/change":
        return CHANGE
    if first not in VERBS:
        raise BadInput(f"There is no command {first}; /help lists them.")
    if not rest or not rest[0].isdecimal() or not 1 <= int(rest[0]) <= len(terminal.cards):
        raise BadInput(f"Say which film of the list by its number, for example: {first} 1")
    rating = None
    if first == "/rate":
        try:
            rating = float(rest[1].replace(",", "."))
        except (IndexError, ValueError):
            raise BadInput("Say how many stars, 0.5 to 5, for example: /rate 1 4.5") from None
    code = Action(VERBS[first], terminal.cards[int(rest[0]) - 1].film.id, rating).encode()
    if rating is not None and (not 0.5 <= rating <= 5 or not (rating * 2).is_integer()):
        raise BadInput("Stars go from 0.5 to 5 in halves, for example: /rate 1 4.5")
    return code


def _by_number(number: int, terminal: Terminal) -> str | None:
    """What was offered under that number, else that film of the list."""
    if 1 <= number <= len(terminal.numbered):
        return terminal.numbered[number - 1].id
    if 1 <= number <= len(terminal.cards):
        return Action("details", terminal.cards[number - 1].film.id).encode()
    return None
