"""What every sentence may draw on: phrases, the films behind indices, what the person did with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from agent.wording.phrasebook import Phrasebook
from data.films import Film
from recsys.looks.palette_cards import PaletteCards
from tools.results import LibraryEntry

_MARKUP = str.maketrans("*`|", "   ")


@dataclass(frozen=True, slots=True)
class Words:
    """Handed to every function that words something."""

    book: Phrasebook
    films: Sequence[Film]
    """The catalogue's films, in its order."""
    known: Mapping[str, LibraryEntry] = field(default_factory=dict)
    """What the person did with films, by film id."""
    palettes: PaletteCards | None = None
    """The colours of films."""
    taste_known: bool = False
    """The stars expected rest on what the person rated or saved, not on the audiences alone."""

    def bold(self, films: Iterable[Film]) -> list[str]:
        """Titles and years as they stand in a reply."""
        return [bold(film) for film in films]

    def stars(self, rating: float) -> str:
        """Such as "4.5 stars"."""
        return self.book.number("stars", rating)

    def genres(self, genres: Iterable[str]) -> list[str]:
        """Genres as they stand inside a sentence: "crime", "musicals"."""
        return [
            self.book(f"genre.{genre}") if f"genre.{genre}" in self.book else genre.lower()
            for genre in genres
        ]

    def kind(self, genres: Sequence[str]) -> str:
        """What sort of film genres make, at most two of them: "crime drama"."""
        named = [
            self.book(f"kind.{genre}") if f"kind.{genre}" in self.book else self.genres([genre])[0]
            for genre in genres[:2]
        ]
        return self.book("facts.genres", first=named[0], second=named[1]) if len(named) == 2 else named[0]

    def count(self, n: int) -> str:
        """Such as "5 films"."""
        return self.book.number("films", n)


def bold(film: Film) -> str:
    """Title and year as they stand in a reply: "**Heat (1995)**"."""
    return f"**{film.label}**"


def quoted(text: str, limit: int = 80) -> str:
    """What the person wrote, fit to stand inside our own sentence: one line, short, without markup."""
    line = " ".join(text.translate(_MARKUP).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def sentence(text: str) -> str:
    """The same with a capital at its beginning and a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
