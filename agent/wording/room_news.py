"""What a room is told of its movie night by the clock: the end of the vote, before it begins, afterwards."""

import random

from agent.wording.phrasebook import Phrasebook, language_of
from agent.wording.tidings import moment, when
from agent.wording.words import Words, bold
from data.catalogue import Catalogue
from memory.ballot_rules import Ballot, Due


def book_of(ballot: Ballot) -> Phrasebook:
    """The phrases in which a ballot's room is spoken to: in the language in which it was planned."""
    return Phrasebook(language_of(ballot.language), random.Random(ballot.id))  # noqa: S311 - varies phrases


def room_news(due: Due, catalogue: Catalogue) -> str:
    """In the language in which it was planned; empty where nothing can be said of it any more."""
    ballot = due.ballot
    book = book_of(ballot)
    words = Words(book, catalogue.films)
    if due.kind == "closing":
        return book("room.closing", when=moment(ballot.ends_at, ballot.zone, words))
    film = catalogue.get(ballot.winner or "")
    if film is None:
        return ""
    said = book(f"room.{due.kind}", film=bold(film), title=film.title, when=when(ballot, words))
    if due.kind == "close" and ballot.night_at:
        said = f"{said} {book('ballot.settled', when=when(ballot, words))}"
    return said
