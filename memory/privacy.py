"""What is kept about a person: counted, exported, erased; every table without exception."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Table,
    TableClause,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    union,
)
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_tables import BallotMemberRecord, BallotOptionRecord, BallotRecord, BallotVoteRecord
from memory.chainlit_tables import ELEMENTS, FEEDBACKS, STEPS, THREADS, USERS
from memory.checkpoint_tables import CHECKPOINTS, PG_BLOBS, PG_WRITES, WRITES, tables_there
from memory.database import Database
from memory.login_tables import LoginRecord
from memory.models import (
    AchievementRecord,
    Base,
    ConversationRecord,
    FollowUpRecord,
    IdentityRecord,
    ImpressionRecord,
    LibraryRecord,
    LinkCodeRecord,
    LinkTryRecord,
    NewcomerRecord,
    PersonRecord,
    PreferenceRecord,
    QuizRecord,
    RelationRecord,
    ReviewCaseRecord,
    ReviewRecord,
    ReviewReportRecord,
    ReviewSummaryRecord,
    RoomMemberRecord,
    ServerAuditRecord,
    TurnRecord,
)
from memory.retrying import retried
from memory.room_lists import RoomFilmRecord
from memory.trial_tables import ExposureRecord


@dataclass(frozen=True, slots=True)
class Holding:
    """One table, and which of its rows are a person's."""

    table: TableClause
    words: str
    """What it holds, in plain words."""
    rows: ColumnElement[bool]
    """True for the person's rows."""


def holdings(person_id: int) -> tuple[Holding, ...]:
    """Every table that holds something of a person, in an order in which it can be erased."""
    own_conversations = select(ConversationRecord.id).where(ConversationRecord.person_id == person_id)
    own_keys = select(ConversationRecord.key).where(ConversationRecord.person_id == person_id)
    own_logins = select(IdentityRecord.user).where(
        IdentityRecord.person_id == person_id, IdentityRecord.surface == "web"
    )
    own_users = select(USERS.c.id).where(USERS.c.identifier.in_(own_logins))
    own_threads = select(THREADS.c.id).where(
        or_(THREADS.c.userId.in_(own_users), THREADS.c.userIdentifier.in_(own_logins))
    )
    reviewed = union(
        select(ReviewRecord.film_id).where(ReviewRecord.person_id == person_id),
        select(LibraryRecord.film_id).where(
            LibraryRecord.person_id == person_id, LibraryRecord.review.is_not(None)
        ),
    )
    moderated = exists().where(
        IdentityRecord.person_id == person_id,
        IdentityRecord.surface == ServerAuditRecord.surface,
        or_(
            IdentityRecord.user == ServerAuditRecord.user,
            IdentityRecord.user == ServerAuditRecord.about,
        ),
    )
    own_room = f"person/{person_id}"
    own_ballots = select(BallotRecord.id).where(BallotRecord.room == own_room)
    own_account = exists().where(
        IdentityRecord.person_id == person_id,
        IdentityRecord.surface + "/" + IdentityRecord.user == BallotVoteRecord.voter,
    )
    own_steps = select(STEPS.c.id).where(STEPS.c.threadId.in_(own_threads))
    return (
        Holding(_table(ExposureRecord), "turns in trials of settings", ExposureRecord.person_id == person_id),
        Holding(_table(ImpressionRecord), "recommendations shown", ImpressionRecord.person_id == person_id),
        Holding(_table(TurnRecord), "messages", TurnRecord.conversation_id.in_(own_conversations)),
        Holding(WRITES, "unfinished steps of conversations", WRITES.c.thread_id.in_(own_keys)),
        Holding(PG_WRITES, "unfinished steps of conversations", PG_WRITES.c.thread_id.in_(own_keys)),
        Holding(PG_BLOBS, "parts of states of conversations", PG_BLOBS.c.thread_id.in_(own_keys)),
        Holding(CHECKPOINTS, "states of conversations", CHECKPOINTS.c.thread_id.in_(own_keys)),
        Holding(
            FEEDBACKS,
            "thumbs up or down in the web chat",
            or_(FEEDBACKS.c.threadId.in_(own_threads), FEEDBACKS.c.forId.in_(own_steps)),
        ),
        Holding(
            ELEMENTS,
            "cards and files in the web chat",
            or_(ELEMENTS.c.threadId.in_(own_threads), ELEMENTS.c.forId.in_(own_steps)),
        ),
        Holding(STEPS, "lines in the web chat", STEPS.c.threadId.in_(own_threads)),
        Holding(THREADS, "conversations in the web chat", THREADS.c.id.in_(own_threads)),
        Holding(USERS, "web sign-ins", USERS.c.identifier.in_(own_logins)),
        Holding(
            _table(ReviewSummaryRecord),
            "summaries that your reviews went into",
            ReviewSummaryRecord.film_id.in_(reviewed),
        ),
        Holding(_table(ReviewRecord), "reviews you brought", ReviewRecord.person_id == person_id),
        Holding(_table(ServerAuditRecord), "what you moderated, or moderators did for you", moderated),
        Holding(_table(ConversationRecord), "conversations", ConversationRecord.person_id == person_id),
        Holding(
            _table(ReviewReportRecord), "reviews you reported", ReviewReportRecord.person_id == person_id
        ),
        Holding(
            _table(ReviewCaseRecord),
            "reviews of yours that were reported",
            ReviewCaseRecord.author_id == person_id,
        ),
        Holding(
            _table(NewcomerRecord), "servers where you took the quiz", NewcomerRecord.person_id == person_id
        ),
        Holding(_table(QuizRecord), "answers in the quiz", QuizRecord.person_id == person_id),
        Holding(
            _table(RelationRecord),
            "friends and requests",
            or_(RelationRecord.person_id == person_id, RelationRecord.other_id == person_id),
        ),
        Holding(
            _table(BallotVoteRecord),
            "votes on movie nights",
            or_(
                BallotVoteRecord.person_id == person_id,
                own_account,
                and_(BallotVoteRecord.person_id.is_(None), BallotVoteRecord.ballot_id.in_(own_ballots)),
            ),
        ),
        Holding(
            _table(BallotMemberRecord),
            "movie nights you were asked to",
            # How films suit the other members is theirs; it goes when the ballot goes.
            BallotMemberRecord.person_id == person_id,
        ),
        Holding(
            _table(BallotOptionRecord),
            "films of your own movie nights",
            BallotOptionRecord.ballot_id.in_(own_ballots),
        ),
        # What was planned in a room that others share stays theirs, without its host's name.
        Holding(_table(BallotRecord), "movie nights of your own", BallotRecord.room == own_room),
        Holding(
            _table(RoomFilmRecord),
            "films you put on lists of servers and groups",
            RoomFilmRecord.person_id == person_id,
        ),
        Holding(
            _table(RoomMemberRecord),
            "servers you share what you watch with",
            RoomMemberRecord.person_id == person_id,
        ),
        Holding(_table(AchievementRecord), "achievements", AchievementRecord.person_id == person_id),
        Holding(_table(PreferenceRecord), "preferences", PreferenceRecord.person_id == person_id),
        Holding(_table(FollowUpRecord), "films I asked you about", FollowUpRecord.person_id == person_id),
        Holding(_table(LibraryRecord), "films in your library", LibraryRecord.person_id == person_id),
        Holding(_table(LinkCodeRecord), "codes to join accounts", LinkCodeRecord.person_id == person_id),
        Holding(_table(LinkTryRecord), "codes that did not fit", LinkTryRecord.person_id == person_id),
        Holding(_table(LoginRecord), "names to sign in by", LoginRecord.person_id == person_id),
        Holding(_table(IdentityRecord), "accounts", IdentityRecord.person_id == person_id),
        Holding(_table(PersonRecord), "profile", PersonRecord.id == person_id),
    )


class Privacy:
    """A person's rights over what is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def counts(self, person_id: int) -> dict[str, int]:
        """How much of each kind is kept, by plain words; kinds of which there is none are left out."""
        async with self._database.session() as session:
            counts = {
                holding.words: await _count(session, holding)
                for holding in await _present(session, person_id)
            }
        return {words: count for words, count in counts.items() if count}

    @retried
    async def erase(self, person_id: int) -> dict[str, int]:
        """Erase everything about a person in one transaction; gives what there was, as `counts` does.

        A turn in progress must not be written down afterwards: `Threads.record_turn` then refuses, and the
        caller deletes the checkpoint of that one turn by its thread key.
        """
        erased: dict[str, int] = {}
        async with self._database.transaction() as session:
            for holding in await _present(session, person_id):
                if count := await _count(session, holding):
                    erased[holding.words] = count
                    await session.execute(delete(holding.table).where(holding.rows))
        await self._database.store.after_erasing()
        return erased

    async def export(self, person_id: int) -> dict[str, list[dict[str, Any]]]:
        """Everything kept about a person as plain JSON: rows by table."""
        async with self._database.session() as session:
            return {
                holding.table.name: [
                    _plain(row) for row in await session.execute(select(*holding.table.c).where(holding.rows))
                ]
                for holding in await _present(session, person_id)
            }


def _table(record: type[Base]) -> Table:
    return Base.metadata.tables[record.__tablename__]


async def _present(session: AsyncSession, person_id: int) -> list[Holding]:
    """The holdings whose table exists: the checkpointer makes its own when it is first opened."""
    existing = await tables_there(session)
    return [holding for holding in holdings(person_id) if holding.table.name in existing]


async def _count(session: AsyncSession, holding: Holding) -> int:
    query = select(func.count()).select_from(holding.table).where(holding.rows)
    return (await session.execute(query)).scalar_one()


def _plain(row: Row[Any]) -> dict[str, Any]:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name
    values.pop("password_hash", None)  # of use to nobody but who would guess the password
    for name, value in values.items():
        if isinstance(value, bytes):
            values[name] = _decoded(values["type"], value)
        elif isinstance(value, datetime):
            values[name] = value.isoformat()
    return values


def _decoded(kind: str, content: bytes) -> Any:  # noqa: ANN401 - any JSON
    """The content of a checkpoint as plain JSON."""
    from memory.checkpoints import strict_serializer

    return json.loads(json.dumps(strict_serializer().loads_typed((kind, content)), default=str))
