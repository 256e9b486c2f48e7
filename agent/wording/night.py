"""The plan of a movie night in words."""

from collections.abc import Iterable

from agent.wording.passage import Passage
from agent.wording.tidings import moment, when
from agent.wording.wishes import wishes
from agent.wording.words import Words, bold, quoted
from memory.ballot_rules import Ballot
from tools.results import BallotFilm, NightPlanned, Picks


def planned(result: NightPlanned, words: Words) -> Passage:
    """The ballot with whom each film suits, and whose taste was known."""
    book = words.book
    sought = Picks(result.picks, like=result.like, constraints=result.constraints, mood=result.mood)
    asked = wishes(sought, words)
    head = book("wish.lead", wishes=", ".join(asked)) if asked else ""
    notes = [*_notes(result, words)]
    if not result.ballot:
        return Passage(head=head, lead=book("night.none"), tail=" ".join(notes))
    lines = [_line(number, film, words) for number, film in enumerate(result.ballot, start=1)]
    if result.friends:
        friends = book.join([quoted(friend.name) for friend in result.friends])
        lead = book("night.lead.friends", friends=friends)
    else:
        lead = book("night.lead")
    return Passage(head=head, lead=lead, body=tuple(lines), listing=True, tail=" ".join(notes))


def _line(number: int, film: BallotFilm, words: Words) -> str:
    book = words.book
    said = []
    if film.suits:
        said.append(book("night.suits", names=people(film.suits, words)))
    if film.seen_by:
        said.append(book("night.seen", names=people(film.seen_by, words)))
    if not said:
        return book("picks.line.bare", n=number, film=bold(film.pick.film))
    return book("picks.line", n=number, film=bold(film.pick.film), reason="; ".join(said))


def people(names: Iterable[str], words: Words) -> str:
    """Members by name; the empty one is who asks."""
    return words.book.join([quoted(name) if name else words.book("people.you") for name in names])


def settled(ballot: Ballot, words: Words) -> Iterable[str]:
    """When the night is, when its vote closes, and how to name another time zone."""
    book = words.book
    yield book("ballot.settled", when=when(ballot, words))
    if ballot.state == "open" and ballot.closes_at:
        yield book("ballot.settled.closes", when=moment(ballot.closes_at, ballot.zone, words))
    if ballot.zone == "UTC":
        yield book("ballot.settled.zone")


def _notes(result: NightPlanned, words: Words) -> Iterable[str]:
    book = words.book
    if result.guests:
        yield book("night.guests", names=book.join([quoted(name) for name in result.guests]))
    if result.several:
        yield book("night.several", names=book.join([quoted(name) for name in result.several]))
    if result.made_up_for:
        yield book("night.made_up_for", names=people(result.made_up_for, words))
    if result.settled:
        yield from settled(result.settled, words)
    if result.number is not None:
        yield book("night.poll" if result.polled else "night.vote")
    if result.not_theirs:
        yield book("night.not_theirs")
