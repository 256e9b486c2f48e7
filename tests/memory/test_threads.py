import asyncio
from datetime import UTC, datetime, timedelta, timezone

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import empty_checkpoint

from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.people import People
from memory.privacy import Privacy
from memory.threads import CompletedTurn, Impression, Threads

MONDAY = datetime(2026, 5, 4, 20, tzinfo=timezone(timedelta(hours=2)))


def turn(*film_ids: str, said: str = "something tense", at: datetime = MONDAY) -> CompletedTurn:
    shown = [
        Impression(film_id, 1 / (n + 1), {"content": 0.7, "graph": 0.3}, [{"kind": "popular"}], 4.2)
        for n, film_id in enumerate(film_ids)
    ]
    return CompletedTurn(
        said, "Here you are", "planner", "planner", {"calls": []}, {"total": 12.5}, shown, at=at
    )


async def test_a_conversation_is_opened_once_with_an_unguessable_key(database: Database, ana: int) -> None:
    threads = Threads(database)
    opened = await asyncio.gather(*(threads.open(ana, "web", "t1") for _ in range(10)))
    assert len(set(opened)) == 1
    assert len(opened[0].key) == 36
    assert (await threads.open(ana, "web", "t2")).key != opened[0].key


async def test_two_people_in_one_thread_have_two_conversations(
    database: Database, ana: int, luis: int
) -> None:
    threads = Threads(database)
    assert await threads.open(ana, "discord", "room") != await threads.open(luis, "discord", "room")


async def test_films_shown_come_newest_list_first_in_order_without_doubles(
    database: Database, ana: int
) -> None:
    threads = Threads(database)
    thread = await threads.open(ana, "cli", "t")
    await threads.record_turn(thread.id, turn("a", "b", "c"))
    await threads.record_turn(thread.id, turn("d", "b"))
    assert await threads.shown(thread.id) == ["d", "b", "a", "c"]
    assert await threads.shown(thread.id, limit=2) == ["d", "b"]


async def test_the_last_pick_is_as_it_was_then(database: Database, ana: int, luis: int) -> None:
    threads = Threads(database)
    thread = await threads.open(ana, "cli", "t")
    await threads.record_turn(thread.id, turn("x", "a"))
    await threads.record_turn(thread.id, turn("a", at=MONDAY + timedelta(hours=1)))
    pick = await threads.last_pick(ana, "a")
    assert pick == Impression(
        "a",
        1.0,
        {"content": 0.7, "graph": 0.3},
        [{"kind": "popular"}],
        4.2,
        datetime(2026, 5, 4, 19, tzinfo=UTC),
    )
    assert await threads.last_pick(luis, "a") is None
    assert await threads.last_pick(ana, "never") is None


async def test_history_gives_the_last_turns_oldest_first(database: Database, ana: int) -> None:
    threads = Threads(database)
    thread = await threads.open(ana, "cli", "t")
    for n in range(5):
        await threads.record_turn(thread.id, turn(f"film{n}", said=f"message {n}"))
    history = await threads.history(thread.id, limit=2)
    assert [past.said for past in history] == ["message 3", "message 4"]
    assert [shown.film_id for shown in history[1].impressions] == ["film4"]
    assert history[1].at == MONDAY
    assert history[1].ms == {"total": 12.5}


async def test_a_turn_of_a_person_forgotten_meanwhile_is_not_written(database: Database, ana: int) -> None:
    threads = Threads(database)
    thread = await threads.open(ana, "cli", "t")
    await Privacy(database).erase(ana)
    assert await threads.record_turn(thread.id, turn("a")) is None


async def test_the_ids_of_the_erased_are_never_given_again(database: Database, ana: int) -> None:
    threads = Threads(database)
    thread = await threads.open(ana, "cli", "t")
    await Privacy(database).erase(ana)
    from memory.people import People

    newcomer = await People(database).resolve("cli", "ana")
    assert newcomer.id != ana
    assert (await threads.open(newcomer.id, "cli", "t")).id != thread.id


async def test_a_conversation_removed_leaves_no_turn_and_no_checkpoint(url: str, database: Database) -> None:
    people, threads = People(database), Threads(database)
    mine = await people.resolve("web", "visitor")
    thread = await threads.open(mine.id, "web", "t")
    kept = await threads.open(mine.id, "web", "other")
    for place in (thread, kept):
        await threads.record_turn(place.id, turn("a"))
    async with open_checkpointer(url) as saver:
        for place in (thread, kept):
            config: RunnableConfig = {"configurable": {"thread_id": place.key, "checkpoint_ns": ""}}
            await saver.aput(config, empty_checkpoint(), {}, {})

    assert not await threads.remove("web", "somebody else", "t")
    assert await threads.remove("web", "visitor", "t")
    assert not await threads.remove("web", "visitor", "t")
    assert await threads.history(thread.id) == []
    assert len(await threads.history(kept.id)) == 1
    counts = await Privacy(database).counts(mine.id)
    assert (counts["conversations"], counts["states of conversations"]) == (1, 1)
