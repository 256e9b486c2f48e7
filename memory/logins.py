"""Sign-ins to the web chat: a name and a password's hash, or what another site vouches for.

To the rest of the house a login is one more account of a person: the user "login-7" on the surface "web".
"""

import hashlib
import unicodedata
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from data.errors import AppError
from memory.chainlit_tables import THREADS, USERS
from memory.database import Database
from memory.login_tables import LoginRecord
from memory.merging import merge
from memory.models import IdentityRecord, PersonRecord
from memory.retrying import retried

SURFACE = "web"
_PREFIX = "login-"


class NameTaken(AppError):
    """Somebody signs in by that name already."""


@dataclass(frozen=True, slots=True)
class Login:
    """A name by which somebody signs in."""

    id: int
    person_id: int
    name: str
    password_hash: str | None
    admin: bool
    epoch: int
    """A session of an earlier epoch is over."""

    @property
    def user(self) -> str:
        """Its name on the surface "web"."""
        return f"{_PREFIX}{self.id}"


def login_id_of(user: str) -> int | None:
    """The login that a user of the web chat is signed in by; None for a guest."""
    number = user.removeprefix(_PREFIX)
    return int(number) if user.startswith(_PREFIX) and number.isdecimal() else None


class Logins:
    """Makes, finds and ends them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def add(self, name: str, password_hash: str, *, admin: bool = False) -> Login:
        """A new login of a new person. Raises NameTaken."""
        async with self._database.transaction() as session:
            return await _make(session, name, _key_of(name), password_hash, admin=admin)

    @retried
    async def vouched(self, site: str, subject: str, name: str, *, make: bool) -> Login | None:
        """The login of whom `site` knows as `subject`; `make` it at the first time, else None."""
        key = f"{site}:{hashlib.sha256(subject.encode()).hexdigest()}"
        async with self._database.transaction() as session:
            found = await _one(session, key)
            if found is None and not make:
                return None
            return _login(found) if found else await _make(session, name, key, None)

    async def find(self, name: str) -> Login | None:
        """By the name as typed."""
        async with self._database.session() as session:
            found = await _one(session, _key_of(name))
            return _login(found) if found else None

    async def get(self, login_id: int) -> Login | None:
        """By its number."""
        async with self._database.session() as session:
            found = await session.get(LoginRecord, login_id)
            return _login(found) if found else None

    async def all(self) -> list[Login]:
        """Oldest first."""
        async with self._database.session() as session:
            return [
                _login(found) for found in await session.scalars(select(LoginRecord).order_by(LoginRecord.id))
            ]

    @retried
    async def set_password(self, login_id: int, password_hash: str) -> Login | None:
        """A new password; every session so far is over."""
        async with self._database.transaction() as session:
            found = await session.get(LoginRecord, login_id)
            if found is None:
                return None
            found.password_hash, found.epoch = password_hash, found.epoch + 1
            return _login(found)

    @retried
    async def set_admin(self, login_id: int, *, admin: bool) -> None:
        """May look after the place, or no longer."""
        async with self._database.transaction() as session:
            await session.execute(update(LoginRecord).where(LoginRecord.id == login_id).values(admin=admin))

    @retried
    async def remove(self, login_id: int) -> None:
        """End a login; the person stays, and whatever other accounts they have."""
        async with self._database.transaction() as session:
            await session.execute(delete(LoginRecord).where(LoginRecord.id == login_id))

    @retried
    async def claim(self, login: Login, guest: str) -> None:
        """What a guest of the web chat told belongs to whoever signed in; the guest is no more."""
        async with self._database.transaction() as session:
            await _claim(session, login.person_id, login.user, guest)


async def _make(
    session: AsyncSession, name: str, key: str, password_hash: str | None, *, admin: bool = False
) -> Login:
    if await _one(session, key) is not None:
        raise NameTaken("That name is taken; choose another.")
    person = PersonRecord(name=name, locale="en")
    session.add(person)
    await session.flush()
    record = LoginRecord(
        person_id=person.id, name=name, key=key, password_hash=password_hash, admin=admin, epoch=0
    )
    session.add(record)
    try:
        await session.flush()
    except IntegrityError:  # another process was quicker
        raise NameTaken("That name is taken; choose another.") from None
    login = _login(record)
    session.add(IdentityRecord(person_id=person.id, surface=SURFACE, user=login.user))
    await session.flush()
    return login


async def _claim(session: AsyncSession, person_id: int, user: str, guest: str) -> None:
    of_guest = select(IdentityRecord).where(IdentityRecord.surface == SURFACE, IdentityRecord.user == guest)
    identity = await session.scalar(of_guest)
    if identity is None or login_id_of(guest) is not None:
        return
    if identity.person_id != person_id:
        await merge(session, into=person_id, gone=identity.person_id)
    await session.execute(
        delete(IdentityRecord).where(IdentityRecord.surface == SURFACE, IdentityRecord.user == guest)
    )
    await _history(session, user, guest)


async def _history(session: AsyncSession, user: str, guest: str) -> None:
    """The conversations in the web chat's list go along."""
    mine = await _history_of(session, user)
    theirs = await _history_of(session, guest)
    if theirs is None:
        return
    if mine is None:
        await session.execute(update(USERS).where(USERS.c.id == theirs).values(identifier=user))
        mine = theirs
    await session.execute(
        update(THREADS).where(THREADS.c.userId == theirs).values(userId=mine, userIdentifier=user)
    )
    if mine != theirs:
        await session.execute(delete(USERS).where(USERS.c.id == theirs))


async def _history_of(session: AsyncSession, user: str) -> str | None:
    return await session.scalar(select(USERS.c.id).where(USERS.c.identifier == user))


async def _one(session: AsyncSession, key: str) -> LoginRecord | None:
    return await session.scalar(select(LoginRecord).where(LoginRecord.key == key))


def _key_of(name: str) -> str:
    return "name:" + unicodedata.normalize("NFKC", name).strip().casefold()


def _login(record: LoginRecord) -> Login:
    return Login(record.id, record.person_id, record.name, record.password_hash, record.admin, record.epoch)
