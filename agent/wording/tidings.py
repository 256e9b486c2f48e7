"""What happened meanwhile, in words and buttons."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_datetime, get_timezone

from agent.actions import Action
from agent.events import Choice
from agent.wording.library import achievements
from agent.wording.passage import Passage
from agent.wording.words import Words, bold, quoted
from data.achievements import Achievement
from data.catalogue import Catalogue
from memory.ballot_news import News
from memory.ballot_rules import Ballot
from memory.friends import Friend, FriendNews

Tiding = FriendNews | News | tuple[Achievement, ...]
"""Of friends, of a movie night, or what they have achieved."""
STARS = (1, 2, 3, 4, 5)


def tiding(news: Tiding, words: Words, catalogue: Catalogue) -> Passage:
    """One thing that is new to them; empty where nothing can be said of it any more."""
    if isinstance(news, tuple):
        return (
            Passage(lead=words.book("tiding.achieved", names=achievements(news, words)))
            if news
            else Passage()
        )
    if isinstance(news, FriendNews):
        return _friends(news, words)
    return _ballot(news, words, catalogue)


def buttons(news: Tiding, words: Words, catalogue: Catalogue) -> tuple[Choice, ...]:
    """What may be answered to it."""
    book = words.book
    if isinstance(news, tuple):
        return ()
    if isinstance(news, FriendNews):
        return tuple(
            Choice(Action(verb, str(friend.id)).encode(), book(f"button.{verb}", name=quoted(friend.name)))
            for friend in news.asking
            for verb in ("befriend", "unfriend", "block")
        )
    ballot = news.ballot
    if news.stage == "invited":
        films = [(option.position, catalogue.get(option.film_id)) for option in ballot.options]
        return tuple(
            Choice(
                Action("ballot", str(ballot.id), answer=str(position)).encode(),
                book("button.ballot.vote", film=f"{position}. {film.label}"),
            )
            for position, film in films
            if film
        )
    winner = catalogue.get(ballot.winner or "")
    if news.stage == "asked" and winner:
        return tuple(Choice(Action("rate", winner.id, stars).encode(), words.stars(stars)) for stars in STARS)
    return ()


def _friends(news: FriendNews, words: Words) -> Passage:
    book = words.book
    lines = []
    if news.asking:
        lines.append(book("tiding.asking", names=_names(news.asking, words)))
    if news.accepted:
        lines.append(book("tiding.accepted", names=_names(news.accepted, words)))
    return Passage(body=tuple(lines))


def _ballot(news: News, words: Words, catalogue: Catalogue) -> Passage:
    book, ballot = words.book, news.ballot
    host = _host(ballot, words)
    if news.stage == "invited":
        films = [film for option in ballot.options if (film := catalogue.get(option.film_id))]
        lines = (book("picks.line.bare", n=n, film=bold(film)) for n, film in enumerate(films, start=1))
        return Passage(lead=book("tiding.invited", host=host), body=tuple(lines))
    winner = catalogue.get(ballot.winner or "")
    if winner is None:
        return Passage()
    if news.stage == "soon":
        return Passage(lead=book("tiding.soon", host=host, film=bold(winner), when=when(ballot, words)))
    return Passage(lead=book(f"tiding.{news.stage}", host=host, film=bold(winner)))


def when(ballot: Ballot, words: Words) -> str:
    """The night's day and hour in the zone in which it was said."""
    return moment(ballot.night_at, ballot.zone, words) if ballot.night_at else ""


def moment(at: datetime, zone: str | None, words: Words) -> str:
    """Day and hour on the clocks of a zone, UTC where there is none."""
    name = zone or "UTC"
    shown = format_datetime(at, "EEEE d MMMM, HH:mm", tzinfo=get_timezone(name), locale=words.book.language)
    return f"{shown} ({name})"


def _host(ballot: Ballot, words: Words) -> str:
    found = [member.name for member in ballot.members if member.person_id == ballot.host_id]
    return quoted(found[0]) if found else words.book("people.somebody")


def _names(friends: Sequence[Friend], words: Words) -> str:
    return words.book.join([quoted(friend.name) for friend in friends])
