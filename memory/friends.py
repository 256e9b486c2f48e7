"""Friends by consent: one asks, the other accepts; either ends it; a block hides both from each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.database import Database
from memory.models import IdentityRecord, PersonRecord, RelationRecord
from memory.retrying import retried
from memory.timestamps import now

ASKED_A_DAY = 20
"""Requests that a person may have made within a day."""
AGAIN_AFTER = timedelta(days=7)
"""How long a request declined is not asked again."""

Outcome = Literal["asked", "waiting", "accepted", "friends", "self", "declined", "often"]
"""What came of wanting a friend. `waiting`: asked before and not answered; also said to who is blocked."""


@dataclass(frozen=True, slots=True)
class Friend:
    """Another person, by the name that they go by."""

    id: int
    name: str
    shares: bool = True
    """Friends may see what they watched, and how far tastes agree; False where it is private or paused."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The people around one person, each list by name."""

    friends: tuple[Friend, ...]
    asking: tuple[Friend, ...]
    """Who asks for their friendship and has no answer yet."""
    asked: tuple[Friend, ...]
    """Whom they asked and who has not answered yet."""


@dataclass(frozen=True, slots=True)
class FriendNews:
    """What a person does not know yet of others."""

    asking: tuple[Friend, ...] = ()
    accepted: tuple[Friend, ...] = ()
    """Who said yes to a request of theirs."""


class Friends:
    """The relations of all people."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def named(self, person_id: int, name: str) -> tuple[Friend, ...]:
        """The people of that name, or of that account name, without regard to case; friends alone if any is.

        Who has blocked the one who asks is not among them.
        """
        wanted = name.strip().lstrip("@").lower()
        async with self._database.session() as session:
            known = await people_who(
                session,
                or_(func.lower(PersonRecord.name) == wanted, func.lower(IdentityRecord.user) == wanted),
            )
            states = await _states(session, person_id)
        found = [friend for friend in known if states.get((friend.id, person_id)) != "blocked"]
        near = [friend for friend in found if states.get((person_id, friend.id)) == "friend"]
        return tuple(near or found)

    async def circle(self, person_id: int) -> Circle:
        """Their friends, and the requests that wait on either side."""
        async with self._database.session() as session:
            states = await _states(session, person_id)
            others = {other for pair in states for other in pair if other != person_id}
            people = {friend.id: friend for friend in await people_who(session, PersonRecord.id.in_(others))}

        def those(pairs: list[int]) -> tuple[Friend, ...]:
            known = [people[other] for other in pairs if other in people]
            return tuple(sorted(known, key=lambda friend: friend.name.casefold()))

        mine = {other: state for (one, other), state in states.items() if one == person_id}
        theirs = {one: state for (one, other), state in states.items() if other == person_id}
        return Circle(
            friends=those([other for other, state in mine.items() if state == "friend"]),
            asking=those(
                [one for one, state in theirs.items() if state == "asked" and mine.get(one) is None]
            ),
            asked=those([other for other, state in mine.items() if state == "asked"]),
        )

    async def news(self, person_id: int) -> FriendNews:
        """Requests and answers to theirs that they have not been told of yet; they count as told."""
        async with self._database.session() as session:
            query = select(RelationRecord.person_id, RelationRecord.state).where(
                RelationRecord.other_id == person_id,
                RelationRecord.told.is_(False),
                RelationRecord.state.in_(("asked", "friend")),
            )
            states = {row.person_id: row.state for row in await session.execute(query)}
            if not states:
                return FriendNews()
            people = await people_who(session, PersonRecord.id.in_(states))
        await self._told(person_id)
        people.sort(key=lambda friend: friend.name.casefold())
        return FriendNews(
            tuple(friend for friend in people if states[friend.id] == "asked"),
            tuple(friend for friend in people if states[friend.id] == "friend"),
        )

    @retried
    async def _told(self, person_id: int) -> None:
        async with self._database.transaction() as session:
            await session.execute(
                update(RelationRecord).where(RelationRecord.other_id == person_id).values(told=True)
            )

    @retried
    async def add(self, person_id: int, other_id: int) -> Outcome:
        """Ask for a friendship, or accept the one that the other asked for."""
        if person_id == other_id:
            return "self"
        at = self._clock()
        async with self._database.transaction() as session:
            mine = await session.get(RelationRecord, (person_id, other_id))
            theirs = await session.get(RelationRecord, (other_id, person_id))
            if mine is not None and mine.state == "friend":
                return "friends"
            if theirs is not None and theirs.state == "asked":
                theirs.state, theirs.at, theirs.told = "friend", at, True
                await session.merge(_relation(person_id, other_id, "friend", at))
                return "accepted"
            if theirs is not None and theirs.state == "blocked":
                return "waiting"  # who is blocked is not told so
            if theirs is not None and theirs.state == "declined" and at - theirs.at < AGAIN_AFTER:
                return "declined"
            if mine is not None and mine.state == "asked":
                return "waiting"
            recent = select(func.count()).where(
                RelationRecord.person_id == person_id,
                RelationRecord.state == "asked",
                RelationRecord.at > at - timedelta(days=1),
            )
            if ((await session.scalar(recent)) or 0) >= ASKED_A_DAY:
                return "often"
            await session.merge(_relation(person_id, other_id, "asked", at))
            return "asked"

    @retried
    async def end(self, person_id: int, other_id: int, *, block: bool = False) -> bool:
        """End a friendship, decline a request or take one back; with `block` for good. True if there was."""
        at = self._clock()
        async with self._database.transaction() as session:
            mine = await session.get(RelationRecord, (person_id, other_id))
            theirs = await session.get(RelationRecord, (other_id, person_id))
            was = any(row is not None and row.state in ("asked", "friend") for row in (mine, theirs))
            declined = theirs is not None and theirs.state == "asked"
            if theirs is not None and theirs.state != "blocked":
                await session.delete(theirs)
            if mine is not None:
                await session.delete(mine)
            await session.flush()
            if block or declined:
                state = "blocked" if block else "declined"
                session.add(_relation(person_id, other_id, state, at))
            return was


def _relation(person_id: int, other_id: int, state: str, at: datetime) -> RelationRecord:
    return RelationRecord(person_id=person_id, other_id=other_id, state=state, at=at)


async def _states(session: AsyncSession, person_id: int) -> dict[tuple[int, int], str]:
    query = select(RelationRecord).where(
        or_(RelationRecord.person_id == person_id, RelationRecord.other_id == person_id)
    )
    return {(row.person_id, row.other_id): row.state for row in await session.scalars(query)}


async def people_who(session: AsyncSession, which: object) -> list[Friend]:
    """Those people, by their name, else by the name of their first account."""
    query = (
        select(PersonRecord, func.min(IdentityRecord.user))
        .join(IdentityRecord)
        .where(which)  # type: ignore[arg-type]
        .group_by(PersonRecord.id)
        .order_by(PersonRecord.id)
        .execution_options(populate_existing=True)
    )
    return [
        Friend(person.id, person.name or user, person.sharing != "private" and not person.paused)
        for person, user in await session.execute(query)
    ]
