from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.threads import CompletedTurn, Impression, Threads
from memory.timestamps import now
from memory.trials import Outcome, Trials

WINDOW = timedelta(hours=72)


async def shown(
    database: Database, user: str, films: list[str], arm: str = "wider", at: datetime | None = None
) -> int:
    """A turn of theirs in the trial "variety"; gives the person."""
    person = (await People(database).resolve("cli", user)).id
    threads = Threads(database)
    thread = await threads.open(person, "cli", "t")
    impressions = [Impression(film, 1.0, {}, []) for film in films]
    arms = {"variety": arm}
    turn = CompletedTurn(
        "x",
        "y",
        "planner",
        "planner",
        impressions=impressions,
        arms=arms,
        at=at or now() - timedelta(hours=1),
    )
    assert await threads.record_turn(thread.id, turn)
    return person


@pytest.mark.parametrize(
    ("outcome", "reached"),
    [("saved", {1, 2, 3}), ("seen", {2, 3}), ("rated_high", {3}), ("unwanted", {4})],
)
async def test_outcomes_are_joined_to_what_was_shown(
    database: Database, outcome: Outcome, reached: set[int]
) -> None:
    library = Library(database)
    people = [await shown(database, f"user {place}", ["a", "b"]) for place in range(6)]
    await library.save(people[1], "a")
    await library.save(people[2], "b")
    await library.rate(people[2], "b", 2)
    await library.rate(people[3], "b", 4)
    await library.dislike(people[4], "a")
    await library.rate(people[5], "never-shown", 5)
    part = await Trials(database).part("variety", outcome, WINDOW)
    assert {one.person_id for one in part.subjects if one.reached} == {people[place] for place in reached}
    assert len(part.subjects) == 6


async def test_only_what_comes_after_and_within_the_window_counts(database: Database) -> None:
    library = Library(database)
    late = await shown(database, "late", ["a"], at=now() - timedelta(days=5))
    before = await shown(database, "before", ["a"], at=now() + timedelta(hours=1))
    for person in (late, before):
        await library.save(person, "a")
    part = await Trials(database).part("variety", "saved", WINDOW)
    assert [one.reached for one in part.subjects] == [False, False]


async def test_a_person_counts_once_and_not_where_they_met_two_arms(database: Database) -> None:
    for _ in range(3):
        await shown(database, "ana", ["a"])
    await shown(database, "luis", ["a"], arm="wider")
    await shown(database, "luis", ["a"], arm="as-it-is")
    part = await Trials(database).part("variety", "saved", WINDOW)
    assert [(one.arm, one.turns) for one in part.subjects] == [("wider", 3)]
    assert part.crossed == 1


async def test_who_leaves_takes_along_what_was_noted(database: Database) -> None:
    ana = await shown(database, "ana", ["a"])
    await shown(database, "luis", ["a"])
    trials = Trials(database)
    await trials.take_part(ana, taking_part=False)
    assert not (await People(database).resolve("cli", "ana")).in_trials
    assert len((await trials.part("variety", "saved", WINDOW)).subjects) == 1
    await trials.take_part(ana, taking_part=True)
    assert (await People(database).resolve("cli", "ana")).in_trials


async def test_a_film_no_longer_refused_is_no_outcome(database: Database) -> None:
    ana = await shown(database, "ana", ["a"])
    library = Library(database)
    _, refused = await library.dislike(ana, "a")
    assert refused.disliked_at is not None
    assert refused.disliked_at <= datetime.now(UTC)
    _, welcome = await library.save(ana, "a")
    assert welcome.disliked_at is None
    part = await Trials(database).part("variety", "unwanted", WINDOW)
    assert not part.subjects[0].reached
