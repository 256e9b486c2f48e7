"""The tables of movie nights: what was voted on in a room, by whom, and what came of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from memory.models import Base


class BallotRecord(Base):
    """One ballot. Of a room only one is open at a time: the database itself sees to it."""

    __tablename__ = "ballots"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'decided', 'cancelled')", name="known_state"),
        Index(
            "uq_ballots_open_room",
            "room",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[str]
    """See `memory.ballots.room_of`."""
    surface: Mapped[str]
    channel: Mapped[str | None]
    """Where on the surface it is voted and announced; None where only its members are told."""
    host_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    """Who planned it; None where they have been forgotten since."""
    language: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    night_at: Mapped[datetime | None]
    zone: Mapped[str | None]
    """IANA name of the zone in which the night was said."""
    winner: Mapped[str | None]
    """Film id."""
    how: Mapped[str | None]
    """See `memory.ballot_rules.How`."""
    poll: Mapped[str | None]
    """The surface's own poll, by its id, empty until it is opened; None where buttons do."""
    posted: Mapped[dict[str, Any]]
    """By kind, when the room was told of what was due."""


class BallotOptionRecord(Base):
    """A film to vote on."""

    __tablename__ = "ballot_options"

    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    """From 1."""
    film_id: Mapped[str]


class BallotMemberRecord(Base):
    """Somebody whose taste the ballot was made for."""

    __tablename__ = "ballot_members"

    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    weight: Mapped[float]
    """How much they counted: more than 1 where they lost before."""
    shares: Mapped[dict[str, Any]]
    """By film id, how much each option suits them, 0 to 1."""
    gained: Mapped[float | None]
    """What the winner was to them, 0 to 1; None while it is open."""
    left: Mapped[bool]
    heard: Mapped[int]
    """How far they have been told of it, see `memory.ballots.HEARD`."""


class BallotVoteRecord(Base):
    """One vote for a film, or one veto. Guests vote without being anybody to us."""

    __tablename__ = "ballot_votes"
    __table_args__ = (CheckConstraint("value IN (1, -1)", name="for_or_against"),)

    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True)
    voter: Mapped[str] = mapped_column(primary_key=True)
    """See `memory.ballots.Voter`."""
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str | None]
    """Of a guest, as said or as the surface shows it."""
    at: Mapped[datetime]
