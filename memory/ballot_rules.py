"""What a ballot comes to, and what is due of a movie night. Pure: no clock, no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal

State = Literal["open", "decided", "cancelled"]
How = Literal["votes", "tie", "nobody"]
"""By most votes; by the rule for ties; by the same rule among all, as nobody had voted."""
DueKind = Literal["poll", "poll_over", "closing", "close", "event", "event_off", "night", "asking"]
"""An event is due where the surface keeps a calendar, a poll where the place can hold one."""

EVENT_ID: Final = "event_id"
"""Among what was posted: the night's event by its id in the surface's calendar."""
POLL_MESSAGE: Final = "poll_message"
"""Among what was posted: the message of the poll, by which it is ended."""
POLL_WANTED: Final = ""
"""In place of a poll's id, until it is opened."""
CLOSING_AHEAD = timedelta(hours=1)
"""Before the vote closes the room is reminded of it, where it was open for at least thrice as long."""
CLOSE_TOLD = timedelta(days=1)
"""Later than this after its end nobody is told how a vote ended."""
NIGHT_AHEAD = timedelta(hours=1)
"""Before the night begins."""
ASKED_AFTER = timedelta(hours=3)
"""After it began, when the film is over and was talked about, it is asked how it was."""
ASKED_UNTOLD = timedelta(hours=20)
"""After the end of a vote that no time was set for: the next day."""
ASKED_UNTIL = timedelta(days=3)
"""Whoever was down for longer asks no more."""
OPEN_AT_MOST = timedelta(days=7)
"""A ballot without a closing time ends after this."""


@dataclass(frozen=True, slots=True)
class Option:
    """A film to vote on."""

    position: int
    """From 1."""
    film_id: str
    votes: int = 0
    vetoes: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whose taste the ballot was made for."""

    person_id: int
    name: str
    weight: float = 1.0
    """More than 1 where they lost before."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """By film id, how much each option suits them, 0 to 1."""
    gained: float | None = None
    """What the winner was to them, 0 to 1; None while it is open."""
    left: bool = False


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot as it stands."""

    id: int
    room: str
    surface: str
    channel: str | None
    host_id: int | None
    language: str
    state: State
    opened_at: datetime
    closes_at: datetime | None
    ended_at: datetime | None
    night_at: datetime | None
    zone: str | None
    winner: str | None
    how: How | None
    poll: str | None
    posted: Mapping[str, str]
    options: tuple[Option, ...]
    members: tuple[Member, ...]
    """Those who left included."""
    voters: int
    """How many have voted or vetoed, guests included."""

    @property
    def present(self) -> tuple[Member, ...]:
        """Members who have not left."""
        return tuple(member for member in self.members if not member.left)

    @property
    def ends_at(self) -> datetime:
        """When the vote ends at the latest."""
        return self.closes_at or self.opened_at + OPEN_AT_MOST

    @property
    def asked_at(self) -> datetime | None:
        """From when on it is asked how the film was; None before the vote has ended."""
        if self.ended_at is None:
            return None
        return self.night_at + ASKED_AFTER if self.night_at else self.ended_at + ASKED_UNTOLD

    def is_to_come(self, now: datetime) -> bool:
        """Its film is decided, and its night has not begun."""
        return self.state == "decided" and self.night_at is not None and now < self.night_at

    def option(self, position: int) -> Option | None:
        """The option of that number."""
        return next((option for option in self.options if option.position == position), None)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that a room is to be told, or a vote that is to be closed."""

    kind: DueKind
    ballot: Ballot


def decided(options: Sequence[Option], members: Sequence[Member]) -> tuple[Option, How]:
    """The winner: most votes among the films with fewest vetoes.

    A tie goes to the film that suits the members best, those who lost before counting for more; if that is
    equal too, to the one that stands higher. `options` holds at least one.
    """
    fewest = min(option.vetoes for option in options)
    open_ones = [option for option in options if option.vetoes == fewest]
    most = max(option.votes for option in open_ones)
    tied = [option for option in open_ones if option.votes == most]
    how: How = "votes" if most and len(tied) == 1 else "tie" if most else "nobody"

    def suits(option: Option) -> float:
        return sum(member.weight * member.shares.get(option.film_id, 0.0) for member in members)

    return max(tied, key=lambda option: (round(suits(option), 6), -option.position)), how


def gained(member: Member, winner: Option, voted_for: Iterable[int]) -> float:
    """What the outcome is to a member: what they voted tells it, else how much it suits their taste."""
    chosen = frozenset(voted_for)
    if chosen:
        return 1.0 if winner.position in chosen else 0.0
    return member.shares.get(winner.film_id, 0.5)


def due(ballots: Iterable[Ballot], now: datetime) -> tuple[Due, ...]:
    """What is to be done now. Times are moments, so that no change of clocks can move them."""
    return tuple(
        Due(kind, ballot) for ballot in ballots if (kind := _due(ballot, now)) and kind not in ballot.posted
    )


def _due(ballot: Ballot, now: datetime) -> DueKind | None:
    if ballot.state == "open":
        return _due_of_vote(ballot, now)
    if POLL_MESSAGE in ballot.posted and "poll_over" not in ballot.posted:
        return "poll_over"
    asked_at = ballot.asked_at
    if ballot.state == "cancelled":
        return "event_off" if EVENT_ID in ballot.posted else None
    if asked_at is None:
        return None
    ended_at = ballot.ended_at or now
    by_itself = ended_at >= ballot.ends_at  # else whoever closed it was answered in the room
    if by_itself and now < ended_at + CLOSE_TOLD and "close" not in ballot.posted:
        return "close"
    if ballot.is_to_come(now) and "event" not in ballot.posted:
        return "event"
    if asked_at <= now < asked_at + ASKED_UNTIL:
        return "asking"
    if ballot.night_at and ballot.night_at - NIGHT_AHEAD <= now < ballot.night_at:
        return "night"
    return None


def _due_of_vote(ballot: Ballot, now: datetime) -> DueKind | None:
    """While it is open."""
    end = ballot.ends_at
    if now >= end:
        return "close"
    if ballot.poll == POLL_WANTED and "poll" not in ballot.posted:
        return "poll"
    long_enough = end - ballot.opened_at >= 3 * CLOSING_AHEAD
    return "closing" if ballot.closes_at and long_enough and now >= end - CLOSING_AHEAD else None
