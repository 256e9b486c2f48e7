"""Passwords by Argon2id, https://www.rfc-editor.org/rfc/rfc9106, with the library's own parameters."""

import asyncio
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from data.errors import BadInput

SHORTEST, LONGEST = 10, 200
"""Characters of a password."""
_AT_ONCE = 2
"""Hashes being made in one process: each takes 64 MB and some tenths of a second of one core."""


def require_password(password: str) -> None:
    """Raises BadInput for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(f"A password has {SHORTEST} to {LONGEST} characters; a few words in a row are good.")


class Passwords:
    """Makes and checks hashes off the event loop, a few at a time."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())
        """Checked where there is no such name, so that the answer takes as long."""

    async def hash(self, password: str) -> str:
        """The hash to keep."""
        async with self._places:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def fits(self, password_hash: str | None, password: str) -> bool:
        """Whether the password is the one; never for no hash, after the same time."""
        async with self._places:
            right = await asyncio.to_thread(self._verify, password_hash or self._nobodys, password)
        return right and password_hash is not None

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False
