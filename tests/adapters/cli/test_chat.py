import io
from pathlib import Path

import pytest
from rich.console import Console

from adapters.account.desk import AccountDesk
from adapters.cli.chat import button_meant, own_command
from adapters.terminal import Terminal
from agent.events import Choice, FilmCard
from data.errors import BadInput
from data.films import Film
from memory.database import Database
from tests.support.films import HEAT
from tests.support.surfaces import answer, parts_of


@pytest.fixture
def terminal() -> Terminal:
    shown = Terminal(Console(file=io.StringIO()))
    shown.cards = (FilmCard(Film("tt1", "Heat", 1995)), FilmCard(Film("tt2", "Ronin", 1998)))
    return shown


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("/save 2", "save:tt2"),
        ("/rate 1 4.5", "rate:tt1:4.5"),
        ("/rate 1 4,5", "rate:tt1:4.5"),
        ("/nope 1", "nope:tt1"),
        ("/why 2", "why:tt2"),
        ("2", "details:tt2"),
        ("/change", "change"),
        ("something like Heat", None),
        ("1995", None),
    ],
)
def test_what_is_typed_becomes_the_button_it_stands_for(
    terminal: Terminal, typed: str, code: str | None
) -> None:
    assert button_meant(typed, terminal) == code


def test_a_number_chooses_what_was_offered_first(terminal: Terminal) -> None:
    terminal.choices = (Choice("pick:tt9", "The Fly (1958)"), Choice("pick:tt8", "The Fly (1986)"))
    assert button_meant("2", terminal) == "pick:tt8"


def test_to_change_the_search_takes_no_number_from_the_films(terminal: Terminal) -> None:
    terminal.choices = (Choice("change", "Change"),)
    assert button_meant("1", terminal) == "details:tt1"


@pytest.mark.parametrize(
    "typed", ["/rate 1", "/rate 1 nine", "/rate 1 9", "/save", "/save 3", "/save two", "/dance"]
)
def test_a_command_that_fits_nothing_says_how_to_write_it(terminal: Terminal, typed: str) -> None:
    with pytest.raises(BadInput, match="/"):
        button_meant(typed, terminal)


async def test_a_file_is_brought_in_by_its_name(database: Database, tmp_path: Path) -> None:
    parts = parts_of(database, answer("unused"))
    desk = AccountDesk(parts, "cli")
    file = tmp_path / "my ratings.csv"
    file.write_text("Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n")
    events = own_command(f"/import '{file}'", "me", desk)
    assert events is not None
    async for _ in events:
        pass
    person = await parts.people.resolve("cli", "me")
    assert (await parts.library.row(person.id, HEAT.id)).rating == 4.5
    with pytest.raises(BadInput, match="cannot be read"):
        own_command("/import nowhere.csv", "me", desk)
    assert own_command("something like Heat", "me", desk) is None
