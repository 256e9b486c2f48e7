"""What is told of a ballot that stands or is over: facts in types, see `tools.results`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from data.films import Film
from memory.ballot_rules import Ballot

Happened = Literal[
    "voted",
    "withdrawn",
    "vetoed",
    "unvetoed",
    "vetoed_before",
    "not_on_it",
    "themselves",
    "closed",
    "cancelled",
    "left",
    "no_member",
    "standing",
    "standing_before",
    "over",
    "settled",
    "no_moment",
    "moment_past",
]
"""`themselves`: a member was to be voted for. `no_member`: only members may do that. `over`: it had ended
before. `no_moment`: no time of day was understood. `standing_before`: no new ballot, as people have voted
on this one."""


@dataclass(frozen=True, slots=True)
class BallotTold:
    """A ballot, and what just happened to it."""

    happened: Happened
    ballot: Ballot
    films: Mapping[int, Film]
    """By their number on it; those the catalogue no longer has are left out."""
    chosen: tuple[int, ...] = ()
    """The numbers that were voted for or struck."""
    guest: str | None = None
    """Who voted, where that is not the one who said it; or the member who votes themselves."""
    unknown: tuple[str, ...] = ()
    """Titles named that do not stand on it."""
    suits: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """By number, whom each film suits best; the empty name is who asks."""

    @property
    def winner(self) -> Film | None:
        """The film that won; None as long as none has."""
        won = [option.position for option in self.ballot.options if option.film_id == self.ballot.winner]
        return self.films.get(won[0]) if won else None


@dataclass(frozen=True, slots=True)
class WhichBallot:
    """Several are open for this person, and it is not clear which is meant."""

    ballots: tuple[BallotTold, ...]


@dataclass(frozen=True, slots=True)
class NoBallot:
    """There is none here."""


BallotResult = BallotTold | WhichBallot | NoBallot
