"""When a movie night is to be: from the words to the moment, and to when its vote closes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from data.moments import read_moment
from memory.ballot_rules import Ballot
from tools.base import Caller
from tools.services import Services

DECIDED_AHEAD = timedelta(hours=3)
"""Before the night the film is settled; halfway, where less time is left."""


@dataclass(frozen=True, slots=True)
class NightTime:
    """When it is, and when the vote on its film closes."""

    at: datetime
    zone: str
    closes_at: datetime


def night_time(words: str, caller: Caller) -> NightTime | None:
    """The time that somebody says; None where there is no time of day in it."""
    own = getattr(caller.at.tzinfo, "key", None)
    zone = own if own and own != "UTC" else caller.where.zone
    found = read_moment(words, caller.at, zone)
    if found is None:
        return None
    at, now = found.at.astimezone(UTC), caller.at.astimezone(UTC)
    return NightTime(at, found.zone, max(at - DECIDED_AHEAD, now + (at - now) / 2))


async def settle(ballot: Ballot, night: NightTime, services: Services) -> Ballot | None:
    """Write it down, and have an open vote close in time."""
    return await services.ballots.settle(
        ballot.id, night_at=night.at, zone=night.zone, closes_at=night.closes_at
    )
