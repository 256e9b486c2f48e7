"""A job: what is done, and at which times."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger


class Trigger(Protocol):
    """A trigger of APScheduler."""

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """The next moment; None where there is none."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a job runs."""

    words: str
    trigger: Trigger
    at_once: bool
    """Whether a new job runs at once, in place of at its first time."""

    def next_after(self, moment: datetime) -> datetime:
        """When a run that ended at `moment` is followed by the next."""
        due = self.trigger.get_next_fire_time(moment, moment)
        if due is None:
            raise ValueError(f"{self.words} never comes")
        return due

    def first(self, moment: datetime) -> datetime:
        """When a job that is new at `moment` runs for the first time."""
        return moment if self.at_once else self.next_after(moment)


def every_minutes(minutes: int) -> Schedule:
    """So long after the end of the run before."""
    words = "every minute" if minutes == 1 else f"every {minutes} minutes"
    return Schedule(words, IntervalTrigger(minutes=minutes, timezone=UTC), at_once=True)


def daily(hour: int, minute: int = 0) -> Schedule:
    """Each day at that time, UTC; what was missed is made up once."""
    trigger = CronTrigger(hour=hour, minute=minute, timezone=UTC)
    return Schedule(f"daily at {hour:02}:{minute:02} UTC", trigger, at_once=False)


def weekly(day: str, hour: int) -> Schedule:
    """Each week on `day` (mon … sun) at that hour, UTC; what was missed is made up once."""
    trigger = CronTrigger(day_of_week=day, hour=hour, timezone=UTC)
    return Schedule(f"weekly on {day} at {hour:02}:00 UTC", trigger, at_once=False)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do at times. It may run again after a crash in its middle, so that must do no harm."""

    name: str
    schedule: Schedule
    run: Callable[[], Awaitable[str]]
    """Does it, and says what was done in a few words without names. What it raises is logged and kept as its
    outcome; it is tried again at its next time. May be cancelled at any await."""
