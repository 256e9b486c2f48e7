"""Ballots read out of their tables."""

from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_rules import Ballot, How, Member, Option, State
from memory.ballot_tables import BallotMemberRecord, BallotOptionRecord, BallotRecord, BallotVoteRecord
from memory.models import IdentityRecord, PersonRecord


async def read_ballot(session: AsyncSession, ballot_id: int) -> Ballot | None:
    """One ballot; None where there is none."""
    return next(iter(await read_ballots(session, BallotRecord.id == ballot_id)), None)


async def read_ballots(session: AsyncSession, *which: Any, limit: int | None = None) -> tuple[Ballot, ...]:  # noqa: ANN401 - conditions
    """Those ballots, newest first."""
    query = select(BallotRecord).where(*which).order_by(BallotRecord.id.desc()).limit(limit)
    records = (await session.scalars(query.execution_options(populate_existing=True))).all()
    return tuple([await _ballot(session, record) for record in records])


async def _ballot(session: AsyncSession, record: BallotRecord) -> Ballot:
    return Ballot(
        id=record.id,
        room=record.room,
        surface=record.surface,
        channel=record.channel,
        host_id=record.host_id,
        language=record.language,
        state=cast(State, record.state),
        opened_at=record.opened_at,
        closes_at=record.closes_at,
        ended_at=record.ended_at,
        night_at=record.night_at,
        zone=record.zone,
        winner=record.winner,
        how=cast(How | None, record.how),
        poll=record.poll,
        posted=dict(record.posted),
        options=await _options(session, record.id),
        members=await _members(session, record.id),
        voters=await session.scalar(
            select(func.count(BallotVoteRecord.voter.distinct())).where(
                BallotVoteRecord.ballot_id == record.id
            )
        )
        or 0,
    )


async def _options(session: AsyncSession, ballot_id: int) -> tuple[Option, ...]:
    tally = (
        select(BallotVoteRecord.position, BallotVoteRecord.value, func.count())
        .where(BallotVoteRecord.ballot_id == ballot_id)
        .group_by(BallotVoteRecord.position, BallotVoteRecord.value)
    )
    counts = {(position, value): count for position, value, count in await session.execute(tally)}
    query = (
        select(BallotOptionRecord.position, BallotOptionRecord.film_id)
        .where(BallotOptionRecord.ballot_id == ballot_id)
        .order_by(BallotOptionRecord.position)
    )
    return tuple(
        Option(position, film_id, counts.get((position, 1), 0), counts.get((position, -1), 0))
        for position, film_id in await session.execute(query)
    )


async def _members(session: AsyncSession, ballot_id: int) -> tuple[Member, ...]:
    query = (
        select(BallotMemberRecord, PersonRecord.name, func.min(IdentityRecord.user))
        .join(PersonRecord, PersonRecord.id == BallotMemberRecord.person_id)
        .join(IdentityRecord, IdentityRecord.person_id == PersonRecord.id)
        .where(BallotMemberRecord.ballot_id == ballot_id)
        .group_by(BallotMemberRecord.ballot_id, BallotMemberRecord.person_id, PersonRecord.name)
        .order_by(BallotMemberRecord.person_id)
        .execution_options(populate_existing=True)
    )
    return tuple(
        Member(
            record.person_id,
            name or user,
            record.weight,
            dict(record.shares),
            record.gained,
            record.left,
        )
        for record, name, user in await session.execute(query)
    )
