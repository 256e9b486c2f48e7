from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from memory.achievements import Achievements
from memory.database import Database
from memory.follow_ups import LONG_PAUSE, FollowUps
from memory.library import Library, LibraryRow
from memory.linking import CODES_AT_MOST, TRIES_AT_MOST, VALID, WINDOW, Linking, LinkRefused
from memory.models import Base, ConversationRecord
from memory.newcomers import Newcomers
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy
from memory.quizzes import QuizQuestion, Quizzes
from memory.threads import Threads
from tests.memory.clock import Clock

HEAT, RONIN, AMELIE = "tt0113277", "tt0122690", "tt0211915"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 25, 20, tzinfo=UTC))


@pytest.fixture
def linking(database: Database, clock: Clock) -> Linking:
    return Linking(database, clock)


async def test_a_code_joins_two_accounts(database: Database, linking: Linking, ana: int, luis: int) -> None:
    library = Library(database)
    await library.rate(ana, HEAT, 4)
    await library.save(luis, RONIN)
    merged = await linking.redeem(luis, await linking.offer(ana))
    assert (merged.films, merged.brought, merged.both) == (2, 1, 0)
    assert (await People(database).resolve("cli", "luis")).id == ana
    assert {row.film_id for row in await library.rows(ana)} == {HEAT, RONIN}
    assert await Privacy(database).counts(luis) == {}
    assert await linking.accounts(ana) == ["cli", "cli"]


async def test_what_both_knew_keeps_the_newer_word_and_loses_nothing(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    library = Library(database)
    await library.rate(ana, HEAT, 2, said="meh")
    await library.review(ana, HEAT, "Long.")
    await library.dislike(ana, AMELIE)
    await library.rate(luis, HEAT, 5, said="wow")
    await library.review(luis, HEAT, "Great.")
    await library.save(luis, AMELIE)
    merged = await linking.redeem(ana, await linking.offer(luis))
    assert (merged.films, merged.brought, merged.both) == (2, 0, 2)
    heat = await library.row(luis, HEAT)
    assert (heat.rating, heat.said, heat.review, heat.seen) == (5, "wow", "Great.\n\nLong.", True)
    amelie = await library.row(luis, AMELIE)
    assert amelie.saved
    assert not amelie.disliked


async def test_joining_is_the_same_from_either_side(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    library = Library(database)
    await library.mark_seen(ana, HEAT)
    await library.dislike(luis, HEAT)
    one, other = await library.row(ana, HEAT), await library.row(luis, HEAT)
    assert one.joined(other) == other.joined(one)
    assert one.joined(one) == one
    assert one.joined(LibraryRow(HEAT)) == one


async def test_conversations_and_preferences_come_along(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    preferences, threads = Preferences(database), Threads(database)
    for person in (ana, luis):
        await preferences.add(person, "no horror", {"exclude_genres": ["Horror"]})
        await threads.open(person, "cli", "main")
    await preferences.add(luis, "No musicals", {})
    await linking.redeem(luis, await linking.offer(ana))
    assert [wish.text for wish in await preferences.all(ana)] == ["no horror", "No musicals"]
    async with database.session() as session:
        owners = (await session.scalars(select(ConversationRecord.person_id))).all()
    assert owners == [ana, ana]


async def test_who_was_asked_on_one_account_is_not_asked_on_the_other(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    follow_ups, at = FollowUps(database), datetime(2026, 5, 6, tzinfo=UTC)
    assert await follow_ups.may_ask(luis, HEAT, at)
    await linking.redeem(luis, await linking.offer(ana))
    assert not await follow_ups.may_ask(ana, HEAT, at + 9 * LONG_PAUSE)


async def test_no_table_of_a_person_is_left_out(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    """A new table with a person in it must be joined in `memory.merging` and shown to be here."""
    joined = {
        "identities",
        "library",
        "preferences",
        "conversations",
        "impressions",
        "exposures",
        "room_films",
        "reviews",
        "follow_ups",
        "link_codes",
        "link_tries",
        "newcomers",
        "quizzes",
        "relations",
        "achievements",
        "room_members",
        "review_cases",
        "review_reports",
        "ballots",
        "ballot_members",
        "ballot_votes",
        "logins",
    }
    personal = {
        table.name
        for table in Base.metadata.tables.values()
        if any(key.column.table.name == "people" for key in table.foreign_keys)
    }
    assert personal == joined


async def test_a_code_is_good_once(linking: Linking, ana: int, luis: int, database: Database) -> None:
    code = await linking.offer(ana)
    await linking.redeem(luis, f" {code.lower().replace('-', ' ')} ")
    eva = (await People(database).resolve("cli", "eva")).id
    with pytest.raises(LinkRefused, match="unknown"):
        await linking.redeem(eva, code)


async def test_a_code_grows_old(linking: Linking, clock: Clock, ana: int, luis: int) -> None:
    code = await linking.offer(ana)
    clock.at += VALID
    with pytest.raises(LinkRefused, match="unknown"):
        await linking.redeem(luis, code)


async def test_ones_own_code_joins_nothing_and_still_holds(linking: Linking, ana: int, luis: int) -> None:
    code = await linking.offer(ana)
    with pytest.raises(LinkRefused, match="same"):
        await linking.redeem(ana, code)
    await linking.redeem(luis, code)


async def test_guessing_is_limited(linking: Linking, clock: Clock, ana: int, luis: int) -> None:
    code = await linking.offer(ana)
    for _ in range(TRIES_AT_MOST):
        with pytest.raises(LinkRefused, match="unknown"):
            await linking.redeem(luis, "AAAA-AAAA")
    with pytest.raises(LinkRefused, match="often"):
        await linking.redeem(luis, code)
    clock.at += WINDOW
    await linking.redeem(luis, await linking.offer(ana))


async def test_codes_are_limited(linking: Linking, clock: Clock, ana: int) -> None:
    for _ in range(CODES_AT_MOST):
        await linking.offer(ana)
    with pytest.raises(LinkRefused, match="codes"):
        await linking.offer(ana)
    clock.at += WINDOW + timedelta(seconds=1)
    await linking.offer(ana)


async def test_parting_takes_a_copy_along(database: Database, linking: Linking, ana: int, luis: int) -> None:
    library, preferences = Library(database), Preferences(database)
    await library.rate(ana, HEAT, 4, said="loved it")
    await preferences.add(ana, "no horror", {})
    assert not await linking.part("cli", "luis")
    await linking.redeem(luis, await linking.offer(ana))
    assert await linking.part("cli", "luis")
    apart = (await People(database).resolve("cli", "luis")).id
    assert apart != ana
    assert (await People(database).resolve("cli", "ana")).id == ana
    assert await library.rows(apart) == await library.rows(ana)
    assert [wish.text for wish in await preferences.all(apart)] == ["no horror"]
    assert not await linking.part("cli", "nobody")


async def test_conversations_of_the_surface_go_with_it(
    database: Database, linking: Linking, ana: int
) -> None:
    web = (await People(database).resolve("web", "ana")).id
    await Threads(database).open(web, "web", "main")
    await linking.redeem(web, await linking.offer(ana))
    await linking.part("web", "ana")
    apart = (await People(database).resolve("web", "ana")).id
    assert (await Privacy(database).counts(apart))["conversations"] == 1


async def test_the_quiz_that_came_further_stays(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    quizzes, first = Quizzes(database), QuizQuestion(("heat",))
    await quizzes.begin(ana, first)
    await quizzes.begin(luis, first)
    further = await quizzes.advance(luis, 0, (QuizQuestion(("heat",), "heat"), QuizQuestion(("alien",))))
    await linking.redeem(luis, await linking.offer(ana))
    assert await quizzes.state(ana) == further
    assert await quizzes.state(luis) is None


async def test_the_server_of_a_quiz_comes_along_and_goes_with_its_account(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    newcomers, privacy = Newcomers(database, "cli"), Privacy(database)
    await newcomers.note("1", "luis", luis)
    await linking.redeem(luis, await linking.offer(ana))
    assert "servers where you took the quiz" in await privacy.counts(ana)
    await linking.part("cli", "luis")
    assert "servers where you took the quiz" not in await privacy.counts(ana)


async def test_what_either_paused_stays_paused(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    people = People(database)
    await people.pause(luis, paused=True)
    await linking.redeem(luis, await linking.offer(ana))
    assert (await people.resolve("cli", "luis")).paused


async def test_what_either_achieved_both_have(
    database: Database, linking: Linking, ana: int, luis: int
) -> None:
    achievements = Achievements(database)
    await achievements.grant(ana, ["first_stars"], told=True)
    await achievements.grant(luis, ["first_stars", "company"])
    await linking.redeem(luis, await linking.offer(ana))
    assert set(await achievements.of(ana)) == {"first_stars", "company"}
    assert await achievements.news(ana) == {"company"}
