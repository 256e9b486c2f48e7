"""The table of jobs: what is due when, who is at it, and what came of it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from memory.models import Base


class JobRecord(Base):
    """One job, by its name. Nothing of a person is in it."""

    __tablename__ = "jobs"

    name: Mapped[str] = mapped_column(primary_key=True)
    schedule: Mapped[str]
    """When it runs, in plain words."""
    due_at: Mapped[datetime]
    holder: Mapped[str | None]
    """The process that is at it."""
    held_until: Mapped[datetime | None]
    """Whoever has not renewed their hold by then has died; the job is due to others."""
    began_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    """See `memory.jobs.Outcome`; with `said`, of the last run that ended."""
    said: Mapped[str | None]
    """What came of it, in a sentence without names."""
