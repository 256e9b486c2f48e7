"""Who votes on a ballot, and what they have voted so far."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_tables import BallotVoteRecord
from memory.models import IdentityRecord


@dataclass(frozen=True, slots=True)
class Voter:
    """Who votes: one of our people, an account that we know nothing of, or a guest by name.

    Votes of all accounts of one person are that person's.
    """

    key: str
    person_id: int | None = None
    name: str | None = None

    @staticmethod
    def person(person_id: int) -> "Voter":
        """One of our people."""
        return Voter(f"person/{person_id}", person_id)

    @staticmethod
    def account(surface: str, user: str, name: str | None = None) -> "Voter":
        """Whoever stands behind an account; nobody is made known to us by voting."""
        return Voter(account(surface, user), None, name)

    @staticmethod
    def guest(name: str) -> "Voter":
        """Somebody in the room without any account, for whom another votes."""
        return Voter(f"guest/{name.strip().casefold()}", None, name.strip())


def account(surface: str, user: str) -> str:
    """The key of a voter who is known by an account alone."""
    return f"{surface}/{user}"


async def keys_of(session: AsyncSession, person_id: int) -> frozenset[str]:
    """All keys under which a person may have voted: as themselves, and under each of their accounts."""
    query = select(IdentityRecord.surface, IdentityRecord.user).where(IdentityRecord.person_id == person_id)
    accounts = [account(surface, user) for surface, user in await session.execute(query)]
    return frozenset((f"person/{person_id}", *accounts))


async def known(session: AsyncSession, voter: Voter) -> tuple[frozenset[str], Voter]:
    """All keys under which this voter may have voted, and the voter as who they are."""
    if voter.person_id is None:
        surface, _, user = voter.key.partition("/")
        owner = await session.scalar(
            select(IdentityRecord.person_id).where(
                IdentityRecord.surface == surface, IdentityRecord.user == user
            )
        )
        if owner is None:
            return frozenset({voter.key}), voter
        voter = Voter.person(owner)
    return await keys_of(session, voter.person_id or 0), voter


async def votes_of(
    session: AsyncSession, ballot_id: int, keys: frozenset[str], *, value: int = 1
) -> frozenset[int]:
    """The numbers that these keys voted for; with `value` -1 those they struck."""
    query = select(BallotVoteRecord.position).where(
        BallotVoteRecord.ballot_id == ballot_id,
        BallotVoteRecord.voter.in_(keys),
        BallotVoteRecord.value == value,
    )
    return frozenset((await session.scalars(query)).all())


async def withdraw(session: AsyncSession, ballot_id: int, keys: frozenset[str], *, value: int) -> None:
    """Take back the votes, or with `value` -1 the veto, of these keys."""
    await session.execute(
        delete(BallotVoteRecord).where(
            BallotVoteRecord.ballot_id == ballot_id,
            BallotVoteRecord.voter.in_(keys),
            BallotVoteRecord.value == value,
        )
    )
