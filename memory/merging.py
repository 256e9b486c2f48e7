"""Two people who turn out to be one: everything of the one goes over to the other, in one transaction."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_tables import BallotMemberRecord, BallotRecord, BallotVoteRecord
from memory.library import LibraryRow, row_of
from memory.login_tables import LoginRecord
from memory.models import (
    AchievementRecord,
    ConversationRecord,
    FollowUpRecord,
    IdentityRecord,
    ImpressionRecord,
    LibraryRecord,
    LinkTryRecord,
    NewcomerRecord,
    PersonRecord,
    PreferenceRecord,
    QuizRecord,
    RelationRecord,
    ReviewCaseRecord,
    ReviewRecord,
    ReviewReportRecord,
    RoomMemberRecord,
)
from memory.room_lists import RoomFilmRecord
from memory.timestamps import now
from memory.trial_tables import ExposureRecord

_MOVED = (
    IdentityRecord,
    ImpressionRecord,
    ReviewRecord,
    FollowUpRecord,
    LinkTryRecord,
    NewcomerRecord,
    ExposureRecord,
    RoomFilmRecord,
    LoginRecord,
)
"""Tables whose rows only change their owner. The others are joined below, each in its own way."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came together."""

    films: int
    """Films in the library of both together."""
    brought: int
    """Of these, films that only the joined account knew."""
    both: int
    """Films that both accounts knew."""


async def merge(session: AsyncSession, *, into: int, gone: int) -> Merged:
    """Give everything of the person `gone` to the person `into`, and drop the empty `gone`."""
    merged = await _libraries(session, into, gone)
    await _preferences(session, into, gone)
    await _conversations(session, into, gone)
    await _quizzes(session, into, gone)
    await _relations(session, into, gone)
    await _ballots(session, into, gone)
    await _achievements(session, into, gone)
    await _control(session, into, gone)
    await _reported_reviews(session, into, gone)
    for record in _MOVED:
        await session.execute(update(record).where(record.person_id == gone).values(person_id=into))
    # What else belongs to a person goes with them: codes not yet used.
    await session.execute(delete(PersonRecord).where(PersonRecord.id == gone))
    return merged


async def _libraries(session: AsyncSession, into: int, gone: int) -> Merged:
    mine, theirs = await _library(session, into), await _library(session, gone)
    for film_id, row in theirs.items():
        joined = row.joined(mine[film_id]) if film_id in mine else row
        await session.merge(LibraryRecord(person_id=into, **asdict(joined)))
    both = len(mine.keys() & theirs.keys())
    return Merged(films=len(mine.keys() | theirs.keys()), brought=len(theirs) - both, both=both)


async def _library(session: AsyncSession, person_id: int) -> dict[str, LibraryRow]:
    query = select(LibraryRecord).where(LibraryRecord.person_id == person_id)
    return {record.film_id: row_of(record) for record in await session.scalars(query)}


async def _preferences(session: AsyncSession, into: int, gone: int) -> None:
    """The same wish said on both accounts is one."""
    known = select(PreferenceRecord.text_key).where(PreferenceRecord.person_id == into)
    mine = set((await session.scalars(known)).all())
    theirs = (await session.scalars(select(PreferenceRecord).where(PreferenceRecord.person_id == gone))).all()
    for record in theirs:
        if record.text_key not in mine:
            record.person_id = into
    await session.flush()


async def _quizzes(session: AsyncSession, into: int, gone: int) -> None:
    """The quiz that came further stays; what was answered in the other is in the library."""
    mine, theirs = await session.get(QuizRecord, into), await session.get(QuizRecord, gone)
    if theirs is None or (mine is not None and mine.step >= theirs.step):
        return
    if mine is not None:
        await session.delete(mine)
        await session.flush()
    theirs.person_id = into
    await session.flush()


_STRENGTH = ("asked", "declined", "friend", "blocked")
"""Of two states towards the same person the later in this list stands."""


async def _relations(session: AsyncSession, into: int, gone: int) -> None:
    """Friends of either account are friends of both together; what they were to each other is nothing."""
    of_gone = select(RelationRecord).where(
        or_(RelationRecord.person_id == gone, RelationRecord.other_id == gone)
    )
    for row in (await session.scalars(of_gone)).all():
        one, other = (into if end == gone else end for end in (row.person_id, row.other_id))
        await session.delete(row)
        await session.flush()
        if one == other:
            continue
        kept = await session.get(RelationRecord, (one, other))
        if kept is None:
            told = row.told
            session.add(RelationRecord(person_id=one, other_id=other, state=row.state, at=row.at, told=told))
        elif _STRENGTH.index(row.state) > _STRENGTH.index(kept.state):
            kept.state, kept.at = row.state, row.at
        await session.flush()


async def _ballots(session: AsyncSession, into: int, gone: int) -> None:
    """One person votes once: of both accounts' votes on a ballot those of `into` stand."""
    open_of_into = select(func.count()).where(
        BallotRecord.room == f"person/{into}", BallotRecord.state == "open"
    )
    if await session.scalar(open_of_into):
        await session.execute(
            update(BallotRecord)
            .where(BallotRecord.room == f"person/{gone}", BallotRecord.state == "open")
            .values(state="cancelled", ended_at=now())
        )
    await session.execute(
        update(BallotRecord).where(BallotRecord.room == f"person/{gone}").values(room=f"person/{into}")
    )
    await session.execute(update(BallotRecord).where(BallotRecord.host_id == gone).values(host_id=into))
    for table in (BallotMemberRecord, BallotVoteRecord):
        shared = select(table.ballot_id).where(table.person_id == into)
        await session.execute(delete(table).where(table.person_id == gone, table.ballot_id.in_(shared)))
        await session.execute(update(table).where(table.person_id == gone).values(person_id=into))
    voted = BallotVoteRecord.voter == f"person/{gone}"
    await session.execute(update(BallotVoteRecord).where(voted).values(voter=f"person/{into}"))


async def _achievements(session: AsyncSession, into: int, gone: int) -> None:
    """What either has achieved, both have; it was told already."""
    for row in (
        await session.scalars(select(AchievementRecord).where(AchievementRecord.person_id == gone))
    ).all():
        kept = await session.get(AchievementRecord, (into, row.achievement))
        if kept is None:
            row.person_id = into
        else:
            kept.at, kept.told = min(kept.at, row.at), kept.told or row.told
    await session.flush()


async def _reported_reviews(session: AsyncSession, into: int, gone: int) -> None:
    """What was reported of either's reviews, and by either, each once."""
    mine = (await session.scalars(select(ReviewCaseRecord).filter_by(author_id=into))).all()
    same = {(case.surface, case.server, case.film_id, case.words) for case in mine}
    for case in (await session.scalars(select(ReviewCaseRecord).filter_by(author_id=gone))).all():
        if (case.surface, case.server, case.film_id, case.words) in same:
            await session.delete(case)
        else:
            case.author_id = into
    await session.flush()
    reported = select(ReviewReportRecord.case_id).where(ReviewReportRecord.person_id == into)
    of_gone = ReviewReportRecord.person_id == gone
    await session.execute(delete(ReviewReportRecord).where(of_gone, ReviewReportRecord.case_id.in_(reported)))
    await session.execute(update(ReviewReportRecord).where(of_gone).values(person_id=into))


_OPENNESS = ("private", "friends", "server")


async def _control(session: AsyncSession, into: int, gone: int) -> None:
    """What either has paused stays paused, and what either kept to fewer people is kept to those."""
    mine, theirs = await session.get_one(PersonRecord, into), await session.get_one(PersonRecord, gone)
    mine.paused = mine.paused or theirs.paused
    mine.in_trials = mine.in_trials and theirs.in_trials
    if not mine.in_trials:
        of_either = ExposureRecord.person_id.in_((into, gone))
        await session.execute(delete(ExposureRecord).where(of_either))
    mine.sharing = min(mine.sharing, theirs.sharing, key=_OPENNESS.index)
    for row in (
        await session.scalars(select(RoomMemberRecord).where(RoomMemberRecord.person_id == gone))
    ).all():
        if mine.sharing == "server":
            await session.merge(
                RoomMemberRecord(surface=row.surface, room=row.room, person_id=into, at=row.at)
            )
        await session.delete(row)
    if mine.sharing != "server":
        await session.execute(delete(RoomMemberRecord).where(RoomMemberRecord.person_id == into))
    await session.flush()


async def _conversations(session: AsyncSession, into: int, gone: int) -> None:
    """Two accounts of one surface may have talked in the same thread: both conversations are kept."""
    for record in await _conversations_of(session, gone):
        clash = select(func.count()).where(
            ConversationRecord.person_id == into,
            ConversationRecord.surface == record.surface,
            ConversationRecord.thread == record.thread,
        )
        if await session.scalar(clash):
            record.thread = f"{record.thread}/joined/{record.id}"
        record.person_id = into
    await session.flush()


async def _conversations_of(session: AsyncSession, person_id: int) -> Sequence[ConversationRecord]:
    query = select(ConversationRecord).where(ConversationRecord.person_id == person_id)
    return (await session.scalars(query)).all()
