"""Who may try to sign in again, and when: longer and longer waits, for a name and for an address."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete

from memory.database import Database
from memory.login_tables import SignInTryRecord
from memory.retrying import retried
from memory.timestamps import now

OF_A_NAME = 5
OF_AN_ADDRESS = 20
"""Failures that are free: many people may share an address."""
ACCOUNTS_OF_AN_ADDRESS = 20
"""Made without a wait between them, until a day goes by without one."""
_Counted = Sequence[tuple[str, int]]
"""What is counted, by its digest, and how much of it is free."""
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
        return await self._wait(_counted(name, address))

    async def wait_to_join(self, address: str) -> timedelta:
        """How long to wait before another account may be made from an address."""
        return await self._wait(_joined(address))

    async def _wait(self, counted: _Counted) -> timedelta:
        moment, longest = self._clock(), timedelta(0)
        async with self._database.session() as session:
            for digest, free in counted:
                tries = await session.get(SignInTryRecord, digest)
                if tries is None or tries.failures < free or tries.last_at + FORGOTTEN <= moment:
                    continue
                doubled = min(tries.failures - free, 10)
                wait = min(FIRST_WAIT * 2**doubled, LONGEST_WAIT)
                longest = max(longest, min(tries.last_at + wait - moment, wait))  # the clock may be set back
        return longest

    async def failed(self, name: str, address: str) -> None:
        """One more failure for both."""
        await self._count(_counted(name, address))

    async def joined(self, address: str) -> None:
        """One more account made from an address."""
        await self._count(_joined(address))

    @retried
    async def _count(self, counted: _Counted) -> None:
        moment = self._clock()
        async with self._database.transaction() as session:
            await session.execute(
                delete(SignInTryRecord).where(SignInTryRecord.last_at <= moment - FORGOTTEN)
            )
            for digest, _ in counted:
                tries = await session.get(SignInTryRecord, digest)
                if tries is None:
                    session.add(SignInTryRecord(digest=digest, failures=1, last_at=moment))
                else:
                    tries.failures, tries.last_at = tries.failures + 1, moment

    @retried
    async def succeeded(self, name: str, address: str) -> None:
        """The name begins anew; the address does not, or one account of one's own would clear it."""
        digest, _ = _counted(name, address)[0]
        async with self._database.transaction() as session:
            await session.execute(delete(SignInTryRecord).where(SignInTryRecord.digest == digest))


def _counted(name: str, address: str) -> _Counted:
    return (_digest("name", name.strip().casefold()), OF_A_NAME), (_digest("from", address), OF_AN_ADDRESS)


def _joined(address: str) -> _Counted:
    return ((_digest("joined", address), ACCOUNTS_OF_AN_ADDRESS),)


def _digest(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\0{text}".encode()).hexdigest()
