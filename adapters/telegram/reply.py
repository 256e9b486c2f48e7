"""One turn's answer as pages: events are taken as they come, a page is what one message holds. No I/O."""

import hashlib
from dataclasses import dataclass, field, replace

from telegram import InlineKeyboardMarkup

from adapters.telegram.cards import Picture, caption, picture
from adapters.telegram.codes import Strand
from adapters.telegram.keyboards import keyboard_of
from adapters.telegram.markup import CAPTION_LIMIT, Span, html, length, pieces, plain, spans_of
from adapters.telegram.texts.said import Said
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


@dataclass(frozen=True, slots=True)
class Page:
    """One message: a text, or a picture or file with its caption."""

    html: str
    picture: Picture | None = None
    file: tuple[str, bytes] | None = None
    """Name and content."""
    keyboard: InlineKeyboardMarkup | None = None
    """Comes with the last page once the answer is complete."""


@dataclass(slots=True)
class Reply:
    """The answer so far."""

    strand: Strand
    said: Said
    ballot: bool = False
    """It is about a ballot."""
    personal: bool = False
    """It is about the person: nobody else may read it."""
    speaking: bool = False
    """All tools are done, and the answer is being worded."""
    done: Done | None = None
    cards: tuple[FilmCard, ...] = ()
    choices: tuple[Choice, ...] = ()
    taste: TasteCard | None = None
    """To be drawn."""
    file: FileMade | None = None
    sheet: bytes | None = None
    """The picture beside the words, a JPEG, drawn by whoever may read files; see `adapters.beside`."""
    _words: str = ""
    _listed: str = ""
    _working: str = ""
    _notices: list[str] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Take the next event."""
        match event:
            case ToolStarted(label=label):
                self.personal = self.personal or personal(event)
                self.ballot = self.ballot or event.name == "plan_movie_night"
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
        if self.done is None:
            return _texts(self._spans(self._listed))
        alone = len(self.cards) == 1 and self.sheet is None
        pages = self._of_one_film(self.cards[0]) if alone else self._of_many()
        keyboard = keyboard_of(self.strand, self.cards, self.choices, self.said)
        pages = [*pages[:-1], replace(pages[-1], keyboard=keyboard)]
        if self.file:
            pages.append(Page("", file=(self.file.name, self.file.content)))
        return pages

    def toast(self) -> str:
        """The words alone, for a passing line."""
        return plain(self._spans(self._listed)).strip()

    def _of_one_film(self, card: FilmCard) -> list[Page]:
        """Its picture, with all the words below where they fit, else with its card alone behind the words."""
        words, below, shown = self._spans(self._words), caption(card, self.said), picture(card)
        together = [*words, Span("\n\n"), *below] if words else below
        if length(together) <= CAPTION_LIMIT:
            return [Page(html(together), shown)]
        return [*_texts(words), Page(html(below), shown)]

    def _of_many(self) -> list[Page]:
        """The films listed in the text; above it the picture that goes beside them, see `adapters.beside`."""
        spans = self._spans(self._listed)
        if self.sheet is None:
            return _texts(spans)
        sheet = self.sheet
        shown = Picture(f"sheet {hashlib.sha256(sheet).hexdigest()}", None, lambda: sheet)
        if length(spans) <= CAPTION_LIMIT:
            return [Page(html(spans), shown)]
        return [Page("", shown), *_texts(spans)]

    def _spans(self, text: str) -> list[Span]:
        found = [Span(f"{notice}\n", "i") for notice in self._notices]
        found += spans_of(text.strip())
        if not text.strip() and self.done is None:
            found.append(Span(self._working or "…", "i"))
        return found


def _texts(spans: list[Span]) -> list[Page]:
    return [Page(html(piece)) for piece in pieces(spans)] or [Page("…")]
