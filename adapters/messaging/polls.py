"""Ballots as a platform's own polls: what is asked there, and what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters.messaging.splitting import shorten
from agent.wording.room_news import book_of
from data.catalogue import Catalogue
from memory.ballot_rules import Ballot
from memory.ballot_voters import Voter
from memory.ballots import Ballots, Way
from memory.people import People

QUESTION_LIMIT = 300
OPTION_LIMIT = 55
"""Characters of an answer: Discord's limit; Telegram takes 100."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What is put to the vote."""

    question: str
    options: tuple[str, ...]
    """By their number on the ballot, from 1."""
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """A poll as the platform knows it."""

    poll: str
    """The id that comes with each vote."""
    message: str
    """The message by which it is ended."""


class Refused(Exception):
    """We may not open a poll there."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission


def poll_of(ballot: Ballot, catalogue: Catalogue) -> Poll | None:
    """The poll of a ballot; None where a film is not known any more, so that buttons must do."""
    films = [catalogue.get(option.film_id) for option in ballot.options]
    if not all(films) or len(films) < 2:
        return None
    labels = tuple(shorten(film.label, OPTION_LIMIT) for film in films if film)
    return Poll(shorten(book_of(ballot)("room.poll"), QUESTION_LIMIT), labels, ballot.ends_at)


class PollVotes:
    """Counts what is chosen in polls. Votes by words and by the poll are one person's votes."""

    def __init__(self, surface: str, ballots: Ballots, people: People) -> None:
        self._surface = surface
        self._ballots = ballots
        self._people = people

    async def count(
        self, poll: str, user: str, positions: Sequence[int], *, way: Way, name: str | None = None
    ) -> None:
        """Somebody on that surface chooses these; what is no poll of ours is left alone."""
        ballot = await self._ballots.of_poll(self._surface, poll)
        if ballot is not None:
            person = await self._people.resolve(self._surface, user, name=name)
            await self._ballots.vote(ballot.id, Voter.person(person.id), positions, way=way)
