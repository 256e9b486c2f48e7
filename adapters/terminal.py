"""Events on a terminal: a spinner while tools work, the reply as it is written, then the films."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.markdown import Markdown
from rich.padding import Padding
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from agent.actions import Action
from agent.events import (
    Choice,
    Choices,
    Done,
    Event,
    FileMade,
    FilmCard,
    FilmCards,
    Notice,
    TasteCard,
    TextDelta,
    ToolFinished,
    ToolStarted,
    Working,
)
from agent.hidden import segments
from data.errors import BadInput
from data.languages import language_name

CHANGE = Action("change").encode()


class Terminal:
    """Shows turns; remembers the last films and choices, so that they can be meant by number."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console()
        self.cards: tuple[FilmCard, ...] = ()
        self.choices: tuple[Choice, ...] = ()

    async def show(self, events: AsyncIterator[Event]) -> None:
        """Render one turn to its end."""
        turn = _TurnSoFar()
        with Live(console=self.console, refresh_per_second=12, transient=True) as live:
            async for event in events:
                turn.take(event)
                live.update(turn.in_progress())
        # "/save 2" still means the list above when an answer without films came between.
        self.cards, self.choices = turn.cards or self.cards, turn.choices
        for notice in turn.notices:
            self.console.print(Text(notice, style="dim italic"))
        self.console.print(_rendered(turn.words))
        if turn.cards:
            self.console.print(Padding(films_table(turn.cards), (1, 0, 0, 0)))
        if turn.file:
            self.console.print(Text(f"→ {written(turn.file)}", style="cyan"))
        for number, choice in enumerate(self.numbered, 1):
            self.console.print(Text.assemble((f"  {number}. ", "bold cyan"), choice.label))
        for choice in self.choices:
            if choice.id == CHANGE:
                self.console.print(Text.assemble((f"  · {choice.label}: ", "dim"), ("/change", "cyan")))

    @property
    def numbered(self) -> tuple[Choice, ...]:
        """The choices meant by number; to change the search has a word of its own, films keep theirs."""
        return tuple(choice for choice in self.choices if choice.id != CHANGE)


@dataclass(slots=True)
class _TurnSoFar:
    words: str = ""
    """The reply without the lines that only list the films: those are shown as a table."""
    working: str = "Thinking…"
    notices: list[str] = field(default_factory=list)
    cards: tuple[FilmCard, ...] = ()
    choices: tuple[Choice, ...] = ()
    file: FileMade | None = None

    def take(self, event: Event) -> None:
        match event:
            case ToolStarted(label=label) | ToolFinished(label=label) | Working(label=label):
                self.working = label
            case TextDelta(piece, listing=False):
                self.words += piece
            case Notice(notice):
                self.notices.append(notice)
            case Choices(choices):
                self.choices = choices
            case FilmCards(cards):
                self.cards = cards
            case Done(cards=cards):
                self.cards = cards
            case FileMade():
                self.file = event
            case TextDelta() | TasteCard():  # a terminal draws no pictures
                pass

    def in_progress(self) -> RenderableType:
        return _rendered(self.words) if self.words else Spinner("dots", self.working)


def written(file: FileMade) -> Path:
    """Write a file into the working folder; what is there stays. Raises BadInput where it cannot be."""
    path = Path(file.name)
    for number in count(2):
        try:
            with path.open("xb") as opened:
                opened.write(file.content)
        except FileExistsError:
            path = path.with_name(f"{Path(file.name).stem}-{number}{path.suffix}")
        except OSError as error:
            raise BadInput(f"{path.resolve()} cannot be written ({error.strerror}).") from error
        else:
            break
    return path.resolve()


def _rendered(words: str) -> Markdown:
    """Each line on a line of its own, as in a chat; Markdown alone would run them together."""
    return Markdown(_warned(words).replace("\n", "  \n"))


def _warned(words: str) -> str:
    """A terminal cannot hide: what gives something away says so first."""
    return "".join(f"[SPOILER: {each.text}]" if each.hidden else each.text for each in segments(words))


def films_table(cards: tuple[FilmCard, ...]) -> Table:
    """Films as numbered rows: title and facts, why, the stars we expect, the poster's address."""
    table = Table(box=None, padding=(0, 2, 1, 0), show_header=False, expand=False)
    table.add_column(justify="right", style="bold cyan")
    table.add_column(ratio=1)
    for number, card in enumerate(cards, 1):
        table.add_row(str(number), Group(*_film_lines(card)))
    return table


def _film_lines(card: FilmCard) -> list[RenderableType]:
    film = card.film
    heading = Text.assemble((film.title, "bold"), f" ({film.year})")
    if card.rating is not None:
        heading.append(f"  you gave it ★ {card.rating:g}", "yellow")
    elif card.predicted_rating is not None:
        whose = "for you" if card.for_them else "from audiences"
        heading.append(f"  ★ {card.predicted_rating:.1f} {whose}", "yellow")
    marks = [word for word, on in (("seen", card.seen), ("saved", card.saved)) if on]
    if marks:
        heading.append(f"  {', '.join(marks)}", "green")
    facts = [
        ", ".join(film.directors),
        f"{film.runtime} min" if film.runtime else "",
        language_name(film.language) if film.language and film.language != "en" else "",
        ", ".join(film.genres[:3]),
    ]
    lines: list[RenderableType] = [heading, Text(" · ".join(fact for fact in facts if fact), "dim")]
    if card.reason:
        lines.append(Text(card.reason))
    if film.poster_url:
        lines.append(Text(film.poster_url, style=f"dim link {film.poster_url}", overflow="fold"))
    return lines
