"""Ballots of movie nights: opened in a room, voted on by whoever is there, ended with who gained by them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_rules import OPEN_AT_MOST, POLL_MESSAGE, POLL_WANTED, Ballot, How, decided, gained
from memory.ballot_store import read_ballot, read_ballots
from memory.ballot_tables import BallotMemberRecord, BallotOptionRecord, BallotRecord, BallotVoteRecord
from memory.ballot_voters import Voter, keys_of, known, votes_of, withdraw
from memory.database import Database
from memory.retrying import retried
from memory.timestamps import now

NIGHTS_REMEMBERED = 5
"""Past nights of the same people that count for fairness."""
FAIRNESS = 3.0
"""How much more somebody weighs who gained nothing by them; chosen by `evaluate groups`."""

Way = Literal["only", "also", "toggle", "no_more"]
"""Instead of earlier votes; beside them; in favour, or no longer where it was; no longer."""
Outcome = Literal["done", "closed", "no_option", "vetoed_before"]


@dataclass(frozen=True, slots=True)
class NewBallot:
    """What is to be voted on."""

    room: str
    surface: str
    host_id: int
    film_ids: Sequence[str]
    members: Sequence["NewMember"]
    """The host among them."""
    channel: str | None = None
    language: str = "en"
    closes_at: datetime | None = None
    night_at: datetime | None = None
    zone: str | None = None
    polled: bool = False
    """The channel can hold a poll of the surface's own."""


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody whose taste it was made for."""

    person_id: int
    shares: Mapping[str, float]
    """By film id, 0 to 1."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cast:
    """What came of a vote, and the ballot after it."""

    outcome: Outcome
    ballot: Ballot


def room_of(surface: str, room: str | None, person_id: int) -> str:
    """The key of a room: a server or group of a surface, else what is a person's alone on all surfaces."""
    return f"{surface}/{room}" if room else f"person/{person_id}"


class Ballots:
    """The ballots of all rooms."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    @retried
    async def open(self, new: NewBallot) -> Ballot | None:
        """Open a ballot; None, and nothing changes, where one is open in that room."""
        try:
            async with self._database.transaction() as session:
                record = BallotRecord(
                    room=new.room,
                    surface=new.surface,
                    channel=new.channel,
                    host_id=new.host_id,
                    language=new.language,
                    state="open",
                    opened_at=self._clock(),
                    closes_at=new.closes_at,
                    night_at=new.night_at,
                    zone=new.zone,
                    poll=POLL_WANTED if new.polled and new.channel else None,
                    posted={},
                )
                session.add(record)
                await session.flush()
                session.add_all(
                    BallotOptionRecord(ballot_id=record.id, position=position, film_id=film_id)
                    for position, film_id in enumerate(new.film_ids, start=1)
                )
                session.add_all(
                    BallotMemberRecord(
                        ballot_id=record.id,
                        person_id=member.person_id,
                        weight=member.weight,
                        shares=dict(member.shares),
                        left=False,
                        heard=1 if member.person_id == new.host_id else 0,
                    )
                    for member in new.members
                )
                await session.flush()
                return await read_ballot(session, record.id)
        except IntegrityError:
            return None

    async def get(self, ballot_id: int) -> Ballot | None:
        """A ballot as it stands; None where there is none."""
        async with self._database.session() as session:
            return await read_ballot(session, ballot_id)

    async def open_in(self, room: str) -> Ballot | None:
        """The one that is open in a room."""
        return await self._first(BallotRecord.room == room, BallotRecord.state == "open")

    async def last_in(self, room: str) -> Ballot | None:
        """The one decided last in a room."""
        return await self._first(BallotRecord.room == room, BallotRecord.state == "decided")

    async def open_for(self, person_id: int) -> tuple[Ballot, ...]:
        """All that wait for this person's vote, wherever they were opened; the newest first."""
        own = select(BallotMemberRecord.ballot_id).where(
            BallotMemberRecord.person_id == person_id, BallotMemberRecord.left.is_(False)
        )
        async with self._database.session() as session:
            return await read_ballots(session, BallotRecord.id.in_(own), BallotRecord.state == "open")

    @retried
    async def vote(
        self, ballot_id: int, voter: Voter, positions: Sequence[int], *, way: Way = "only"
    ) -> Cast | None:
        """Vote for films by their number. None where there is no such ballot."""
        async with self._database.transaction() as session:
            ballot = await read_ballot(session, ballot_id)
            if ballot is None:
                return None
            if refused := self._refused(ballot, positions):
                return Cast(refused, ballot)
            keys, voter = await known(session, voter)
            before = await votes_of(session, ballot_id, keys)
            wanted = frozenset(positions)
            if way == "also":
                wanted |= before
            elif way == "toggle":
                wanted ^= before
            elif way == "no_more":
                wanted = before - wanted
            # A vote cast before this account was anybody's goes over to the person.
            await withdraw(session, ballot_id, keys, value=1)
            session.add_all(self._record(ballot_id, voter, position, 1) for position in sorted(wanted))
            await session.flush()
            return Cast("done", await _again(session, ballot_id))

    @retried
    async def veto(self, ballot_id: int, voter: Voter, position: int) -> Cast | None:
        """Strike one film; the same again takes it back. Everybody has one veto a ballot."""
        async with self._database.transaction() as session:
            ballot = await read_ballot(session, ballot_id)
            if ballot is None:
                return None
            if refused := self._refused(ballot, [position]):
                return Cast(refused, ballot)
            keys, voter = await known(session, voter)
            struck = await votes_of(session, ballot_id, keys, value=-1)
            if struck and position not in struck:
                return Cast("vetoed_before", ballot)
            await withdraw(session, ballot_id, keys, value=-1)
            if not struck:
                await session.execute(
                    delete(BallotVoteRecord).where(
                        BallotVoteRecord.ballot_id == ballot_id,
                        BallotVoteRecord.voter.in_(keys),
                        BallotVoteRecord.position == position,
                    )
                )
                session.add(self._record(ballot_id, voter, position, -1))
            await session.flush()
            return Cast("done", await _again(session, ballot_id))

    async def voted(self, ballot_id: int, voter: Voter) -> frozenset[int]:
        """The numbers of the films that somebody has voted for."""
        async with self._database.session() as session:
            keys, _ = await known(session, voter)
            return await votes_of(session, ballot_id, keys)

    @retried
    async def close(self, ballot_id: int) -> Ballot | None:
        """End the vote and write down who gained. None where it is not open any more."""
        async with self._database.transaction() as session:
            ballot = await read_ballot(session, ballot_id)
            if ballot is None or ballot.state != "open":
                return None
            winner, how = decided(ballot.options, ballot.present)
            await self._end(session, ballot_id, "decided", winner.film_id, how)
            for member in ballot.members:
                keys = await keys_of(session, member.person_id)
                chosen = await votes_of(session, ballot_id, keys)
                await session.execute(
                    update(BallotMemberRecord)
                    .where(
                        BallotMemberRecord.ballot_id == ballot_id,
                        BallotMemberRecord.person_id == member.person_id,
                    )
                    .values(gained=None if member.left else gained(member, winner, chosen))
                )
            await session.flush()
            return await _again(session, ballot_id)

    async def close_ended(self) -> tuple[Ballot, ...]:
        """End all votes whose time is over: nobody need be there for it."""
        at = self._clock()
        over = or_(BallotRecord.closes_at <= at, BallotRecord.opened_at <= at - OPEN_AT_MOST)
        async with self._database.session() as session:
            query = select(BallotRecord.id).where(BallotRecord.state == "open", over)
            ended = (await session.scalars(query)).all()
        closed = [await self.close(ballot_id) for ballot_id in ended]
        return tuple(ballot for ballot in closed if ballot)

    @retried
    async def cancel(self, ballot_id: int) -> Ballot | None:
        """End it without a film, also once it was decided; it counts for nobody.

        None where the night has begun, or no time was set for what was decided.
        """
        async with self._database.transaction() as session:
            ballot = await read_ballot(session, ballot_id)
            if ballot is None or not (ballot.state == "open" or ballot.is_to_come(self._clock())):
                return None
            of_it = BallotMemberRecord.ballot_id == ballot_id
            await session.execute(update(BallotMemberRecord).where(of_it).values(gained=None))
            await self._end(session, ballot_id, "cancelled", None, None)
            return await _again(session, ballot_id)

    @retried
    async def leave(self, ballot_id: int, person_id: int) -> Ballot | None:
        """Come no more: their votes and their taste count no longer. None where they were no member."""
        async with self._database.transaction() as session:
            member = await session.get(BallotMemberRecord, (ballot_id, person_id))
            ballot = await read_ballot(session, ballot_id)
            if member is None or ballot is None or ballot.state != "open":
                return None
            member.left = True
            keys = await keys_of(session, person_id)
            await session.execute(
                delete(BallotVoteRecord).where(
                    BallotVoteRecord.ballot_id == ballot_id, BallotVoteRecord.voter.in_(keys)
                )
            )
            await session.flush()
            return await _again(session, ballot_id)

    @retried
    async def settle(
        self,
        ballot_id: int,
        *,
        night_at: datetime,
        zone: str,
        closes_at: datetime | None = None,
    ) -> Ballot | None:
        """Set or move the night, also of a vote that is over; what was reminded of before is due anew."""
        async with self._database.transaction() as session:
            record = await session.get(BallotRecord, ballot_id)
            if record is None or record.state == "cancelled":
                return None
            record.night_at, record.zone = night_at, zone
            if closes_at is not None and record.state == "open":
                record.closes_at = closes_at
            record.posted = {
                kind: at
                for kind, at in record.posted.items()
                if kind not in ("event", "night", "closing", "asking")
            }
            await session.flush()
            return await _again(session, ballot_id)

    @retried
    async def polled(self, ballot_id: int, poll: str | None, message: str | None = None) -> None:
        """Write down under which id and in which message the surface polls.

        None where it cannot, or once that poll is gone: buttons take over, and its votes stay.
        """
        async with self._database.transaction() as session:
            record = await session.get(BallotRecord, ballot_id, with_for_update=True)
            if record is not None:
                record.poll = poll
                if message is not None:
                    record.posted = {**record.posted, POLL_MESSAGE: message}

    async def of_poll(self, surface: str, poll: str) -> Ballot | None:
        """The ballot that the surface's own poll of that id belongs to."""
        return await self._first(BallotRecord.surface == surface, BallotRecord.poll == poll)

    async def nights(self, person_id: int) -> int:
        """How many decided movie nights this person took part in."""
        query = (
            select(func.count())
            .select_from(BallotMemberRecord)
            .join(BallotRecord, BallotRecord.id == BallotMemberRecord.ballot_id)
            .where(
                BallotMemberRecord.person_id == person_id,
                BallotMemberRecord.left.is_(False),
                BallotRecord.state == "decided",
                BallotRecord.how != "nobody",
            )
        )
        async with self._database.session() as session:
            return await session.scalar(query) or 0

    async def weights(self, person_ids: Sequence[int]) -> dict[int, float]:
        """How much each of these people counts tonight: 1, and up to 4 where they lost in past nights.

        Only nights count in which at least two of them took part; of these the last `NIGHTS_REMEMBERED`.
        """
        table = BallotMemberRecord
        together = (
            select(table.ballot_id)
            .join(BallotRecord, BallotRecord.id == table.ballot_id)
            .where(table.person_id.in_(person_ids), table.gained.is_not(None))
            .group_by(table.ballot_id, BallotRecord.ended_at)
            .having(func.count() > 1)
            .order_by(BallotRecord.ended_at.desc(), table.ballot_id.desc())
            .limit(NIGHTS_REMEMBERED)
        )
        async with self._database.session() as session:
            nights = (await session.scalars(together)).all()
            rows = await session.execute(
                select(table.person_id, func.avg(table.gained))
                .where(
                    table.ballot_id.in_(nights), table.person_id.in_(person_ids), table.gained.is_not(None)
                )
                .group_by(table.person_id)
            )
            lost = {person_id: 1 - float(mean) for person_id, mean in rows}
        return {person_id: 1 + FAIRNESS * lost.get(person_id, 0.0) for person_id in person_ids}

    def _refused(self, ballot: Ballot, positions: Sequence[int]) -> Outcome | None:
        """Why none may vote for these numbers; None where they may."""
        if ballot.state != "open" or self._clock() >= ballot.ends_at:
            return "closed"
        return "no_option" if any(ballot.option(position) is None for position in positions) else None

    async def _first(self, *which: object) -> Ballot | None:
        async with self._database.session() as session:
            return next(iter(await read_ballots(session, *which, limit=1)), None)

    async def _end(
        self, session: AsyncSession, ballot_id: int, state: str, winner: str | None, how: How | None
    ) -> None:
        await session.execute(
            update(BallotRecord)
            .where(BallotRecord.id == ballot_id)
            .values(state=state, winner=winner, how=how, ended_at=self._clock())
        )

    def _record(self, ballot_id: int, voter: Voter, position: int, value: int) -> BallotVoteRecord:
        return BallotVoteRecord(
            ballot_id=ballot_id,
            voter=voter.key,
            position=position,
            value=value,
            person_id=voter.person_id,
            name=voter.name,
            at=self._clock(),
        )


async def _again(session: AsyncSession, ballot_id: int) -> Ballot:
    found = await read_ballot(session, ballot_id)
    if found is None:
        raise LookupError(ballot_id)
    return found
