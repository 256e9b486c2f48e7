import json
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from memory.achievements import Achievements
from memory.ballot_voters import Voter
from memory.ballots import Ballots, NewBallot, NewMember, room_of
from memory.chainlit_tables import ELEMENTS, FEEDBACKS, STEPS, THREADS, USERS
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.follow_ups import FollowUps
from memory.friends import Friends
from memory.library import Library
from memory.linking import Linking, LinkRefused
from memory.login_tables import LoginRecord
from memory.models import Base
from memory.newcomers import Newcomers
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy, holdings
from memory.quizzes import QuizQuestion, Quizzes
from memory.reported_reviews import ReportedReviews
from memory.reviews import NewReview, Reviews
from memory.room_lists import Room, RoomLists
from memory.rooms import Rooms
from memory.servers import Servers
from memory.threads import CompletedTurn, Impression, Threads
from memory.timestamps import now

NOT_PERSONAL = {
    *("alembic_version", "checkpoint_migrations", "sqlite_sequence", "servers", "jobs"),
    "sign_in_tries",  # hashes, gone after a day
}
ABSENT = ({"writes"}, {"checkpoint_blobs", "checkpoint_writes"})
"""What the other kind of database has."""


async def live(database: Database, url: str, user: str, secret: str) -> int:
    """A person with a row in every table, `secret` in each text."""
    person = (await People(database).resolve("web", user, name=secret)).id
    library, threads = Library(database), Threads(database)
    await library.rate(person, "tt0113277", 4.5, said=secret)
    await library.review(person, "tt0113277", secret)
    assert await FollowUps(database).may_ask(person, secret, now())
    await Preferences(database).add(person, secret, {"exclude_genres": ["Horror"]})
    reviews, film = Reviews(database), f"film of {user}"
    await reviews.add([NewReview(film, secret, "file", "own", True, secret, person_id=person)])
    await reviews.keep_summary(film, "en", "key", secret)
    await Servers(database, "web").change(f"of {user}", by=user, action=secret, family_mode=True)
    await Quizzes(database).begin(person, QuizQuestion((secret,)))
    reported, another = ReportedReviews(database, "web"), (await People(database).resolve("cli", "eva")).id
    await library.review(another, f"film for {user}", "Words of another.")
    for server, film, reader in ((secret, "tt0113277", another), ("1", f"film for {user}", person)):
        (review, *_) = await reported.reportable(server, film, reader)
        assert await reported.report(server, film, review.key, reader) == "reported"
    await Newcomers(database, "web").note(secret, user, person)
    other = (await People(database).resolve("cli", f"friend of {user}")).id
    await Friends(database).add(person, other)
    await Achievements(database).grant(person, [secret])
    await RoomLists(database).add(Room("discord", secret), secret, person)
    await Rooms(database).note("discord", secret, person)
    night = NewBallot(
        room_of("web", None, person), "web", person, [secret], [NewMember(person, {secret: 1.0})], zone=secret
    )
    ballot = await Ballots(database).open(night)
    assert ballot is not None
    await Ballots(database).vote(ballot.id, Voter.guest(secret), [1])
    async with database.transaction() as session:
        session.add(LoginRecord(person_id=person, name=secret, key=f"name:{user}", password_hash=secret))
    linking = Linking(database)
    await linking.offer(person)
    with pytest.raises(LinkRefused):
        await linking.redeem(person, secret)
    thread = await threads.open(person, "web", f"thread of {user}")
    shown = [Impression("tt0113277", 1.0, {"content": 1.0}, [{"kind": "keyword", "words": [secret]}])]
    await threads.record_turn(
        thread.id,
        CompletedTurn(
            secret, secret, "planner", "planner", {"said": secret}, {}, shown, arms={secret: secret}
        ),
    )
    async with open_checkpointer(url) as checkpointer:
        config = {"configurable": {"thread_id": thread.key, "checkpoint_ns": "", "checkpoint_id": "1"}}
        versions = {"said": "1"}
        state = {"channel_values": {"said": [secret]}, "channel_versions": versions}
        await checkpointer.aput(config, {"v": 4, "id": "1", "ts": "", **state}, {}, versions)  # type: ignore[arg-type, typeddict-item]
        await checkpointer.aput_writes(config, [("said", secret)], "task")  # type: ignore[arg-type]
    async with database.transaction() as session:
        here, step = f"web {user}", f"step {user}"
        for statement in (
            USERS.insert().values(id=here, identifier=user, metadata="{}", createdAt="2026"),
            THREADS.insert().values(id=here, userId=here, userIdentifier=user, name=secret),
            STEPS.insert().values(
                id=step, name="x", type="user_message", threadId=here, streaming=False, output=secret
            ),
            ELEMENTS.insert().values(id=here, threadId=here, name=secret, forId=step),
            FEEDBACKS.insert().values(id=here, forId=step, value=1, comment=secret),
        ):
            await session.execute(statement)
    return person


@pytest.fixture
async def two(database: Database, url: str) -> tuple[int, int]:
    ana = await live(database, url, "ana", "ANAS-SECRET")
    luis = await live(database, url, "luis", "LUISS-SECRET")
    return ana, luis


async def test_no_table_is_forgotten(database: Database, two: tuple[int, int]) -> None:
    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    async with database.engine.connect() as connection:
        existing = await connection.run_sync(names)
    covered = {holding.table.name for holding in holdings(1)}
    assert covered - existing in ABSENT
    assert existing - covered == existing & NOT_PERSONAL
    assert covered >= set(Base.metadata.tables) - NOT_PERSONAL


async def test_the_test_person_has_rows_in_every_table(database: Database, two: tuple[int, int]) -> None:
    counts = await Privacy(database).counts(two[0])
    words = {holding.words for holding in holdings(1)}
    assert words - set(counts) <= {"parts of states of conversations"}
    assert set(counts.values()) == {1}
    exported = await Privacy(database).export(two[0])
    assert all(exported.values())


async def test_erasing_leaves_nothing_of_one_and_everything_of_the_other(
    database: Database, two: tuple[int, int]
) -> None:
    ana, luis = two
    privacy = Privacy(database)
    before, others = await privacy.counts(ana), await privacy.export(luis)
    assert await privacy.erase(ana) == before
    assert await privacy.counts(ana) == {}
    assert await privacy.erase(ana) == {}
    assert await privacy.export(luis) == others


async def test_nothing_erased_lingers_in_the_file(file_url: str, tmp_path: Path) -> None:
    database = await Database.open(file_url)
    ana = await live(database, file_url, "ana", "ANAS-SECRET")
    await live(database, file_url, "luis", "LUISS-SECRET")

    def kept() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert b"ANAS-SECRET" in kept()
    await Privacy(database).erase(ana)
    assert b"ANAS-SECRET" not in kept()
    assert b"LUISS-SECRET" in kept()
    await database.close()


async def test_the_export_is_complete_json_of_ones_own(database: Database, two: tuple[int, int]) -> None:
    exported = await Privacy(database).export(two[0])
    text = json.dumps(exported)
    assert "LUISS-SECRET" not in text
    assert all(rows for rows in exported.values())
    without_words = {
        "conversations",
        "identities",
        "link_codes",
        "link_tries",
        "relations",
        "review_reports",
        "users",
    }
    if "checkpoint_blobs" in exported:  # then what was said lies in these
        without_words.add("checkpoints")
    spoken = {name for name, rows in exported.items() if "ANAS-SECRET" in json.dumps(rows)}
    assert spoken == set(exported) - without_words


async def test_it_works_before_the_checkpointer_made_its_tables(database: Database, ana: int) -> None:
    assert await Privacy(database).erase(ana) == {"accounts": 1, "profile": 1}


async def test_what_moderators_did_for_somebody_is_theirs_too(database: Database, ana: int) -> None:
    servers = Servers(database, "cli")
    await servers.log("1", by="mod", action="onboarding.reset", about="ana")
    await servers.log("1", by="mod", action="onboarding.reset", about="luis")
    await Privacy(database).erase(ana)
    assert [entry.about for entry in await servers.audit("1", 9)] == ["luis"]
