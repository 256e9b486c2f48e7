import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.console import Console

from adapters.terminal import Terminal
from agent.events import (
    Choice,
    Choices,
    Done,
    Event,
    FileMade,
    FilmCard,
    FilmCards,
    Notice,
    TextDelta,
    Timings,
    ToolFinished,
    ToolStarted,
)
from data.films import Film

RONIN = Film(
    "tt0122690", "Ronin [uncut]", 1998, runtime=122, language="fr", directors=("John Frankenheimer",)
)
CARD = FilmCard(RONIN, reason="because you loved Heat", predicted_rating=4.2, for_them=True)


async def turn() -> AsyncIterator[Event]:
    yield ToolStarted("recommend_films", {}, "Looking for films…")
    yield ToolFinished("recommend_films", "Found 1 film")
    yield Notice("The language model is away.")
    yield TextDelta("Try **Ronin**. ||He leaves.||")
    yield TextDelta("1. **Ronin** – because you loved Heat", listing=True)
    yield FilmCards((CARD,))
    yield Choices((Choice("yes", "Yes, please"),))
    yield Done(
        "Try **Ronin**. 1. **Ronin** – because you loved Heat",
        (CARD,),
        "planner",
        "planner",
        Timings(0, 0, 0, 0),
    )


async def test_a_turn_ends_with_text_films_notices_and_numbered_choices() -> None:
    out = io.StringIO()
    terminal = Terminal(Console(file=out, width=100))
    await terminal.show(turn())
    shown = out.getvalue()
    for part in (
        "The language model is away.",
        "Try Ronin. [SPOILER: He leaves.]",
        "Ronin [uncut] (1998)",  # brackets in a title are no markup
        "★ 4.2 for you",
        "French",
        "John Frankenheimer",
        "because you loved Heat",
        "1. Yes, please",
    ):
        assert part in shown
    assert shown.count("because you loved Heat") == 1  # in the table, not in the text as well
    assert terminal.cards == (CARD,)
    assert [choice.id for choice in terminal.choices] == ["yes"]


async def test_a_file_is_written_beside_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.zip").write_bytes(b"older")

    async def handing_over() -> AsyncIterator[Event]:
        yield FileMade("mine.zip", b"PK")
        yield TextDelta("Here it is.")

    screen = io.StringIO()
    await Terminal(Console(file=screen, width=200)).show(handing_over())
    assert (tmp_path / "mine-2.zip").read_bytes() == b"PK"
    assert (tmp_path / "mine.zip").read_bytes() == b"older"
    assert "mine-2.zip" in screen.getvalue()
