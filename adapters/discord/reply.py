"""One turn's answer as pages: events are taken as they come, a page is what one message holds. No I/O."""

from dataclasses import dataclass, field, replace

import discord

from adapters.discord.buttons import view_of
from adapters.discord.codes import Strand
from adapters.discord.embeds import film_embeds, in_messages
from adapters.discord.reporting import report_button
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import split
from agent.discretion import personal
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

MESSAGE_LIMIT = 2000
"""Characters of a message, Discord's limit."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message."""

    content: str = ""
    embeds: tuple[discord.Embed, ...] = ()
    view: discord.ui.View | None = field(default=None, compare=False)
    """Comes with the last page once the answer is complete."""
    sheet: bytes | None = None
    """A JPEG below the words; see `adapters.beside`."""
    file: FileMade | None = None


@dataclass(slots=True)
class Reply:
    """The answer so far."""

    strand: Strand
    said: Said
    with_embeds: bool = True
    """False where we may not embed: then the films are listed in the text."""
    with_sheet: bool = True
    """False where we may not attach files."""
    ballot: bool = False
    """It is about a ballot."""
    personal: bool = False
    """It is about the person: nobody else may read it."""
    quiz: bool = False
    """It is a step of the quiz."""
    reviews: bool = False
    """It says what people say of a film."""
    report: bool = False
    """Whoever reads it can report a review."""
    speaking: bool = False
    """All tools are done, and the answer is being worded."""
    done: Done | None = None
    cards: tuple[FilmCard, ...] = ()
    choices: tuple[Choice, ...] = ()
    taste: TasteCard | None = None
    """To be drawn."""
    file: FileMade | None = None
    sheet: bytes | None = None
    """The picture beside the words, drawn by whoever may read files; see `adapters.beside`."""
    _words: str = ""
    _listed: str = ""
    _working: str = ""
    _notices: list[str] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Take the next event."""
        match event:
            case ToolStarted(name=name, label=label):
                self.personal = self.personal or personal(event)
                self.ballot = self.ballot or event.name == "plan_movie_night"
                self.quiz = self.quiz or name == "start_quiz"
                self.reviews = self.reviews or name == "summarise_reviews"
                self._working = label
            case ToolFinished(label=label) | Working(label=label):
                self._working = label
            case TextDelta(piece, listing=listing):
                self.speaking = True
                self._listed += piece
                self._words += "" if listing else piece
            case Notice(text):
                self._notices.append(text)
            case FilmCards(cards):
                self.cards = cards
            case TasteCard():
                self.taste = event
            case FileMade():
                self.file = event
            case Choices(choices):
                self.choices = choices
            case Done():
                self.speaking = True
                self.done = event

    def so_far(self) -> list[Page] | None:
        """What to show while it grows; None where nothing is known but that we are at it."""
        return self.pages() if self._working or self._listed else None

    def pages(self) -> list[Page]:
        """The messages as of now, at least one."""
        texts = split(self._text(), MESSAGE_LIMIT) or [""]
        groups = in_messages(film_embeds(self.cards, self.said)) if self.with_embeds and self.done else []
        first, *rest = groups or [[]]
        pages = [Page(text) for text in texts[:-1]]
        pages += [
            Page(texts[-1], tuple(first), sheet=self.sheet),
            *(Page(embeds=tuple(group)) for group in rest),
        ]
        if self.done:
            pages[-1] = replace(pages[-1], view=self._view(), file=self.file)
        return pages

    def _text(self) -> str:
        words = (self._words if self.with_embeds else self._listed).strip()
        if not words and not self.done:
            words = f"*{self._working}*" if self._working else "…"
        if not words and not self.cards:
            words = "…"
        return "\n".join((*(f"-# {notice}" for notice in self._notices), words))

    def _view(self) -> discord.ui.View | None:
        view = view_of(self.strand, self.cards, self.choices, self.said)
        if view is not None and self.report:
            view.add_item(report_button(self.cards[0].film.id, self.said))
        return view
