"""The tables, as typed declarative classes. A change here comes with a migration in `memory.migrations`.

Names end in "Record" to leave the plain names to the values handed outward (`Person`, `LibraryRow`, …).
Films are meant by their catalogue id, which never changes; the catalogue itself is not in the database.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from memory.timestamps import UtcDateTime, now

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can change it on both databases."""


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - read by SQLAlchemy as it stands
        datetime: UtcDateTime,
        str: Text,
        dict[str, Any]: JSON,
        list[dict[str, Any]]: JSON,
    }


class PersonRecord(Base):
    """One human being, on however many surfaces."""

    __tablename__ = "people"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - an erased person's id is never given again

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    locale: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    paused: Mapped[bool] = mapped_column(default=False)
    """Their taste is not used until they say so."""
    sharing: Mapped[str] = mapped_column(default="friends")
    """Who may see what they watched; see `memory.people.Sharing`."""
    in_trials: Mapped[bool] = mapped_column(default=True)
    """They take part in trials of settings."""


class IdentityRecord(Base):
    """Who a person is on one surface."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("surface", "user"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    surface: Mapped[str]
    user: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class LinkCodeRecord(Base):
    """A code by which another account of the same person is joined. Only its hash is kept."""

    __tablename__ = "link_codes"

    digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime]


class LinkTryRecord(Base):
    """A code that a person typed and that was none: guessing is limited by these."""

    __tablename__ = "link_tries"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]


class LibraryRecord(Base):
    """What a person did with one film."""

    __tablename__ = "library"
    __table_args__ = (
        CheckConstraint("rating IS NULL OR (rating >= 0.5 AND rating <= 5)", name="rating_in_stars"),
        Index("ix_library_person_id_updated_at", "person_id", "updated_at"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    film_id: Mapped[str] = mapped_column(primary_key=True)
    rating: Mapped[float | None]
    said: Mapped[str | None]
    """The message in which the rating was given, so that an explanation can quote it."""
    seen: Mapped[bool] = mapped_column(default=False)
    saved: Mapped[bool] = mapped_column(default=False)
    disliked: Mapped[bool] = mapped_column(default=False)
    liked: Mapped[bool] = mapped_column(default=False)
    """Said to be liked, without stars: picked in the quiz, named a favourite."""
    review: Mapped[str | None]
    rated_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    saved_at: Mapped[datetime | None]
    disliked_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]


class AchievementRecord(Base):
    """What a person has achieved, by its name in `data/facts/achievements.toml`."""

    __tablename__ = "achievements"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    achievement: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    told: Mapped[bool]
    """They know of it."""


class FollowUpRecord(Base):
    """A film that a person was asked about after they had seen it."""

    __tablename__ = "follow_ups"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    film_id: Mapped[str]
    at: Mapped[datetime]


class QuizRecord(Base):
    """How far a person is in the quiz, and what they answered. See `memory.quizzes`."""

    __tablename__ = "quizzes"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int]
    asked: Mapped[list[dict[str, Any]]]
    """The questions so far, the open one last: `films` (ids) and `picked` (an id or null)."""
    started_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class RelationRecord(Base):
    """What one person is to another, as the first of them settled it. Friends are two rows, one each way."""

    __tablename__ = "relations"
    __table_args__ = (
        CheckConstraint("person_id <> other_id", name="two_people"),
        CheckConstraint("state IN ('asked', 'friend', 'declined', 'blocked')", name="known_state"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    state: Mapped[str]
    at: Mapped[datetime]
    told: Mapped[bool] = mapped_column(default=False)
    """The other knows of it: of a request, or that theirs was accepted."""


class RoomMemberRecord(Base):
    """Somebody in a server or group who shares what they watch with all there."""

    __tablename__ = "room_members"

    surface: Mapped[str] = mapped_column(primary_key=True)
    room: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime]


class PreferenceRecord(Base):
    """A lasting wish: the person's words, and what of them is enforced."""

    __tablename__ = "preferences"
    __table_args__ = (UniqueConstraint("person_id", "text_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    text: Mapped[str]
    text_key: Mapped[str]
    """The text without regard to case and spacing: the same wish said twice is one."""
    rule: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)


class ConversationRecord(Base):
    """One person's conversation in one thread of a surface. Its key names its LangGraph checkpoints."""

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("person_id", "surface", "thread"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    surface: Mapped[str]
    thread: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    private: Mapped[bool] = mapped_column(default=False)
    """Nothing said in it is written down."""


class TurnRecord(Base):
    """One completed turn: what was said, what was answered, how long it took."""

    __tablename__ = "turns"
    __table_args__ = (Index("uq_turns_delivery", "conversation_id", "delivery", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    said: Mapped[str]
    reply: Mapped[str]
    decision: Mapped[dict[str, Any]]
    """The tool calls that were made, as JSON."""
    decided_by: Mapped[str]
    answered_by: Mapped[str]
    ms: Mapped[dict[str, Any]]
    """Milliseconds by stage."""
    at: Mapped[datetime]
    delivery: Mapped[str | None]
    """The message's id on the surface."""


class ImpressionRecord(Base):
    """A film recommended in a turn, with the score, its parts and its reasons as they were then."""

    __tablename__ = "impressions"
    __table_args__ = (
        UniqueConstraint("turn_id", "position"),
        Index("ix_impressions_person_id_film_id", "person_id", "film_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    turn_id: Mapped[int] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    film_id: Mapped[str]
    position: Mapped[int]
    """0 is the first of the list."""
    score: Mapped[float]
    predicted_rating: Mapped[float | None]
    contributions: Mapped[dict[str, Any]]
    reasons: Mapped[list[dict[str, Any]]]
    at: Mapped[datetime]


class ReviewRecord(Base):
    """A review that came from a file or a service. What members write to us stands in their library."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("film_id", "origin_key"),
        CheckConstraint("stars IS NULL OR (stars >= 0.5 AND stars <= 5)", name="in_stars"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    """Whose it is, where one of our people brought their own."""
    film_id: Mapped[str]
    origin: Mapped[str]
    """Where it came from: the file's name, or "tmdb"."""
    origin_key: Mapped[str]
    """By which the same review is known when it comes again: the service's id, or a hash of its words."""
    licence: Mapped[str]
    """Under which terms it may be used, in words."""
    quotable: Mapped[bool]
    """Whether sentences of it may be shown; its figures count either way."""
    author: Mapped[str | None]
    stars: Mapped[float | None]
    text: Mapped[str]
    language: Mapped[str]
    spoiler: Mapped[bool]
    """Its source says that it gives the plot away."""
    written_at: Mapped[datetime | None]
    added_at: Mapped[datetime] = mapped_column(default=now)
    reading: Mapped[dict[str, Any] | None]
    """What was read out of it (`recsys.reviews.reading`), so that a question need not read it again."""


class ReviewSummaryRecord(Base):
    """The last summary that a language model wrote of a film's reviews."""

    __tablename__ = "review_summaries"

    film_id: Mapped[str] = mapped_column(primary_key=True)
    variant: Mapped[str] = mapped_column(primary_key=True)
    """Language, spoiler level, aspects and model it was written for."""
    reviews_key: Mapped[str]
    """Hash of the reviews it was written from: with others, it is written anew."""
    text: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(default=now)


class ServerRecord(Base):
    """What moderators settled for a server or group of a surface. Nothing of it is about a person."""

    __tablename__ = "servers"
    __table_args__ = (CheckConstraint("daily_hour >= 0 AND daily_hour <= 23", name="daily_hour_of_a_day"),)

    surface: Mapped[str] = mapped_column(primary_key=True)
    server: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str | None]
    """Where it is talked to; None: anywhere."""
    family_mode: Mapped[bool] = mapped_column(default=False)
    spoilers: Mapped[str] = mapped_column(default="none")
    language: Mapped[str | None]
    daily_channel: Mapped[str | None]
    daily_hour: Mapped[int] = mapped_column(default=18)
    daily_zone: Mapped[str] = mapped_column(default="UTC")
    daily_on: Mapped[str | None]
    """The day, there, of the last pick."""
    onboarding_role: Mapped[str | None]
    """Given to who finishes the quiz there."""
    night_role: Mapped[str | None]
    """Of those who come to movie nights there."""
    ballots_by: Mapped[str] = mapped_column(default="everyone")
    """Who may start ballots there: "everyone", "role" or "moderators"."""


class ServerAuditRecord(Base):
    """One change of a server's settings: who, what, when."""

    __tablename__ = "server_audit"
    __table_args__ = (Index("ix_server_audit_surface_server", "surface", "server"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    surface: Mapped[str]
    server: Mapped[str]
    user: Mapped[str]
    """The moderator's id on that surface."""
    action: Mapped[str]
    changes: Mapped[dict[str, Any]]
    """By setting: before and after."""
    about: Mapped[str | None]
    """The id on that surface of whom it concerns, where it concerns one person."""
    at: Mapped[datetime] = mapped_column(default=now)


class NewcomerRecord(Base):
    """Somebody who does the quiz in a server. See `memory.newcomers`."""

    __tablename__ = "newcomers"

    surface: Mapped[str] = mapped_column(primary_key=True)
    server: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(primary_key=True)
    """Their id on that surface."""
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    role: Mapped[str | None]
    """The role that they got for finishing."""


class ReviewCaseRecord(Base):
    """A member's review that was reported in a server. See `memory.reported_reviews`."""

    __tablename__ = "review_cases"
    __table_args__ = (
        UniqueConstraint("surface", "server", "film_id", "author_id", "words"),
        CheckConstraint("state IN ('open', 'hidden', 'kept')", name="known_state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    surface: Mapped[str]
    server: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    film_id: Mapped[str]
    words: Mapped[str]
    """Hash of the review's words: when they change, it is judged anew."""
    state: Mapped[str]


class ReviewReportRecord(Base):
    """Who reported a review."""

    __tablename__ = "review_reports"

    case_id: Mapped[int] = mapped_column(ForeignKey("review_cases.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime]
