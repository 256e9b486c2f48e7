"""Who may try to sign in again, and when: longer and longer waits, for a name and for an address."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete

from memory.database import Database
from memory.login_tables import SignInTryRecord
from memory.retrying import retried
from memory.timestamps import now

OF_A_NAME = 5
OF_AN_ADDRESS = 20
"""Failures that are free: many people may share an address."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
FORGOTTEN = timedelta(days=1)
"""Without another failure."""


class SignInTries:
    """Counts failures, in the database, so that neither a restart nor another process forgets them.

    A name is counted whether or not somebody signs in by it: the wait tells nothing of who there is.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def wait(self, name: str, address: str) -> timedelta:
        """How long to wait before the next try; zero where it may be made."""
        moment, longest = self._clock(), timedelta(0)
        async with self._database.session() as session:
            for digest, free in _counted(name, address):
                tries = await session.get(SignInTryRecord, digest)
                if tries is None or tries.failures < free or tries.last_at + FORGOTTEN <= moment:
                    continue
                doubled = min(tries.failures - free, 10)
                wait = min(FIRST_WAIT * 2**doubled, LONGEST_WAIT)
                longest = max(longest, min(tries.last_at + wait - moment, wait))  # the clock may be set back
        return longest

    @retried
    async def failed(self, name: str, address: str) -> None:
        """One more failure for both."""
        moment = self._clock()
        async with self._database.transaction() as session:
            await session.execute(
                delete(SignInTryRecord).where(SignInTryRecord.last_at <= moment - FORGOTTEN)
            )
            for digest, _ in _counted(name, address):
                tries = await session.get(SignInTryRecord, digest)
                if tries is None:
                    session.add(SignInTryRecord(digest=digest, failures=1, last_at=moment))
                else:
                    tries.failures, tries.last_at = tries.failures + 1, moment

    @retried
    async def succeeded(self, name: str, address: str) -> None:
        """The name begins anew; the address does not, or one account of one's own would clear it."""
        (digest, _), _ = _counted(name, address)
        async with self._database.transaction() as session:
            await session.execute(delete(SignInTryRecord).where(SignInTryRecord.digest == digest))


def _counted(name: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
    return (_digest("name", name.strip().casefold()), OF_A_NAME), (_digest("from", address), OF_AN_ADDRESS)


def _digest(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\0{text}".encode()).hexdigest()
