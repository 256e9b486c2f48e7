"""Lines across processes, on PostgreSQL: two objects stand for two processes."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from memory.lines import lines_of
from memory.postgres_lines import PostgresLines
from memory.store import store_of


@pytest.fixture
async def two(postgres_url: str) -> AsyncIterator[tuple[PostgresLines, PostgresLines]]:
    one, other = lines_of(store_of(postgres_url)), lines_of(store_of(postgres_url))
    assert one
    assert other
    yield one, other
    await one.aclose()
    await other.aclose()


def test_a_file_is_served_by_one_process(file_url: str) -> None:
    assert lines_of(store_of(file_url)) is None


async def test_who_comes_later_waits_and_others_do_not(two: tuple[PostgresLines, PostgresLines]) -> None:
    one, other = two
    order = []

    async def later(number: int) -> None:
        async with other.hold("ana", 10):
            order.append(number)

    async with one.hold("ana", 5):
        waiting = []
        for number in range(3):  # each in the server's queue before the next comes
            waiting.append(asyncio.create_task(later(number)))
            await asyncio.sleep(0.1)
        async with other.hold("luis", 5):
            pass
        assert order == []
    await asyncio.gather(*waiting)
    assert order == [0, 1, 2]


async def test_waiting_has_an_end(two: tuple[PostgresLines, PostgresLines]) -> None:
    one, other = two
    async with one.hold("ana", 5):
        with pytest.raises(TimeoutError):
            async with other.hold("ana", 0.05):
                raise AssertionError
    async with other.hold("ana", 0.05):
        pass


async def test_who_is_cancelled_leaves(two: tuple[PostgresLines, PostgresLines]) -> None:
    one, other = two

    async def stay() -> None:
        async with one.hold("ana", 5):
            await asyncio.sleep(60)

    for pause in (0.0, 0.001, 0.01, 0.1):  # while connecting, while asking, while holding
        task = asyncio.create_task(stay())
        await asyncio.sleep(pause)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with other.hold("ana", 5):
            pass


async def test_the_connections_ended_by_the_server(
    two: tuple[PostgresLines, PostgresLines], postgres_url: str
) -> None:
    one, other = two
    async with one.hold("ana", 5):
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        async with other.hold("ana", 5):  # the server has let go of all that was held
            pass
    async with one.hold("ana", 5):
        pass
